//! The tables as the engine's own catalogue describes them: what a backup goes by, so that no
//! table is ever forgotten.

use crate::{Fault, sql};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult};
use serde::{Deserialize, Serialize};

/// What a column holds, the same on both engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Uuid,
    Instant,
    Date,
    Json,
    Bytes,
    Int,
    Bool,
    Real,
    Text,
}

impl Kind {
    /// The kind that a declared type means, by the words of `migration` and of the engines.
    fn of(declared: &str) -> Option<Kind> {
        Some(match declared.to_lowercase().as_str() {
            "uuid" | "uuid_text" => Kind::Uuid,
            "timestamptz" | "timestamp_with_timezone_text" => Kind::Instant,
            "date" | "date_text" => Kind::Date,
            "json" | "jsonb" | "json_text" | "jsonb_text" => Kind::Json,
            "bytea" | "blob" => Kind::Bytes,
            "int2" | "int4" | "int8" | "int" | "integer" | "smallint" | "bigint" => Kind::Int,
            "bool" | "boolean" => Kind::Bool,
            "float4" | "float8" | "real" | "double" | "double precision" => Kind::Real,
            "text" | "varchar" => Kind::Text,
            _ => return None,
        })
    }
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) kind: Kind,
}

/// A table with its columns and the tables whose rows it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) columns: Vec<Column>,
    links: Vec<Link>,
}

/// A foreign key. Its name matters only where one must be put off by name (PostgreSQL).
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
struct Link {
    constraint: String,
    target: String,
}

/// Tables that a backup leaves where they are: which migrations were applied is the target's own
/// affair, and a lease is worth nothing a minute later.
const LEFT: [&str; 2] = ["seaql_migrations", "lease"];

/// An identifier as both engines quote it.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// All tables with data, each after the tables whose rows it names, as far as that goes.
pub(crate) async fn tables(conn: &impl ConnectionTrait) -> Result<Vec<Table>, Fault> {
    let names: Vec<String> = if conn.get_database_backend() == DbBackend::Postgres {
        sql("SELECT table_name::text FROM information_schema.tables \
             WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1")
        .values(conn)
        .await?
    } else {
        sql("SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY 1")
            .values(conn)
            .await?
    };
    let mut found = Vec::new();
    for name in names.into_iter().filter(|name| !LEFT.contains(&name.as_str())) {
        let columns = columns(conn, &name).await?;
        let links = links(conn, &name).await?;
        found.push(Table { name, columns, links });
    }
    Ok(in_order(found))
}

#[derive(FromQueryResult)]
struct Declared {
    name: String,
    declared: String,
}

async fn columns(conn: &impl ConnectionTrait, table: &str) -> Result<Vec<Column>, Fault> {
    let text = if conn.get_database_backend() == DbBackend::Postgres {
        "SELECT column_name::text AS name, udt_name::text AS declared FROM information_schema.columns \
         WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position"
    } else {
        "SELECT name, type AS declared FROM pragma_table_info($1) ORDER BY cid"
    };
    let declared: Vec<Declared> = sql(text).bind(table).all(conn).await?;
    let kind = |column: Declared| match Kind::of(&column.declared) {
        Some(kind) => Ok(Column { name: column.name, kind }),
        None => Err(Fault::unreadable(format!(
            "the type “{}” of {table}.{}: write migrations with the types in braces",
            column.declared, column.name
        ))),
    };
    declared.into_iter().map(kind).collect()
}

async fn links(conn: &impl ConnectionTrait, table: &str) -> Result<Vec<Link>, Fault> {
    let text = if conn.get_database_backend() == DbBackend::Postgres {
        "SELECT c.conname::text AS \"constraint\", target.relname::text AS target FROM pg_constraint c \
         JOIN pg_class source ON source.oid = c.conrelid JOIN pg_class target ON target.oid = c.confrelid \
         WHERE c.contype = 'f' AND source.relnamespace = current_schema()::regnamespace AND source.relname = $1 \
         ORDER BY 1"
    } else {
        "SELECT '' AS \"constraint\", \"table\" AS target FROM pragma_foreign_key_list($1) ORDER BY id"
    };
    sql(text).bind(table).all(conn).await
}

/// Puts every table after those it links to; where they link in a circle, the first by name.
fn in_order(mut waiting: Vec<Table>) -> Vec<Table> {
    let mut placed: Vec<Table> = Vec::new();
    while !waiting.is_empty() {
        let free = |table: &Table| {
            table.links.iter().all(|link| {
                link.target == table.name
                    || placed.iter().any(|p| p.name == link.target)
                    || !waiting.iter().any(|w| w.name == link.target)
            })
        };
        let next = waiting.iter().position(free).unwrap_or(0);
        placed.push(waiting.remove(next));
    }
    placed
}

/// The foreign keys that rows written in this order of tables would break for a while: those to
/// the table itself and those to a later one. As (table, constraint).
pub(crate) fn put_off<'a>(tables: &'a [Table], order: &[String]) -> Vec<(&'a str, &'a str)> {
    let place = |name: &str| order.iter().position(|known| known == name);
    let late = |table: &Table, link: &Link| match (place(&table.name), place(&link.target)) {
        (Some(own), Some(other)) => other >= own,
        _ => false,
    };
    tables
        .iter()
        .flat_map(|table| table.links.iter().map(move |link| (table, link)))
        .filter(|(table, link)| late(table, link))
        .map(|(table, link)| (table.name.as_str(), link.constraint.as_str()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(name: &str, targets: &[&str]) -> Table {
        let links = targets.iter().map(|t| Link { constraint: format!("{name}_{t}"), target: (*t).into() }).collect();
        Table { name: name.into(), columns: vec![], links }
    }

    #[test]
    fn a_table_comes_after_those_it_links_to() {
        let placed = in_order(vec![table("a", &["c"]), table("b", &["a", "b"]), table("c", &[])]);
        let names: Vec<String> = placed.iter().map(|t| t.name.clone()).collect();
        assert_eq!(names, ["c", "a", "b"]);
        assert_eq!(put_off(&placed, &names), [("b", "b_b")]);
    }

    #[test]
    fn a_circle_is_put_off_rather_than_waited_for() {
        let placed = in_order(vec![table("a", &["b"]), table("b", &["a"])]);
        let names: Vec<String> = placed.iter().map(|t| t.name.clone()).collect();
        assert_eq!(names, ["a", "b"]);
        assert_eq!(put_off(&placed, &names), [("a", "a_b")]);
    }
}
