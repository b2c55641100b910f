//! `allapari import …`: the register and the Document from files, with the same checks as the pages.

use super::{Console, Failure, Outcome};
use crate::{installation, settings::Settings};
use access::{Act, Actor, Permit, Target};
use consensus::facade::{Imported, Loading, Unfit, document_version, import_document};
use network::facade::{DryRun, ImportRefused, Problem, import_confirm, import_dry_run};
use serde::Serialize;
use std::path::Path;
use store::{DatabaseUrl, Db, Fault};
use web::T;

/// The largest file that is read whole.
const LARGEST: u64 = 64 << 20;

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |what: String| Failure::with("command-file-failed", "what", format!("{}: {what}", path.display()));
    let meta = std::fs::metadata(path).map_err(|error| failed(error.to_string()))?;
    if meta.len() > LARGEST {
        return Err(failed("> 64 MB".to_owned()));
    }
    std::fs::read(path).map_err(|error| failed(error.to_string()))
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// What an import of the register says, for machines.
#[derive(Serialize)]
struct Report<'r> {
    confirmed: bool,
    added: usize,
    changed: usize,
    unchanged: usize,
    problems: Vec<Said<'r>>,
    notices: Vec<Said<'r>>,
}

#[derive(Serialize)]
struct Said<'r> {
    row: Option<u32>,
    column: Option<&'r str>,
    key: &'r str,
    says: String,
}

pub(super) async fn organisations(
    settings: &Settings,
    console: &mut Console<'_>,
    path: &Path,
    confirm: bool,
    as_json: bool,
) -> Result<Outcome, Failure> {
    let bytes = read(path)?;
    // Whoever only looks leaves nothing behind: a register that is not there is an empty one.
    let nowhere = tempfile::Builder::new().prefix("allapari-import-").tempdir()?;
    let missing = settings.database.path().is_some_and(|path| !path.exists());
    let db = if missing && !confirm {
        crate::assembly::open(&DatabaseUrl::file(&nowhere.path().join("empty.db"))).await?
    } else {
        installation::open(settings, true).await?
    };
    let run = import_dry_run(&db, &bytes, &file_name(path)).await?;
    let told = if as_json { Told::Nothing } else { tell(console, &run)? };
    let clean = run.is_clean();
    let asks_for_something = run.outcome().added + run.outcome().changed > 0;
    let confirmed = confirm && clean && asks_for_something;
    if confirmed {
        carry_out(&db, &run).await?;
    }
    if as_json {
        console.json(&report(console.t(), &run, confirmed))?;
    } else if told == Told::Clean {
        close(console, &run, confirmed)?;
    }
    db.close().await;
    Ok(if clean { Outcome::Fine } else { Outcome::Problems })
}

#[derive(PartialEq, Eq)]
enum Told {
    Clean,
    Problems,
    Nothing,
}

/// Shows what the file would do, and every problem by row and column.
fn tell(console: &mut Console<'_>, run: &DryRun) -> Result<Told, Failure> {
    let outcome = run.outcome();
    console.say_with(
        "command-import-seen",
        &[
            ("rows", run.lines.len().into()),
            ("new", outcome.added.into()),
            ("changed", outcome.changed.into()),
            ("same", outcome.unchanged.into()),
        ],
    )?;
    let headings = ["command-import-row", "command-import-column", "command-import-problem"];
    if !run.notices.is_empty() {
        let rows = rows(console.t(), &run.notices);
        console.table(&["command-import-row", "command-import-column", "command-import-notice"], &rows)?;
    }
    if run.problems.is_empty() {
        return Ok(Told::Clean);
    }
    let rows = rows(console.t(), &run.problems);
    console.table(&headings, &rows)?;
    console.say_with("command-import-problems", &[("count", run.problems.len().into())])?;
    Ok(Told::Problems)
}

fn rows(t: &T, problems: &[Problem]) -> Vec<Vec<String>> {
    let row = |problem: &Problem| {
        let place = problem.row.map(|row| row.to_string()).unwrap_or_default();
        vec![place, problem.column.clone().unwrap_or_default(), problem.say(t)]
    };
    problems.iter().map(row).collect()
}

