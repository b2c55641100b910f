//! Removing what is kept no longer: a table's rows when their time is over, events long handled.

use super::{House, Job, Turn, daily, store};
use ::store::Fault;
use access::{Retention, Technical};
use async_trait::async_trait;
use kernel::Duration;

/// How long a handled event is kept, for who looks for what happened.
const EVENTS_KEPT: Duration = Duration::days(7);

pub(super) struct Retain;

#[async_trait]
impl Job for Retain {
    fn name(&self) -> &'static str {
        "retention"
    }
    async fn is_due(&self, house: &House) -> Result<bool, Fault> {
        daily(house, self.name()).await
    }
    async fn run(&self, house: &House, turn: &Turn) -> anyhow::Result<i64> {
        let now = house.db.env().now();
        let mut removed = 0;
        for kept in house.holdings.iter().flat_map(|holding| holding.retention()) {
            let Some(days) = kept.days else { continue };
            if kept.since.is_empty() {
                continue;
            }
            if !turn.goes_on().await? {
                return Ok(removed);
            }
            let before = now - Duration::days(i64::from(days));
            removed += ::store::retrying(house.db.env(), || retire(house, kept, before)).await?;
        }
        removed += ::store::retrying(house.db.env(), || forget_events(house, now - EVENTS_KEPT)).await?;
        Ok(removed)
    }
}

async fn retire(house: &House, kept: &Retention, before: kernel::DateTime<kernel::Utc>) -> Result<i64, Fault> {
    let tx = Technical::Retention.begin(&house.db).await?;
    let removed = store::retire(&tx, kept, before).await?;
    tx.commit().await?;
    Ok(i64::try_from(removed).unwrap_or(i64::MAX))
}

async fn forget_events(house: &House, before: kernel::DateTime<kernel::Utc>) -> Result<i64, Fault> {
    let tx = Technical::Retention.begin(&house.db).await?;
    let removed = ::store::forget_handled(tx.conn(), before).await?;
    tx.commit().await?;
    Ok(i64::try_from(removed).unwrap_or(i64::MAX))
}
