//! SQL of roles.

use super::model::{RoleRecord, scope_of, scope_word};
use access::{HeldRole, Role, Scope, Tx};
use kernel::{NaiveDate, Period, PersonId, RoleId, Uuid};
use sea_orm::{FromQueryResult, Value};
use store::{Conn, Fault, Migrations, migration, sql};

pub(crate) fn migrations() -> Migrations {
    vec![migration(
        "m0103_people_role",
        "CREATE TABLE held_role (
            id {uuid} PRIMARY KEY,
            person {uuid} NOT NULL REFERENCES person (id) ON DELETE CASCADE,
            role text NOT NULL,
            scope text NOT NULL,
            from_day {date} NOT NULL,
            until_day {date},
            given_by {uuid},
            given_at {instant} NOT NULL
         );
         CREATE INDEX held_role_person ON held_role (person);
         CREATE INDEX held_role_scope ON held_role (scope, role);",
    )]
}

const COLUMNS: &str = "id, person, role, scope, from_day, until_day";
/// How many roles go into one statement: eight values each stay below what SQLite binds.
const PORTION: usize = 1000;

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    person: Uuid,
    role: String,
    scope: String,
    from_day: NaiveDate,
    until_day: Option<NaiveDate>,
}

impl TryFrom<Row> for RoleRecord {
    type Error = Fault;
    fn try_from(row: Row) -> Result<Self, Fault> {
        Ok(RoleRecord {
            id: RoleId::from_uuid(row.id),
            person: PersonId::from_uuid(row.person),
            held: held_role(&row.role, &row.scope, row.from_day, row.until_day)?,
        })
    }
}

/// A role as it stands in a row.
pub(crate) fn held_role(role: &str, scope: &str, from: NaiveDate, until: Option<NaiveDate>) -> Result<HeldRole, Fault> {
    let wrong = || Fault::unreadable(format!("role {role} in {scope}"));
    Ok(HeldRole {
        role: Role::from_code(role).ok_or_else(wrong)?,
        scope: scope_of(scope).ok_or_else(wrong)?,
        period: Period::new(from, until).ok_or_else(wrong)?,
    })
}

pub(crate) async fn insert(tx: &Tx, roles: &[(PersonId, HeldRole)]) -> Result<Vec<RoleId>, Fault> {
    let by = tx.actor_person().map(PersonId::uuid);
    let mut ids = Vec::with_capacity(roles.len());
    for portion in roles.chunks(PORTION) {
        let rows = portion.iter().map(|(person, held)| -> [Value; 8] {
            let id: RoleId = tx.env().id();
            ids.push(id);
            [
                id.uuid().into(),
                person.uuid().into(),
                held.role.code().into(),
                scope_word(held.scope).into(),
                held.period.from().into(),
                held.period.until().into(),
                by.into(),
                tx.env().now().into(),
            ]
        });
        sql("INSERT INTO held_role (id, person, role, scope, from_day, until_day, given_by, given_at) VALUES ")
            .push_rows(rows)
            .run(tx.conn())
            .await?;
    }
    Ok(ids)
}

/// Ends a role: the day given is its last. A role that would end before it began is removed.
pub(crate) async fn end(tx: &Tx, role: &RoleRecord, last: NaiveDate) -> Result<(), Fault> {
    let statement = if last < role.held.period.from() {
        sql("DELETE FROM held_role WHERE id = $1").bind(role.id.uuid())
    } else {
        sql("UPDATE held_role SET until_day = $1 WHERE id = $2").bind(last).bind(role.id.uuid())
    };
    statement.run_once(tx.conn()).await
}

pub(crate) async fn by_id(conn: &impl Conn, id: RoleId) -> Result<Option<RoleRecord>, Fault> {
    let row: Option<Row> =
        sql(format!("SELECT {COLUMNS} FROM held_role WHERE id = $1")).bind(id.uuid()).one(conn).await?;
    row.map(RoleRecord::try_from).transpose()
}

/// All roles of a person, past ones included, the newest first; a person has a handful.
pub(crate) async fn of_person(conn: &impl Conn, person: PersonId) -> Result<Vec<RoleRecord>, Fault> {
    let rows: Vec<Row> =
        sql(format!("SELECT {COLUMNS} FROM held_role WHERE person = $1 ORDER BY from_day DESC, id LIMIT 500"))
            .bind(person.uuid())
            .all(conn)
            .await?;
    rows.into_iter().map(RoleRecord::try_from).collect()
}

/// The roles held in a scope on a day, by role and then by when they began.
pub(crate) async fn in_scope(
    conn: &impl Conn,
    scope: Scope,
    day: NaiveDate,
    limit: i64,
    skip: i64,
) -> Result<Vec<RoleRecord>, Fault> {
    let rows: Vec<Row> = sql(format!(
        "SELECT {COLUMNS} FROM held_role WHERE scope = $1 AND from_day <= $2 \
         AND (until_day IS NULL OR until_day >= $2) ORDER BY role, from_day, id LIMIT $3 OFFSET $4"
    ))
    .bind(scope_word(scope))
    .bind(day)
    .bind(limit)
    .bind(skip)
    .all(conn)
    .await?;
    rows.into_iter().map(RoleRecord::try_from).collect()
}

/// The roles held in scopes on a day, by scope, role and then by when they began: one statement for
/// as many scopes as it binds.
pub(crate) async fn in_scopes(conn: &impl Conn, scopes: &[Scope], day: NaiveDate) -> Result<Vec<RoleRecord>, Fault> {
    let mut all = Vec::new();
    for portion in scopes.chunks(PORTION) {
        let rows: Vec<Row> = sql(format!(
            "SELECT {COLUMNS} FROM held_role WHERE from_day <= $1 AND (until_day IS NULL OR until_day >= $1) \
             AND scope IN ("
        ))
        .bind(day)
        .push_list(portion.iter().map(|scope| scope_word(*scope)))
        .push(") ORDER BY scope, role, from_day, id LIMIT 100000")
        .all(conn)
        .await?;
        for row in rows {
            all.push(RoleRecord::try_from(row)?);
        }
    }
    Ok(all)
}

/// How many roles are held in a scope on a day.
pub(crate) async fn count_in_scope(conn: &impl Conn, scope: Scope, day: NaiveDate) -> Result<i64, Fault> {
    let count: Option<i64> = sql("SELECT CAST(COUNT(*) AS BIGINT) FROM held_role WHERE scope = $1 AND from_day <= $2 \
         AND (until_day IS NULL OR until_day >= $2)")
    .bind(scope_word(scope))
    .bind(day)
    .value(conn)
    .await?;
    Ok(count.unwrap_or(0))
}

/// The first person who holds a role on a day: for the entries of the demo.
pub(crate) async fn first_with(conn: &impl Conn, role: Role, day: NaiveDate) -> Result<Option<PersonId>, Fault> {
    let id: Option<Uuid> = sql("SELECT person FROM held_role WHERE role = $1 AND from_day <= $2 \
         AND (until_day IS NULL OR until_day >= $2) ORDER BY id LIMIT 1")
    .bind(role.code())
    .bind(day)
    .value(conn)
    .await?;
    Ok(id.map(PersonId::from_uuid))
}

/// Removes the roles of a person; those the person gave no longer say so.
pub(crate) async fn erase(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    for statement in
        ["DELETE FROM held_role WHERE person = $1", "UPDATE held_role SET given_by = NULL WHERE given_by = $1"]
    {
        sql(statement).bind(person.uuid()).run(tx.conn()).await?;
    }
    Ok(())
}
