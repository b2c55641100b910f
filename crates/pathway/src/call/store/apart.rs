//! The SQL of what stands apart from a call: days to try, and links to hand over.

use crate::{
    call::model::{NewTrial, Trial},
    candidacy::model::Source,
};
use access::Tx;
use kernel::{CallId, DateTime, Duration, NaiveDate, NominationId, PersonId, TrialDayId, Utc, Uuid, from_rome};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, sql};
use web::App;

/// What a wish to try a day is sealed for.
const TRIAL: &str = "trial day";
/// How long a link that was handed over works.
pub(in crate::call) const LINK_DAYS: i64 = 30;

/// Keeps a wish to try a day, sealed, until that day is over. Says the secret of the link by which it
/// is taken back; only its digest is kept.
pub(in crate::call) async fn ask_trial(tx: &mut Tx, app: &App, call: CallId, new: &NewTrial) -> Result<String, Fault> {
    let (id, secret): (TrialDayId, _) = (tx.env().id(), tx.env().secret());
    let plain = format!("{}\n{}", new.name, new.contact);
    let sealed = people::facade::seal_for_house(app, &format!("{TRIAL} {id}"), plain.as_bytes())?;
    let over = new.on.succ_opt().unwrap_or(new.on).and_time(kernel::NaiveTime::MIN);
    sql("INSERT INTO trial_day (id, call, sealed, wished_on, asked_at, gone_at, link_digest) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)")
    .bind(id.uuid())
    .bind(call.uuid())
    .bind(sealed)
    .bind(new.on)
    .bind(tx.env().now())
    .bind(from_rome(over))
    .bind(crate::candidacy::digest(&secret))
    .run(tx.conn())
    .await?;
    tx.note("what", "trial-day-asked");
    Ok(secret)
}

/// The day to try behind a personal link, until it is over.
pub(in crate::call) async fn wished(
    conn: &impl Conn,
    call: CallId,
    secret: &str,
    now: DateTime<Utc>,
) -> Result<Option<NaiveDate>, Fault> {
    sql("SELECT wished_on FROM trial_day WHERE call = $1 AND link_digest = $2 AND gone_at > $3")
        .bind(call.uuid())
        .bind(crate::candidacy::digest(secret))
        .bind(now)
        .value(conn)
        .await
}

/// Takes a wish to try a day back: nothing of it stays. [`Fault::Stale`] where it is gone already.
pub(in crate::call) async fn give_up(tx: &mut Tx, call: CallId, secret: &str) -> Result<(), Fault> {
    sql("DELETE FROM trial_day WHERE call = $1 AND link_digest = $2")
        .bind(call.uuid())
        .bind(crate::candidacy::digest(secret))
        .run_once(tx.conn())
        .await?;
    tx.note("what", "trial-day-given-up");
    Ok(())
}

#[derive(FromQueryResult)]
struct TrialRow {
    id: Uuid,
    sealed: Vec<u8>,
    wished_on: NaiveDate,
}

/// Who wants to try a day, by day.
pub(in crate::call) async fn trials(conn: &impl Conn, app: &App, call: CallId) -> Result<Vec<Trial>, Fault> {
    let rows: Vec<TrialRow> = sql(
        "SELECT id, sealed, wished_on FROM trial_day WHERE call = $1 AND gone_at > $2 ORDER BY wished_on, id LIMIT 200",
    )
    .bind(call.uuid())
    .bind(app.env().now())
    .all(conn)
    .await?;
    let opened = rows.into_iter().map(|row| {
        let id = TrialDayId::from_uuid(row.id);
        let plain = people::facade::open_for_house(app, &format!("{TRIAL} {id}"), &row.sealed)?;
        let text = String::from_utf8(plain.to_vec()).map_err(Fault::unreadable)?;
        let (name, contact) = text.split_once('\n').unwrap_or((&text, ""));
        Ok(Trial { id, name: name.to_owned(), contact: contact.to_owned(), on: row.wished_on })
    });
    opened.collect()
}

