//! The map, and a page for each territory.

use super::{
    model::{Picture, Presence},
    rules::{presence, presence_on_record},
    store,
};
use crate::organisation::{
    self,
    model::{Filter, Listed},
};
use ::store::Fault;
use access::{Act, Target};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Checks, Invalid, Invalids, Territory};
use web::{
    Ctx, Error, Fields, Form, Head, Routes, T,
    map::{self, Map, Place, Words},
    ui::{LoopStep, Note},
};

/// The routes of this feature's pages.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/realta/mappa", Act::ReadPublic, map_page)
        .get("/realta/territori/{code}", Act::ReadPublic, territory)
        .get("/realta/territori/{code}/modifica", Act::ManageTerritory, edit)
        .post("/realta/territori/{code}/modifica", Act::ManageTerritory, save)
}

#[derive(Template)]
#[template(path = "territory/map.html")]
struct MapPage {
    t: T,
    map: Map,
    rows: Vec<Row>,
    summary: String,
}

struct Row {
    href: String,
    name: String,
    presence: String,
    organisations: String,
    user_experts: String,
    family_experts: String,
}

fn row(t: &T, picture: &Picture) -> Row {
    let counts = picture.counts;
    // Where nobody gives figures, a nought would be a claim.
    let sum = |sum: i64| if counts.reporting > 0 { t.number(sum) } else { t.get("organisation-nothing") };
    Row {
        href: href(picture.territory),
        name: picture.territory.name(t.lang()).to_owned(),
        presence: t.get(&presence(picture).key()),
        organisations: t.number(counts.organisations),
        user_experts: sum(counts.user_experts),
        family_experts: sum(counts.family_experts),
    }
}

fn href(territory: Territory) -> String {
    format!("/realta/territori/{territory}")
}

fn place(t: &T, picture: &Picture) -> Place {
    let shown = presence(picture);
    let label = t.args(
        "territory-map-label",
        &[
            ("territory", picture.territory.name(t.lang()).into()),
            ("presence", t.get(&shown.key()).into()),
            ("number", picture.counts.organisations.into()),
        ],
    );
    Place {
        territory: picture.territory,
        presence: match shown {
            Presence::Present => map::Presence::Present,
            Presence::Emerging => map::Presence::Emerging,
            Presence::Absent => map::Presence::Absent,
        },
        count: u64::try_from(picture.counts.organisations).unwrap_or(0),
        href: href(picture.territory),
        label,
    }
}

/// `GET /realta/mappa`
async fn map_page(ctx: Ctx) -> web::Result<Response> {
    let t = ctx.t();
    let pictures = store::pictures(ctx.db().reader()).await?;
    let words = Words {
        title: t.get("territory-map-title"),
        present: t.get(&Presence::Present.key()),
        emerging: t.get(&Presence::Emerging.key()),
        absent: t.get(&Presence::Absent.key()),
        credit: t.get("territory-map-credit"),
    };
    let places: Vec<Place> = pictures.iter().map(|picture| place(t, picture)).collect();
    let count = |of| pictures.iter().filter(|picture| presence(picture) == of).count();
    let body = MapPage {
        map: map::italy(words, &places),
        rows: pictures.iter().map(|picture| row(t, picture)).collect(),
        summary: t.args(
            "territory-summary",
            &[
                ("present", count(Presence::Present).into()),
                ("emerging", count(Presence::Emerging).into()),
                ("absent", count(Presence::Absent).into()),
            ],
        ),
        t: t.clone(),
    };
    let head = Head::new(t.get("territory-title")).lead(t.get("territory-lead")).loop_at(LoopStep::Records);
    ctx.page(head.trail(vec![("/realta".into(), t.get("organisation-directory"))]), body)
}

/// How many organisations a territory's page names; the directory has the others.
const NAMED: u64 = 30;

#[derive(Template)]
#[template(path = "territory/territory.html")]
struct TerritoryPage {
    t: T,
    presence: String,
    why: String,
    statement: Option<(String, String)>,
    row: Row,
    organisations: Vec<Listed>,
    more: Option<(String, String)>,
    edit: Option<String>,
}

async fn load(ctx: &Ctx, code: &str) -> web::Result<Picture> {
    let territory: Territory = code.parse().map_err(|_| Error::NotFound)?;
    let pictures = store::pictures(ctx.db().reader()).await?;
    pictures.into_iter().find(|picture| picture.territory == territory).ok_or(Error::NotFound)
}

fn trail(t: &T) -> Vec<(String, String)> {
    vec![("/realta".into(), t.get("organisation-directory")), ("/realta/mappa".into(), t.get("territory-map-short"))]
}

