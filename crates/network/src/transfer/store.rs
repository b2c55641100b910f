//! Dry runs on record, their confirmation, and the register as lines of a file.

use super::{
    model::{DryRun, Fate, ImportRefused, Outcome},
    rules::{Saved, compare, public, reading, table},
};
use crate::organisation::{
    model::{Filter, Organisation, Standing},
    rules::check,
    store::{self as register, directory, identity},
};
use access::{Act, Actor, Role, Target, Tx, policy};
use kernel::{DateTime, Event, ImportId, OrganisationId, Utc};
use sea_orm::FromQueryResult;
use std::collections::{HashMap, HashSet};
use store::{Conn, Db, Fault, migration, sql};

/// The table of this feature.
pub(crate) fn migrations() -> store::Migrations {
    vec![migration(
        "m0303_network_import",
        "CREATE TABLE import (
            id {uuid} PRIMARY KEY,
            file text NOT NULL,
            read_at {instant} NOT NULL,
            confirmed_at {instant},
            outcome {json},
            run {json} NOT NULL
         );
         CREATE INDEX import_read ON import (read_at);",
    )]
}

/// Reads a file and compares it with the register. Nothing is written.
pub(crate) async fn dry_run(db: &Db, bytes: &[u8], file: &str) -> Result<DryRun, Fault> {
    let env = db.env();
    let file: String = file.chars().filter(|c| !c.is_control()).take(120).collect();
    let mut run =
        DryRun { id: env.id(), file, at: env.now(), lines: Vec::new(), problems: Vec::new(), notices: Vec::new() };
    let table = match table(bytes) {
        Ok(table) => table,
        Err(problem) => {
            run.problems.push(problem);
            return Ok(run);
        }
    };
    let reading = reading(table);
    let known = known(db.reader(), reading.drafts.iter().map(|(_, draft)| draft)).await?;
    let (lines, problems) = compare(&reading.drafts, &known, &reading.headings, env.today());
    run.lines = lines;
    run.problems = reading.problems.into_iter().chain(problems).collect();
    run.problems.sort_by_key(|problem| problem.row);
    run.notices = reading.notices;
    Ok(run)
}

/// The organisations on record that drafts may speak of, by name and town; an open one before a
/// closed one of the same name.
async fn known<'a>(
    conn: &impl Conn,
    drafts: impl Iterator<Item = &'a crate::organisation::rules::Draft>,
) -> Result<HashMap<String, Organisation>, Fault> {
    use crate::organisation::model::Field;
    let mut names: Vec<String> = drafts.map(|draft| kernel::fold(draft.get(Field::Name))).collect();
    names.sort_unstable();
    names.dedup();
    let mut known: HashMap<String, Organisation> = HashMap::new();
    for (who, organisation) in register::by_identity(conn, &names).await? {
        let better = known.get(&who).is_none_or(|other| other.closed_on.is_some() && organisation.closed_on.is_none());
        if better {
            known.insert(who, organisation);
        }
    }
    Ok(known)
}

/// How long a dry run is kept: by then the register has moved on.
const KEPT: kernel::Duration = kernel::Duration::days(30);

/// Puts a dry run on record, so that it can be confirmed later; old ones are removed.
pub(crate) async fn keep(tx: &mut Tx, run: &DryRun) -> Result<(), Fault> {
    sql("DELETE FROM import WHERE read_at < $1").bind(tx.env().now() - KEPT).run(tx.conn()).await?;
    let whole = serde_json::to_value(run).map_err(Fault::unreadable)?;
    sql("INSERT INTO import (id, file, read_at, run) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING")
        .bind(run.id.uuid())
        .bind(run.file.as_str())
        .bind(run.at)
        .bind(whole)
        .run(tx.conn())
        .await?;
    tx.note("import", run.id.to_string());
    Ok(())
}

/// A dry run on record.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// What it says.
    pub run: DryRun,
    /// When it was confirmed, and what came of it.
    pub confirmed: Option<(DateTime<Utc>, Outcome)>,
}

#[derive(FromQueryResult)]
struct Row {
    confirmed_at: Option<DateTime<Utc>>,
    outcome: Option<serde_json::Value>,
    run: serde_json::Value,
}

/// The dry run that has this id.
pub(crate) async fn load(conn: &impl Conn, id: ImportId) -> Result<Option<Kept>, Fault> {
    let row: Option<Row> =
        sql("SELECT confirmed_at, outcome, run FROM import WHERE id = $1").bind(id.uuid()).one(conn).await?;
    let read = |row: Row| {
        let run = serde_json::from_value(row.run).map_err(Fault::unreadable)?;
        let outcome = row.outcome.map(serde_json::from_value).transpose().map_err(Fault::unreadable)?;
        Ok(Kept { run, confirmed: row.confirmed_at.zip(outcome) })
    };
    row.map(read).transpose()
}

