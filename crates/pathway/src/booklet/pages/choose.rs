//! What is handed over: chosen item by item, as paper and as data.

use super::{own, trail};
use crate::booklet::{model::Part, rules, store, store::gather};
use askama::Template;
use axum::response::Response;
use std::collections::HashSet;
use web::{Ctx, Error, Fields, Form, Head, Result, T, file as files};

#[derive(Template)]
#[template(path = "booklet/choose.html")]
struct ChoosePage {
    form: Form,
    parts: Vec<(String, Vec<(String, String)>)>,
    t: T,
}

/// The name of a part's boxes in the form.
fn field(part: Part) -> String {
    format!("choose-{}", part.code())
}

/// The form with a box for each item.
pub(in crate::booklet) async fn form(ctx: Ctx) -> Result<Response> {
    let (person, _) = own(&ctx)?;
    let t = ctx.t();
    let booklet = gather::booklet(ctx.db().reader(), ctx.app(), t, person).await?;
    let (mut fields, mut parts) = (Fields::new(), Vec::new());
    for (part, items) in booklet.parts.iter().filter(|(_, items)| !items.is_empty()) {
        items.iter().filter(|item| item.chosen).for_each(|item| fields.add(&field(*part), &item.key));
        let option = |item: &crate::booklet::model::Item| (item.key.clone(), item.title.clone());
        parts.push((field(*part), items.iter().map(option).collect()));
    }
    let head = Head::new(t.get("booklet-choose")).lead(t.get("booklet-choose-lead")).trail(trail(t)).no_index();
    ctx.page(head, ChoosePage { form: Form::fresh(t, "booklet", &fields), parts, t: t.clone() })
}

/// Saves what was chosen.
pub(in crate::booklet) async fn save(ctx: Ctx, fields: Fields) -> Result<Response> {
    let (person, permit) = own(&ctx)?;
    let booklet = gather::booklet(ctx.db().reader(), ctx.app(), ctx.t(), person).await?;
    let mut choices = Vec::new();
    for (part, items) in &booklet.parts {
        let name = field(*part);
        let ticked: HashSet<&str> = fields.all(&name).into_iter().collect();
        choices.extend(items.iter().map(|item| (item.key.clone(), ticked.contains(item.key.as_str()))));
    }
    let mut tx = permit.begin(ctx.db()).await?;
    tx.note("what", "booklet-choice");
    store::choose(&tx, person, &choices).await?;
    tx.commit().await?;
    ctx.done("booklet-chosen", "/libretto")
}

/// What was chosen, as a CV on paper.
pub(in crate::booklet) async fn paper(ctx: Ctx) -> Result<Response> {
    let (person, _) = own(&ctx)?;
    let t = ctx.t();
    let booklet = rules::to_hand_over(gather::booklet(ctx.db().reader(), ctx.app(), t, person).await?);
    let article = rules::paper(t, &booklet, &t.date(ctx.env().today()));
    let set = tokio::task::spawn_blocking(move || typeset::pdf(&article)).await;
    let bytes = set.map_err(|fault| Error::Inside(fault.to_string()))?;
    let bytes = bytes.map_err(|fault| Error::Inside(fault.to_string()))?;
    Ok(files::pdf(&format!("libretto.{}.pdf", ctx.lang()), bytes))
}

/// What was chosen, as data.
pub(in crate::booklet) async fn data(ctx: Ctx) -> Result<Response> {
    let (person, _) = own(&ctx)?;
    let booklet = gather::booklet(ctx.db().reader(), ctx.app(), ctx.t(), person).await?;
    let data = rules::data(&rules::to_hand_over(booklet));
    let bytes = serde_json::to_vec_pretty(&data).map_err(|fault| Error::Inside(fault.to_string()))?;
    Ok(files::json("libretto.json", bytes))
}
