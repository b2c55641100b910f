//! SQL of invitations.

use super::model::{Invitation, NewInvitation, VALID};
use crate::{
    keys,
    person::store::lang,
    role::model::{scope_of, scope_word},
};
use access::{Role, Scope, Tx};
use kernel::{DateTime, EmailAddress, InvitationId, PersonId, Utc, Uuid};
use sea_orm::FromQueryResult;
use store::{Conn, Fault, Migrations, migration, sql};

pub(crate) fn migrations() -> Migrations {
    vec![migration(
        "m0107_people_invitation",
        "CREATE TABLE invitation (
            id {uuid} PRIMARY KEY,
            email text NOT NULL,
            display_name text NOT NULL,
            lang text NOT NULL,
            role text,
            scope text NOT NULL,
            place text NOT NULL,
            token_hash text NOT NULL UNIQUE,
            invited_by {uuid},
            created_at {instant} NOT NULL,
            expires_at {instant} NOT NULL,
            accepted_at {instant},
            accepted_by {uuid},
            withdrawn_at {instant}
         );
         CREATE INDEX invitation_created ON invitation (created_at);
         CREATE INDEX invitation_scope ON invitation (scope, created_at);
         CREATE INDEX invitation_email ON invitation (email);",
    )]
}

/// The scope of an invitation without a role.
const NO_SCOPE: &str = "";

/// Writes an invitation down and says the secret part of its link.
pub(crate) async fn insert(tx: &Tx, new: &NewInvitation) -> Result<(InvitationId, String), Fault> {
    let (id, secret, now): (InvitationId, _, _) = (tx.env().id(), tx.env().secret(), tx.env().now());
    sql("INSERT INTO invitation (id, email, display_name, lang, role, scope, place, token_hash, invited_by, created_at, \
         expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")
    .bind(id.uuid())
    .bind(new.email.as_str())
    .bind(new.display_name.as_str())
    .bind(new.lang.tag())
    .bind(new.role.map(|(role, _)| role.code().to_owned()))
    .bind(new.role.map_or(NO_SCOPE.to_owned(), |(_, scope)| scope_word(scope)))
    .bind(new.place.as_str())
    .bind(keys::digest(&secret))
    .bind(tx.actor_person().map(PersonId::uuid))
    .bind(now)
    .bind(now + VALID)
    .run(tx.conn())
    .await?;
    Ok((id, secret))
}

const COLUMNS: &str =
    "id, email, display_name, lang, role, scope, place, created_at, expires_at, accepted_at, withdrawn_at";

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    email: String,
    display_name: String,
    lang: String,
    role: Option<String>,
    scope: String,
    place: String,
    created_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    accepted_at: Option<DateTime<Utc>>,
    withdrawn_at: Option<DateTime<Utc>>,
}

impl TryFrom<Row> for Invitation {
    type Error = Fault;
    fn try_from(row: Row) -> Result<Self, Fault> {
        let role = match row.role {
            None => None,
            Some(code) => Role::from_code(&code)
                .zip(scope_of(&row.scope))
                .map(Some)
                .ok_or_else(|| Fault::unreadable(format!("role {code} in {}", row.scope)))?,
        };
        Ok(Invitation {
            id: InvitationId::from_uuid(row.id),
            email: EmailAddress::try_from(row.email).map_err(Fault::unreadable)?,
            display_name: row.display_name,
            lang: lang(&row.lang),
            role,
            place: row.place,
            created_at: row.created_at,
            expires_at: row.expires_at,
            accepted_at: row.accepted_at,
            withdrawn_at: row.withdrawn_at,
        })
    }
}

pub(crate) async fn by_id(conn: &impl Conn, id: InvitationId) -> Result<Option<Invitation>, Fault> {
    let row: Option<Row> =
        sql(format!("SELECT {COLUMNS} FROM invitation WHERE id = $1")).bind(id.uuid()).one(conn).await?;
    row.map(Invitation::try_from).transpose()
}

/// The invitation whose link holds this secret, whatever its state.
pub(crate) async fn by_secret(conn: &impl Conn, secret: &str) -> Result<Option<Invitation>, Fault> {
    let row: Option<Row> = sql(format!("SELECT {COLUMNS} FROM invitation WHERE token_hash = $1"))
        .bind(keys::digest(secret))
        .one(conn)
        .await?;
    row.map(Invitation::try_from).transpose()
}

