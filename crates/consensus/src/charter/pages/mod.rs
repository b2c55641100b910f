//! The pages of the Charter.

mod compare;
mod draft;
mod read;

use super::{CharterLine, CharterVersion, store};
use crate::document;
use ::store::Conn;
use access::{Act, Target};
use charter::{Anchor, Charter};
use kernel::CharterVersionId;
use std::collections::HashMap;
use web::{Ctx, Error, Result, Routes, T};

/// The routes of the Charter.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/carta", Act::ReadPublic, read::in_force)
        .file("/carta/testo", Act::ReadPublic, read::text)
        .file("/carta/pdf", Act::ReadPublic, read::pdf)
        .get("/carta/versioni", Act::ReadPublic, read::versions)
        .post("/carta/versioni", Act::ManageCharter, draft::create)
        .get("/carta/versioni/{id}", Act::ReadPublic, read::one)
        .get("/carta/confronto", Act::ReadPublic, compare::show)
        .get("/carta/versioni/{id}/modifica", Act::ManageCharter, draft::edit)
        .post("/carta/versioni/{id}/modifica", Act::ManageCharter, draft::save)
        .get("/carta/versioni/{id}/articoli/{slug}", Act::ManageCharter, draft::edit_article)
        .post("/carta/versioni/{id}/articoli/{slug}", Act::ManageCharter, draft::save_article)
        .post("/carta/versioni/{id}/riporta", Act::ManageCharter, draft::carry_over)
        .post("/carta/versioni/{id}/adotta", Act::ManageCharter, draft::adopt)
        .post("/carta/versioni/{id}/elimina", Act::ManageCharter, draft::drop)
        .api_get("/api/v1/charter", Act::ReadPublic, super::api::in_force)
        .api_get("/api/v1/charter/versions", Act::ReadPublic, super::api::versions)
        .api_get("/api/v1/charter/versions/{id}", Act::ReadPublic, super::api::one)
}

/// The version that an address names; a draft only for those who prepare it.
pub(super) async fn named(ctx: &Ctx, id: &str) -> Result<CharterVersion> {
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

/// How many words of a statement are shown where it is linked to.
const WORDS: usize = 14;

/// The first words of the statements that articles rest on, from the Document adopted last.
struct Grounds(HashMap<String, String>);

impl Grounds {
    async fn of(conn: &impl Conn, charters: &[&Charter]) -> Result<Self> {
        let Some(current) = document::current_document(conn).await? else { return Ok(Self(HashMap::new())) };
        let named = charters.iter().flat_map(|charter| charter.articles()).flat_map(|article| &article.rests_on);
        let mut anchors: Vec<String> = named.map(Anchor::to_string).collect();
        anchors.sort_unstable();
        anchors.dedup();
        let found = document::document_statements(conn, current.id, &anchors).await?;
        Ok(Self(found.into_iter().map(|statement| (statement.anchor, shortened(&statement.words))).collect()))
    }
    /// The first words of a statement; before a Document is loaded, as its anchor keeps them.
    fn beginning(&self, anchor: &Anchor) -> String {
        let kept = || {
            let statement = anchor.as_str().split('.').nth(1).unwrap_or_default();
            format!("{}…", statement.trim_end_matches(|c: char| c == '-' || c.is_ascii_digit()).replace('-', " "))
        };
        format!("«{}»", self.0.get(anchor.as_str()).cloned().unwrap_or_else(kept))
    }
}

fn shortened(words: &str) -> String {
    let first: Vec<&str> = words.split_whitespace().take(WORDS).collect();
    let more = words.split_whitespace().nth(WORDS).is_some();
    format!("{}{}", first.join(" "), if more { "…" } else { "" })
}
