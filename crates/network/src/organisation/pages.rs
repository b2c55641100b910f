//! The pages of the register.

mod directory;
mod profile;
mod settle;
mod sheet;
mod standing;

use super::{
    model::{Field, Lead, Organisation, OrganisationKind, Stage},
    rules::Difference,
    store,
};
use crate::territory::Province;
use access::Act;
use askama::Template;
use kernel::{NaiveDate, Territory};
use web::{Ctx, Error, Fields, Routes, T};

/// The routes of this feature's pages.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/realta", Act::ReadPublic, directory::directory)
        .get("/realta/nuova", Act::RegisterOrganisation, sheet::blank)
        .post("/realta/nuova", Act::RegisterOrganisation, sheet::register)
        .get("/realta/{id}", Act::ReadPublic, profile::profile)
        .get("/realta/{id}/storia", Act::ReadOrganisation, profile::history)
        .get("/realta/{id}/scheda", Act::EditOrganisation, sheet::edit)
        .post("/realta/{id}/scheda", Act::EditOrganisation, sheet::save)
        .get("/realta/{id}/conferma", Act::ConfirmOrganisation, settle::look)
        .post("/realta/{id}/conferma", Act::ConfirmOrganisation, settle::confirm)
        .post("/realta/{id}/restituisci", Act::ConfirmOrganisation, settle::send_back)
        .get("/realta/{id}/chiudi", Act::RegisterOrganisation, standing::ask)
        .post("/realta/{id}/chiudi", Act::RegisterOrganisation, standing::close)
        .post("/realta/{id}/riapri", Act::RegisterOrganisation, standing::open)
}

/// The organisation at an address.
async fn load(ctx: &Ctx, address: &str) -> web::Result<Organisation> {
    store::by_address(ctx.db().reader(), address).await?.ok_or(Error::NotFound)
}

/// The pages above an organisation's own pages.
fn trail(t: &T, organisation: &Organisation) -> Vec<(String, String)> {
    vec![("/realta".into(), t.get("organisation-directory")), (organisation.href(), organisation.name.clone())]
}

/// A number carried along in a form; 0 where it is none.
fn version(fields: &Fields) -> i64 {
    fields.get("version").parse().unwrap_or(0)
}

/// The value of a sheet's field in words, from what is written in it.
pub(crate) fn shown(t: &T, code: &str, written: &str) -> String {
    let word = |key: Option<String>| key.map(|key| t.get(&key));
    let words = match Field::from_code(code) {
        _ if written.is_empty() => Some(t.get("organisation-nothing")),
        Some(Field::Kind) => word(OrganisationKind::from_code(written).map(OrganisationKind::key)),
        Some(Field::Lead) => word(Lead::from_code(written).map(Lead::key)),
        Some(Field::Stage) => word(Stage::from_code(written).map(Stage::key)),
        Some(Field::Province) => Province::find(written).map(|province| province.to_string()),
        Some(Field::Territory) => written.parse::<Territory>().ok().map(|place| place.name(t.lang()).to_owned()),
        Some(Field::FiguresOn) => written.parse::<NaiveDate>().ok().map(|day| t.date(day)),
        _ => None,
    };
    words.unwrap_or_else(|| written.to_owned())
}

/// A field that two sheets say differently, in words.
#[derive(Debug, Clone)]
struct Changed {
    /// The field's name.
    label: String,
    /// As it was.
    before: String,
    /// As it would be.
    after: String,
}

/// A table of what changes, which prints itself.
#[derive(Debug, Clone, Template)]
#[template(path = "organisation/changed.html")]
pub(crate) struct Changes {
    t: T,
    caption: String,
    lines: Vec<Changed>,
}

impl askama::filters::HtmlSafe for Changes {}

impl Changes {
    /// Differences in words; none where nothing differs.
    pub(crate) fn new(t: &T, caption: String, differences: &[Difference]) -> Option<Changes> {
        (!differences.is_empty()).then(|| Changes { t: t.clone(), caption, lines: changed(t, differences) })
    }
}

/// Differences in words.
fn changed(t: &T, differences: &[Difference]) -> Vec<Changed> {
    let line = |difference: &Difference| Changed {
        label: t.get(&format!("organisation-{}", difference.field.replace('_', "-"))),
        before: shown(t, &difference.field, &difference.before),
        after: shown(t, &difference.field, &difference.after),
    };
    differences.iter().map(line).collect()
}

/// The choices of an enumeration, in words.
fn choices<V: Copy>(t: &T, all: &[V], code: fn(V) -> &'static str, key: fn(V) -> String) -> Vec<(String, String)> {
    all.iter().map(|value| (code(*value).to_owned(), t.get(&key(*value)))).collect()
}

/// The 21 territories to choose from.
fn territories(t: &T) -> Vec<(String, String)> {
    Territory::ALL.iter().map(|place| (place.code().to_owned(), place.name(t.lang()).to_owned())).collect()
}

/// Choices with one for "any" or "none yet" before them.
fn with_first(t: &T, key: &str, choices: Vec<(String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), t.get(key))).chain(choices).collect()
}
