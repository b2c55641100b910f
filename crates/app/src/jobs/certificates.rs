//! Many certificates: what a page asked to be issued goes on here, a few at a time, and the page shows
//! how far it is; what bears the signature of a key that is trusted no more is signed again.

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
        portions(turn, || pathway::facade::issue_waiting(&house.app)).await
    }
}

/// A job of its own: what cannot be issued must not keep what was issued from being valid.
pub(super) struct SignAgain;

#[async_trait]
impl Job for SignAgain {
    fn name(&self) -> &'static str {
        "signatures"
    }
    async fn is_due(&self, house: &House) -> Result<bool, Fault> {
        pathway::facade::signing_again_waits(house.db.reader()).await
    }
    async fn run(&self, house: &House, turn: &Turn) -> anyhow::Result<i64> {
        portions(turn, || pathway::facade::sign_again_waiting(&house.app)).await
    }
}

/// Does one portion after another, as long as there is one.
async fn portions<F>(turn: &Turn, portion: impl Fn() -> F + Send + Sync) -> anyhow::Result<i64>
where
    F: Future<Output = Result<usize, Fault>> + Send,
{
    let mut count = 0;
    while turn.goes_on().await? {
        let done = portion().await?;
        if done == 0 {
            break;
        }
        count += i64::try_from(done).unwrap_or(0);
    }
    Ok(count)
}
