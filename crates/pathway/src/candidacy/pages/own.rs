//! The person's own page: writing, sending, sharing, withdrawing, applying again.

use super::{
    belongings, letters, link, motives, organisation_name,
    steps::{self, Line},
};
use crate::{
    call::{self, Call},
    candidacy::{
        self, Access,
        model::{Candidacy, NewCandidacy, OutcomeKind, Source, Stage, Words},
        store,
    },
};
use ::store::Fault;
use access::{Act, Tx};
use askama::Template;
use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::{DateTime, Invalid, Invalids, PersonId, Utc, rome_date};
use network::facade::organisations_named;
use web::{
    Ctx, Error, Fields, Form, Head, T,
    ui::{self, Badge, Empty, Note, State},
};

/// What the person wrote, as it is read.
struct Written {
    label: String,
    text: String,
}

#[derive(Template)]
#[template(path = "candidacy/write.html")]
struct WritePage {
    href: String,
    draft: bool,
    form: Form,
    giving_up: Form,
    motives: Vec<(String, String)>,
    belongings: Vec<(String, String)>,
    wording: String,
    note: Option<Note>,
    /// What stands on record, where another window wrote it.
    other: Vec<Written>,
    link: Option<String>,
    script: &'static str,
    t: T,
}

#[derive(Template)]
#[template(path = "candidacy/own.html")]
struct OwnPage {
    href: String,
    call_href: String,
    path: ui::Path,
    open: bool,
    shared: bool,
    wording: String,
    words: Vec<Written>,
    told: Vec<Line>,
    seen: Vec<Line>,
    interviews: crate::interview::Part,
    note: crate::note::Part,
    outcome: crate::outcome::Part,
    by_link: bool,
    link: String,
    account: bool,
    withdrawal: Form,
    again: Option<String>,
    erasure: Option<Form>,
    t: T,
}

async fn call_of(ctx: &Ctx, candidacy: &Candidacy) -> web::Result<Call> {
    call::by_id(ctx.db().reader(), candidacy.call).await?.ok_or(Error::NotFound)
}

fn trail(t: &T, access: &Access) -> Vec<(String, String)> {
    if access.by_link { Vec::new() } else { vec![("/le-mie-candidature".to_owned(), t.get("candidacy-mine-title"))] }
}

async fn head(ctx: &Ctx, access: &Access, call: &Call) -> web::Result<Head> {
    let t = ctx.t();
    let organisation = organisation_name(ctx.db().reader(), call).await?;
    let lead = t.args("candidacy-own-lead", &[("call", call.title().into()), ("organisation", organisation.into())]);
    Ok(Head::new(t.get("candidacy-own-title")).lead(lead).trail(trail(t, access)).no_index())
}

/// What the person wrote, part by part; empty parts are left out.
fn written(t: &T, words: &Words) -> Vec<Written> {
    let motives: Vec<String> = words.motives.iter().map(|m| t.get(&format!("candidacy-motive-{}", m.code()))).collect();
    let belonging = words.belonging.map(|b| t.get(&format!("candidacy-belonging-{}", b.code()))).unwrap_or_default();
    let parts = [
        ("motives", motives.join("; ")),
        ("motivation", words.motivation.clone()),
        ("expectations", words.expectations.clone()),
        ("recovery", words.recovery.clone()),
        ("belonging", belonging),
        ("phone", words.phone.clone()),
    ];
    let part = |(field, text): (&str, String)| Written { label: t.get(&format!("candidacy-{field}")), text };
    parts.into_iter().filter(|(_, text)| !text.is_empty()).map(part).collect()
}

/// The person's own page: in a draft the form, later where the candidacy stands.
pub(in crate::candidacy) async fn show(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let access = candidacy::access(&ctx, &id).await?;
    if access.candidacy.stage == Stage::Draft {
        return write_form(ctx, Path(id)).await;
    }
    let (head, body) = page(&ctx, &access, &Invalids::default()).await?;
    ctx.page(head, body)
}

