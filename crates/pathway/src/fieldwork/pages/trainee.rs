//! A trainee's own stays in the field, and their hours.

use super::{
    Stay, StaysPage, Typed, confirm as confirm_one, correct as correct_one, correcting, found, names,
    remove as remove_one, unfold_the_only,
};
use crate::{
    course, edition,
    edition::{Enrolment, EnrolmentState},
    fieldwork::{
        model::{Hand, NewStretch, Placement, PlacementId, Stretch},
        store,
    },
    lesson::own_enrolment,
};
use ::store::Fault;
use access::{Act, Permit, Target};
use axum::{extract::Path, response::Response};
use kernel::Invalids;
use web::{Ctx, Error, Fields, Head, ui::Empty};

async fn page(ctx: &Ctx, mine: &Enrolment, typed: Typed<'_>) -> web::Result<(Head, StaysPage)> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let placements = store::of_enrolment(conn, mine.id).await?;
    let stretches = store::stretches(conn, mine.id).await?;
    let confirmed = store::confirmed_by_placement(conn, &placements).await?;
    let names = names(ctx, placements.iter().filter_map(|p| p.agreed.expert)).await?;
    let (field, beside) = store::confirmed_minutes(conn, &[mine.id]).await?.remove(&mine.id).unwrap_or_default();
    let with = |placement: &Placement| match placement.agreed.expert.and_then(|expert| names.get(&expert)) {
        Some(name) => t.arg("fieldwork-with-expert", "name", name),
        None => t.get("fieldwork-expert-looked-for"),
    };
    let stay = |p: &Placement| Stay::new(t, p, (&stretches, &confirmed), Hand::Trainee, with(p), &typed);
    let sums = [("field", t.length(field).into()), ("shadowing", t.length(beside).into())];
    let mut stays: Vec<Stay> = placements.iter().map(stay).collect();
    unfold_the_only(&mut stays);
    let body = StaysPage {
        href: format!("/i-miei-corsi/{}/tirocinio", mine.id),
        stays,
        sum: Some(t.args("fieldwork-own-sum", &sums)),
        empty: placements
            .is_empty()
            .then(|| Empty::new(t.get("fieldwork-own-empty"), t.get("fieldwork-own-empty-text"))),
        open: mine.state == EnrolmentState::Admitted,
        folded: false,
        none_now: None,
        t: t.clone(),
    };
    let edition = edition::by_id(conn, mine.edition).await?.ok_or(Error::NotFound)?;
    let course = course::by_id(conn, edition.course).await?.ok_or(Error::NotFound)?;
    let trail = vec![
        ("/i-miei-corsi".to_owned(), t.get("fieldwork-trail-own")),
        (format!("/i-miei-corsi/{}", mine.id), course.title),
    ];
    Ok((Head::new(t.get("fieldwork-own-title")).lead(t.get("fieldwork-own-lead")).trail(trail).no_index(), body))
}

pub(in crate::fieldwork) async fn show(ctx: Ctx, Path(enrolment): Path<String>) -> web::Result<Response> {
    let mine = own_enrolment(&ctx, &enrolment).await?;
    let (head, body) = page(&ctx, &mine, None).await?;
    ctx.page(head, body)
}

fn permit(ctx: &Ctx) -> web::Result<Permit> {
    ctx.permit(Act::UseOwnAccount, Target::Person(ctx.person()?))
}

/// Writes hours down; the expert is asked to confirm them.
pub(in crate::fieldwork) async fn write(
    ctx: Ctx,
    Path((enrolment, placement)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let (mine, permit) = (own_enrolment(&ctx, &enrolment).await?, permit(&ctx)?);
    let id: PlacementId = placement.parse().map_err(|_| Error::NotFound)?;
    let stay = store::one(ctx.db().reader(), id).await?.filter(|stay| stay.agreed.enrolment == mine.id);
    let stay = stay.ok_or(Error::NotFound)?;
    // Whoever pauses or left finds no form for more hours; one that stood open is told.
    if mine.state != EnrolmentState::Admitted {
        return Err(Error::Fault(Fault::Stale));
    }
    let refuse = async |wrong: &Invalids| {
        let (head, body) = page(&ctx, &mine, Some((&placement, &fields, wrong))).await?;
        ctx.invalid(head, body)
    };
    let said = match NewStretch::parse(&fields, &stay.agreed, ctx.env().today()) {
        Ok(said) => said,
        Err(wrong) => return refuse(&wrong).await,
    };
    let mut tx = permit.begin(ctx.db()).await?;
    tx.note("what", "fieldwork-written");
    store::write(&mut tx, stay.id, Hand::Trainee, &said).await?;
    tx.commit().await?;
    ctx.done("fieldwork-written-by-trainee", &format!("/i-miei-corsi/{}/tirocinio", mine.id))
}

/// The stretch that an address names, when it is this trainee's.
async fn own(ctx: &Ctx, enrolment: &str, stretch: &str) -> web::Result<((Stretch, Placement), String)> {
    let mine = own_enrolment(ctx, enrolment).await?;
    let (stretch, placement) = found(ctx, stretch).await?;
    if stretch.enrolment != mine.id {
        return Err(Error::NotFound);
    }
    Ok(((stretch, placement), format!("/i-miei-corsi/{}/tirocinio", mine.id)))
}

pub(in crate::fieldwork) async fn confirm(
    ctx: Ctx,
    Path((enrolment, stretch)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let ((found, _), back) = own(&ctx, &enrolment, &stretch).await?;
    confirm_one(&ctx, permit(&ctx)?, found, &fields, Hand::Trainee, &back).await
}

pub(in crate::fieldwork) async fn edit(
    ctx: Ctx,
    Path((enrolment, stretch)): Path<(String, String)>,
) -> web::Result<Response> {
    let ((found, _), back) = own(&ctx, &enrolment, &stretch).await?;
    correcting(&ctx, &found, format!("{back}/ore/{stretch}"), &back)
}

pub(in crate::fieldwork) async fn correct(
    ctx: Ctx,
    Path((enrolment, stretch)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let (found, back) = own(&ctx, &enrolment, &stretch).await?;
    let action = format!("{back}/ore/{stretch}");
    correct_one(&ctx, permit(&ctx)?, found, &fields, Hand::Trainee, (action, &back)).await
}

pub(in crate::fieldwork) async fn remove(
    ctx: Ctx,
    Path((enrolment, stretch)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let ((found, _), back) = own(&ctx, &enrolment, &stretch).await?;
    remove_one(&ctx, permit(&ctx)?, &found, &fields, &back).await
}
