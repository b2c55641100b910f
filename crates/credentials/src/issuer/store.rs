//! The SQL of issuers' keys.

use super::model::{Compromise, IssuerKey};
use crate::proof::SigningKey;
use access::Tx;
use kernel::{DateTime, IssuerKeyId, OrganisationId, Utc, Uuid};
use people::facade::{open_for_house, seal_for_house};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, Migrations, migration, sql};
use web::App;

pub(super) fn migrations() -> Migrations {
    let keys = migration(
        "m0380_credentials_issuer",
        "CREATE TABLE issuer_key (
            id {uuid} PRIMARY KEY,
            organisation {uuid} NOT NULL,
            public {bytes} NOT NULL,
            sealed {bytes} NOT NULL,
            made_at {instant} NOT NULL,
            retired_at {instant}
         );
         CREATE UNIQUE INDEX issuer_key_in_use ON issuer_key (organisation) WHERE retired_at IS NULL;
         CREATE INDEX issuer_key_organisation ON issuer_key (organisation, made_at);",
    );
    let compromised = migration(
        "m0381_credentials_issuer_compromised",
        "ALTER TABLE issuer_key ADD COLUMN compromised_at {instant};
         ALTER TABLE issuer_key ADD COLUMN compromised_why text;",
    );
    vec![keys, compromised]
}

/// What keys to sign with are sealed for.
const PURPOSE: &str = "issuer keys";

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    organisation: Uuid,
    public: Vec<u8>,
    made_at: DateTime<Utc>,
    retired_at: Option<DateTime<Utc>>,
    compromised_at: Option<DateTime<Utc>>,
    compromised_why: Option<String>,
}

impl From<Row> for IssuerKey {
    fn from(row: Row) -> Self {
        let why = row.compromised_why.unwrap_or_default();
        IssuerKey {
            id: IssuerKeyId::from_uuid(row.id),
            organisation: OrganisationId::from_uuid(row.organisation),
            public: row.public,
            made_at: row.made_at,
            retired_at: row.retired_at,
            compromised: row.compromised_at.map(|since| Compromise { since, why }),
        }
    }
}

const COLUMNS: &str = "id, organisation, public, made_at, retired_at, compromised_at, compromised_why";

/// The key that an organisation signs with, where it has one.
async fn in_use(conn: &impl Conn, organisation: OrganisationId) -> Result<Option<IssuerKey>, Fault> {
    let row: Option<Row> =
        sql(format!("SELECT {COLUMNS} FROM issuer_key WHERE organisation = $1 AND retired_at IS NULL"))
            .bind(organisation.uuid())
            .one(conn)
            .await?;
    Ok(row.map(IssuerKey::from))
}

/// A key on record.
pub(super) async fn by_id(conn: &impl Conn, key: IssuerKeyId) -> Result<Option<IssuerKey>, Fault> {
    let row: Option<Row> =
        sql(format!("SELECT {COLUMNS} FROM issuer_key WHERE id = $1")).bind(key.uuid()).one(conn).await?;
    Ok(row.map(IssuerKey::from))
}

/// All keys of an organisation, the newest first.
pub(super) async fn of_organisation(conn: &impl Conn, organisation: OrganisationId) -> Result<Vec<IssuerKey>, Fault> {
    let rows: Vec<Row> = sql(format!(
        "SELECT {COLUMNS} FROM issuer_key WHERE organisation = $1 ORDER BY made_at DESC, id DESC LIMIT 200"
    ))
    .bind(organisation.uuid())
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(IssuerKey::from).collect())
}

/// The key that an organisation signs with, opened.
pub(super) async fn opened(
    conn: &impl Conn,
    app: &App,
    organisation: OrganisationId,
) -> Result<Option<(IssuerKey, SigningKey)>, Fault> {
    let Some(key) = in_use(conn, organisation).await? else { return Ok(None) };
    let sealed: Option<Vec<u8>> =
        sql("SELECT sealed FROM issuer_key WHERE id = $1").bind(key.id.uuid()).value(conn).await?;
    let seed = open_for_house(app, PURPOSE, &sealed.unwrap_or_default())?;
    let signing = SigningKey::from_seed(&seed).ok_or_else(|| Fault::unreadable("a key to sign with"))?;
    Ok(Some((key, signing)))
}

/// Makes the key that an organisation signs with from now on. [`Fault::Conflict`] when another
/// was made at the same moment: the whole is done again then.
pub(super) async fn make(
    tx: &mut Tx,
    app: &App,
    organisation: OrganisationId,
) -> Result<(IssuerKey, SigningKey), Fault> {
    let seed = zeroize::Zeroizing::new(tx.env().bytes::<32>());
    let signing = SigningKey::from_seed(&seed[..]).ok_or_else(|| Fault::unreadable("a seed"))?;
    let key = IssuerKey {
        id: tx.env().id(),
        organisation,
        public: signing.public().to_vec(),
        made_at: tx.env().now(),
        retired_at: None,
        compromised: None,
    };
    let made = sql("INSERT INTO issuer_key (id, organisation, public, sealed, made_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(key.id.uuid())
        .bind(organisation.uuid())
        .bind(key.public.clone())
        .bind(seal_for_house(app, PURPOSE, &seed[..])?)
        .bind(key.made_at)
        .run(tx.conn())
        .await;
    match made {
        Err(Fault::Duplicate(_)) => return Err(Fault::Conflict),
        made => made?,
    };
    tx.note("key", key.id.to_string());
    Ok((key, signing))
}

/// Retires the key in use. The seed is destroyed: nothing is signed with it any more.
/// [`Fault::Stale`] when it is not in use.
pub(super) async fn retire(tx: &mut Tx, key: &IssuerKey) -> Result<(), Fault> {
    tx.note("retired", key.id.to_string());
    sql("UPDATE issuer_key SET retired_at = $2, sealed = $3 WHERE id = $1 AND retired_at IS NULL")
        .bind(key.id.uuid())
        .bind(tx.env().now())
        .bind(Vec::<u8>::new())
        .run_once(tx.conn())
        .await
}

/// Keeps that a key is compromised. Said once: [`Fault::Stale`] when it was said before.
pub(super) async fn distrust(tx: &mut Tx, key: &IssuerKey, compromise: &Compromise) -> Result<(), Fault> {
    tx.note("compromised", key.id.to_string());
    tx.note("since", kernel::rome_date(compromise.since).to_string());
    sql("UPDATE issuer_key SET compromised_at = $2, compromised_why = $3 WHERE id = $1 AND compromised_at IS NULL")
        .bind(key.id.uuid())
        .bind(compromise.since)
        .bind(compromise.why.as_str())
        .run_once(tx.conn())
        .await
}
