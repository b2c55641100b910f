//! `allapari backup` and `allapari restore`.

use super::{Console, Failure, Outcome};
use crate::{
    installation::{self, PutBack, put_back},
    settings::Settings,
};
use kernel::Env;
use std::{
    fs::{self, File, OpenOptions},
    io::{BufWriter, Write},
    path::Path,
};
use store::backup::{Summary, backup};
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

/// Puts a backup in, and says what follows from it.
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
    let PutBack { summary, erased_again, erasures_known } = put_back(&db, file, replace).await?;
    db.close().await;
    let made = console.t().instant(summary.made);
    console.say_with(
        "command-restore-done",
        &[("made", made.into()), ("program", summary.program.clone().into()), ("rows", summary.rows().into())],
    )?;
    tables(console, &summary)?;
    console.say("command-restore-ended")?;
    if erased_again > 0 {
        console.say_with("command-restore-erased", &[("people", erased_again.into())])?;
    }
    if !erasures_known {
        console.say("command-restore-erasures-unknown")?;
    }
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
