//! The pages of the Charter.

mod compare;
mod draft;
mod read;

use super::{CharterLine, CharterVersion, store};
use access::{Act, Target};
use kernel::CharterVersionId;
use web::{Ctx, Error, Result, Routes, T};

/// The routes of the Charter.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/carta", Act::ReadPublic, read::in_force)
        .file("/carta/testo", Act::ReadPublic, read::text)
        .get("/carta/versioni", Act::ReadPublic, read::versions)
        .post("/carta/versioni", Act::ManageCharter, draft::create)
        .get("/carta/versioni/{id}", Act::ReadPublic, read::one)
        .get("/carta/confronto", Act::ReadPublic, compare::show)
        .get("/carta/versioni/{id}/modifica", Act::ManageCharter, draft::edit)
        .post("/carta/versioni/{id}/modifica", Act::ManageCharter, draft::save)
        .get("/carta/versioni/{id}/articoli/{slug}", Act::ManageCharter, draft::edit_article)
        .post("/carta/versioni/{id}/articoli/{slug}", Act::ManageCharter, draft::save_article)
        .post("/carta/versioni/{id}/adotta", Act::ManageCharter, draft::adopt)
        .post("/carta/versioni/{id}/elimina", Act::ManageCharter, draft::drop)
        .api_get("/api/v1/charter", Act::ReadPublic, super::api::in_force)
        .api_get("/api/v1/charter/versions", Act::ReadPublic, super::api::versions)
}

/// The version that an address names; a draft only for those who prepare it.
async fn named(ctx: &Ctx, id: &str) -> Result<CharterVersion> {
    let id: CharterVersionId = id.parse().map_err(|_| Error::NotFound)?;
    let found = store::by_id(ctx.db().reader(), id).await?.ok_or(Error::NotFound)?;
    if found.line.public() || prepares(ctx) { Ok(found) } else { Err(Error::NotFound) }
}

/// Whether the person prepares versions of the Charter.
fn prepares(ctx: &Ctx) -> bool {
    ctx.may(Act::ManageCharter, Target::Network)
}

/// The page above: the Charter in force.
fn above(t: &T) -> (String, String) {
    ("/carta".to_owned(), t.get("charter-name"))
}

/// The pages above those of a version.
fn above_version(t: &T) -> Vec<(String, String)> {
    vec![above(t), ("/carta/versioni".to_owned(), t.get("charter-versions-title"))]
}

/// Since when a version holds, or that it does not yet or no longer.
fn standing(t: &T, line: &CharterLine) -> String {
    let day = line.adopted_on.map(|day| t.date(day)).unwrap_or_default();
    match line.standing {
        super::Standing::Draft => t.get("charter-draft-state"),
        super::Standing::InForce => t.arg("charter-in-force-since", "day", day),
        super::Standing::Past => t.arg("charter-past-since", "day", day),
    }
}

/// A version's name and standing in one line.
fn name_and_standing(t: &T, line: &CharterLine) -> String {
    format!("{} – {}", t.arg("charter-version-label", "label", &line.label), standing(t, line))
}
