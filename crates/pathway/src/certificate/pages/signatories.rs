//! `/realta/{id}/attestati/edizioni/{edition}/firme`: who is named to sign. The page says what is
//! needed before it is missing: somebody of each kind.

use super::{Coming, trail};
use crate::{
    certificate::{
        model::Signatory,
        rules,
        store::{gather, signatory},
    },
    panel::Side,
};
use access::Act;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Invalid, Invalids, PersonId};
use web::{Ctx, Fields, Form, Head, Result, T, ui::Note};

#[derive(Template)]
#[template(path = "certificate/signatories.html")]
struct SignatoriesPage {
    href: String,
    form: Form,
    sides: Vec<(&'static str, Vec<(String, String)>)>,
    note: Option<Note>,
    t: T,
}

type People = Vec<(PersonId, String, Side)>;

/// The form.
pub(in crate::certificate) async fn form(
    ctx: Ctx,
    Path((address, edition)): Path<(String, String)>,
) -> Result<Response> {
    let (coming, _) = Coming::to(&ctx, &address, &edition).await?;
    ctx.permit(Act::ManageCourses, coming.organisation.target())?;
    let conn = ctx.db().reader();
    let people = gather::both_sides(conn, coming.organisation.id, ctx.env().today()).await?;
    let mut fields = Fields::new();
    for one in signatory::of(conn, coming.whole.edition.id).await? {
        fields.add(one.side.code(), one.person);
    }
    let (head, body) = page(&ctx, &coming, &people, &fields, &Invalids::default());
    ctx.page(head, body)
}

fn page(ctx: &Ctx, coming: &Coming, people: &People, fields: &Fields, wrong: &Invalids) -> (Head, SignatoriesPage) {
    let t = ctx.t();
    let of = |side: Side| {
        let there = people.iter().filter(|(.., one)| *one == side);
        (side.code(), there.map(|(id, name, _)| (id.to_string(), name.clone())).collect::<Vec<_>>())
    };
    let sides: Vec<_> = Side::ALL.iter().copied().map(of).collect();
    let nobody = sides.iter().any(|(_, there)| there.is_empty());
    let body = SignatoriesPage {
        href: coming.href(),
        form: Form::new(t, "certificate", fields, wrong),
        sides,
        note: nobody.then(|| Note::warning(t.get("certificate-signatories-nobody"))),
        t: t.clone(),
    };
    let mut trail = trail(t, &coming.organisation);
    trail.push((coming.href(), coming.whole.edition.title.clone()));
    let head = Head::new(t.get("certificate-signatories-change"));
    (head.lead(t.get("certificate-signatories-lead")).trail(trail).no_index(), body)
}

/// Names who signs.
pub(in crate::certificate) async fn save(
    ctx: Ctx,
    Path((address, edition)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response> {
    let (coming, _) = Coming::to(&ctx, &address, &edition).await?;
    let permit = ctx.permit(Act::ManageCourses, coming.organisation.target())?;
    let people = gather::both_sides(ctx.db().reader(), coming.organisation.id, ctx.env().today()).await?;
    let ticked = |(person, _, side): &(PersonId, String, Side)| {
        let chosen = fields.all(side.code()).contains(&person.to_string().as_str());
        chosen.then_some(Signatory { person: *person, side: *side })
    };
    let named: Vec<Signatory> = people.iter().filter_map(ticked).take(40).collect();
    if !rules::both_kinds(named.iter().map(|one| one.side)) {
        let missing = Side::ALL.iter().filter(|side| !named.iter().any(|one| one.side == **side));
        let wrong = missing.map(|side| Invalid::new(side.code(), "certificate-invalid-side")).collect();
        let (head, body) = page(&ctx, &coming, &people, &fields, &Invalids(wrong));
        return ctx.invalid(head, body);
    }
    let mut tx = permit.begin(ctx.db()).await?;
    signatory::name(&mut tx, coming.organisation.id, coming.whole.edition.id, &named).await?;
    tx.commit().await?;
    ctx.done("certificate-signatories-saved", &coming.href())
}