/// `GET /realta/territori/{code}`
async fn territory(ctx: Ctx, Path(code): Path<String>) -> web::Result<Response> {
    let t = ctx.t();
    let picture = load(&ctx, &code).await?;
    let filter = Filter { territory: Some(picture.territory), ..Filter::default() };
    let found = organisation::store::directory::page(ctx.db().reader(), &filter, NAMED, 0).await?;
    let said = picture.statement.as_ref().is_some_and(|statement| statement.presence.is_some());
    let record = presence_on_record(picture.counts);
    let body = TerritoryPage {
        presence: t.get(&presence(&picture).key()),
        why: if said { t.get("territory-why-said") } else { t.get(&format!("territory-why-{}", record.code())) },
        statement: picture
            .statement
            .as_ref()
            .map(|statement| (statement.note.clone(), t.arg("territory-said-on", "day", t.date(statement.said_on)))),
        row: row(t, &picture),
        more: (found.total > NAMED).then(|| (filter.href("/realta"), t.arg("territory-more", "number", found.total))),
        organisations: found.lines,
        edit: ctx
            .may(Act::ManageTerritory, Target::Territory(picture.territory))
            .then(|| format!("{}/modifica", href(picture.territory))),
        t: t.clone(),
    };
    let name = picture.territory.name(t.lang());
    let head = Head::new(name).lead(t.arg("territory-page-lead", "territory", name)).loop_at(LoopStep::Records);
    ctx.page(head.trail(trail(t)), body)
}

#[derive(Template)]
#[template(path = "territory/edit.html")]
struct EditPage {
    t: T,
    form: Form,
    presences: Vec<(String, String)>,
    href: String,
    note: Option<Note>,
    /// What somebody else published meanwhile: how things stand, and their words.
    theirs: Option<(String, String)>,
}

fn edit_page(t: &T, territory: Territory, fields: &Fields, invalids: &Invalids) -> EditPage {
    let own = Presence::ALL.iter().map(|presence| (presence.code().to_owned(), t.get(&presence.key())));
    EditPage {
        form: Form::new(t, "territory", fields, invalids),
        presences: std::iter::once((String::new(), t.get("territory-as-recorded"))).chain(own).collect(),
        href: href(territory),
        note: None,
        theirs: None,
        t: t.clone(),
    }
}

fn edit_head(t: &T, territory: Territory) -> Head {
    let name = territory.name(t.lang());
    let mut trail = trail(t);
    trail.push((href(territory), name.to_owned()));
    Head::new(t.arg("territory-edit-title", "territory", name))
        .lead(t.get("territory-edit-lead"))
        .trail(trail)
        .no_index()
}

/// `GET /realta/territori/{code}/modifica`
async fn edit(ctx: Ctx, Path(code): Path<String>) -> web::Result<Response> {
    let picture = load(&ctx, &code).await?;
    ctx.permit(Act::ManageTerritory, Target::Territory(picture.territory))?;
    let mut fields = Fields::new();
    fields.set("presence", "");
    fields.set("version", 0);
    if let Some(statement) = &picture.statement {
        fields.set("presence", statement.presence.map(Presence::code).unwrap_or_default());
        fields.set("note", &statement.note);
        fields.set("version", statement.version);
    }
    let body = edit_page(ctx.t(), picture.territory, &fields, &Invalids::default());
    ctx.page(edit_head(ctx.t(), picture.territory), body)
}

fn statement(fields: &Fields) -> Result<(Option<Presence>, String), Invalids> {
    let mut checks = Checks::new();
    let note = checks.text("note", fields.get("note"), 2000);
    let presence = checks.take(match fields.get("presence") {
        "" => Ok(None),
        code => Presence::from_code(code).map(Some).ok_or_else(|| Invalid::new("presence", "invalid-choice")),
    });
    checks.finish(|| Some((presence?, note?)))
}

/// `POST /realta/territori/{code}/modifica`
async fn save(ctx: Ctx, Path(code): Path<String>, fields: Fields) -> web::Result<Response> {
    let territory: Territory = code.parse().map_err(|_| Error::NotFound)?;
    let permit = ctx.permit(Act::ManageTerritory, Target::Territory(territory))?;
    let (presence, note) = match statement(&fields) {
        Ok(said) => said,
        Err(wrong) => {
            let body = edit_page(ctx.t(), territory, &fields, &wrong);
            return ctx.invalid(edit_head(ctx.t(), territory), body);
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    match store::state(&mut tx, territory, fields.get("version").parse().unwrap_or(0), presence, &note).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            return said_meanwhile(&ctx, &code, fields).await;
        }
        said => said?,
    }
    tx.commit().await?;
    ctx.done("territory-done", &href(territory))
}

/// Somebody else published first: what was typed stands in the form, beside it what is public now.
async fn said_meanwhile(ctx: &Ctx, code: &str, mut fields: Fields) -> web::Result<Response> {
    let t = ctx.t();
    let picture = load(ctx, code).await?;
    fields.set("version", picture.statement.as_ref().map_or(0, |statement| statement.version));
    let mut body = edit_page(t, picture.territory, &fields, &Invalids::default());
    body.note = Some(Note::alert(t.get("territory-stale")));
    body.theirs = picture.statement.map(|statement| {
        let said = statement.presence.map_or_else(|| t.get("territory-as-recorded"), |presence| t.get(&presence.key()));
        (said, statement.note)
    });
    ctx.stale(edit_head(t, picture.territory), body)
}