/// All of it, or nothing.
async fn carry_out(db: &Db, run: &DryRun) -> Result<(), Failure> {
    let mut tries = 0;
    loop {
        tries += 1;
        let permit = Permit::ask(&Actor::cli(), Act::ImportRegister, Target::Network)?;
        let mut tx = permit.begin(db).await?;
        let done = match import_confirm(&mut tx, run).await {
            Ok(_) => tx.commit().await.map_err(ImportRefused::from),
            Err(refused) => Err(refused),
        };
        match done {
            Ok(()) => return Ok(()),
            Err(ImportRefused::Fault(Fault::Conflict)) if tries < 8 => {}
            Err(ImportRefused::Fault(fault)) => return Err(fault.into()),
            Err(_) => return Err(Failure::said("command-conflict")),
        }
    }
}

/// What came of it, and the next step.
fn close(console: &mut Console<'_>, run: &DryRun, confirmed: bool) -> Result<(), Failure> {
    let outcome = run.outcome();
    if confirmed {
        let args = [("new", outcome.added.into()), ("changed", outcome.changed.into())];
        console.say_with("command-import-done", &args)?;
    } else if outcome.added + outcome.changed == 0 {
        console.say("command-import-nothing")?;
    } else {
        console.say("command-import-confirm")?;
    }
    Ok(())
}

fn report<'r>(t: &T, run: &'r DryRun, confirmed: bool) -> Report<'r> {
    let outcome = run.outcome();
    let said = |problem: &'r Problem| Said {
        row: problem.row,
        column: problem.column.as_deref(),
        key: &problem.what.key,
        says: problem.say(t),
    };
    Report {
        confirmed,
        added: outcome.added,
        changed: outcome.changed,
        unchanged: outcome.unchanged,
        problems: run.problems.iter().map(said).collect(),
        notices: run.notices.iter().map(said).collect(),
    }
}

pub(super) async fn document(
    settings: &Settings,
    console: &mut Console<'_>,
    path: &Path,
    label: Option<String>,
) -> Result<Outcome, Failure> {
    let bytes = read(path)?;
    let Ok(text) = String::from_utf8(bytes) else { return Err(Failure::said(Unfit::NotText.key())) };
    let db = installation::open(settings, true).await?;
    let loading = Loading::new(&text, &file_name(path), label.as_deref(), None, db.env().today());
    let loading = loading.map_err(|unfit| Failure::said(unfit.key()))?;
    for doubt in &loading.reading().doubts {
        console.say_with(doubt.key(), &[("what", doubt.what().into())])?;
    }
    let pdf = loading.pdf().map_err(|unfit| Failure::said(unfit.key()))?;
    let loaded = store::retrying(db.env(), || load(&db, &loading, &pdf)).await;
    let loaded = loaded.map_err(|fault| match fault {
        Fault::Duplicate(_) => Failure::with("command-document-label-taken", "label", loading.label()),
        other => other.into(),
    })?;
    let Some(version) = document_version(db.reader(), loaded.id()).await? else {
        return Err(Fault::Stale.into());
    };
    let key = match loaded {
        Imported::New(_) => "command-document-done",
        Imported::Known(_) => "command-document-same",
    };
    let counts = version.line.counts;
    console.say_with(
        key,
        &[
            ("label", version.line.label.as_str().into()),
            ("sections", counts.sections.into()),
            ("statements", counts.statements.into()),
            ("notes", counts.notes.into()),
        ],
    )?;
    db.close().await;
    Ok(Outcome::Fine)
}

async fn load(db: &Db, loading: &Loading, pdf: &[u8]) -> Result<Imported, Fault> {
    let permit = Permit::ask(&Actor::cli(), Act::ImportDocument, Target::Network);
    let mut tx = permit.map_err(|refusal| Fault::unreadable(refusal.why_key()))?.begin(db).await?;
    let imported = import_document(&mut tx, loading, pdf.to_vec()).await?;
    match imported {
        Imported::New(_) => tx.commit().await?,
        // Nothing was changed, so nothing is to be traced.
        Imported::Known(_) => tx.rollback().await?,
    }
    Ok(imported)
}
