//! What is yours: the profile, the trace, all that is held, erasure.

use super::{
    rules::{self, Line},
    store,
};
use crate::{
    account, consent,
    facade::{PEOPLE_PER_PAGE, Person, skip},
    keys::MasterKey,
    person, role, second_step, session,
    session::pages::take_cookie,
    trail,
};
use access::{Act, Role, Target, audit};
use askama::Template;
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use kernel::{Id, Invalid, Invalids, PersonId};
use serde_json::Value;
use std::{cmp::Reverse, collections::HashMap};
use web::{
    Ctx, Error, Fields, Form, Head, Result, T,
    ui::{Empty, Pager},
};

struct Entry {
    href: &'static str,
    title: String,
    text: String,
}

#[derive(Template)]
#[template(path = "privacy/profile.html")]
struct ProfilePage {
    person: Person,
    roles: Vec<String>,
    sign_in: Vec<Entry>,
    yours: Vec<Entry>,
    t: T,
}

pub(crate) async fn profile(ctx: Ctx) -> Result<Response> {
    let (id, conn) = (ctx.person()?, ctx.db().reader());
    let person = person::store::by_id(conn, id).await?.ok_or(Error::NotFound)?;
    let sessions = session::store::of_person(conn, id, ctx.env().now()).await?.len();
    let steps = second_step::store::steps(conn, id).await?;
    let consents = consent::store::of_person(conn, id, 100).await?;
    let consents = consents.iter().filter(|c| c.withdrawn_at.is_none()).count();
    let with_password = account::store::by_person(conn, id).await?.is_some_and(|a| a.password_hash.is_some());
    let t = ctx.t().clone();
    let entry = |href, title: &str, text: String| Entry { href, title: t.get(title), text };
    let step = if steps.any() { "privacy-step-on" } else { "privacy-step-off" };
    let password = if with_password { "privacy-password-set" } else { "privacy-password-none" };
    let sign_in = vec![
        entry("/profilo/dettagli", "person-title", t.get("privacy-details-text")),
        entry("/profilo/password", "privacy-password", t.get(password)),
        entry("/profilo/secondo-passo", "second-step-title", t.get(step)),
        entry("/profilo/sessioni", "session-title", t.arg("privacy-sessions", "count", sessions)),
        entry("/profilo/token", "token-title", t.get("privacy-token-text")),
    ];
    let mut yours = vec![
        entry("/profilo/testi", "text-title", t.get("privacy-texts-text")),
        entry("/profilo/condivisi", "text-shared-title", t.get("privacy-shared-text")),
        entry("/profilo/consensi", "consent-title", t.arg("privacy-consents", "count", consents)),
        entry("/profilo/traccia", "privacy-trace-title", t.get("privacy-trace-text")),
        entry("/profilo/dati", "privacy-data-title", t.get("privacy-data-text")),
        entry("/profilo/cancella", "privacy-erase-title", t.get("privacy-erase-short")),
    ];
    // Later slices have pages of the profile as well; this one knows them by the route table alone.
    let later = [("/profilo/esperienza", "privacy-experience"), ("/profilo/gruppi", "privacy-groups")];
    for (n, (href, key)) in later.into_iter().filter(|(href, _)| has_route(&ctx, href)).enumerate() {
        yours.insert(n, entry(href, key, t.get(&format!("{key}-text"))));
    }
    let held = ctx.actor().roles().iter();
    let roles = held.map(|held| role::pages::in_words(&t, held.role, held.scope)).collect();
    let head = Head::new(t.get("privacy-profile-title")).lead(t.get("privacy-profile-lead")).no_index();
    ctx.page(head, ProfilePage { person, roles, sign_in, yours, t })
}

fn has_route(ctx: &Ctx, path: &str) -> bool {
    ctx.app().routes().iter().any(|route| route.path == path)
}

// The trace.

struct Trace {
    when: String,
    who: String,
    what: String,
    more: Vec<String>,
}