/// Invitations, of one scope or of all, the newest first, and how many there are.
pub(crate) async fn list(
    conn: &impl Conn,
    scope: Option<Scope>,
    limit: i64,
    skip: i64,
) -> Result<(Vec<Invitation>, i64), Fault> {
    const FOUND: &str = "($1 = '*' OR scope = $1)";
    let scope = scope.map_or_else(|| "*".to_owned(), scope_word);
    let rows: Vec<Row> = sql(format!(
        "SELECT {COLUMNS} FROM invitation WHERE {FOUND} ORDER BY created_at DESC, id DESC LIMIT $2 OFFSET $3"
    ))
    .bind(scope.as_str())
    .bind(limit)
    .bind(skip)
    .all(conn)
    .await?;
    let total: Option<i64> =
        sql(format!("SELECT CAST(COUNT(*) AS BIGINT) FROM invitation WHERE {FOUND}")).bind(scope).value(conn).await?;
    Ok((rows.into_iter().map(Invitation::try_from).collect::<Result<_, _>>()?, total.unwrap_or(0)))
}

/// The invitation that waits already for the same address, role and place.
pub(crate) async fn waiting(
    conn: &impl Conn,
    new: &NewInvitation,
    now: DateTime<Utc>,
) -> Result<Option<InvitationId>, Fault> {
    let id: Option<Uuid> = sql("SELECT id FROM invitation WHERE email = $1 AND COALESCE(role, '') = $2 AND scope = $3 \
         AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > $4 ORDER BY created_at DESC, id DESC LIMIT 1")
    .bind(new.email.as_str())
    .bind(new.role.map_or("", |(role, _)| role.code()).to_owned())
    .bind(new.role.map_or(NO_SCOPE.to_owned(), |(_, scope)| scope_word(scope)))
    .bind(now)
    .value(conn)
    .await?;
    Ok(id.map(InvitationId::from_uuid))
}

/// Gives an invitation a new link and new time; the old link ends.
pub(crate) async fn renew(tx: &Tx, id: InvitationId) -> Result<String, Fault> {
    let secret = tx.env().secret();
    sql("UPDATE invitation SET token_hash = $1, expires_at = $2 \
         WHERE id = $3 AND accepted_at IS NULL AND withdrawn_at IS NULL")
    .bind(keys::digest(&secret))
    .bind(tx.env().now() + VALID)
    .bind(id.uuid())
    .run_once(tx.conn())
    .await?;
    Ok(secret)
}

pub(crate) async fn withdraw(tx: &Tx, id: InvitationId) -> Result<(), Fault> {
    sql("UPDATE invitation SET withdrawn_at = $1 WHERE id = $2 AND accepted_at IS NULL AND withdrawn_at IS NULL")
        .bind(tx.env().now())
        .bind(id.uuid())
        .run_once(tx.conn())
        .await
}

/// Withdraws all that are open: they come from a backup, and may have been withdrawn since.
pub(crate) async fn withdraw_open(tx: &Tx) -> Result<(), Fault> {
    sql("UPDATE invitation SET withdrawn_at = $1 \
         WHERE accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > $1")
    .bind(tx.env().now())
    .run(tx.conn())
    .await?;
    Ok(())
}

/// Accepts an invitation, once.
pub(crate) async fn accept(tx: &Tx, id: InvitationId, person: PersonId) -> Result<(), Fault> {
    sql("UPDATE invitation SET accepted_at = $1, accepted_by = $2 \
         WHERE id = $3 AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > $1")
    .bind(tx.env().now())
    .bind(person.uuid())
    .bind(id.uuid())
    .run_once(tx.conn())
    .await
}

#[derive(FromQueryResult, serde::Serialize)]
pub(crate) struct Held {
    role: Option<String>,
    place: String,
    created_at: DateTime<Utc>,
    accepted_at: Option<DateTime<Utc>>,
}

/// The invitations that a person got, for the export.
pub(crate) async fn held(conn: &impl Conn, person: PersonId) -> Result<Vec<Held>, Fault> {
    sql("SELECT role, place, created_at, accepted_at FROM invitation \
         WHERE accepted_by = $1 OR email = (SELECT email FROM person WHERE id = $1) ORDER BY created_at LIMIT 500")
    .bind(person.uuid())
    .all(conn)
    .await
}

/// Removes the invitations that a person got; those the person sent no longer say so.
pub(crate) async fn erase(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    for statement in [
        "DELETE FROM invitation WHERE accepted_by = $1 OR email = (SELECT email FROM person WHERE id = $1)",
        "UPDATE invitation SET invited_by = NULL WHERE invited_by = $1",
    ] {
        sql(statement).bind(person.uuid()).run(tx.conn()).await?;
    }
    Ok(())
}
