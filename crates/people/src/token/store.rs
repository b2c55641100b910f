//! SQL of tokens.

use super::model::{NewToken, PREFIX, TokenLine, scope_words, scopes_of};
use crate::{keys, role::store::held_role};
use access::{SignedIn, Tx};
use kernel::{DateTime, Duration, NaiveDate, PersonId, TokenId, Utc, Uuid};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, Migrations, migration, sql};

pub(crate) fn migrations() -> Migrations {
    vec![migration(
        "m0112_people_token",
        "CREATE TABLE api_token (
            id {uuid} PRIMARY KEY,
            person {uuid} NOT NULL REFERENCES person (id) ON DELETE CASCADE,
            name text NOT NULL,
            scopes text NOT NULL,
            token_hash text NOT NULL UNIQUE,
            second_factor {bool} NOT NULL,
            created_at {instant} NOT NULL,
            expires_at {instant} NOT NULL,
            used_at {instant}
         );
         CREATE INDEX api_token_person ON api_token (person);
         CREATE INDEX api_token_expires ON api_token (expires_at);",
    )]
}

/// Makes a token and says it, once. It reaches no further than the session that asked for it.
pub(crate) async fn insert(tx: &Tx, person: PersonId, new: &NewToken, second_factor: bool) -> Result<String, Fault> {
    let (now, token) = (tx.env().now(), format!("{PREFIX}{}", tx.env().secret()));
    sql("INSERT INTO api_token (id, person, name, scopes, token_hash, second_factor, created_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)")
    .bind(tx.env().id::<TokenId>().uuid())
    .bind(person.uuid())
    .bind(new.name.as_str())
    .bind(scope_words(&new.scopes))
    .bind(keys::digest(&token))
    .bind(second_factor)
    .bind(now)
    .bind(now + Duration::days(new.days))
    .run(tx.conn())
    .await?;
    Ok(token)
}

#[derive(FromQueryResult)]
struct WhoRow {
    id: Uuid,
    person: Uuid,
    used_at: Option<DateTime<Utc>>,
    scopes: String,
    second_factor: bool,
    display_name: String,
    role: Option<String>,
    scope: Option<String>,
    from_day: Option<NaiveDate>,
    until_day: Option<NaiveDate>,
}

/// Whose token a program shows, with the roles held today: one query. With it which token, and
/// when it was used last.
pub(crate) async fn who(
    conn: &impl Conn,
    token: &str,
    now: DateTime<Utc>,
    today: NaiveDate,
) -> Result<Option<(SignedIn, TokenId, Option<DateTime<Utc>>)>, Fault> {
    if !token.starts_with(PREFIX) {
        return Ok(None);
    }
    let rows: Vec<WhoRow> = sql("SELECT k.id, k.person, k.used_at, k.scopes, k.second_factor, p.display_name, \
         r.role, r.scope, r.from_day, r.until_day \
         FROM api_token k JOIN person p ON p.id = k.person JOIN account a ON a.person = k.person \
         LEFT JOIN held_role r ON r.person = k.person AND r.from_day <= $3 AND (r.until_day IS NULL OR r.until_day >= $3) \
         WHERE k.token_hash = $1 AND k.expires_at > $2 ORDER BY r.id LIMIT 500")
    .bind(keys::digest(token))
    .bind(now)
    .bind(today)
    .all(conn)
    .await?;
    let Some(first) = rows.first() else { return Ok(None) };
    let (id, used_at) = (TokenId::from_uuid(first.id), first.used_at);
    let mut signed_in = SignedIn {
        person: PersonId::from_uuid(first.person),
        name: first.display_name.clone(),
        roles: Vec::new(),
        second_factor: first.second_factor,
        session: None,
        token: Some(scopes_of(&first.scopes)),
    };
    for row in rows {
        if let (Some(role), Some(scope), Some(from)) = (row.role, row.scope, row.from_day) {
            signed_in.roles.push(held_role(&role, &scope, from, row.until_day)?);
        }
    }
    signed_in.second_factor |= !signed_in.roles.iter().any(|held| held.role.needs_second_factor());
    Ok(Some((signed_in, id, used_at)))
}

/// Notes that a token was used.
pub(crate) async fn used(tx: &Tx, id: TokenId) -> Result<(), Fault> {
    sql("UPDATE api_token SET used_at = $1 WHERE id = $2").bind(tx.env().now()).bind(id.uuid()).run(tx.conn()).await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct LineRow {
    id: Uuid,
    name: String,
    scopes: String,
    created_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    used_at: Option<DateTime<Utc>>,
}

/// The tokens of a person, the newest first.
pub(crate) async fn of_person(conn: &impl Conn, person: PersonId) -> Result<Vec<TokenLine>, Fault> {
    let rows: Vec<LineRow> = sql("SELECT id, name, scopes, created_at, expires_at, used_at FROM api_token \
         WHERE person = $1 ORDER BY id DESC LIMIT 200")
    .bind(person.uuid())
    .all(conn)
    .await?;
    let line = |row: LineRow| TokenLine {
        id: TokenId::from_uuid(row.id),
        name: row.name,
        scopes: scopes_of(&row.scopes),
        created_at: row.created_at,
        expires_at: row.expires_at,
        used_at: row.used_at,
    };
    Ok(rows.into_iter().map(line).collect())
}

/// Ends all tokens of everybody: some that a backup puts back may have been ended since.
pub(crate) async fn end_everybody(tx: &Tx) -> Result<(), Fault> {
    sql("DELETE FROM api_token").run(tx.conn()).await?;
    Ok(())
}

/// Ends one token of a person, at once.
pub(crate) async fn end(tx: &Tx, person: PersonId, id: TokenId) -> Result<(), Fault> {
    sql("DELETE FROM api_token WHERE id = $1 AND person = $2")
        .bind(id.uuid())
        .bind(person.uuid())
        .run(tx.conn())
        .await?;
    Ok(())
}

/// Ends all tokens of a person.
pub(crate) async fn end_all(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    sql("DELETE FROM api_token WHERE person = $1").bind(person.uuid()).run(tx.conn()).await?;
    Ok(())
}
