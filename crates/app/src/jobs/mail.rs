//! Sending the mail that waits.

use super::{House, Job, Turn};
use crate::mail::Mailer;
use ::store::Fault;
use access::Technical;
use async_trait::async_trait;
use kernel::{DateTime, Utc};
use people::facade::{self, MailToSend};
use std::time::Duration as Wait;

/// How many messages are read at once.
const PORTION: i64 = 20;
/// How long one message may take in all: well within the lease, which another node takes up when it
/// ends. The steps of a slow server, each within its own time, may add up to more.
const LONGEST: Wait = Wait::from_secs(60);

pub(super) struct SendMail;

#[async_trait]
impl Job for SendMail {
    fn name(&self) -> &'static str {
        "mail"
    }
    async fn is_due(&self, house: &House) -> Result<bool, Fault> {
        if house.mailer.is_none() {
            return Ok(false);
        }
        Ok(!facade::mail_to_send(house.db.reader(), house.db.env().now(), 1).await?.is_empty())
    }
    async fn run(&self, house: &House, turn: &Turn) -> anyhow::Result<i64> {
        let Some(mailer) = &house.mailer else { return Ok(0) };
        let (mut sent, mut failed) = (0, None);
        loop {
            let portion = facade::mail_to_send(house.db.reader(), house.db.env().now(), PORTION).await?;
            if portion.is_empty() {
                break;
            }
            for waiting in portion {
                if !turn.goes_on().await? {
                    return Ok(sent);
                }
                // A stop between the two leaves a message that is sent twice, rather than never:
                // it has the same Message-ID then.
                let error = send(mailer, &waiting, house.db.env().now(), LONGEST).await.err();
                ::store::retrying(house.db.env(), || note(house, &waiting, error.as_deref())).await?;
                match error {
                    None => sent += 1,
                    Some(error) => failed = Some(error),
                }
            }
        }
        match failed {
            Some(error) => Err(anyhow::anyhow!(error)),
            None => Ok(sent),
        }
    }
}

/// Sends a message, or says why it did not leave in time.
pub(super) async fn send(
    mailer: &Mailer,
    waiting: &MailToSend,
    now: DateTime<Utc>,
    longest: Wait,
) -> Result<(), String> {
    match tokio::time::timeout(longest, mailer.send(waiting.id, &waiting.mail, now)).await {
        Ok(sent) => sent.map_err(|error| error.to_string()),
        Err(_) => Err(format!("the mail server did not take it within {} seconds", longest.as_secs())),
    }
}

async fn note(house: &House, waiting: &MailToSend, error: Option<&str>) -> Result<(), Fault> {
    let mut tx = Technical::Mail.begin(&house.db).await?;
    match error {
        None => facade::mail_sent(&mut tx, waiting.id).await?,
        Some(error) => facade::mail_failed(&mut tx, waiting.id, error).await?,
    }
    tx.commit().await
}
