//! The trainees at an expert's side, and their hours.

use super::{
    Stay, StaysPage, Typed, confirm as confirm_one, correct as correct_one, correcting, found, names,
    remove as remove_one, unfold_the_only,
};
use crate::{
    course, edition,
    fieldwork::{
        guided,
        model::{Hand, NewStretch, Placement, PlacementId, Stretch},
        rules, store,
    },
};
use access::{Act, Permit};
use axum::{extract::Path, response::Response};
use kernel::{Invalids, OrganisationId};
use network::facade::organisation_target;
use web::{Ctx, Error, Fields, Head, T, ui::Empty};

const HERE: &str = "/affiancamenti";

async fn page(ctx: &Ctx, typed: Typed<'_>) -> web::Result<(Head, StaysPage)> {
    let (t, conn, me) = (ctx.t(), ctx.db().reader(), ctx.person()?);
    let placements = guided(conn, ctx.actor(), me).await?;
    let stretches = store::beside(conn, me).await?;
    let confirmed = store::confirmed_by_placement(conn, &placements).await?;
    let ids: Vec<_> = placements.iter().map(|placement| placement.agreed.enrolment).collect();
    let people = store::people_of(conn, &ids).await?;
    let (ends, today) = (edition::ends_of(conn, &ids).await?, ctx.env().today());
    let names = names(ctx, people.values().copied()).await?;
    let with = |placement: &Placement| {
        let name = people.get(&placement.agreed.enrolment).and_then(|person| names.get(person));
        t.arg("fieldwork-with-trainee", "name", name.cloned().unwrap_or_default())
    };
    // Several stays are of one kind in one place: here the person gives the title.
    let stay = |p: &Placement| {
        let what = format!("{}.", Stay::what(t, p));
        let ended = rules::has_ended(&p.agreed, ends.get(&p.agreed.enrolment).copied(), today);
        Stay { title: with(p), ended, ..Stay::new(t, p, (&stretches, &confirmed), Hand::Expert, what, &typed) }
    };
    let mut stays: Vec<Stay> = placements.iter().map(stay).collect();
    let over = fold(t, &mut stays);
    unfold_the_only(&mut stays);
    let body = StaysPage {
        href: HERE.to_owned(),
        folded: over > 0,
        none_now: (over > 0 && over == stays.len()).then(|| t.get("fieldwork-expert-none-now")),
        stays,
        sum: None,
        empty: placements
            .is_empty()
            .then(|| Empty::new(t.get("fieldwork-expert-empty"), t.get("fieldwork-expert-empty-text"))),
        open: true,
        t: t.clone(),
    };
    Ok((Head::new(t.get("fieldwork-expert-title")).lead(t.get("fieldwork-expert-lead")).no_index(), body))
}

/// Puts whoever waits for the expert first, and what is over last and folded away; says how many
/// are over.
fn fold(t: &T, stays: &mut [Stay]) -> usize {
    stays.sort_by_key(|stay| (!stay.open.iter().any(|line| line.may_confirm), stay.is_over()));
    let over = stays.iter().filter(|stay| stay.is_over()).count();
    if let Some(first) = stays.iter_mut().find(|stay| stay.is_over()) {
        first.folds = Some(t.arg("fieldwork-expert-over", "number", over));
    }
    over
}

pub(in crate::fieldwork) async fn show(ctx: Ctx) -> web::Result<Response> {
    let (head, body) = page(&ctx, None).await?;
    ctx.page(head, body)
}

/// The organisation whose course a stay belongs to.
pub(super) async fn organisation_of(ctx: &Ctx, placement: &Placement) -> web::Result<OrganisationId> {
    let conn = ctx.db().reader();
    let enrolment = edition::enrolment(conn, placement.agreed.enrolment).await?.ok_or(Error::NotFound)?;
    let edition = edition::by_id(conn, enrolment.edition).await?.ok_or(Error::NotFound)?;
    Ok(course::by_id(conn, edition.course).await?.ok_or(Error::NotFound)?.organisation)
}

/// The permit of the expert whom a stay names. Others find nothing here.
async fn permit(ctx: &Ctx, placement: &Placement) -> web::Result<Permit> {
    if placement.agreed.expert != Some(ctx.person()?) {
        return Err(Error::NotFound);
    }
    let organisation = organisation_of(ctx, placement).await?;
    let target = organisation_target(ctx.db().reader(), organisation).await?.ok_or(Error::NotFound)?;
    ctx.permit(Act::GuideTrainee, target)
}

/// Writes hours down; the trainee is asked to confirm them.
pub(in crate::fieldwork) async fn write(
    ctx: Ctx,
    Path(placement): Path<String>,
    fields: Fields,
) -> web::Result<Response> {
    let id: PlacementId = placement.parse().map_err(|_| Error::NotFound)?;
    let stay = store::one(ctx.db().reader(), id).await?.ok_or(Error::NotFound)?;
    let permit = permit(&ctx, &stay).await?;
    let refuse = async |wrong: &Invalids| {
        let (head, body) = page(&ctx, Some((&placement, &fields, wrong))).await?;
        ctx.invalid(head, body)
    };
    let said = match NewStretch::parse(&fields, &stay.agreed, ctx.env().today()) {
        Ok(said) => said,
        Err(wrong) => return refuse(&wrong).await,
    };
    let mut tx = permit.begin(ctx.db()).await?;
    tx.note("what", "fieldwork-written");
    store::write(&mut tx, stay.id, Hand::Expert, &said).await?;
    tx.commit().await?;
    ctx.done("fieldwork-written-by-expert", HERE)
}

async fn own(ctx: &Ctx, stretch: &str) -> web::Result<((Stretch, Placement), Permit)> {
    let found = found(ctx, stretch).await?;
    let permit = permit(ctx, &found.1).await?;
    Ok((found, permit))
}

pub(in crate::fieldwork) async fn confirm(
    ctx: Ctx,
    Path(stretch): Path<String>,
    fields: Fields,
) -> web::Result<Response> {
    let ((found, _), permit) = own(&ctx, &stretch).await?;
    confirm_one(&ctx, permit, found, &fields, Hand::Expert, HERE).await
}

pub(in crate::fieldwork) async fn edit(ctx: Ctx, Path(stretch): Path<String>) -> web::Result<Response> {
    let ((found, _), _) = own(&ctx, &stretch).await?;
    correcting(&ctx, &found, format!("{HERE}/ore/{stretch}"), HERE)
}

pub(in crate::fieldwork) async fn correct(
    ctx: Ctx,
    Path(stretch): Path<String>,
    fields: Fields,
) -> web::Result<Response> {
    let (found, permit) = own(&ctx, &stretch).await?;
    correct_one(&ctx, permit, found, &fields, Hand::Expert, (format!("{HERE}/ore/{stretch}"), HERE)).await
}

pub(in crate::fieldwork) async fn remove(
    ctx: Ctx,
    Path(stretch): Path<String>,
    fields: Fields,
) -> web::Result<Response> {
    let ((found, _), permit) = own(&ctx, &stretch).await?;
    remove_one(&ctx, permit, &found, &fields, HERE).await
}
