//! What an organisation declares on itself, because no record shows it.

use super::organisation;
use crate::{
    findings::{self, model::Declarations, store::gather},
    organisation::model::{Organisation, OrganisationKind},
};
use ::store::Fault;
use access::Act;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::Invalids;
use web::{Ctx, Fields, Form, Head, Result, T, ui::LoopStep};

#[derive(Template)]
#[template(path = "findings/declarations.html")]
struct DeclarationsPage {
    t: T,
    form: Form,
    answers: Vec<(String, String)>,
    department: bool,
}

fn page(t: &T, found: &Organisation, fields: &Fields, wrong: &Invalids) -> (Head, DeclarationsPage) {
    let answer = |value: &str, key: &str| (value.to_owned(), t.get(key));
    let body = DeclarationsPage {
        form: Form::new(t, "findings", fields, wrong),
        answers: vec![
            answer("yes", "findings-answer-yes"),
            answer("no", "findings-answer-no"),
            answer("", "findings-answer-open"),
        ],
        department: found.kind() == Some(OrganisationKind::Department),
        t: t.clone(),
    };
    let head = Head::new(t.arg("findings-declare-title", "name", &found.name))
        .lead(t.get("findings-declare-lead"))
        .trail(vec![
            ("/realta".to_owned(), t.get("findings-organisations")),
            (found.href(), found.name.clone()),
            (format!("{}/verifica", found.href()), t.get("findings-own")),
        ])
        .loop_at(LoopStep::Records)
        .no_index();
    (head, body)
}

/// The form.
pub(super) async fn edit(ctx: Ctx, Path(address): Path<String>) -> Result<Response> {
    let found = organisation(&ctx, &address).await?;
    ctx.permit(Act::EditOrganisation, found.target())?;
    let mut fields = Fields::new();
    fields.set("on", ctx.env().today());
    fields.set("version", 0);
    if let Some((said, version)) = gather::declared(ctx.db().reader(), found.id).await? {
        fields = said.prefill();
        fields.set("version", version);
    }
    let (head, body) = page(ctx.t(), &found, &fields, &Invalids::default());
    ctx.page(head, body)
}

/// Saves the declarations and checks the organisation at once.
pub(super) async fn save(ctx: Ctx, Path(address): Path<String>, fields: Fields) -> Result<Response> {
    let found = organisation(&ctx, &address).await?;
    let permit = ctx.permit(Act::EditOrganisation, found.target())?;
    let today = ctx.env().today();
    let said = match Declarations::parse(&fields, today) {
        Ok(said) => said,
        Err(wrong) => {
            let (head, body) = page(ctx.t(), &found, &fields, &wrong);
            return ctx.invalid(head, body);
        }
    };
    let version = fields.get("version").parse().unwrap_or(-1);
    let mut tx = permit.begin(ctx.db()).await?;
    match gather::declare(&mut tx, found.id, version, &said).await {
        Err(Fault::Stale) => {
            let (head, body) = page(ctx.t(), &found, &fields, &Invalids::default());
            return ctx.stale(head, body);
        }
        done => done?,
    }
    findings::recheck(&mut tx, found.id, today).await?;
    tx.commit().await?;
    ctx.done("findings-declared", &format!("{}/verifica", found.href()))
}