/// How many ask to try a day, for the limit against floods.
pub(in crate::call) async fn trials_since(conn: &impl Conn, call: CallId, since: DateTime<Utc>) -> Result<i64, Fault> {
    let count = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM trial_day WHERE call = $1 AND asked_at > $2")
        .bind(call.uuid())
        .bind(since)
        .value(conn)
        .await?;
    Ok(count.unwrap_or(0))
}

/// Removes the days to try that are over.
pub(in crate::call) async fn forget_trials(tx: &Tx) -> Result<u64, Fault> {
    sql("DELETE FROM trial_day WHERE gone_at <= $1").bind(tx.env().now()).run(tx.conn()).await
}

/// A link that was handed over. It names nobody but who made it.
#[derive(Debug, Clone)]
pub(crate) struct Nomination {
    pub(crate) id: NominationId,
    pub(crate) call: CallId,
    pub(crate) by: Option<PersonId>,
    pub(crate) source: Source,
    pub(crate) expires_at: DateTime<Utc>,
    pub(crate) used: bool,
}

#[derive(FromQueryResult)]
struct NominationRow {
    id: Uuid,
    call: Uuid,
    nominated_by: Option<Uuid>,
    source: String,
    expires_at: DateTime<Utc>,
    used_at: Option<DateTime<Utc>>,
}

/// Makes a link to hand over: who made it, for which call, and nothing of who gets it.
pub(in crate::call) async fn nominate(
    tx: &mut Tx,
    call: CallId,
    by: PersonId,
    source: Source,
) -> Result<String, Fault> {
    let (id, secret, now): (NominationId, _, _) = (tx.env().id(), tx.env().secret(), tx.env().now());
    sql("INSERT INTO nomination (id, call, nominated_by, source, link_digest, made_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)")
    .bind(id.uuid())
    .bind(call.uuid())
    .bind(by.uuid())
    .bind(source.code())
    .bind(crate::candidacy::digest(&secret))
    .bind(now)
    .bind(now + Duration::days(LINK_DAYS))
    .run(tx.conn())
    .await?;
    tx.note("what", "nomination-link-made");
    Ok(secret)
}

/// How many links somebody made since an instant.
pub(in crate::call) async fn made_since(conn: &impl Conn, by: PersonId, since: DateTime<Utc>) -> Result<i64, Fault> {
    let count = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM nomination WHERE nominated_by = $1 AND made_at > $2")
        .bind(by.uuid())
        .bind(since)
        .value(conn)
        .await?;
    Ok(count.unwrap_or(0))
}

/// The link behind a secret.
pub(crate) async fn nomination(conn: &impl Conn, secret: &str) -> Result<Option<Nomination>, Fault> {
    let row: Option<NominationRow> = sql("SELECT id, call, nominated_by, source, expires_at, used_at FROM nomination \
         WHERE link_digest = $1")
    .bind(crate::candidacy::digest(secret))
    .one(conn)
    .await?;
    row.map(|row| {
        Ok(Nomination {
            id: NominationId::from_uuid(row.id),
            call: CallId::from_uuid(row.call),
            by: row.nominated_by.map(PersonId::from_uuid),
            source: Source::stored(&row.source)?,
            expires_at: row.expires_at,
            used: row.used_at.is_some(),
        })
    })
    .transpose()
}

/// Uses a link up, once. What was answered is not written down.
pub(crate) async fn use_up(tx: &Tx, id: NominationId) -> Result<(), Fault> {
    sql("UPDATE nomination SET used_at = $2 WHERE id = $1 AND used_at IS NULL AND expires_at > $2")
        .bind(id.uuid())
        .bind(tx.env().now())
        .run_once(tx.conn())
        .await
}

/// Links that somebody made and who now goes: the links end with their maker.
pub(in crate::call) async fn forget_maker(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    sql("DELETE FROM nomination WHERE nominated_by = $1").bind(person.uuid()).run(tx.conn()).await?;
    Ok(())
}

/// When somebody made links, for the export of what is held on them.
pub(in crate::call) async fn made_by(conn: &impl Conn, person: PersonId) -> Result<Vec<DateTime<Utc>>, Fault> {
    sql("SELECT made_at FROM nomination WHERE nominated_by = $1 ORDER BY made_at LIMIT 1000")
        .bind(person.uuid())
        .values(conn)
        .await
}