#[derive(Template)]
#[template(path = "privacy/trace.html")]
struct TracePage {
    lines: Vec<Trace>,
    empty: Empty,
    pager: Pager,
    t: T,
}

pub(crate) async fn trace(ctx: Ctx) -> Result<Response> {
    let (id, page, conn) = (ctx.person()?, crate::page_asked(&ctx), ctx.db().reader());
    let entries = audit::concerning(conn, id, PEOPLE_PER_PAGE, skip(page)).await?;
    let total = audit::count_concerning(conn, id).await?;
    let others: Vec<PersonId> =
        entries.iter().filter_map(|e| e.actor_person).map(PersonId::from_uuid).filter(|p| *p != id).collect();
    let names = person::store::names(conn, &others).await?;
    let t = ctx.t().clone();
    let lines = entries.iter().map(|entry| in_words(&t, id, &names, entry)).collect();
    let empty = Empty::new(t.get("privacy-trace-none-title"), t.get("privacy-trace-none-text"));
    let pager = crate::pager(&t, "/profilo/traccia", page, total);
    let head = Head::new(t.get("privacy-trace-title")).lead(t.get("privacy-trace-lead")).trail(trail(&t)).no_index();
    ctx.page(head, TracePage { lines, empty, pager, t })
}

/// A row of the audit log in plain words: who, what, and what more is known.
fn in_words(t: &T, own: PersonId, names: &HashMap<PersonId, String>, entry: &audit::Entry) -> Trace {
    let who = match entry.actor_person.map(PersonId::from_uuid) {
        Some(person) if person == own => t.get("privacy-who-you"),
        Some(person) => names.get(&person).cloned().unwrap_or_else(|| t.get("privacy-who-gone")),
        None if entry.actor == "visitor" => t.get("privacy-who-visitor"),
        None => t.get("privacy-who-program"),
    };
    let word = |key: &str| entry.detail.get(key).and_then(Value::as_str);
    let act = format!("privacy-act-{}", entry.act.replace(' ', "-"));
    let what = match word("what").map(|what| format!("privacy-did-{what}")) {
        Some(key) if t.has(&key) => t.get(&key),
        _ if t.has(&act) => t.get(&act),
        _ => entry.act.clone(),
    };
    let known = [
        ("role", "role-"),
        ("consent", "consent-"),
        ("text", "text-"),
        ("purpose", "text-purpose-"),
        ("how", "privacy-how-"),
    ];
    let more = known.iter().filter_map(|(field, prefix)| word(field).map(|w| format!("{prefix}{w}")));
    let more = more.filter(|key| t.has(key)).map(|key| t.get(&key)).collect();
    Trace { when: t.instant(entry.at), who, what, more }
}

// All that is held.

#[derive(Template)]
#[template(path = "privacy/data.html")]
struct DataPage {
    lines: Vec<Line>,
    kept: Vec<(String, Vec<String>)>,
    t: T,
}

async fn all_held(ctx: &Ctx, person: PersonId) -> Result<Value> {
    let app = ctx.app();
    store::export(ctx.db(), app.holdings(), &MasterKey::of(app), person).await?.ok_or(Error::NotFound)
}

