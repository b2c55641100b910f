//! Reactions: what one slice does when another says that something happened.

use super::{House, Job, Turn};
use ::store::{Fault, handled, pending_events};
use access::Technical;
use async_trait::async_trait;
use kernel::{Event, EventId};

/// How many events are read at once.
const PORTION: u64 = 200;

pub(super) struct Reactions;

#[async_trait]
impl Job for Reactions {
    fn name(&self) -> &'static str {
        "events"
    }
    async fn is_due(&self, house: &House) -> Result<bool, Fault> {
        Ok(!pending_events(house.db.reader(), 1).await?.is_empty())
    }
    async fn run(&self, house: &House, turn: &Turn) -> anyhow::Result<i64> {
        let mut count = 0;
        loop {
            let waiting = pending_events(house.db.reader(), PORTION).await?;
            if waiting.is_empty() || !turn.goes_on().await? {
                return Ok(count);
            }
            let mut seen: Vec<&Event> = Vec::new();
            for one in &waiting {
                // The same thing said twice asks for one reaction.
                if !seen.contains(&&one.event) {
                    react(house, &one.event).await?;
                    seen.push(&one.event);
                }
            }
            let ids: Vec<EventId> = waiting.iter().map(|one| one.id).collect();
            ::store::retrying(house.db.env(), || note(house, &ids)).await?;
            count += i64::try_from(ids.len()).unwrap_or(0);
        }
    }
}

async fn note(house: &House, ids: &[EventId]) -> Result<(), Fault> {
    let tx = Technical::Reaction.begin(&house.db).await?;
    handled(tx.conn(), house.db.env(), ids).await?;
    tx.commit().await
}

/// What follows from an event, bound here and nowhere else. Each is fit to be done twice.
async fn react(house: &House, event: &Event) -> Result<(), Fault> {
    // What the path knows comes first: the network then checks it against the Charter.
    pathway::facade::react(&house.db, event).await?;
    network::facade::react(&house.db, event).await
}
