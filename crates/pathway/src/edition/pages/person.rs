//! A person in an edition, for who runs it: their words, the place, the group, the pace.

use super::{
    badge, changed_meanwhile, href, in_paragraphs, path, show, shown_edition, tell, their_next_step, trail, version,
};
use crate::{
    course::Course,
    edition::{
        model::{Belonging, Edition, Enrolment, EnrolmentState, Turn, Words},
        rules, store,
        store::Given,
    },
};
use ::store::{Db, Fault};
use access::Permit;
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Checks, EmailAddress, EnrolmentId, Invalids, PersonId};
use network::facade::Organisation;
use people::facade::NewInvitation;
use web::{
    Ctx, Error, Fields, Form, Head, T,
    ui::{Badge, Path as Steps, State},
};

#[derive(Template)]
#[template(path = "edition/person.html")]
struct PersonPage {
    base: String,
    here: String,
    version: i64,
    badge: Badge,
    steps: Steps,
    asks_path: bool,
    path_lead: String,
    path: Vec<String>,
    wish: Vec<String>,
    belonging: String,
    lacks_offer: bool,
    offered: Option<String>,
    turns: Vec<(&'static str, String, bool)>,
    offer: Option<Form>,
    agree: Option<Form>,
    t: T,
}

/// What an address names: a place in an edition, and all above it.
struct Found {
    organisation: Organisation,
    course: Course,
    edition: Edition,
    enrolment: Enrolment,
    person: PersonId,
    permit: Permit,
}

impl Found {
    async fn of(ctx: &Ctx, (address, course, edition, id): &(String, String, String, String)) -> web::Result<Found> {
        let (organisation, course, edition, permit) = shown_edition(ctx, address, course, edition).await?;
        let id: EnrolmentId = id.parse().map_err(|_| Error::NotFound)?;
        let enrolment = store::enrolment(ctx.db().reader(), id).await?;
        let enrolment = enrolment.filter(|one| one.edition == edition.id).ok_or(Error::NotFound)?;
        let person = enrolment.person.ok_or(Error::NotFound)?;
        Ok(Found { organisation, course, edition, enrolment, person, permit })
    }
    fn here(&self) -> String {
        format!("{}/persone/{}", href(&self.organisation, &self.edition), self.enrolment.id)
    }
}

/// What may be done with a place by who runs the edition; the first is the one that is meant.
fn turns(t: &T, state: EnrolmentState) -> Vec<(&'static str, String, bool)> {
    let all: &[Turn] = match state {
        EnrolmentState::Asked => &[Turn::Admitted],
        EnrolmentState::Waiting | EnrolmentState::Left | EnrolmentState::Completed => &[],
        EnrolmentState::Admitted => &[Turn::Completed, Turn::Paused],
        EnrolmentState::Paused => &[Turn::Returned, Turn::Completed],
    };
    let word = |(place, turn): (usize, &Turn)| (turn.code(), t.get(&format!("edition-do-{}", turn.code())), place == 0);
    all.iter().enumerate().map(word).collect()
}

/// The page.
pub(in crate::edition) async fn show(
    ctx: Ctx,
    Path(address): Path<(String, String, String, String)>,
) -> web::Result<Response> {
    let found = Found::of(&ctx, &address).await?;
    let (head, body) = page(&ctx, &found, None, None).await?;
    ctx.page(head, body)
}

/// Writes down that the words were read, once a day, for the person to see.
async fn was_read(ctx: &Ctx, found: &Found) -> web::Result<()> {
    let reader = ctx.person()?;
    // Two open the page at the same moment: who loses to the other notes it after.
    Ok(::store::retrying(ctx.env(), || note_read(ctx.db(), found, reader)).await?)
}

async fn note_read(db: &Db, found: &Found, reader: PersonId) -> Result<(), Fault> {
    let mut tx = found.permit.clone().begin(db).await?;
    tx.note("what", "enrolment-words-read");
    tx.note("enrolment", found.enrolment.id.to_string());
    tx.about(found.person);
    store::see(&tx, found.enrolment.id, reader).await?;
    tx.commit().await
}

/// The page with all that was typed. Whoever gets it reads the person's words, be it after a mistake
/// in a form.
async fn page(
    ctx: &Ctx,
    found: &Found,
    offer: Option<(&Fields, &Invalids)>,
    agree: Option<(&Fields, &Invalids)>,
) -> web::Result<(Head, PersonPage)> {
    let (t, conn, today) = (ctx.t(), ctx.db().reader(), ctx.env().today());
    let one = &found.enrolment;
    let next = their_next_step(t, &found.edition, one.state, today);
    let open = !matches!(one.state, EnrolmentState::Left | EnrolmentState::Completed);
    // Shared for this edition, as long as the person may change it: after that it is theirs alone.
    let words = if open { store::open(conn, ctx.app(), found.person, one.id).await? } else { Words::default() };
    let turns_so_far = store::turns(conn, one.id).await?;
    let name = people::facade::person_names(conn, &[found.person]).await?.remove(&found.person);
    let mut stored = Fields::new();
    stored.set("agreed", words.agreed.as_deref().unwrap_or_default());
    let (none, mut group) = (Invalids::default(), Fields::new());
    group.set("group", &one.group_offer);
    // Who has a group needs none to be offered.
    let without = one.belonging != Some(Belonging::Belongs) || offer.is_some();
    let offers = open && without && found.course.kind.makes_experts();
    let (offer_fields, offer_wrong) = offer.unwrap_or((&group, &none));
    let (agree_fields, agree_wrong) = agree.unwrap_or((&stored, &none));
    let body = PersonPage {
        base: href(&found.organisation, &found.edition),
        here: found.here(),
        version: one.version,
        badge: badge(t, one.state),
        steps: path(t, &found.edition, one, &turns_so_far, today, next),
        asks_path: found.course.kind.asks_recovery_path(),
        path_lead: t.get(if one.candidacy.is_some() { "edition-path-call" } else { "edition-path-lead" }),
        path: in_paragraphs(words.path.as_deref()),
        wish: in_paragraphs(words.wish.as_deref()),
        belonging: show::belonging(t, one.belonging),
        lacks_offer: rules::lacks_offer(one),
        offered: one.group_offered_on.map(|day| {
            let which = if one.group_offer.is_empty() { t.get("edition-group-list") } else { one.group_offer.clone() };
            t.args("edition-group-offered", &[("day", t.date(day).into()), ("group", which.into())])
        }),
        turns: turns(t, one.state),
        offer: offers.then(|| Form::new(t, "edition-offer", offer_fields, offer_wrong)),
        agree: open.then(|| Form::new(t, "edition-agree", agree_fields, agree_wrong)),
        t: t.clone(),
    };
    if !body.path.is_empty() || !body.wish.is_empty() {
        was_read(ctx, found).await?;
    }
    let title = name.unwrap_or_else(|| t.get("edition-person-erased"));
    let trail = trail(t, &found.organisation, &found.course, Some(&found.edition));
    Ok((Head::new(title).trail(trail).no_index(), body))
}

/// Admits, notes a break or a return, notes the end. Two who admit to the last place: one of the
/// two people has it, the other is on the waiting list, and who came second reads it.
pub(in crate::edition) async fn turn(
    ctx: Ctx,
    Path(address): Path<(String, String, String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let found = Found::of(&ctx, &address).await?;
    let asked = Turn::from_code(fields.get("turn")).ok_or(Error::Bad("error-bad-form"))?;
    if !turns(ctx.t(), found.enrolment.state).iter().any(|(code, ..)| *code == asked.code()) {
        return Err(Fault::Stale.into());
    }
    let (here, one) = (found.here(), &found.enrolment);
    let mut tx = found.permit.clone().begin(ctx.db()).await?;
    let version = fields.get("version").parse().unwrap_or(0);
    let given = store::turn(&mut tx, one, version, asked).await?;
    match given {
        Given::State(EnrolmentState::Admitted) if asked == Turn::Admitted => {
            tell(&mut tx, ctx.app(), one, "edition-mail-place").await?;
        }
        Given::NoPlace => tell(&mut tx, ctx.app(), one, "edition-mail-waiting").await?,
        Given::State(_) => {}
    }
    tx.commit().await?;
    let key = match given {
        Given::NoPlace => "edition-no-place-left",
        Given::State(_) => match asked {
            Turn::Admitted => "edition-admitted",
            Turn::Paused => "edition-paused",
            Turn::Returned => "edition-returned",
            _ => "edition-completed",
        },
    };
    ctx.done(key, &here)
}

/// Offers a group to who has none.
pub(in crate::edition) async fn offer(
    ctx: Ctx,
    Path(address): Path<(String, String, String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let found = Found::of(&ctx, &address).await?;
    let mut checks = Checks::new();
    let which = checks.text("group", fields.get("group"), 300);
    let which = match checks.finish(|| which) {
        Ok(which) => which,
        Err(wrong) => {
            let (head, body) = page(&ctx, &found, Some((&fields, &wrong)), None).await?;
            return ctx.invalid(head, body);
        }
    };
    let mut tx = found.permit.clone().begin(ctx.db()).await?;
    match store::read_as(&tx, found.enrolment.id, version(&fields)).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            let now = Found::of(&ctx, &address).await?;
            let (head, body) = page(&ctx, &now, Some((&fields, &changed_meanwhile())), None).await?;
            return ctx.stale(head, body);
        }
        other => other?,
    }
    store::offer_group(&mut tx, &found.enrolment, found.organisation.id, &which).await?;
    tx.commit().await?;
    ctx.done("edition-group-was-offered", &found.here())
}

/// Writes down what was agreed on pace and form.
pub(in crate::edition) async fn agree(
    ctx: Ctx,
    Path(address): Path<(String, String, String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let found = Found::of(&ctx, &address).await?;
    let mut checks = Checks::new();
    let agreed = checks.optional("agreed", fields.get("agreed"), 2000);
    if let Err(wrong) = checks.finish(|| Some(())) {
        let (head, body) = page(&ctx, &found, None, Some((&fields, &wrong))).await?;
        return ctx.invalid(head, body);
    }
    let mut tx = found.permit.clone().begin(ctx.db()).await?;
    match store::read_as(&tx, found.enrolment.id, version(&fields)).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            let now = Found::of(&ctx, &address).await?;
            let (head, body) = page(&ctx, &now, None, Some((&fields, &changed_meanwhile()))).await?;
            return ctx.stale(head, body);
        }
        other => other?,
    }
    store::seal_agreed(&mut tx, ctx.app(), found.person, found.enrolment.id, agreed.as_deref()).await?;
    tx.about(found.person);
    tx.note("what", "pace-agreed");
    tx.commit().await?;
    ctx.done("edition-agreed", &found.here())
}

/// Invites somebody to open a profile, so that they can ask to take part. Nobody is enrolled by
/// another hand.
pub(in crate::edition) async fn invite(
    ctx: Ctx,
    Path((address, course, edition)): Path<(String, String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let (organisation, _, found, permit) = shown_edition(&ctx, &address, &course, &edition).await?;
    let mut checks = Checks::new();
    let name = checks.text("name", fields.get("name"), 120);
    let email = checks.take(EmailAddress::parse("email", fields.get("email")));
    let (name, email) = match checks.finish(|| Some((name?, email?))) {
        Ok(both) => both,
        Err(wrong) => {
            let (head, body) = show::page(&ctx, (&address, &course, &edition), &fields, &wrong).await?;
            return ctx.invalid(head, body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    let new = NewInvitation { email, display_name: name, lang: ctx.lang(), role: None, place: String::new() };
    people::facade::invite(&mut tx, ctx.app(), new).await?;
    tx.commit().await?;
    ctx.done("edition-invited", &href(&organisation, &found))
}
