//! Walking along the path: reminders of the day before, candidacies that wait, what is kept no
//! longer. It looks often, since a reminder that comes a day late is none; what was done stands in
//! the records, so that nothing is done twice.

use super::{House, Job, Turn, store};
use ::store::Fault;
use async_trait::async_trait;
use kernel::Duration;

/// How long to wait before looking again.
const EVERY: Duration = Duration::minutes(30);
/// How long to wait when it failed.
const AGAIN: Duration = Duration::minutes(5);

pub(super) struct Tend;

#[async_trait]
impl Job for Tend {
    fn name(&self) -> &'static str {
        "pathway"
    }
    async fn is_due(&self, house: &House) -> Result<bool, Fault> {
        let runs = store::last_runs(house.db.reader()).await?;
        let last = runs.iter().find(|run| run.name == self.name());
        let wait = |ok: bool| if ok { EVERY } else { AGAIN };
        Ok(last.is_none_or(|run| run.started_at + wait(run.ok) <= house.db.env().now()))
    }
    async fn run(&self, house: &House, _: &Turn) -> anyhow::Result<i64> {
        Ok(pathway::facade::tend(&house.app).await?)
    }
}
