//! `/verifica`: the form, what comes of a file or a text, and the page of a code.

use super::{
    model::{self, Check, Found, Presented, Report, Verdict},
    report,
    rules::NOT_TRUSTED,
};
use crate::{
    credential::{
        self, Form as Shape, Issued, Part,
        model::NewCredential,
        rules::{hours, instant, kinds_of_signatures},
    },
    issuer::{self, wants_data},
    proof::Unproven,
};
use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use kernel::{DateTime, Invalid, Invalids, Utc};
use serde_json::{Value, json};
use web::{
    Ctx, Error, Fields, Form, Head, Site, T,
    ui::{Badge, Note, State},
};

#[derive(Template)]
#[template(path = "verify/ask.html")]
struct AskPage {
    form: Form,
    t: T,
}

fn ask_page(ctx: &Ctx, fields: &Fields, wrong: &Invalids) -> (Head, AskPage) {
    let t = ctx.t();
    let body = AskPage { form: Form::new(t, "verify", fields, wrong), t: t.clone() };
    (Head::new(t.get("verify-title")).lead(t.get("verify-lead")), body)
}

/// The form; with a code in the address, its page.
pub(super) async fn ask(ctx: Ctx) -> web::Result<Response> {
    let asked = Fields::parse_urlencoded(ctx.query().unwrap_or_default().as_bytes());
    if let Some(code) = model::code_in(asked.get("codice")) {
        return ctx.goto(&credential::path_of(&code));
    }
    let (head, body) = ask_page(&ctx, &Fields::new(), &Invalids::default());
    ctx.page(head, body)
}

/// Looks at what was typed, pasted or dropped. Nothing of it is kept.
pub(super) async fn answer(ctx: Ctx, fields: Fields) -> web::Result<Response> {
    let typed = fields.get("what").trim();
    let dropped = fields.file("file").map(|file| file.bytes.clone());
    let refuse = |field: &str, key: &str| {
        let (head, body) = ask_page(&ctx, &fields, &Invalid::new(field, key).into());
        ctx.invalid(head, body)
    };
    if dropped.is_none() {
        if let Some(code) = model::code_in(typed) {
            return ctx.goto(&credential::path_of(&code));
        }
        if typed.is_empty() {
            return refuse("what", "verify-invalid-nothing");
        }
    }
    let field = if dropped.is_some() { "file" } else { "what" };
    let presented = match Presented::parse(dropped.as_deref().unwrap_or(typed.as_bytes())) {
        Ok(presented) => presented,
        Err(Unproven::Broken) => return refuse(field, "verify-invalid-disclosure"),
        Err(Unproven::Unknown(_)) => return refuse(field, "verify-invalid-kind"),
        Err(Unproven::Malformed(_) | Unproven::Unread(_)) => return refuse(field, "verify-invalid-unread"),
    };
    if !presented.is_certificate() {
        return refuse(field, "verify-invalid-unread");
    }
    let given = fields.get("issuer").trim();
    let given = (!given.is_empty()).then(|| model::given_key(given, presented.key_name()));
    if given == Some(None) {
        return refuse("issuer", "verify-invalid-issuer");
    }
    let found = report(ctx.db().reader(), ctx.app(), &presented, given.flatten()).await?;
    shown(&ctx, &presented, &found)
}

struct CheckLine {
    badge: Badge,
    name: String,
    text: String,
}

#[derive(Template)]
#[template(path = "verify/report.html")]
struct ReportPage {
    note: Note,
    facts: Vec<(String, String)>,
    lines: Vec<CheckLine>,
    elsewhere: Option<String>,
    t: T,
}

/// The lines of what was found, in the order of the house.
fn check_lines(t: &T, report: &Report) -> Vec<CheckLine> {
    report.checks.iter().map(|(check, found)| check_line(t, report, *check, *found)).collect()
}

fn check_line(t: &T, report: &Report, check: Check, found: Found) -> CheckLine {
    let state = match found {
        Found::Good(_) => State::Met,
        Found::Bad(_) => State::NotMet,
        Found::Unknown(_) => State::NotKnown,
    };
    let word = match found {
        Found::Good(_) => "verify-good",
        Found::Bad(_) => "verify-bad",
        Found::Unknown(_) => "verify-unknown",
    };
    let text = match (check, report.not_trusted) {
        (Check::Signature, Some(since)) if found.word() == NOT_TRUSTED => not_trusted(t, since),
        _ => t.get(&format!("verify-{}-{}", check.code(), found.word())),
    };
    CheckLine { badge: Badge::word(state, t.get(word)), name: t.get(&format!("verify-check-{}", check.code())), text }
}