/// Carries a dry run out: all of it, or nothing. What was shown must still be what would happen.
pub(crate) async fn confirm(tx: &mut Tx, run: &DryRun) -> Result<Outcome, ImportRefused> {
    if !run.is_clean() {
        return Err(ImportRefused::Problems);
    }
    keep(tx, run).await?;
    let kept = load(tx.conn(), run.id).await?;
    if kept.is_some_and(|kept| kept.confirmed.is_some()) {
        return Err(ImportRefused::Done);
    }
    let today = tx.env().today();
    let known = known(tx.conn(), run.lines.iter().map(|line| &line.draft)).await?;
    let drafts: Vec<_> = run.lines.iter().map(|line| (line.row, line.draft.clone())).collect();
    let (lines, problems) = compare(&drafts, &known, &HashMap::new(), today);
    if !problems.is_empty() || lines != run.lines {
        return Err(ImportRefused::Moved);
    }
    write(tx, &lines, &known).await?;
    let outcome = run.outcome();
    let marked = sql("UPDATE import SET confirmed_at = $1, outcome = $2 WHERE id = $3 AND confirmed_at IS NULL")
        .bind(tx.env().now())
        .bind(serde_json::to_value(outcome).map_err(Fault::unreadable)?)
        .bind(run.id.uuid());
    marked.run_once(tx.conn()).await?;
    tx.note("added", outcome.added);
    tx.note("changed", outcome.changed);
    if outcome.added + outcome.changed > 0 {
        tx.emit(Event::NetworkChanged);
    }
    Ok(outcome)
}

async fn write(tx: &mut Tx, lines: &[super::model::Line], known: &HashMap<String, Organisation>) -> Result<(), Fault> {
    use crate::organisation::model::Field;
    let today = tx.env().today();
    let mut new = Vec::new();
    for line in lines {
        let wrong = |invalids: kernel::Invalids| Fault::unreadable(format!("{:?}", invalids.0));
        match &line.fate {
            Fate::New => new.push((check(&line.draft, today).map_err(wrong)?, true)),
            Fate::Changed { organisation, version, .. } => {
                let who = identity(line.draft.get(Field::Name), line.draft.get(Field::Town));
                let base = known.get(&who).and_then(public).ok_or(Fault::Stale)?;
                let sheet = check(&line.draft.over(&base.sheet), today).map_err(wrong)?;
                register::save_sheet(tx, *organisation, *version, &sheet, true).await?;
            }
            Fate::Unchanged { .. } | Fate::Wrong => {}
        }
    }
    register::add(tx, new).await?;
    Ok(())
}

/// The longest register that is saved into one file.
const LONGEST: usize = 50_000;

/// The register as far as somebody may see it: all who hold it, a region its territory, a manager
/// the own organisations, everyone what is public.
pub(crate) async fn saved(db: &Db, actor: &Actor) -> Result<Vec<Saved>, Fault> {
    let conn = db.reader();
    let everything = policy::decide(actor, Act::ExportRegister, Target::Network).is_ok();
    let mut parts = Vec::new();
    if everything {
        parts.push(Filter { standing: Standing::All, ..Filter::default() });
    } else {
        for territory in actor.territories(Role::Region) {
            parts.push(Filter { standing: Standing::All, territory: Some(territory), ..Filter::default() });
        }
        parts.push(Filter::default());
    }
    let (mut lines, mut seen) = (Vec::new(), HashSet::new());
    let own = actor.organisations(Role::OrganisationManager);
    if !everything {
        portion(conn, &own, true, &mut seen, &mut lines).await?;
    }
    for filter in parts {
        let whole = filter.standing == Standing::All;
        let mut last: Option<(String, OrganisationId)> = None;
        while lines.len() < LONGEST {
            let after = last.as_ref().map(|(name, id)| (name.as_str(), *id));
            let keys = directory::after(conn, &filter, after, 500).await?;
            let Some(end) = keys.last().cloned() else { break };
            last = Some(end);
            let ids: Vec<_> = keys.into_iter().map(|(_, id)| id).collect();
            portion(conn, &ids, whole, &mut seen, &mut lines).await?;
        }
    }
    Ok(lines)
}

/// Adds organisations to the lines, in the order of their ids given, each once.
async fn portion(
    conn: &impl Conn,
    ids: &[OrganisationId],
    whole: bool,
    seen: &mut HashSet<OrganisationId>,
    lines: &mut Vec<Saved>,
) -> Result<(), Fault> {
    let mut found: HashMap<_, _> = register::by_ids(conn, ids).await?.into_iter().map(|o| (o.id, o)).collect();
    for id in ids {
        let Some(organisation) = found.remove(id) else { continue };
        let shown = if whole { public(&organisation) } else { organisation.confirmed.as_ref() };
        let Some(stored) = shown.filter(|_| seen.insert(*id)) else { continue };
        let state = match (&organisation.closed_on, &organisation.confirmed) {
            (Some(_), _) => "closed",
            (None, Some(_)) => "confirmed",
            (None, None) => "waiting",
        };
        lines.push(Saved { sheet: stored.sheet.clone(), state, page: organisation.href() });
    }
    Ok(())
}