async fn page(ctx: &Ctx, access: &Access, wrong: &Invalids) -> web::Result<(Head, OwnPage)> {
    let (t, conn, candidacy) = (ctx.t(), ctx.db().reader(), &access.candidacy);
    let call = call_of(ctx, candidacy).await?;
    let (told, seen) = (store::told::told(conn, candidacy.id).await?, store::told::seen(conn, candidacy.id).await?);
    let mut named: Vec<PersonId> = told.iter().filter_map(|line| line.by).collect();
    named.extend(seen.iter().filter_map(|line| line.reader));
    named.sort_unstable();
    named.dedup();
    let names = people::facade::person_names(conn, &named).await?;
    let next = next_in_words(t, candidacy, &call, ctx.env().now());
    let empty = Fields::new();
    let erases = access.by_link && !people::facade::has_account(conn, access.person).await?;
    let body = OwnPage {
        href: access.href(),
        call_href: call.href(),
        path: steps::path(t, candidacy, &next),
        open: candidacy.open(),
        shared: candidacy.shared,
        wording: t.get("candidacy-share-wording"),
        words: written(t, &candidacy::words_of(conn, ctx.app(), candidacy).await?),
        told: steps::told(t, &names, &told),
        seen: steps::seen(t, &names, &seen),
        interviews: crate::interview::for_candidate(ctx, access).await?,
        note: crate::note::for_candidate(ctx, access).await?,
        outcome: crate::outcome::for_candidate(ctx, access).await?,
        by_link: access.by_link,
        link: ctx.app().site().link(&access.href()),
        account: access.by_link && link::offered(ctx, access.person, candidacy).await?.is_some(),
        withdrawal: Form::new(t, "candidacy-withdraw", &empty, wrong),
        again: again_in_words(t, candidacy, &call, ctx),
        erasure: erases.then(|| Form::new(t, "candidacy-erase", &empty, wrong)),
        t: t.clone(),
    };
    Ok((head(ctx, access, &call).await?, body))
}

/// What comes next, by whom and by when.
pub(super) fn next_in_words(t: &T, candidacy: &Candidacy, call: &Call, now: DateTime<Utc>) -> String {
    if candidacy.stage == Stage::Draft && rome_date(now) > call.words.closes_on {
        return t.get("candidacy-next-draft-late");
    }
    let next = candidacy::next(candidacy, call.words.closes_on, now);
    let sentence = t.get(next.key);
    match (next.meets, next.by) {
        (Some(day), _) => format!("{sentence} {}", t.arg("candidacy-next-on", "day", t.date(day))),
        (None, Some(by)) => format!("{sentence} {}", t.arg("candidacy-next-by", "by", t.date(by))),
        (None, None) => sentence,
    }
}

/// What the button to apply again says, once a candidacy is closed.
fn again_in_words(t: &T, candidacy: &Candidacy, call: &Call, ctx: &Ctx) -> Option<String> {
    let key = if call.open_on(ctx.env().today()) { "candidacy-again" } else { "candidacy-again-elsewhere" };
    (!candidacy.open()).then(|| t.get(key))
}

/// The form of what the person says.
pub(in crate::candidacy) async fn write_form(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let access = candidacy::access(&ctx, &id).await?;
    if !access.candidacy.open() {
        return ctx.goto(&access.href());
    }
    let (head, body) = write_page(&ctx, &access, &on_record(&ctx, &access).await?, &Invalids::default()).await?;
    ctx.page(head, body)
}

async fn on_record(ctx: &Ctx, access: &Access) -> Result<Fields, Fault> {
    let words = candidacy::words_of(ctx.db().reader(), ctx.app(), &access.candidacy).await?;
    let mut fields = words.fields();
    fields.set("version", access.candidacy.version);
    Ok(fields)
}

async fn write_page(ctx: &Ctx, access: &Access, fields: &Fields, wrong: &Invalids) -> web::Result<(Head, WritePage)> {
    let t = ctx.t();
    let call = call_of(ctx, &access.candidacy).await?;
    let closed = access.candidacy.stage == Stage::Draft && !call.open_on(ctx.env().today());
    let body = WritePage {
        href: access.href(),
        draft: access.candidacy.stage == Stage::Draft,
        form: Form::new(t, "candidacy", fields, wrong),
        giving_up: Form::fresh(t, "candidacy-give-up", &Fields::new()),
        motives: motives(t),
        belongings: belongings(t),
        wording: t.get("candidacy-share-wording"),
        note: closed.then(|| Note::warning(t.get("candidacy-call-closed"))),
        other: Vec::new(),
        link: access.by_link.then(|| ctx.app().site().link(&access.href())),
        script: web::assets::url("keep.js"),
        t: t.clone(),
    };
    Ok((head(ctx, access, &call).await?, body))
}

