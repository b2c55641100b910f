//! `/gestione`: for who runs the installation.

use crate::jobs::{self, LastRun};
use access::{
    Act, Target,
    audit::{self, Heads, Verdict},
};
use askama::Template;
use axum::{extract::Query, response::Response};
use kernel::Lang;
use serde::Deserialize;
use store::Engine;
use web::{
    Ctx, Head, Result, Routes, T,
    ui::{Badge, State},
};

/// The routes of this feature.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/gestione", Act::Operate, overview)
}

#[derive(Template)]
#[template(path = "operate/operate.html")]
pub(super) struct OperatePage {
    pub(super) t: T,
    pub(super) jobs: Vec<JobLine>,
    pub(super) waiting: i64,
    pub(super) given_up: i64,
    pub(super) heads: Heads,
    pub(super) verdict: Option<Verdict>,
    pub(super) version: &'static str,
    pub(super) engine: &'static str,
    pub(super) size: String,
    pub(super) pending: usize,
}

/// A job as it is shown.
pub(super) struct JobLine {
    pub(super) name: String,
    pub(super) last: Option<LastRun>,
    pub(super) badge: Badge,
}

#[derive(Debug, Deserialize)]
struct Asked {
    /// Reading the whole log takes a while: only on request.
    #[serde(default)]
    traccia: String,
}

async fn overview(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response> {
    ctx.permit(Act::Operate, Target::Network)?;
    let (db, t) = (ctx.db(), ctx.t().clone());
    let runs = jobs::store::last_runs(db.reader()).await?;
    let (waiting, given_up) = people::facade::mail_counts(db.reader()).await?;
    let verdict = match asked.traccia.as_str() {
        "" => None,
        _ => Some(audit::verify(&db.snapshot().await?).await?),
    };
    let page = OperatePage {
        jobs: jobs::all().iter().map(|job| line(&t, job.name(), &runs)).collect(),
        waiting,
        given_up,
        heads: audit::heads(db.reader()).await?,
        verdict,
        version: env!("CARGO_PKG_VERSION"),
        engine: if db.engine() == Engine::Postgres { "PostgreSQL" } else { "SQLite" },
        size: megabytes(db.size().await?, t.lang()),
        pending: store::pending_migrations(db, crate::migrations).await?.len(),
        t,
    };
    ctx.page(Head::new(page.t.get("operate-title")).lead(page.t.get("operate-lead")).no_index(), page)
}

pub(super) fn line(t: &T, name: &str, runs: &[LastRun]) -> JobLine {
    let last = runs.iter().find(|run| run.name == name).cloned();
    let (state, key) = match &last {
        None => (State::Waiting, "operate-job-never"),
        Some(run) if run.ok => (State::Done, "operate-job-fine"),
        Some(_) => (State::NotMet, "operate-job-failed"),
    };
    JobLine { name: t.get(&format!("operate-job-{name}")), last, badge: Badge::word(state, t.get(key)) }
}

/// A size as people say it: megabytes with one place.
pub(super) fn megabytes(bytes: u64, lang: Lang) -> String {
    let tenths = bytes.saturating_mul(10) / 1_048_576;
    let mark = if lang == Lang::It { ',' } else { '.' };
    format!("{}{mark}{} MB", tenths / 10, tenths % 10)
}
