//! SQL of persons.

use super::model::{Details, NewPerson, Person, PersonLine};
use crate::account;
use access::Tx;
use kernel::{DateTime, EmailAddress, Id, Lang, PersonId, Utc, Uuid, fold};
use sea_orm::{FromQueryResult, Value};
use std::collections::HashMap;
use store::{Conn, Fault, Migrations, migration, sql};

pub(crate) fn migrations() -> Migrations {
    vec![migration(
        "m0101_people_person",
        "CREATE TABLE person (
            id {uuid} PRIMARY KEY,
            display_name text NOT NULL,
            name_key text NOT NULL,
            email text UNIQUE,
            lang text NOT NULL,
            created_at {instant} NOT NULL,
            version {int} NOT NULL
         );
         CREATE INDEX person_name ON person (name_key, id);",
    )]
}

/// How many persons go into one statement: seven values each stay below what SQLite binds.
const PORTION: usize = 1000;

pub(crate) async fn insert(tx: &Tx, people: &[(PersonId, NewPerson)]) -> Result<(), Fault> {
    let now = tx.env().now();
    for portion in people.chunks(PORTION) {
        let rows = portion.iter().map(|(id, person)| -> [Value; 7] {
            [
                id.uuid().into(),
                person.display_name.clone().into(),
                fold(&person.display_name).into(),
                person.email.as_ref().map(|e| e.as_str().to_owned()).into(),
                person.lang.tag().into(),
                now.into(),
                1_i64.into(),
            ]
        });
        sql("INSERT INTO person (id, display_name, name_key, email, lang, created_at, version) VALUES ")
            .push_rows(rows)
            .run(tx.conn())
            .await?;
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    display_name: String,
    email: Option<String>,
    lang: String,
    version: i64,
}

impl TryFrom<Row> for Person {
    type Error = Fault;
    fn try_from(row: Row) -> Result<Self, Fault> {
        Ok(Person {
            id: PersonId::from_uuid(row.id),
            display_name: row.display_name,
            email: row.email.map(EmailAddress::try_from).transpose().map_err(Fault::unreadable)?,
            lang: lang(&row.lang),
            version: row.version,
        })
    }
}

/// A language as it is kept; Italian where it is none that the program speaks.
pub(crate) fn lang(tag: &str) -> Lang {
    tag.parse().unwrap_or_default()
}

pub(crate) async fn by_id(conn: &impl Conn, id: PersonId) -> Result<Option<Person>, Fault> {
    let row: Option<Row> = sql("SELECT id, display_name, email, lang, version FROM person WHERE id = $1")
        .bind(id.uuid())
        .one(conn)
        .await?;
    row.map(Person::try_from).transpose()
}

pub(crate) async fn by_email(conn: &impl Conn, email: &EmailAddress) -> Result<Option<Person>, Fault> {
    let row: Option<Row> = sql("SELECT id, display_name, email, lang, version FROM person WHERE email = $1")
        .bind(email.as_str())
        .one(conn)
        .await?;
    row.map(Person::try_from).transpose()
}

pub(crate) async fn change(tx: &Tx, id: PersonId, details: &Details) -> Result<(), Fault> {
    sql("UPDATE person SET display_name = $1, name_key = $2, lang = $3, version = version + 1 \
         WHERE id = $4 AND version = $5")
    .bind(details.display_name.as_str())
    .bind(fold(&details.display_name))
    .bind(details.lang.tag())
    .bind(id.uuid())
    .bind(details.version)
    .run_once(tx.conn())
    .await
}

pub(crate) async fn rename(tx: &Tx, id: PersonId, name: &str) -> Result<(), Fault> {
    sql("UPDATE person SET display_name = $1, name_key = $2, version = version + 1 WHERE id = $3")
        .bind(name)
        .bind(fold(name))
        .bind(id.uuid())
        .run_once(tx.conn())
        .await
}

/// Sets the address. Links that went to the one before end.
pub(crate) async fn set_email(tx: &Tx, id: PersonId, email: &EmailAddress) -> Result<(), Fault> {
    sql("UPDATE person SET email = $1, version = version + 1 WHERE id = $2")
        .bind(email.as_str())
        .bind(id.uuid())
        .run_once(tx.conn())
        .await?;
    account::store::end_links(tx, id).await
}

#[derive(FromQueryResult)]
struct NameRow {
    id: Uuid,
    display_name: String,
}

/// The names of many persons at once; a person who was erased has none.
pub(crate) async fn names(conn: &impl Conn, ids: &[PersonId]) -> Result<HashMap<PersonId, String>, Fault> {
    let mut names = HashMap::with_capacity(ids.len());
    for portion in ids.chunks(PORTION) {
        let rows: Vec<NameRow> = sql("SELECT id, display_name FROM person WHERE id IN (")
            .push_list(portion.iter().map(|id| id.uuid()))
            .push(")")
            .all(conn)
            .await?;
        names.extend(rows.into_iter().map(|row| (PersonId::from_uuid(row.id), row.display_name)));
    }
    Ok(names)
}

#[derive(FromQueryResult)]
struct LineRow {
    id: Uuid,
    display_name: String,
    email: Option<String>,
    account: i64,
}

/// Persons whose name holds the words looked for, or whose address is exactly that, by name.
pub(crate) async fn search(
    conn: &impl Conn,
    text: &str,
    limit: i64,
    skip: i64,
) -> Result<(Vec<PersonLine>, i64), Fault> {
    // No LIKE: a folded name without the words looked for is shorter than before exactly when it holds them.
    const FOUND: &str = "($1 = '' OR replace(p.name_key, $1, '') <> p.name_key OR p.email = $2)";
    let (key, address) = (fold(text), text.trim().to_lowercase());
    let rows: Vec<LineRow> = sql(format!(
        "SELECT p.id, p.display_name, p.email, \
         CAST((SELECT COUNT(*) FROM account a WHERE a.person = p.id) AS BIGINT) AS account \
         FROM person p WHERE {FOUND} ORDER BY p.name_key, p.id LIMIT $3 OFFSET $4"
    ))
    .bind(key.as_str())
    .bind(address.as_str())
    .bind(limit)
    .bind(skip)
    .all(conn)
    .await?;
    let total = sql(format!("SELECT CAST(COUNT(*) AS BIGINT) FROM person p WHERE {FOUND}"))
        .bind(key)
        .bind(address)
        .value(conn)
        .await?;
    let line = |row: LineRow| PersonLine {
        id: PersonId::from_uuid(row.id),
        name: row.display_name,
        email: row.email.unwrap_or_default(),
        account: row.account > 0,
    };
    Ok((rows.into_iter().map(line).collect(), total.unwrap_or(0)))
}

#[derive(FromQueryResult, serde::Serialize)]
pub(crate) struct Held {
    display_name: String,
    email: Option<String>,
    lang: String,
    created_at: DateTime<Utc>,
}

/// The record itself, for the export.
pub(crate) async fn held(conn: &impl Conn, id: PersonId) -> Result<Option<Held>, Fault> {
    sql("SELECT display_name, email, lang, created_at FROM person WHERE id = $1").bind(id.uuid()).one(conn).await
}

/// Removes the record. What others keep that names the person holds an id and nothing else.
pub(crate) async fn erase(tx: &Tx, id: PersonId) -> Result<(), Fault> {
    sql("DELETE FROM person WHERE id = $1").bind(Id::uuid(id)).run(tx.conn()).await?;
    Ok(())
}
