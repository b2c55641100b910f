//! An organisation's page, and the history of its sheets.

use super::{Changes, load, trail};
use crate::organisation::{
    model::{ByStanding, Figures, Lead, Organisation, Sheet, SheetState, Stage, StoredSheet},
    rules::differences,
    store,
};
use access::Act;
use askama::Template;
use axum::{extract::Path, response::Response};
use web::{
    Ctx, Error, Fields, Head, T,
    ui::{Badge, LoopStep, Note, Pager, State},
};

#[derive(Template)]
#[template(path = "organisation/profile.html")]
struct ProfilePage {
    t: T,
    notes: Vec<Note>,
    /// Where the sheet that waits is settled, for who may.
    settle: Option<String>,
    facts: Vec<(String, String)>,
    paragraphs: Vec<String>,
    figures: Option<FiguresTable>,
    contacts: Option<Contacts>,
    territory: (String, String),
    dated: String,
    links: Vec<(String, String)>,
    keeping: Vec<(String, String)>,
}

struct FiguresTable {
    dated: String,
    rows: Vec<FiguresRow>,
}

struct FiguresRow {
    label: String,
    volunteer: String,
    part_time: String,
    full_time: String,
    total: String,
}

struct Contacts {
    address: Option<String>,
    email: Option<String>,
    phone: Option<(String, String)>,
    website: Option<String>,
}

fn figures(t: &T, figures: Figures) -> Option<FiguresTable> {
    let number = |number: Option<i64>| number.map_or_else(|| t.get("organisation-nothing"), |number| t.number(number));
    let row = |key: &str, by: ByStanding| FiguresRow {
        label: t.get(key),
        volunteer: number(by.volunteer),
        part_time: number(by.part_time),
        full_time: number(by.full_time),
        total: number(by.total()),
    };
    figures.any().then(|| FiguresTable {
        dated: figures.on.map(|day| t.arg("organisation-figures-dated", "day", t.date(day))).unwrap_or_default(),
        rows: vec![row("organisation-user-experts", figures.user), row("organisation-family-experts", figures.family)],
    })
}

/// The ways to reach an organisation; none once it was closed.
fn contacts(organisation: &Organisation, sheet: &Sheet) -> Option<Contacts> {
    let digits = |phone: &String| phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>();
    let contacts = Contacts {
        address: sheet.address.clone(),
        email: sheet.email.as_ref().map(|email| email.as_str().to_owned()),
        phone: sheet.phone.as_ref().map(|phone| (format!("tel:{}", digits(phone)), phone.clone())),
        website: sheet.website.clone(),
    };
    let any = contacts.address.is_some()
        || contacts.email.is_some()
        || contacts.phone.is_some()
        || contacts.website.is_some();
    (any && organisation.closed_on.is_none()).then_some(contacts)
}

fn facts(t: &T, sheet: &Sheet) -> Vec<(String, String)> {
    let province = sheet.province().map(|province| province.to_string()).unwrap_or_default();
    let mut facts = vec![
        (t.get("organisation-kind"), t.get(&sheet.kind.key())),
        (t.get("organisation-town"), sheet.town.clone()),
        (t.get("organisation-province"), province),
    ];
    if sheet.lead != Lead::Unsaid {
        facts.push((t.get("organisation-led-by-experts"), t.get(&sheet.lead.key())));
    }
    if sheet.stage != Stage::Unsaid {
        facts.push((t.get("organisation-stage"), t.get(&sheet.stage.key())));
    }
    facts
}

fn notes(t: &T, organisation: &Organisation, reads: bool) -> Vec<Note> {
    let mut notes = Vec::new();
    if let Some(day) = organisation.closed_on {
        notes.push(Note::warning(t.arg("organisation-closed-since", "day", t.date(day))));
    }
    let Some(pending) = organisation.pending.as_ref().filter(|_| reads) else { return notes };
    match (pending.state, &organisation.confirmed) {
        (SheetState::Returned, _) => {
            notes.push(Note::warning(t.arg(
                "organisation-note-returned",
                "note",
                pending.note.clone().unwrap_or_default(),
            )));
        }
        (_, Some(_)) => notes.push(Note::info(t.arg("organisation-note-waiting", "at", t.instant(pending.written_at)))),
        (_, None) => notes.push(Note::info(t.get("organisation-note-first"))),
    }
    notes
}

/// What else stands on record of an organisation, on pages of its own.
const LINKS: [(&str, &str); 4] = [
    ("esperti", "organisation-link-experts"),
    ("adesioni", "organisation-link-endorsements"),
    ("gemellaggi", "organisation-link-twinning"),
    ("calendario.ics", "organisation-link-calendar"),
];

/// Those pages, for who may open them: of a reality that was closed, only who reads its records.
fn links(t: &T, organisation: &Organisation, reads: bool) -> Vec<(String, String)> {
    let open = LINKS.iter().filter(|_| organisation.listed || reads);
    open.map(|(page, key)| (format!("{}/{page}", organisation.href()), t.get(key))).collect()
}

