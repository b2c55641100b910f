//! What is said of territories beside the records.

use super::model::{Picture, Presence, Statement};
use crate::organisation;
use access::Tx;
use kernel::{NaiveDate, Territory};
use sea_orm::FromQueryResult;
use std::collections::HashMap;
use store::{Conn, Fault, migration, sql};

/// The table of this feature.
pub(crate) fn migrations() -> store::Migrations {
    vec![migration(
        "m0302_network_territory",
        "CREATE TABLE territory_statement (
            territory text PRIMARY KEY,
            presence text,
            note text NOT NULL,
            said_on {date} NOT NULL,
            version {int} NOT NULL
         );",
    )]
}

#[derive(FromQueryResult)]
struct Row {
    territory: String,
    presence: Option<String>,
    note: String,
    said_on: NaiveDate,
    version: i64,
}

/// All 21, from north to south: two statements.
pub(crate) async fn pictures(conn: &impl Conn) -> Result<Vec<Picture>, Fault> {
    let counts = organisation::sums_by_territory(conn).await?;
    let rows: Vec<Row> =
        sql("SELECT territory, presence, note, said_on, version FROM territory_statement").all(conn).await?;
    let mut statements = HashMap::new();
    for row in rows {
        let presence = row.presence.map(|code| Presence::from_code(&code).ok_or_else(|| Fault::unreadable(code)));
        let territory: Territory = row.territory.parse().map_err(Fault::unreadable)?;
        let statement =
            Statement { presence: presence.transpose()?, note: row.note, said_on: row.said_on, version: row.version };
        statements.insert(territory, statement);
    }
    let picture = |territory| Picture {
        territory,
        counts: counts.get(&territory).copied().unwrap_or_default(),
        statement: statements.remove(&territory),
    };
    Ok(Territory::ALL.into_iter().map(picture).collect())
}

/// Writes what is said of a territory; `version` is that of the statement that was read, 0 for none.
///
/// # Errors
/// [`Fault::Stale`] when somebody else said something meanwhile.
pub(crate) async fn state(
    tx: &mut Tx,
    territory: Territory,
    version: i64,
    presence: Option<Presence>,
    note: &str,
) -> Result<(), Fault> {
    let today = tx.env().today();
    tx.note("presence", presence.map(Presence::code));
    let code = presence.map(Presence::code);
    if version == 0 {
        let added = sql(
            "INSERT INTO territory_statement (territory, presence, note, said_on, version) VALUES ($1, $2, $3, $4, 1) \
             ON CONFLICT (territory) DO NOTHING",
        )
        .bind(territory.code())
        .bind(code)
        .bind(note)
        .bind(today)
        .run_once(tx.conn())
        .await;
        return added;
    }
    sql("UPDATE territory_statement SET presence = $1, note = $2, said_on = $3, version = version + 1 \
         WHERE territory = $4 AND version = $5")
    .bind(code)
    .bind(note)
    .bind(today)
    .bind(territory.code())
    .bind(version)
    .run_once(tx.conn())
    .await
}

/// The day on which something was last said of a territory.
pub(crate) async fn said_on(conn: &impl Conn, territory: Territory) -> Result<Option<NaiveDate>, Fault> {
    sql("SELECT said_on FROM territory_statement WHERE territory = $1").bind(territory.code()).value(conn).await
}
