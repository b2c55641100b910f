//! Writing the easy version: the form, a look at how easily it reads, saving.

use super::href;
use crate::document::{self, DocumentLine, DocumentVersion};
use crate::easy::{
    model::{Kept, Written, typed},
    rules::{ease, proposal_for, read, who_reads},
    store,
};
use ::store::Fault;
use access::{Act, Target};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Invalids, Lang};
use web::{
    Ctx, Fields, Form, Head, Result, T,
    ui::{LoopStep, Note},
};

/// How easily the text in a language reads, in words.
struct EaseView {
    lang: Lang,
    heading: String,
    /// The index and its meaning; none for English.
    index: Option<String>,
    long: Vec<String>,
    long_title: String,
}

#[derive(Template)]
#[template(path = "easy/write.html")]
struct WritePage {
    t: T,
    note: Option<Note>,
    form: Form,
    eases: Vec<EaseView>,
    /// What somebody else wrote meanwhile, by language.
    theirs: Vec<(Lang, String)>,
    /// The sections that a part may lead to, as the text names them and by their headings.
    sections: Vec<(String, String)>,
    full_href: String,
}

impl EaseView {
    fn new(t: &T, lang: Lang, text: &str) -> Self {
        let found = ease(&read(text, &|_| true).0);
        let index = found
            .index
            .filter(|_| lang == Lang::It)
            .map(|index| t.arg(&format!("easy-index-{}", who_reads(index)), "index", index.round()));
        Self {
            heading: t.get(&format!("easy-text-{}", lang.tag())),
            index,
            long_title: t.arg("easy-long", "n", found.long.len()),
            long: found.long,
            lang,
        }
    }
}

impl WritePage {
    fn new(t: &T, version: &DocumentVersion, fields: &Fields, invalids: &Invalids) -> Self {
        let texts = Lang::ALL.map(|lang| (lang, typed(fields, lang)));
        let texts = texts.iter().filter(|(_, text)| !text.trim().is_empty());
        let sections = version.document.sections.iter();
        Self {
            note: None,
            form: Form::new(t, "easy", fields, invalids),
            eases: texts.map(|(lang, text)| EaseView::new(t, *lang, text)).collect(),
            theirs: Vec::new(),
            sections: sections.map(|section| (format!("> {}", section.anchor), section.heading.clone())).collect(),
            full_href: format!("/documento/versioni/{}", version.line.id),
            t: t.clone(),
        }
    }
    /// Says what happened, above the form.
    fn note(mut self, note: Option<Note>) -> Self {
        self.note = note;
        self
    }
}

fn head(t: &T, line: &DocumentLine) -> Head {
    let mut trail = document::above(t);
    trail.push((format!("/documento/versioni/{}", line.id), document::standing(t, line)));
    Head::new(t.get("easy-edit"))
        .lead(t.arg("easy-edit-lead", "label", &line.label))
        .trail(trail)
        .loop_at(LoopStep::Document)
        .no_index()
}

/// The form: as it is stored, else with what there is to begin from.
pub(super) async fn form(ctx: Ctx, Path(id): Path<String>) -> Result<Response> {
    ctx.permit(Act::ImportDocument, Target::Network)?;
    let version = document::named(&ctx, &id).await?;
    let (fields, note) = beginning(&ctx, &version).await?;
    let page = WritePage::new(ctx.t(), &version, &fields, &Invalids::default()).note(note);
    ctx.page(head(ctx.t(), &version.line), page)
}

/// What stands in the form at first, and what is to be known of it: the text on record; else the one
/// that the program proposes, else the easy version of an earlier Document.
async fn beginning(ctx: &Ctx, version: &DocumentVersion) -> Result<(Fields, Option<Note>)> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    if let Some(kept) = store::of(conn, version.line.id).await? {
        return Ok((stored(&kept), None));
    }
    let proposed = proposal_for(&version.document).map(|written| (written, "easy-proposed"));
    let begun = match proposed {
        Some(proposed) => Some(proposed),
        None => store::newest(conn).await?.map(|kept| (kept.written, "easy-from-other")),
    };
    let (mut fields, note) = match begun {
        Some((written, key)) => (written.fields(), Some(Note::info(t.get(key)))),
        None => (Fields::new(), None),
    };
    fields.set("version", 0);
    Ok((fields, note))
}

/// The form of what is on record.
fn stored(kept: &Kept) -> Fields {
    let mut fields = kept.written.fields();
    fields.set("version", kept.version);
    fields
}

/// A look at how easily it reads, or saving.
pub(super) async fn take(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Result<Response> {
    let permit = ctx.permit(Act::ImportDocument, Target::Network)?;
    let version = document::named(&ctx, &id).await?;
    let t = ctx.t();
    let page = |invalids: &Invalids| WritePage::new(t, &version, &fields, invalids);
    let written = match Written::parse(&fields, &version.document) {
        Ok(written) => written,
        Err(invalids) => return ctx.invalid(head(t, &version.line), page(&invalids)),
    };
    if fields.get("do") == "check" {
        let checked = Note::success(t.get("easy-checked"));
        return ctx.page(head(t, &version.line), page(&Invalids::default()).note(Some(checked)));
    }
    let mut tx = permit.begin(ctx.db()).await?;
    let base = fields.get("version").parse().unwrap_or(0);
    match store::save(&mut tx, version.line.id, base, &written).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            return beside(&ctx, &version, fields, &written).await;
        }
        saved => saved?,
    }
    tx.commit().await?;
    ctx.done("easy-saved", &href(version.line.id))
}

/// Somebody else was quicker: what they wrote stands beside what was typed. The same text sent twice
/// is saved.
async fn beside(ctx: &Ctx, version: &DocumentVersion, mut fields: Fields, written: &Written) -> Result<Response> {
    let t = ctx.t();
    let kept = store::of(ctx.db().reader(), version.line.id).await?;
    if kept.as_ref().is_some_and(|kept| kept.written == *written) {
        return ctx.done("easy-saved", &href(version.line.id));
    }
    fields.set("version", kept.as_ref().map_or(0, |kept| kept.version));
    let mut page = WritePage::new(t, version, &fields, &Invalids::default());
    page.note = Some(Note::alert(t.get("easy-stale")));
    if let Some(kept) = kept {
        let theirs = Lang::ALL.into_iter().filter_map(|lang| Some((lang, kept.written.of(lang)?.to_owned())));
        page.theirs = theirs.collect();
    }
    ctx.stale(head(t, &version.line), page)
}
