//! `allapari seed`: a made-up network of any size, for measuring and for looking at long lists.

use super::{Console, Failure, Outcome};
use crate::made_up::{self, Size};
use clap::Args;
use store::Db;

/// What the command is told.
#[derive(Debug, Args)]
pub struct SeedArgs {
    /// How many organisations.
    #[arg(long, default_value_t = 60)]
    pub organisations: usize,
    /// How many experts.
    #[arg(long, default_value_t = 270)]
    pub experts: usize,
}

pub(super) async fn seed(args: &SeedArgs, db: &Db, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let figures = network::facade::network_figures(db.reader()).await?;
    if figures.organisations > 0 {
        return Err(Failure::said("command-seed-not-empty"));
    }
    let size = Size { organisations: args.organisations.max(1), experts: args.experts };
    let mut told: std::io::Result<()> = Ok(());
    made_up::fill(db, size, |what, done, all| {
        let key = if what == "experts" { "command-seed-experts" } else { "command-seed-organisations" };
        if told.is_ok() {
            told = console.say_with(key, &[("done", done.into()), ("all", all.into())]);
        }
    })
    .await?;
    told?;
    console.say("command-seed-done")?;
    Ok(Outcome::Fine)
}