/// Saves what the person says, and sends the candidacy where they press so. A script saves in
/// passing with `quiet` and gets nothing but the new version.
pub(in crate::candidacy) async fn save(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> web::Result<Response> {
    let access = candidacy::access(&ctx, &id).await?;
    let candidacy = &access.candidacy;
    if !candidacy.open() {
        return Err(Error::Fault(Fault::Stale));
    }
    let sends = fields.get("do") == "send" && candidacy.stage == Stage::Draft;
    let wrong = match Words::parse(&fields) {
        Ok(words) => {
            let mut wrong = if sends { words.lacking() } else { Invalids::default() };
            if sends && !call_of(&ctx, candidacy).await?.open_on(ctx.env().today()) {
                wrong.0.push(Invalid::new("", "candidacy-call-closed"));
            }
            if wrong.is_empty() {
                return save_words(&ctx, &access, &fields, &words, sends).await;
            }
            wrong
        }
        Err(wrong) => wrong,
    };
    if fields.checked("quiet") {
        return Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response());
    }
    let (head, body) = write_page(&ctx, &access, &fields, &wrong).await?;
    ctx.invalid(head, body)
}

async fn save_words(ctx: &Ctx, access: &Access, fields: &Fields, words: &Words, sends: bool) -> web::Result<Response> {
    let candidacy = &access.candidacy;
    let version = fields.get("version").parse().unwrap_or(0);
    let mut tx = access.permit(ctx)?.begin(ctx.db()).await?;
    tx.note("what", if sends { "candidacy-sent" } else { "candidacy-saved" });
    match keep_words(ctx, &mut tx, candidacy, words, version).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            return changed_elsewhere(ctx, access, fields.clone()).await;
        }
        kept => kept?,
    }
    let saved = candidacy::lock(&tx, candidacy.id).await?;
    if sends {
        if fields.checked("share") {
            share_in(&mut tx, &saved, ctx.t()).await?;
        }
        let sent = candidacy::advance(&mut tx, &saved, Stage::Sent).await?;
        letters::arrived(&mut tx, ctx.app(), &sent, &call_of(ctx, &sent).await?).await?;
        let keys = ("candidacy-mail-sent-subject", "candidacy-mail-sent-body");
        candidacy::write_to(&mut tx, ctx.app(), &saved, keys, &[]).await?;
    }
    tx.commit().await?;
    if fields.checked("quiet") {
        return Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], saved.version.to_string()).into_response());
    }
    ctx.done(if sends { "candidacy-sent" } else { "candidacy-saved" }, &access.href())
}

/// Seals the person's words and keeps them, over the version that was read.
async fn keep_words(ctx: &Ctx, tx: &mut Tx, candidacy: &Candidacy, words: &Words, version: i64) -> Result<(), Fault> {
    let person = candidacy.person.ok_or(Fault::Stale)?;
    let place = candidacy.place("words");
    let sealed = people::facade::seal_for_person(tx, ctx.app(), person, &place, &words.written()).await?;
    store::words::save(tx, candidacy, sealed, version).await
}

/// Somebody saved in another window: what was typed stays, what stands on record is shown beside it.
async fn changed_elsewhere(ctx: &Ctx, access: &Access, mut fields: Fields) -> web::Result<Response> {
    if fields.checked("quiet") {
        return Ok(StatusCode::CONFLICT.into_response());
    }
    let conn = ctx.db().reader();
    let now = candidacy::by_id(conn, access.candidacy.id).await?.ok_or(Error::NotFound)?;
    let words = candidacy::words_of(conn, ctx.app(), &now).await?;
    fields.set("version", now.version);
    let (head, mut body) = write_page(ctx, access, &fields, &Invalids::default()).await?;
    body.note = Some(Note::alert(ctx.t().get("candidacy-stale")));
    body.other = written(ctx.t(), &words);
    ctx.stale(head, body)
}

async fn share_in(tx: &mut Tx, candidacy: &Candidacy, t: &T) -> Result<(), Fault> {
    store::told::share(tx, candidacy.id, &t.get("candidacy-share-wording")).await?;
    candidacy::tell(tx, candidacy.id, "candidacy-told-shared", None, "").await
}

/// Lets the panel read the person's words.
pub(in crate::candidacy) async fn share(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let access = candidacy::access(&ctx, &id).await?;
    if !access.candidacy.shared {
        let mut tx = access.permit(&ctx)?.begin(ctx.db()).await?;
        tx.note("what", "candidacy-shared");
        share_in(&mut tx, &access.candidacy, ctx.t()).await?;
        tx.commit().await?;
    }
    ctx.done("candidacy-shared", &access.href())
}