/// What who keeps the record may do from here.
fn keeping(ctx: &Ctx, organisation: &Organisation, reads: bool) -> Vec<(String, String)> {
    let (t, href, target) = (ctx.t(), organisation.href(), organisation.target());
    let mut links = Vec::new();
    let mut offer = |may: bool, page: &str, key: &str| {
        if may {
            links.push((format!("{href}/{page}"), t.get(key)));
        }
    };
    let open = organisation.closed_on.is_none();
    offer(open && ctx.may(Act::EditOrganisation, target), "scheda", "organisation-edit");
    offer(reads, "storia", "organisation-history");
    offer(ctx.may(Act::ReadFindings, target), "verifica", "organisation-link-findings");
    offer(ctx.may(Act::InviteToOrganisation, target), "persone", "member-link");
    let registers = ctx.may(Act::RegisterOrganisation, target);
    offer(registers, "chiudi", if open { "organisation-close" } else { "organisation-reopen" });
    links
}

fn paragraphs(text: Option<&String>) -> Vec<String> {
    let text = text.map(String::as_str).unwrap_or_default();
    text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// `GET /realta/{id}`
pub(crate) async fn profile(ctx: Ctx, Path(address): Path<String>) -> web::Result<Response> {
    let t = ctx.t();
    let organisation = load(&ctx, &address).await?;
    let reads = ctx.may(Act::ReadOrganisation, organisation.target());
    let stored = organisation.confirmed.as_ref().or(organisation.pending.as_ref().filter(|_| reads));
    let Some(StoredSheet { sheet, settled_at, written_at, .. }) = stored else { return Err(Error::NotFound) };
    let place = sheet.territory.name(t.lang());
    let body = ProfilePage {
        notes: notes(t, &organisation, reads),
        settle: Some(&organisation)
            .filter(|one| one.waits() && ctx.may(Act::ConfirmOrganisation, one.target()))
            .map(|one| format!("{}/conferma", one.href())),
        facts: facts(t, sheet),
        paragraphs: paragraphs(sheet.activities.as_ref()),
        figures: figures(t, sheet.figures),
        contacts: contacts(&organisation, sheet),
        territory: (format!("/realta/territori/{}", sheet.territory), place.to_owned()),
        dated: match settled_at.filter(|_| organisation.confirmed.is_some()) {
            Some(at) => t.arg("organisation-confirmed-on", "day", t.date(kernel::rome_date(at))),
            None => t.arg("organisation-written-on", "day", t.date(kernel::rome_date(*written_at))),
        },
        links: links(t, &organisation, reads),
        keeping: keeping(&ctx, &organisation, reads),
        t: t.clone(),
    };
    let head = Head::new(sheet.name.clone())
        .lead(format!("{} – {}, {place}", t.get(&sheet.kind.key()), sheet.town))
        .trail(vec![("/realta".into(), t.get("organisation-directory"))])
        .loop_at(LoopStep::Records);
    ctx.page(head, body)
}

/// How many sheets stand on a page of the history.
const SHEETS: u64 = 10;

#[derive(Template)]
#[template(path = "organisation/history.html")]
struct HistoryPage {
    t: T,
    entries: Vec<Entry>,
    pager: Pager,
}

struct Entry {
    id: String,
    title: String,
    badge: Badge,
    written: String,
    settled: Option<String>,
    note: Option<String>,
    changes: Option<Changes>,
    first: bool,
}

fn entry(t: &T, stored: &StoredSheet, before: Option<&StoredSheet>) -> Entry {
    let state = match stored.state {
        SheetState::Confirmed => State::Done,
        SheetState::Waiting | SheetState::Returned => State::Waiting,
        SheetState::Past | SheetState::Replaced => State::Ended,
    };
    Entry {
        id: format!("scheda-{}", stored.number),
        title: t.arg("organisation-history-sheet", "number", stored.number),
        badge: Badge::word(state, t.get(&stored.state.key())),
        written: t.arg("organisation-history-written", "at", t.instant(stored.written_at)),
        settled: stored.settled_at.map(|at| t.arg("organisation-history-settled", "at", t.instant(at))),
        note: stored.note.as_ref().map(|note| t.arg("organisation-history-note", "note", note)),
        changes: before.and_then(|before| {
            Changes::new(t, t.get("organisation-history-changed"), &differences(&before.sheet, &stored.sheet))
        }),
        first: stored.number == 1,
    }
}

/// `GET /realta/{id}/storia`
pub(crate) async fn history(ctx: Ctx, Path(address): Path<String>) -> web::Result<Response> {
    let t = ctx.t();
    let organisation = load(&ctx, &address).await?;
    ctx.permit(Act::ReadOrganisation, organisation.target())?;
    let asked = Fields::parse_urlencoded(ctx.query().unwrap_or_default().as_bytes());
    let page = Pager::asked(asked.get("pagina").parse().ok());
    let skip = i64::try_from((page - 1) * SHEETS).unwrap_or(0);
    let conn = ctx.db().reader();
    let total = u64::try_from(store::sheet::sheet_count(conn, organisation.id).await?).unwrap_or(0);
    // One more than is shown, so that the last one shown has what it is compared with.
    let limit = i64::try_from(SHEETS).unwrap_or(0) + 1;
    let sheets = store::sheet::sheets(conn, organisation.id, limit, skip).await?;
    let shown = sheets.iter().take(usize::try_from(SHEETS).unwrap_or(0)).enumerate();
    let body = HistoryPage {
        entries: shown.map(|(place, stored)| entry(t, stored, sheets.get(place + 1))).collect(),
        pager: Pager::new(t, &format!("{}/storia", organisation.href()), page, total, SHEETS),
        t: t.clone(),
    };
    let head = Head::new(t.arg("organisation-history-title", "name", &organisation.name))
        .lead(t.get("organisation-history-lead"));
    ctx.page(head.trail(trail(t, &organisation)).no_index(), body)
}
