//! `/libretto`: the booklet as its person reads it, and from where they change and hand it over.

pub(super) mod choose;
pub(super) mod write;

use super::{
    model::{About, Covered, Item, Part},
    store::gather,
};
use access::{Act, Permit, Target};
use askama::Template;
use axum::response::Response;
use kernel::PersonId;
use web::{Ctx, Head, Result, T};

struct Section {
    code: &'static str,
    title: String,
    text: String,
    items: Vec<Item>,
    add: String,
}

#[derive(Template)]
#[template(path = "booklet/show.html")]
struct ShowPage {
    about: About,
    name: String,
    sections: Vec<Section>,
    crosswalk: Vec<(String, Vec<Covered>)>,
    t: T,
}

/// What is the person's own: they alone come here.
fn own(ctx: &Ctx) -> Result<(PersonId, Permit)> {
    let person = ctx.person()?;
    Ok((person, ctx.permit(Act::UseOwnAccount, Target::Person(person))?))
}

/// The way up from the pages of the booklet.
fn trail(t: &T) -> Vec<(String, String)> {
    vec![("/libretto".to_owned(), t.get("booklet-title"))]
}

fn part_title(t: &T, part: Part) -> String {
    t.get(&format!("booklet-part-{}", part.code()))
}

/// The booklet.
pub(super) async fn show(ctx: Ctx) -> Result<Response> {
    let (person, _) = own(&ctx)?;
    let t = ctx.t();
    let booklet = gather::booklet(ctx.db().reader(), ctx.app(), t, person).await?;
    let section = |(part, items): (Part, Vec<Item>)| Section {
        code: part.code(),
        title: part_title(t, part),
        text: t.get(&format!("booklet-part-{}-text", part.code())),
        add: t.get(&format!("booklet-add-{}", part.code())),
        items,
    };
    let body = ShowPage {
        about: booklet.about,
        name: booklet.name,
        sections: booklet.parts.into_iter().map(section).collect(),
        crosswalk: booklet.crosswalk,
        t: t.clone(),
    };
    ctx.page(Head::new(t.get("booklet-title")).lead(t.get("booklet-lead")).no_index(), body)
}