/// What is kept, why, and for how long: the retention of all slices, each purpose once, under how long
/// it is kept. First what stays until its person erases it, then from the longest to the shortest. Where
/// a purpose keeps several tables, the one that is deleted by itself says how long.
pub(crate) fn kept(ctx: &Ctx) -> Vec<(String, Vec<String>)> {
    let mut all: Vec<(&'static str, Option<u32>)> = Vec::new();
    for retention in ctx.app().holdings().iter().flat_map(|holding| holding.retention()) {
        match all.iter_mut().find(|(purpose, _)| *purpose == retention.purpose) {
            Some((_, days)) => *days = (*days).max(retention.days),
            None => all.push((retention.purpose, retention.days)),
        }
    }
    all.sort_by_key(|(_, days)| Reverse(days.unwrap_or(u32::MAX)));
    let t = ctx.t();
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for (purpose, days) in all {
        let long = how_long(t, days);
        match groups.last_mut() {
            Some((same, purposes)) if *same == long => purposes.push(t.get(purpose)),
            _ => groups.push((long, vec![t.get(purpose)])),
        }
    }
    groups
}

/// So many days as one says them: whole years as years (up to a leap day each), and where nothing is
/// added to the day that the purpose names, until that day.
fn how_long(t: &T, days: Option<u32>) -> String {
    match days {
        None => t.get("privacy-retention-always"),
        Some(0) => t.get("privacy-retention-until"),
        Some(days) => match rules::whole_years(days) {
            Some(years) => t.arg("privacy-retention-years", "years", years),
            None => t.arg("privacy-retention-days", "days", days),
        },
    }
}

pub(crate) async fn data(ctx: Ctx) -> Result<Response> {
    let mut all = all_held(&ctx, ctx.person()?).await?;
    // The trace has a page of its own, in plain words; in the file it is whole.
    if let Some(all) = all.as_object_mut() {
        all.remove("trace");
    }
    let t = ctx.t().clone();
    let head = Head::new(t.get("privacy-data-title")).lead(t.get("privacy-data-lead")).trail(trail(&t)).no_index();
    ctx.page(head, DataPage { lines: rules::lines(&t, &all), kept: kept(&ctx), t })
}

pub(crate) async fn data_file(ctx: Ctx) -> Result<Response> {
    let all = all_held(&ctx, ctx.person()?).await?;
    let mut response = axum::Json(all).into_response();
    let name = HeaderValue::from_static("attachment; filename=\"alla-pari.json\"");
    response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    Ok(response)
}

// Erasure.

#[derive(Template)]
#[template(path = "privacy/erase.html")]
struct ErasePage {
    form: Form,
    last_administrator: bool,
    t: T,
}

/// Whether nobody else could run the installation any more.
async fn is_last_administrator(ctx: &Ctx) -> Result<bool> {
    if !ctx.actor().holds(Role::Administrator) {
        return Ok(false);
    }
    let held = role::store::in_scope(ctx.db().reader(), access::Scope::Network, ctx.env().today(), 1000, 0).await?;
    let me = ctx.actor().person();
    Ok(!held.iter().any(|r| r.held.role == Role::Administrator && Some(r.person) != me))
}

async fn erase_page(ctx: &Ctx, fields: &Fields, invalids: &Invalids) -> Result<(Head, ErasePage)> {
    let last_administrator = is_last_administrator(ctx).await?;
    let t = ctx.t().clone();
    let head = Head::new(t.get("privacy-erase-title")).lead(t.get("privacy-erase-lead")).trail(trail(&t)).no_index();
    Ok((head, ErasePage { form: Form::new(&t, "privacy", fields, invalids), last_administrator, t }))
}

pub(crate) async fn erase_form(ctx: Ctx) -> Result<Response> {
    let (head, page) = erase_page(&ctx, &Fields::new(), &Invalids::default()).await?;
    ctx.page(head, page)
}

pub(crate) async fn erase(ctx: Ctx, fields: Fields) -> Result<Response> {
    let person = crate::in_person(&ctx)?;
    if let Err(first) = second_step::pages::taken_first(&ctx, person).await? {
        return Ok(first);
    }
    let sure = fields.checked("sure");
    if !sure || is_last_administrator(&ctx).await? {
        let wrong = if sure { Invalids::default() } else { Invalid::new("sure", "privacy-invalid-sure").into() };
        let (head, page) = erase_page(&ctx, &fields, &wrong).await?;
        return ctx.invalid(head, page);
    }
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(person))?.begin(ctx.db()).await?;
    store::erase(&mut tx, ctx.app().holdings(), person).await?;
    tx.commit().await?;
    tracing::info!(person = %Id::uuid(person), "a person's data were erased");
    let mut response = ctx.done("privacy-erased", "/")?;
    take_cookie(&ctx, &mut response);
    Ok(response)
}
