//! The audit log: a hash chain per stream, written with the change itself.
//!
//! Each row carries the hash of the row before it in its stream, and the head of the stream is
//! kept apart, so that a changed, missing or cut-off row shows in [`verify`].

use crate::{Permit, Target};
use kernel::{AuditId, DateTime, PersonId, Utc, Uuid};
use sea_orm::FromQueryResult;
use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::{Conn, Fault, RawTx, sql};

/// A row of the audit log.
#[derive(Debug, Clone, PartialEq, Serialize, FromQueryResult)]
pub struct Entry {
    /// Which.
    pub id: Uuid,
    /// The stream it belongs to.
    pub stream: String,
    /// Its place in the stream, from 1.
    pub seq: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who, as a label.
    pub actor: String,
    /// Who, when it was a person.
    pub actor_person: Option<Uuid>,
    /// What.
    pub act: String,
    /// To what kind of thing.
    pub target_kind: String,
    /// To which.
    pub target_id: Option<Uuid>,
    /// Whom it concerns.
    pub about_person: Option<Uuid>,
    /// What was changed.
    pub detail: Value,
    /// The hash of the row before it; empty for the first.
    pub previous: String,
    /// The hash of this row.
    pub hash: String,
}

impl Entry {
    /// The hash that the row ought to have: SHA-256 over its fields as JSON, hexadecimal.
    fn expected_hash(&self) -> String {
        let fields = json!([
            self.id,
            self.stream,
            self.seq,
            self.at.timestamp_micros(),
            self.actor,
            self.actor_person,
            self.act,
            self.target_kind,
            self.target_id,
            self.about_person,
            self.detail,
            self.previous,
        ]);
        hex::encode(Sha256::digest(fields.to_string()))
    }
}

const COLUMNS: &str = "id, stream, seq, at, actor, actor_person, act, target_kind, target_id, \
                       about_person, detail, previous, hash";

/// Writes one row, or one for each person concerned where there are several.
pub(crate) async fn record(tx: &RawTx, permit: &Permit, detail: &Value, about: &[PersonId]) -> Result<(), Fault> {
    let whom: Vec<Option<Uuid>> = match about {
        [] => vec![None],
        some => some.iter().map(|p| Some(p.uuid())).collect(),
    };
    let stream = permit.target().stream();
    let (target_kind, target_id) = permit.target().parts();
    let (mut seq, mut previous) = head(tx.conn(), &stream).await?;
    for about_person in whom {
        seq += 1;
        let mut entry = Entry {
            id: tx.env().id::<AuditId>().uuid(),
            stream: stream.clone(),
            seq,
            at: tx.env().now(),
            actor: permit.actor().label(),
            actor_person: permit.actor().person().map(|p| p.uuid()),
            act: permit.act().code().to_owned(),
            target_kind: target_kind.to_owned(),
            target_id,
            about_person,
            detail: detail.clone(),
            previous,
            hash: String::new(),
        };
        entry.hash = entry.expected_hash();
        insert(tx.conn(), &entry).await.map_err(second_in_stream)?;
        previous = entry.hash;
    }
    sql("INSERT INTO audit_stream (stream, seq, hash) VALUES ($1, $2, $3) \
         ON CONFLICT (stream) DO UPDATE SET seq = excluded.seq, hash = excluded.hash")
    .bind(stream)
    .bind(seq)
    .bind(previous)
    .run(tx.conn())
    .await?;
    Ok(())
}

/// Two changes at the same moment read the same head and want the same place in the stream. The
/// second has lost to the first, and its work may be done again as a whole.
fn second_in_stream(fault: Fault) -> Fault {
    match fault {
        Fault::Duplicate(_) => Fault::Conflict,
        other => other,
    }
}

#[derive(FromQueryResult)]
struct Head {
    seq: i64,
    hash: String,
}

async fn head(conn: &impl Conn, stream: &str) -> Result<(i64, String), Fault> {
    let head: Option<Head> = sql("SELECT seq, hash FROM audit_stream WHERE stream = $1").bind(stream).one(conn).await?;
    Ok(head.map_or((0, String::new()), |head| (head.seq, head.hash)))
}

async fn insert(conn: &impl Conn, entry: &Entry) -> Result<(), Fault> {
    sql(format!("INSERT INTO audit_entry ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"))
        .bind(entry.id)
        .bind(entry.stream.as_str())
        .bind(entry.seq)
        .bind(entry.at)
        .bind(entry.actor.as_str())
        .bind(entry.actor_person)
        .bind(entry.act.as_str())
        .bind(entry.target_kind.as_str())
        .bind(entry.target_id)
        .bind(entry.about_person)
        .bind(entry.detail.clone())
        .bind(entry.previous.as_str())
        .bind(entry.hash.as_str())
        .run(conn)
        .await?;
    Ok(())
}

/// What concerns a person: what others did about them and what they did, newest first.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn concerning(conn: &impl Conn, person: PersonId, limit: i64, skip: i64) -> Result<Vec<Entry>, Fault> {
    sql(format!(
        "SELECT {COLUMNS} FROM audit_entry WHERE about_person = $1 OR actor_person = $1 \
         ORDER BY at DESC, seq DESC LIMIT $2 OFFSET $3"
    ))
    .bind(person.uuid())
    .bind(limit)
    .bind(skip)
    .all(conn)
    .await
}

