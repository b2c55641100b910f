//! Loading the register from a file, and saving it to one.

use super::{
    model::{DryRun, Fate, Format, ImportRefused, LARGEST_FILE, Line, Problem},
    store,
};
use crate::{facade, organisation::pages::Changes};
use access::{Act, Target};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{ImportId, Invalid, Invalids};
use web::{
    Ctx, Error, Fields, Form, Head, Routes, T, file,
    ui::{Note, Pager},
};

/// The routes of this feature's pages.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/realta/importa", Act::ImportRegister, choose)
        .post("/realta/importa", Act::ImportRegister, read)
        .get("/realta/importa/{id}", Act::ImportRegister, look)
        .post("/realta/importa/{id}/conferma", Act::ImportRegister, confirm)
        .file("/realta/esporta", Act::ReadPublic, export)
}

#[derive(Template)]
#[template(path = "transfer/choose.html")]
struct ChoosePage {
    t: T,
    form: Form,
    most: usize,
}

fn choose_page(t: &T, invalids: &Invalids) -> ChoosePage {
    ChoosePage {
        form: Form::new(t, "transfer", &Fields::new(), invalids),
        most: LARGEST_FILE / 1024 / 1024,
        t: t.clone(),
    }
}

fn head(t: &T) -> Head {
    let trail = vec![("/realta".into(), t.get("organisation-directory"))];
    Head::new(t.get("transfer-title")).lead(t.get("transfer-lead")).trail(trail).no_index()
}

/// `GET /realta/importa`
async fn choose(ctx: Ctx) -> web::Result<Response> {
    ctx.permit(Act::ImportRegister, Target::Network)?;
    ctx.page(head(ctx.t()), choose_page(ctx.t(), &Invalids::default()))
}

/// `POST /realta/importa`
async fn read(ctx: Ctx, fields: Fields) -> web::Result<Response> {
    let permit = ctx.permit(Act::ImportRegister, Target::Network)?;
    let Some(given) = fields.file("file") else {
        let wrong = Invalids(vec![Invalid::new("file", "transfer-no-file")]);
        return ctx.invalid(head(ctx.t()), choose_page(ctx.t(), &wrong));
    };
    let run = store::dry_run(ctx.db(), &given.bytes, &given.name).await?;
    let mut tx = permit.begin(ctx.db()).await?;
    store::keep(&mut tx, &run).await?;
    tx.commit().await?;
    ctx.goto(&format!("/realta/importa/{}", run.id))
}

/// How many lines, or problems, stand on a page.
const PER_PAGE: u64 = 100;

#[derive(Template)]
#[template(path = "transfer/run.html")]
struct RunPage {
    t: T,
    notes: Vec<Note>,
    problems: Vec<ProblemRow>,
    problem_pager: Pager,
    lines: Vec<LineRow>,
    pager: Pager,
    outcome: String,
    confirm: Option<String>,
    done: bool,
}

struct ProblemRow {
    row: String,
    column: String,
    text: String,
}

struct LineRow {
    row: u32,
    name: String,
    town: String,
    fate: String,
    changes: Option<Changes>,
}

fn problem_row(t: &T, problem: &Problem) -> ProblemRow {
    ProblemRow {
        row: problem.row.map_or_else(|| t.get("transfer-whole-file"), |row| row.to_string()),
        column: match (&problem.column, problem.row) {
            (Some(column), _) => column.clone(),
            (None, Some(_)) => t.get("transfer-whole-row"),
            (None, None) => "–".to_owned(),
        },
        text: problem.say(t),
    }
}

fn line_row(t: &T, line: &Line) -> LineRow {
    let (key, differences) = match &line.fate {
        Fate::New => ("transfer-fate-new", None),
        Fate::Changed { differences, .. } => ("transfer-fate-changed", Some(differences)),
        Fate::Unchanged { .. } => ("transfer-fate-unchanged", None),
        Fate::Wrong => ("transfer-fate-wrong", None),
    };
    let caption = || t.arg("transfer-changes-caption", "name", line.name());
    LineRow {
        row: line.row,
        name: line.name().to_owned(),
        town: line.town().to_owned(),
        fate: t.get(key),
        changes: differences.and_then(|differences| Changes::new(t, caption(), differences)),
    }
}

fn outcome(t: &T, key: &str, outcome: super::model::Outcome) -> String {
    t.args(
        key,
        &[
            ("added", outcome.added.into()),
            ("changed", outcome.changed.into()),
            ("unchanged", outcome.unchanged.into()),
        ],
    )
}

