//! SQL of what the installation knows of itself.

use ::store::{Conn, Fault, Migrations, migration, sql};
use access::Tx;

/// The mark of the key that the database was first used with.
pub(crate) const KEY_CHECK: &str = "key-check";

pub(crate) fn migrations() -> Migrations {
    vec![migration(
        "m0903_app_installation",
        "CREATE TABLE installation (
            name text PRIMARY KEY,
            value text NOT NULL
         );",
    )]
}

pub(super) async fn read(conn: &impl Conn, name: &str) -> Result<Option<String>, Fault> {
    sql("SELECT value FROM installation WHERE name = $1").bind(name).value(conn).await
}

pub(super) async fn write(tx: &Tx, name: &str, value: &str) -> Result<(), Fault> {
    sql("INSERT INTO installation (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING")
        .bind(name)
        .bind(value)
        .run(tx.conn())
        .await?;
    // Another node may have been first, with another key.
    match read(tx.conn(), name).await? {
        Some(kept) if kept == value => Ok(()),
        _ => Err(Fault::Stale),
    }
}