fn not_trusted(t: &T, since: DateTime<Utc>) -> String {
    t.arg("verify-signature-key-not-trusted", "since", t.date(kernel::rome_date(since)))
}

fn verdict(t: &T, verdict: Verdict) -> Note {
    let text = t.get(&format!("verify-verdict-{}", verdict.code()));
    match verdict {
        Verdict::Valid => Note::success(text),
        Verdict::Partly => Note::warning(text),
        Verdict::NotValid => Note::alert(text),
    }
}

/// The page of what was found in a file or a text. It shows what whoever asks has in hand already.
fn shown(ctx: &Ctx, presented: &Presented, report: &Report) -> web::Result<Response> {
    let t = ctx.t();
    let elsewhere = report.issuer.clone().filter(|_| report.verdict() == Verdict::Partly);
    let body = ReportPage {
        note: verdict(t, report.verdict()),
        // Under words of its own a member may mean anything: then nothing is shown as said.
        facts: if presented.has_own_words() { Vec::new() } else { facts(t, presented) },
        lines: check_lines(t, report),
        elsewhere,
        t: t.clone(),
    };
    let trail = vec![("/verifica".to_owned(), t.get("verify-title"))];
    ctx.page(Head::new(t.get("verify-report-title")).trail(trail).no_index(), body)
}

/// What a credential says, as far as its words are known here.
fn facts(t: &T, presented: &Presented) -> Vec<(String, String)> {
    let says = presented.says();
    let at = |path: &[&str]| {
        let mut value = says.get(path[0])?;
        for name in &path[1..] {
            value = value.as_array().and_then(|all| all.first()).unwrap_or(value).get(name)?;
        }
        value.as_str().map(model::short)
    };
    let day = |text: String| {
        let instant = text.parse::<DateTime<Utc>>().map(kernel::rome_date);
        instant.or_else(|_| text.parse()).map_or(text, |day| t.date(day))
    };
    let title = at(&["credentialSubject", "achievement", "name"]).or_else(|| at(&["achievement_title"]));
    let holder = at(&["name"]).filter(|_| says.contains_key("vct"));
    let holder = holder.or_else(|| at(&["credentialSubject", "identifier", "identityHash"]));
    let by = at(&["issuer", "name"]).or_else(|| at(&["issuing_authority"])).or_else(|| at(&["issuer"]));
    let on = at(&["validFrom"]).or_else(|| at(&["date_of_issuance"]));
    let lines = [
        ("verify-fact-title", title.or_else(|| at(&["name"]))),
        ("verify-fact-issuer", by.or_else(|| at(&["iss"]))),
        ("verify-fact-issued", on.map(day)),
        ("verify-fact-holder", holder),
        ("verify-fact-more", at(&["credentialSubject", "narrative"])),
    ];
    lines.into_iter().filter_map(|(key, value)| Some((t.get(key), value?))).collect()
}

#[derive(Template)]
#[template(path = "verify/code.html")]
struct CodePage {
    note: Note,
    facts: Vec<(String, String)>,
    lines: Vec<CheckLine>,
    issuer: (String, String),
    t: T,
}

/// The credential that has a code: what its holder lets a check show.
pub(super) async fn by_code(ctx: Ctx, headers: HeaderMap, Path(code): Path<String>) -> web::Result<Response> {
    let conn = ctx.db().reader();
    let t = ctx.t();
    let Some(issued) = credential::by_code(conn, &code).await? else {
        if wants_data(&headers) {
            return Err(Error::NotFound);
        }
        let fields = Fields::from([("what", code.as_str())]);
        let (head, body) = ask_page(&ctx, &fields, &Invalid::new("what", "verify-invalid-code").into());
        return ctx.page_with(StatusCode::NOT_FOUND, head.no_index(), body);
    };
    let found = report_of(&ctx, &issued).await?;
    if wants_data(&headers) {
        return Ok(issuer::data("application/json", as_data(ctx.app().site(), &issued, &found)));
    }
    let note = match (&issued.revoked, &issued.record, found.not_trusted) {
        (Some(revoked), ..) => Note::alert(t.arg("verify-code-revoked", "on", t.date(kernel::rome_date(revoked.at)))),
        // What the person keeps as a file cannot be signed again: nobody knows any more what it says.
        (None, None, Some(since)) => {
            Note::warning(t.arg("verify-code-erased-not-trusted", "since", t.date(kernel::rome_date(since))))
        }
        (None, None, None) => Note::info(t.get("verify-code-erased")),
        (None, Some(_), _) => verdict(t, found.verdict()),
    };
    let body = CodePage {
        note,
        facts: issued.record.as_ref().map(|record| chosen(t, &issued, record)).unwrap_or_default(),
        lines: if issued.record.is_some() { check_lines(t, &found) } else { Vec::new() },
        issuer: (issuer::model::path(issued.issuer), t.get("verify-code-issuer")),
        t: t.clone(),
    };
    let trail = vec![("/verifica".to_owned(), t.get("verify-title"))];
    ctx.page(Head::new(t.arg("verify-code-title", "code", issued.code.as_str())).trail(trail).no_index(), body)
}