/// A page's part of a list.
fn part<V>(all: &[V], page: u64) -> &[V] {
    let from = usize::try_from((page - 1) * PER_PAGE).unwrap_or(usize::MAX).min(all.len());
    let to = from.saturating_add(usize::try_from(PER_PAGE).unwrap_or(usize::MAX)).min(all.len());
    all.get(from..to).unwrap_or_default()
}

fn run_page(ctx: &Ctx, kept: &store::Kept, alert: Option<&str>) -> RunPage {
    let (t, run) = (ctx.t(), &kept.run);
    let asked = Fields::parse_urlencoded(ctx.query().unwrap_or_default().as_bytes());
    let page = Pager::asked(asked.get("pagina").parse().ok());
    let href = format!("/realta/importa/{}", run.id);
    let mut notes: Vec<Note> = alert.map(|key| Note::alert(t.get(key))).into_iter().collect();
    match &kept.confirmed {
        Some((at, _)) => notes.push(Note::success(t.arg("transfer-was-confirmed", "at", t.instant(*at)))),
        None if !run.is_clean() => {
            notes.push(Note::warning(t.arg("transfer-has-problems", "number", run.problems.len())))
        }
        None => notes.push(Note::info(t.get("transfer-not-yet"))),
    }
    notes.extend(run.notices.iter().map(|notice| Note::info(notice.say(t))));
    // What is wrong comes first and alone: the lines are of use once nothing is.
    let lines: &[Line] = if run.is_clean() { &run.lines } else { &[] };
    let counted =
        outcome(t, if kept.confirmed.is_some() { "transfer-outcome-done" } else { "transfer-outcome" }, run.outcome());
    RunPage {
        notes,
        problems: part(&run.problems, page).iter().map(|problem| problem_row(t, problem)).collect(),
        problem_pager: Pager::new(t, &href, page, run.problems.len() as u64, PER_PAGE),
        lines: part(lines, page).iter().map(|line| line_row(t, line)).collect(),
        pager: Pager::new(t, &href, page, lines.len() as u64, PER_PAGE),
        outcome: counted,
        confirm: confirmable(kept).then(|| format!("{href}/conferma")),
        done: kept.confirmed.is_some(),
        t: t.clone(),
    }
}

fn confirmable(kept: &store::Kept) -> bool {
    let outcome = kept.run.outcome();
    kept.confirmed.is_none() && kept.run.is_clean() && outcome.added + outcome.changed > 0
}

fn run_head(t: &T, run: &DryRun) -> Head {
    let trail =
        vec![("/realta".into(), t.get("organisation-directory")), ("/realta/importa".into(), t.get("transfer-title"))];
    Head::new(t.arg("transfer-run-title", "file", &run.file)).trail(trail).no_index()
}

async fn load(ctx: &Ctx, id: &str) -> web::Result<store::Kept> {
    let id: ImportId = id.parse().map_err(|_| Error::NotFound)?;
    store::load(ctx.db().reader(), id).await?.ok_or(Error::NotFound)
}

/// `GET /realta/importa/{id}`
async fn look(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    ctx.permit(Act::ImportRegister, Target::Network)?;
    let kept = load(&ctx, &id).await?;
    ctx.page(run_head(ctx.t(), &kept.run), run_page(&ctx, &kept, None))
}

/// `POST /realta/importa/{id}/conferma`
async fn confirm(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let permit = ctx.permit(Act::ImportRegister, Target::Network)?;
    let kept = load(&ctx, &id).await?;
    let mut tx = permit.begin(ctx.db()).await?;
    let refused = match store::confirm(&mut tx, &kept.run).await {
        Ok(_) => {
            tx.commit().await?;
            return ctx.done("transfer-done", &format!("/realta/importa/{id}"));
        }
        Err(ImportRefused::Fault(fault)) => return Err(fault.into()),
        Err(refused) => refused,
    };
    tx.rollback().await?;
    let key = match refused {
        ImportRefused::Moved => "transfer-moved",
        ImportRefused::Done => "transfer-done-before",
        _ => "transfer-problems-left",
    };
    ctx.stale(run_head(ctx.t(), &kept.run), run_page(&ctx, &kept, Some(key)))
}

/// `GET /realta/esporta`
async fn export(ctx: Ctx) -> web::Result<Response> {
    let asked = Fields::parse_urlencoded(ctx.query().unwrap_or_default().as_bytes());
    let code = if asked.get("formato").is_empty() { "csv" } else { asked.get("formato") };
    let format = Format::from_code(code).ok_or(Error::Bad("transfer-format"))?;
    let bytes = facade::export(ctx.db(), ctx.actor(), format).await?;
    let name = format!("realta-{}.{code}", ctx.env().today());
    Ok(match format {
        Format::Csv => file::csv(&name, bytes),
        Format::Xlsx => file::xlsx(&name, bytes),
    })
}
