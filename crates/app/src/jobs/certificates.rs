//! Issuing many certificates: what a page asked for goes on here, a few at a time, and the page shows
//! how far it is.

use super::{House, Job, Turn};
use ::store::Fault;
use async_trait::async_trait;

pub(super) struct IssueCertificates;

#[async_trait]
impl Job for IssueCertificates {
    fn name(&self) -> &'static str {
        "certificates"
    }
    async fn is_due(&self, house: &House) -> Result<bool, Fault> {
        pathway::facade::issuing_waits(house.db.reader()).await
    }
    async fn run(&self, house: &House, turn: &Turn) -> anyhow::Result<i64> {
        let mut count = 0;
        while turn.goes_on().await? {
            let done = pathway::facade::issue_waiting(&house.app).await?;
            if done == 0 {
                break;
            }
            count += i64::try_from(done).unwrap_or(0);
        }
        Ok(count)
    }
}