/// Takes it back, at once.
pub(in crate::candidacy) async fn unshare(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let access = candidacy::access(&ctx, &id).await?;
    let mut tx = access.permit(&ctx)?.begin(ctx.db()).await?;
    tx.note("what", "candidacy-unshared");
    store::told::unshare(&tx, access.candidacy.id).await?;
    candidacy::tell(&mut tx, access.candidacy.id, "candidacy-told-unshared", None, "").await?;
    tx.commit().await?;
    ctx.done("candidacy-unshared", &access.href())
}

/// Withdraws. Of a draft nothing is left.
pub(in crate::candidacy) async fn withdraw(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> web::Result<Response> {
    let access = candidacy::access(&ctx, &id).await?;
    let candidacy = &access.candidacy;
    if !fields.checked("sure") {
        let asked: Invalids = Invalid::new("sure", "candidacy-invalid-sure").into();
        if candidacy.stage == Stage::Draft {
            let kept = on_record(&ctx, &access).await?;
            let (head, mut body) = write_page(&ctx, &access, &kept, &Invalids::default()).await?;
            body.giving_up = Form::new(ctx.t(), "candidacy-give-up", &Fields::new(), &asked);
            return ctx.invalid(head, body);
        }
        let (head, body) = page(&ctx, &access, &asked).await?;
        return ctx.invalid(head, body);
    }
    if candidacy.stage == Stage::Draft {
        let call = call_of(&ctx, candidacy).await?;
        let mut tx = access.permit(&ctx)?.begin(ctx.db()).await?;
        tx.note("what", "candidacy-given-up");
        candidacy::give_up(&mut tx, ctx.app(), candidacy).await?;
        tx.commit().await?;
        return ctx.done("candidacy-given-up", &call.href());
    }
    if candidacy.outcome == Some(OutcomeKind::Withdrawn) {
        return ctx.goto(&access.href());
    }
    let call = call_of(&ctx, candidacy).await?;
    let mut tx = access.permit(&ctx)?.begin(ctx.db()).await?;
    tx.note("what", "candidacy-withdrawn");
    candidacy::close(&mut tx, candidacy, OutcomeKind::Withdrawn).await?;
    // Who withdraws is met by nobody any more: nobody has a reason left to read.
    store::told::unshare(&tx, candidacy.id).await?;
    crate::outcome::withdrawn(&mut tx, ctx.app(), candidacy, &call).await?;
    tx.commit().await?;
    ctx.done("candidacy-withdrawn", &access.href())
}

/// Applies again: a new draft with what was written, which the person rereads and changes.
pub(in crate::candidacy) async fn again(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let access = candidacy::access(&ctx, &id).await?;
    let before = &access.candidacy;
    let call = call_of(&ctx, before).await?;
    if before.open() || !call.open_on(ctx.env().today()) {
        return ctx.goto("/avvisi");
    }
    let conn = ctx.db().reader();
    let secret = access.by_link.then(|| ctx.env().secret());
    let new = NewCandidacy {
        call: call.id,
        organisation: call.organisation,
        person: access.person,
        source: Source::Own,
        previous: Some(before.id),
        secret: secret.clone(),
        email: before.email.clone(),
        lang: ctx.lang(),
    };
    let words = candidacy::words_of(conn, ctx.app(), before).await?;
    let mut tx = access.permit(&ctx)?.begin(ctx.db()).await?;
    tx.note("what", "candidacy-begun");
    // The last candidacy that goes takes along a person whom the first one put on record.
    let made = store::words::made_person(tx.conn(), before.id).await?;
    let id = match candidacy::begin(&mut tx, &new, made).await {
        Err(Fault::Duplicate(_)) => {
            tx.rollback().await?;
            let open = store::open_of(conn, call.id, access.person).await?.ok_or(Error::NotFound)?;
            // By link the draft has a link of its own, which stands in the page of who began it.
            return ctx.goto(&if access.by_link { "/candidatura".to_owned() } else { open.href() });
        }
        begun => begun?,
    };
    let begun = candidacy::lock(&tx, id).await?;
    keep_words(&ctx, &mut tx, &begun, &words, begun.version).await?;
    if let (Some(secret), Some(email)) = (&secret, &before.email) {
        super::begin::send_link(&ctx, &mut tx, email, secret).await?;
    }
    tx.commit().await?;
    ctx.done("candidacy-begun", &format!("/candidature/{}", secret.unwrap_or_else(|| id.to_string())))
}

/// All that is held on somebody without an account, as a file: who has one asks in the own profile.
pub(in crate::candidacy) async fn export(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let access = candidacy::access(&ctx, &id).await?;
    // Once there is an account, a link in an old letter is no key to all that is held.
    if !access.by_link || people::facade::has_account(ctx.db().reader(), access.person).await? {
        return Err(Error::NotFound);
    }
    access.permit(&ctx)?;
    let held = people::facade::export_person(ctx.app(), access.person).await?.ok_or(Error::NotFound)?;
    let text = serde_json::to_string_pretty(&held).map_err(|error| Error::Inside(error.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, "application/json; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"dati.json\""),
    ];
    Ok((headers, text).into_response())
}

/// Erases all that is held on somebody without an account.
pub(in crate::candidacy) async fn erase(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> web::Result<Response> {
    let access = candidacy::access(&ctx, &id).await?;
    if !access.by_link || people::facade::has_account(ctx.db().reader(), access.person).await? {
        return Err(Error::NotFound);
    }
    if !fields.checked("sure") {
        let asked: Invalids = Invalid::new("sure", "candidacy-invalid-sure").into();
        let (head, body) = page(&ctx, &access, &asked).await?;
        return ctx.invalid(head, body);
    }
    let mut tx = access.permit(&ctx)?.begin(ctx.db()).await?;
    tx.note("what", "erased");
    people::facade::erase_person(&mut tx, ctx.app().holdings(), access.person).await?;
    tx.commit().await?;
    ctx.done("candidacy-erased", "/avvisi")
}

// The list.

struct Mine {
    href: String,
    call: String,
    organisation: String,
    badge: Badge,
    next: String,
    begun: String,
}

#[derive(Template)]
#[template(path = "candidacy/mine.html")]
struct MinePage {
    lines: Vec<Mine>,
    empty: Empty,
    t: T,
}

/// The candidacies of who is signed in.
pub(in crate::candidacy) async fn mine(ctx: Ctx) -> web::Result<Response> {
    let (t, conn, me) = (ctx.t(), ctx.db().reader(), ctx.person()?);
    ctx.permit(Act::UseOwnAccount, access::Target::Person(me))?;
    let all = candidacy::of_person(conn, me).await?;
    let ids: Vec<_> = all.iter().map(|candidacy| candidacy.call).collect();
    let calls = call::by_ids(conn, &ids).await?;
    let places = organisations_named(conn, calls.iter().map(|call| call.organisation).collect()).await?;
    let line = |candidacy: &Candidacy| {
        let call = calls.iter().find(|call| call.id == candidacy.call)?;
        Some(Mine {
            href: candidacy.href(),
            call: call.title().to_owned(),
            organisation: places.get(&call.organisation).map(|listed| listed.name.clone()).unwrap_or_default(),
            badge: badge(t, candidacy),
            next: next_in_words(t, candidacy, call, ctx.env().now()),
            begun: steps::day(t, candidacy.begun_at),
        })
    };
    let body = MinePage {
        lines: all.iter().filter_map(line).collect(),
        empty: Empty::new(t.get("candidacy-mine-none"), t.get("candidacy-mine-none-text"))
            .action("/avvisi", t.get("call-title-list")),
        t: t.clone(),
    };
    let trail = vec![("/profilo".to_owned(), t.get("candidacy-trail-profile"))];
    ctx.page(Head::new(t.get("candidacy-mine-title")).lead(t.get("candidacy-mine-lead")).trail(trail).no_index(), body)
}

/// Where a candidacy stands, as a mark and words. No outcome looks like a failure, and a stage that
/// is under way does not look done.
pub(crate) fn badge(t: &T, candidacy: &Candidacy) -> Badge {
    let (state, key) = match (candidacy.stage, candidacy.outcome) {
        (Stage::Closed, Some(outcome)) => (State::Ended, format!("candidacy-as-{}", outcome.code())),
        (Stage::Closed, None) => (State::Ended, "candidacy-step-closed".to_owned()),
        (Stage::Draft, _) => (State::Waiting, "candidacy-stage-draft".to_owned()),
        (stage, _) => (State::Kind, format!("candidacy-stage-{}", stage.code())),
    };
    Badge::word(state, t.get(&key))
}
