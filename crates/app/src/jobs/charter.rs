//! Looking at the records anew each day: what the Charter says of them may change with the
//! calendar alone.

use super::{House, Job, Turn, daily};
use ::store::Fault;
use async_trait::async_trait;

pub(super) struct CheckDaily;

#[async_trait]
impl Job for CheckDaily {
    fn name(&self) -> &'static str {
        "charter"
    }
    async fn is_due(&self, house: &House) -> Result<bool, Fault> {
        daily(house, self.name()).await
    }
    async fn run(&self, house: &House, _: &Turn) -> anyhow::Result<i64> {
        // What the path knows of each organisation may have changed with the calendar as well.
        pathway::facade::report_all(&house.db).await?;
        let checked = network::facade::recheck_all(&house.db).await?;
        Ok(i64::try_from(checked.changed).unwrap_or(i64::MAX))
    }
}
