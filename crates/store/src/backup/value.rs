//! One value on its way between an engine and a line of a backup.

use crate::{
    Fault,
    tables::{Column, Kind, quoted},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use kernel::{DateTime, NaiveDate, Utc, Uuid};
use sea_orm::{DbBackend, QueryResult, TryGetable};
use serde_json::Value as Json;

/// How a column is asked for, so that both engines hand it over alike.
pub(super) fn asked(column: &Column) -> String {
    let name = quoted(&column.name);
    match column.kind {
        Kind::Int => format!("CAST({name} AS BIGINT)"),
        Kind::Real => format!("CAST({name} AS DOUBLE PRECISION)"),
        // As text, so that a number inside keeps every digit.
        Kind::Json => format!("CAST({name} AS TEXT)"),
        _ => name,
    }
}

/// How a value is put in, in the order of the values. SQLite looks every numbered placeholder up
/// among all others, which takes long where there are thousands.
pub(super) fn placeholder(column: &Column, number: usize, backend: DbBackend) -> String {
    match (backend, column.kind) {
        (DbBackend::Postgres, Kind::Json) => format!("CAST(${number} AS JSONB)"),
        (DbBackend::Postgres, _) => format!("${number}"),
        _ => "?".to_owned(),
    }
}

/// The value of a column, as it stands in a backup.
pub(super) fn read(row: &QueryResult, index: usize, kind: Kind) -> Result<Json, Fault> {
    fn get<T: TryGetable>(row: &QueryResult, index: usize, write: impl FnOnce(T) -> Json) -> Result<Json, Fault> {
        let value: Option<T> = row.try_get_by_index(index)?;
        Ok(value.map_or(Json::Null, write))
    }
    match kind {
        Kind::Uuid => get(row, index, |v: Uuid| Json::String(v.to_string())),
        Kind::Instant => {
            get(row, index, |v: DateTime<Utc>| Json::String(v.to_rfc3339_opts(chrono::SecondsFormat::Micros, true)))
        }
        Kind::Date => get(row, index, |v: NaiveDate| Json::String(v.to_string())),
        Kind::Json | Kind::Text => get(row, index, Json::String),
        Kind::Bytes => get(row, index, |v: Vec<u8>| Json::String(STANDARD.encode(v))),
        Kind::Int => get(row, index, |v: i64| Json::from(v)),
        Kind::Bool => get(row, index, Json::Bool),
        // In words, so that every bit comes back, and what is not a number too.
        Kind::Real => get(row, index, |v: f64| Json::String(format!("{v:?}"))),
    }
}

/// The value for the engine; `None` when it is not what the column holds.
pub(super) fn bound(value: Json, kind: Kind) -> Option<sea_orm::Value> {
    let text = || value.as_str();
    if value.is_null() {
        return Some(nothing(kind));
    }
    Some(match kind {
        Kind::Uuid => text()?.parse::<Uuid>().ok()?.into(),
        Kind::Instant => text()?.parse::<DateTime<Utc>>().ok()?.into(),
        Kind::Date => text()?.parse::<NaiveDate>().ok()?.into(),
        Kind::Bytes => STANDARD.decode(text()?).ok()?.into(),
        Kind::Int => value.as_i64()?.into(),
        Kind::Bool => value.as_bool()?.into(),
        Kind::Real => text()?.parse::<f64>().ok()?.into(),
        Kind::Json | Kind::Text => match value {
            Json::String(text) => text.into(),
            _ => return None,
        },
    })
}

/// No value, with the type that PostgreSQL wants to know all the same.
fn nothing(kind: Kind) -> sea_orm::Value {
    match kind {
        Kind::Uuid => None::<Uuid>.into(),
        Kind::Instant => None::<DateTime<Utc>>.into(),
        Kind::Date => None::<NaiveDate>.into(),
        Kind::Bytes => None::<Vec<u8>>.into(),
        Kind::Int => None::<i64>.into(),
        Kind::Bool => None::<bool>.into(),
        Kind::Real => None::<f64>.into(),
        Kind::Json | Kind::Text => None::<String>.into(),
    }
}