/// Checks the signed document itself, not the row beside it.
async fn report_of(ctx: &Ctx, issued: &Issued) -> web::Result<Report> {
    let conn = ctx.db().reader();
    let Some(badge) = credential::file(conn, issued.id, Shape::OpenBadge).await? else {
        let status = match issued.revoked {
            Some(_) => Found::Bad("revoked"),
            None => Found::Good("stands"),
        };
        let not_trusted = issuer::compromised_since(conn, issued.key).await?;
        let signature = not_trusted.map(|_| (Check::Signature, Found::Bad(NOT_TRUSTED)));
        let checks = signature.into_iter().chain([(Check::Status, status)]).collect();
        return Ok(Report { checks, issuer: None, not_trusted });
    };
    let presented = Presented::parse(badge.as_bytes()).map_err(|error| Error::Inside(error.to_string()))?;
    Ok(report(conn, ctx.app(), &presented, None).await?)
}

/// What everybody reads, and what the holder chose.
fn chosen(t: &T, issued: &Issued, record: &NewCredential) -> Vec<(String, String)> {
    let has = |part| issued.shown.has(part);
    let own = t.in_lang(record.lang);
    let period = || {
        let args = [("from", t.date(record.from).into()), ("to", t.date(record.to).into())];
        t.args("verify-code-period", &args)
    };
    let lines = [
        ("verify-fact-title", Some(record.title.clone())),
        ("verify-fact-issuer", Some(record.issuer_name.clone())),
        ("verify-fact-issued", Some(t.date(record.issued_on))),
        ("verify-fact-holder", has(Part::Holder).then(|| record.holder_name.clone())),
        ("verify-fact-hours", has(Part::Hours).then(|| hours(&own, record)).flatten()),
        ("verify-fact-period", has(Part::Period).then(period)),
        ("verify-fact-signed", has(Part::Signatories).then(|| kinds_of_signatures(&own, record)).flatten()),
        ("verify-fact-description", has(Part::Learning).then(|| record.description.clone())),
        ("verify-fact-criteria", has(Part::Learning).then(|| record.criteria.clone())),
    ];
    let mut lines: Vec<(String, String)> =
        lines.into_iter().filter_map(|(key, value)| Some((t.get(key), value?))).collect();
    if has(Part::Learning) {
        let named = |a: &credential::Alignment| format!("{}: {}", a.framework, a.name);
        lines.extend(record.alignments.iter().map(|a| (t.get("verify-fact-alignment"), named(a))));
    }
    lines
}

/// The same for programs.
fn as_data(site: &Site, issued: &Issued, report: &Report) -> Value {
    let mut data = json!({
        "code": issued.code,
        "address": site.link(&issued.path()),
        "valid": report.verdict() == Verdict::Valid,
        "revoked": issued.revoked.map(|revoked| instant(revoked.at)),
        "key_not_trusted_since": report.not_trusted.map(instant),
        "issuer": site.link(&issuer::model::path(issued.issuer)),
    });
    let Some(record) = &issued.record else { return data };
    data["title"] = record.title.as_str().into();
    data["issuer_name"] = record.issuer_name.as_str().into();
    data["issued_on"] = record.issued_on.to_string().into();
    if issued.shown.has(Part::Holder) {
        data["holder"] = record.holder_name.as_str().into();
    }
    if issued.shown.has(Part::Hours) {
        data["minutes"] = record.minutes.iter().map(|(part, n)| json!({"part": part, "minutes": n})).collect();
    }
    if issued.shown.has(Part::Period) {
        data["period"] = json!({"from": record.from, "to": record.to});
    }
    if issued.shown.has(Part::Signatories) {
        data["signed_by"] = record.signed_by.iter().map(|(_, side)| json!({"side": side})).collect();
    }
    if issued.shown.has(Part::Learning) {
        data["description"] = record.description.as_str().into();
        data["criteria"] = record.criteria.as_str().into();
        data["alignments"] = serde_json::to_value(&record.alignments).unwrap_or_default();
    }
    data
}
