//! Commands that only show: policy, routes, the API, the audit log's verdict.

use super::{Console, Failure, Outcome};
use crate::{installation, settings::Settings};
use access::audit;
use kernel::Env;

/// `allapari policy`: the role × act matrix.
pub(super) fn policy(console: &mut Console<'_>) -> Result<Outcome, Failure> {
    console.line(access::matrix().trim_end())?;
    Ok(Outcome::Fine)
}

/// `allapari routes`: every route with its act.
pub(super) fn routes(console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let rows: Vec<Vec<String>> = crate::slices()
        .iter()
        .flat_map(|slice| slice.routes.table())
        .map(|route| vec![route.method.to_owned(), route.path.to_owned(), route.act.code().to_owned()])
        .collect();
    console.table(&["command-route-method", "command-route-path", "command-route-act"], &rows)?;
    Ok(Outcome::Fine)
}

/// `allapari openapi`: the description of the API.
pub(super) fn openapi(console: &mut Console<'_>) -> Result<Outcome, Failure> {
    console.json(&crate::openapi::description())?;
    Ok(Outcome::Fine)
}

/// `allapari audit verify`: whether the log is as it was written.
pub(super) async fn verify(settings: &Settings, env: &Env, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let db = installation::connect(settings, env).await?;
    let moment = db.snapshot().await?;
    let verdict = audit::verify(&moment).await?;
    console
        .say_with("command-audit-read", &[("streams", verdict.streams.into()), ("entries", verdict.entries.into())])?;
    if verdict.breaks.is_empty() {
        console.say("command-audit-whole")?;
        return Ok(Outcome::Fine);
    }
    let rows: Vec<Vec<String>> = verdict
        .breaks
        .iter()
        .map(|found| {
            let what = format!("command-audit-{}", found.what.replace(' ', "-"));
            vec![found.stream.clone(), found.seq.to_string(), console.t().get(&what)]
        })
        .collect();
    console.table(&["command-audit-stream", "command-audit-place", "command-audit-what"], &rows)?;
    console.say("command-audit-broken")?;
    Ok(Outcome::Problems)
}

/// `allapari migrate`: brings the tables up to date and ends.
pub(super) async fn migrate(settings: &Settings, env: &Env, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    installation::migrated(settings, env).await?.close().await;
    console.say("command-migrated")?;
    Ok(Outcome::Fine)
}