/// Whom the rows concern that say this of `what` was done, each once.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn whom(conn: &impl Conn, what: &str) -> Result<Vec<PersonId>, Fault> {
    const MOST: i64 = 1_000_000;
    let ids: Vec<Uuid> = sql("SELECT DISTINCT about_person FROM audit_entry \
         WHERE about_person IS NOT NULL AND detail ->> 'what' = $1 ORDER BY about_person LIMIT $2")
    .bind(what)
    .bind(MOST)
    .values(conn)
    .await?;
    Ok(ids.into_iter().map(PersonId::from_uuid).collect())
}

/// What the log holds, at a glance: the chains themselves are read by [`verify`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct Heads {
    /// How many streams.
    pub streams: i64,
    /// How many rows, by what the heads say.
    pub entries: i64,
    /// When the newest row was written.
    pub newest: Option<DateTime<Utc>>,
}

/// What the log holds, at a glance.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn heads(conn: &impl Conn) -> Result<Heads, Fault> {
    let heads: Option<Heads> = sql("SELECT CAST(COUNT(*) AS BIGINT) AS streams, \
         CAST(COALESCE(SUM(seq), 0) AS BIGINT) AS entries, (SELECT MAX(at) FROM audit_entry) AS newest \
         FROM audit_stream")
    .one(conn)
    .await?;
    Ok(heads.unwrap_or(Heads { streams: 0, entries: 0, newest: None }))
}

/// The mark of the history that this log tells: the hash of its first row in the stream of the whole
/// network. No two installations share it; a copy of one has the same. `None` where nothing was done.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn history(conn: &impl Conn) -> Result<Option<String>, Fault> {
    sql("SELECT hash FROM audit_entry WHERE stream = $1 AND seq = 1").bind(Target::Network.stream()).value(conn).await
}

/// How many rows concern a person.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn count_concerning(conn: &impl Conn, person: PersonId) -> Result<i64, Fault> {
    let rows: Option<i64> =
        sql("SELECT CAST(COUNT(*) AS BIGINT) FROM audit_entry WHERE about_person = $1 OR actor_person = $1")
            .bind(person.uuid())
            .value(conn)
            .await?;
    Ok(rows.unwrap_or(0))
}

/// Something that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Break {
    /// The stream.
    pub stream: String,
    /// The place in the stream, from 1.
    pub seq: i64,
    /// What is wrong: `changed`, `missing`, `cut off`, `no head`.
    pub what: &'static str,
}

/// What the check of the chains found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// How many streams were read.
    pub streams: usize,
    /// How many rows.
    pub entries: usize,
    /// What is not as it was written; empty when all is well.
    pub breaks: Vec<Break>,
}

/// Reads every chain from its start and says where one is broken. Rows are read in portions, so
/// that a long log does not fill the memory.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn verify(conn: &impl Conn) -> Result<Verdict, Fault> {
    const PORTION: i64 = 2000;
    let mut verdict = Verdict { streams: 0, entries: 0, breaks: Vec::new() };
    let mut chain = Chain::default();
    let mut last = (String::new(), 0_i64);
    loop {
        let portion: Vec<Entry> = sql(format!(
            "SELECT {COLUMNS} FROM audit_entry WHERE stream > $1 OR (stream = $1 AND seq > $2) \
             ORDER BY stream, seq LIMIT $3"
        ))
        .bind(last.0.as_str())
        .bind(last.1)
        .bind(PORTION)
        .all(conn)
        .await?;
        let Some(end) = portion.last() else { break };
        last = (end.stream.clone(), end.seq);
        for entry in &portion {
            if entry.stream != chain.stream {
                chain.close(conn, &mut verdict).await?;
                chain = Chain { stream: entry.stream.clone(), ..Chain::default() };
                verdict.streams += 1;
            }
            verdict.entries += 1;
            chain.add(entry, &mut verdict.breaks);
        }
    }
    chain.close(conn, &mut verdict).await?;
    headless_streams(conn, &mut verdict).await?;
    Ok(verdict)
}

/// A chain as far as it was read.
#[derive(Default)]
struct Chain {
    stream: String,
    seq: i64,
    hash: String,
}

impl Chain {
    fn add(&mut self, entry: &Entry, breaks: &mut Vec<Break>) {
        let mut complain = |what| breaks.push(Break { stream: entry.stream.clone(), seq: entry.seq, what });
        if entry.seq != self.seq + 1 {
            complain("missing");
        } else if entry.previous != self.hash || entry.hash != entry.expected_hash() {
            complain("changed");
        }
        self.seq = entry.seq;
        self.hash.clone_from(&entry.hash);
    }
    /// The head that is kept apart must be the last row that was read.
    async fn close(&self, conn: &impl Conn, verdict: &mut Verdict) -> Result<(), Fault> {
        if self.stream.is_empty() {
            return Ok(());
        }
        let (seq, hash) = head(conn, &self.stream).await?;
        let what = match seq {
            0 => "no head",
            _ if (seq, &hash) != (self.seq, &self.hash) => "cut off",
            _ => return Ok(()),
        };
        verdict.breaks.push(Break { stream: self.stream.clone(), seq: self.seq, what });
        Ok(())
    }
}

/// Heads whose rows are all gone.
async fn headless_streams(conn: &impl Conn, verdict: &mut Verdict) -> Result<(), Fault> {
    let lost: Vec<String> = sql("SELECT stream FROM audit_stream s WHERE NOT EXISTS \
         (SELECT 1 FROM audit_entry e WHERE e.stream = s.stream) ORDER BY stream")
    .values(conn)
    .await?;
    verdict.breaks.extend(lost.into_iter().map(|stream| Break { stream, seq: 0, what: "missing" }));
    Ok(())
}
