//! SQL of accounts and of links by mail.

use super::{
    model::{Account, Link, LinkPurpose},
    rules,
};
use crate::keys;
use access::Tx;
use kernel::{DateTime, EmailAddress, PersonId, Utc, Uuid};
use sea_orm::{FromQueryResult, Value};
use store::{Conn, Fault, Migrations, migration, sql};

pub(crate) fn migrations() -> Migrations {
    vec![migration(
        "m0102_people_account",
        "CREATE TABLE account (
            person {uuid} PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
            password_hash text,
            password_at {instant},
            created_at {instant} NOT NULL
         );
         CREATE TABLE mail_link (
            token_hash text PRIMARY KEY,
            person {uuid} NOT NULL REFERENCES person (id) ON DELETE CASCADE,
            purpose text NOT NULL,
            email text,
            expires_at {instant} NOT NULL
         );
         CREATE INDEX mail_link_person ON mail_link (person);
         CREATE INDEX mail_link_expires ON mail_link (expires_at);",
    )]
}

/// Opens an account for a person, with or without a password. One that is open stays as it is.
pub(crate) async fn open(tx: &Tx, person: PersonId, password_hash: Option<&str>) -> Result<(), Fault> {
    let now = tx.env().now();
    sql("INSERT INTO account (person, password_hash, password_at, created_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (person) DO NOTHING")
    .bind(person.uuid())
    .bind(password_hash.map(str::to_owned))
    .bind(password_hash.map(|_| now))
    .bind(now)
    .run(tx.conn())
    .await?;
    Ok(())
}

/// How many accounts go into one statement: two values each stay below what SQLite binds.
const PORTION: usize = 5000;

/// Opens accounts without a password; those that are open stay as they are.
pub(crate) async fn open_many(tx: &Tx, people: &[PersonId]) -> Result<(), Fault> {
    for portion in people.chunks(PORTION) {
        let rows = portion.iter().map(|person| -> [Value; 2] { [person.uuid().into(), tx.env().now().into()] });
        sql("INSERT INTO account (person, created_at) VALUES ")
            .push_rows(rows)
            .push(" ON CONFLICT (person) DO NOTHING")
            .run(tx.conn())
            .await?;
    }
    Ok(())
}

/// Sets a password. Links by mail that are not used yet end.
pub(crate) async fn set_password(tx: &Tx, person: PersonId, hash: &str) -> Result<(), Fault> {
    sql("UPDATE account SET password_hash = $1, password_at = $2 WHERE person = $3")
        .bind(hash)
        .bind(tx.env().now())
        .bind(person.uuid())
        .run_once(tx.conn())
        .await?;
    end_links(tx, person).await
}

#[derive(FromQueryResult)]
struct Row {
    person: Uuid,
    password_hash: Option<String>,
}

impl From<Row> for Account {
    fn from(row: Row) -> Self {
        Account { person: PersonId::from_uuid(row.person), password_hash: row.password_hash }
    }
}

pub(crate) async fn by_email(conn: &impl Conn, email: &EmailAddress) -> Result<Option<Account>, Fault> {
    let row: Option<Row> =
        sql("SELECT a.person, a.password_hash FROM account a JOIN person p ON p.id = a.person WHERE p.email = $1")
            .bind(email.as_str())
            .one(conn)
            .await?;
    Ok(row.map(Account::from))
}

pub(crate) async fn by_person(conn: &impl Conn, person: PersonId) -> Result<Option<Account>, Fault> {
    let row: Option<Row> =
        sql("SELECT person, password_hash FROM account WHERE person = $1").bind(person.uuid()).one(conn).await?;
    Ok(row.map(Account::from))
}

/// Closes an account: the person stays on record and cannot sign in, by an earlier link neither.
pub(crate) async fn close(tx: &Tx, person: PersonId) -> Result<bool, Fault> {
    end_links(tx, person).await?;
    Ok(sql("DELETE FROM account WHERE person = $1").bind(person.uuid()).run(tx.conn()).await? > 0)
}

/// Makes a link for a person and says its secret part. Earlier links for the same purpose end.
pub(crate) async fn new_link(
    tx: &Tx,
    person: PersonId,
    purpose: LinkPurpose,
    email: Option<&EmailAddress>,
) -> Result<String, Fault> {
    sql("DELETE FROM mail_link WHERE person = $1 AND purpose = $2")
        .bind(person.uuid())
        .bind(purpose.code())
        .run(tx.conn())
        .await?;
    let secret = tx.env().secret();
    sql("INSERT INTO mail_link (token_hash, person, purpose, email, expires_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(keys::digest(&secret))
        .bind(person.uuid())
        .bind(purpose.code())
        .bind(email.map(|e| e.as_str().to_owned()))
        .bind(tx.env().now() + rules::LINK_TIME)
        .run(tx.conn())
        .await?;
    Ok(secret)
}

/// Ends all links of a person, whatever they are for.
pub(crate) async fn end_links(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    sql("DELETE FROM mail_link WHERE person = $1").bind(person.uuid()).run(tx.conn()).await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct LinkRow {
    person: Uuid,
    email: Option<String>,
}

/// What a link says, while it works and the person has an account.
pub(crate) async fn link(
    conn: &impl Conn,
    secret: &str,
    purpose: LinkPurpose,
    now: DateTime<Utc>,
) -> Result<Option<Link>, Fault> {
    let row: Option<LinkRow> = sql("SELECT l.person, l.email FROM mail_link l JOIN account a ON a.person = l.person \
             WHERE l.token_hash = $1 AND l.purpose = $2 AND l.expires_at > $3")
    .bind(keys::digest(secret))
    .bind(purpose.code())
    .bind(now)
    .one(conn)
    .await?;
    row.map(|row| {
        let email = row.email.map(EmailAddress::try_from).transpose().map_err(Fault::unreadable)?;
        Ok(Link { person: PersonId::from_uuid(row.person), email })
    })
    .transpose()
}

/// Uses a link up; says whether it was still there.
pub(crate) async fn use_link(tx: &Tx, secret: &str) -> Result<bool, Fault> {
    let gone = sql("DELETE FROM mail_link WHERE token_hash = $1").bind(keys::digest(secret)).run(tx.conn()).await?;
    Ok(gone > 0)
}

/// Ends all links of everybody.
pub(crate) async fn end_all_links(tx: &Tx) -> Result<(), Fault> {
    sql("DELETE FROM mail_link").run(tx.conn()).await?;
    Ok(())
}

#[derive(FromQueryResult, serde::Serialize)]
pub(crate) struct Held {
    created_at: DateTime<Utc>,
    password_at: Option<DateTime<Utc>>,
}

/// The account, for the export.
pub(crate) async fn held(conn: &impl Conn, person: PersonId) -> Result<Option<Held>, Fault> {
    sql("SELECT created_at, password_at FROM account WHERE person = $1").bind(person.uuid()).one(conn).await
}

pub(crate) async fn erase(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    for table in ["mail_link", "account"] {
        sql(format!("DELETE FROM {table} WHERE person = $1")).bind(person.uuid()).run(tx.conn()).await?;
    }
    Ok(())
}
