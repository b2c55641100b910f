//! `allapari backup` and `allapari restore`.

use super::{Console, Failure, Outcome};
use crate::{installation, settings::Settings};
use access::{Act, Actor, Permit, Target};
use kernel::Env;
use std::{
    fs::{self, File, OpenOptions},
    io::{BufWriter, Write},
    path::Path,
};
use store::backup::{Summary, backup, restore};
use web::Arg;

/// Writes a backup beside its final name first, so that a file of that name is always whole.
pub(super) async fn save(
    settings: &Settings,
    env: &Env,
    console: &mut Console<'_>,
    path: &Path,
) -> Result<Outcome, Failure> {
    let db = installation::connect(settings, env).await?;
    let part = path.with_extension("part");
    let failed =
        |error: std::io::Error| Failure::with("command-file-failed", "what", format!("{}: {error}", part.display()));
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = BufWriter::new(options.open(&part).map_err(failed)?);
    let summary = backup(&db, env!("CARGO_PKG_VERSION"), &mut file).await;
    let summary = match summary {
        Ok(summary) => summary,
        Err(fault) => {
            let _ = fs::remove_file(&part);
            return Err(fault.into());
        }
    };
    file.flush().and_then(|()| file.get_ref().sync_all()).map_err(failed)?;
    fs::rename(&part, path).map_err(failed)?;
    db.close().await;
    console.say_with(
        "command-backup-done",
        &[("path", path.display().to_string().into()), ("rows", summary.rows().into())],
    )?;
    tables(console, &summary)?;
    console.say_with("command-backup-key", &[("path", settings.secret_file.display().to_string().into())])?;
    Ok(Outcome::Fine)
}

/// Puts a backup in: all or nothing, in one transaction, with its trace.
pub(super) async fn load(
    settings: &Settings,
    env: &Env,
    console: &mut Console<'_>,
    path: &Path,
    replace: bool,
) -> Result<Outcome, Failure> {
    let file = File::open(path)
        .map_err(|error| Failure::with("command-file-failed", "what", format!("{}: {error}", path.display())))?;
    let db = installation::migrated(settings, env).await?;
    let permit = Permit::ask(&Actor::cli(), Act::Operate, Target::Network)?;
    let mut tx = permit.begin(&db).await?;
    let summary = restore(&db, tx.conn(), file, replace).await?;
    tx.note("restored", summary.made.to_rfc3339());
    tx.commit().await?;
    db.close().await;
    let made = console.t().instant(summary.made);
    console.say_with(
        "command-restore-done",
        &[("made", made.into()), ("program", summary.program.clone().into()), ("rows", summary.rows().into())],
    )?;
    tables(console, &summary)?;
    console.say_with("command-restore-key", &[("path", settings.secret_file.display().to_string().into())])?;
    Ok(Outcome::Fine)
}

fn tables(console: &mut Console<'_>, summary: &Summary) -> Result<(), Failure> {
    let filled = summary.tables.iter().filter(|(_, rows)| **rows > 0);
    let rows: Vec<Vec<String>> =
        filled.map(|(table, rows)| vec![table.clone(), console.t().number(Arg::from(rows))]).collect();
    if !rows.is_empty() {
        console.table(&["command-table", "command-rows"], &rows)?;
    }
    Ok(())
}
