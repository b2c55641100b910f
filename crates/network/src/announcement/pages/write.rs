//! Writing in somebody's name: announcements and entries of the calendar are written, changed and
//! ended alike.
//!
//! A form for something new carries the id of the record to be. Sent twice, it is still one record,
//! and the second time leads to it like the first.

use super::Author;
use super::authors;
use crate::announcement::model::Audience;
use ::store::Fault;
use access::Tx;
use askama::Template;
use async_trait::async_trait;
use axum::{extract::Path, response::Response};
use kernel::{Invalids, NaiveDate, OrganisationId, Uuid};
use web::{Control, Ctx, Fields, Form, Head, T, ui::Note};

/// Something that is written in somebody's name, for everyone or for members.
#[async_trait]
pub(crate) trait Written: Sized + Send + Sync + 'static {
    /// The prefix of its texts.
    const NAME: &'static str;
    /// The address of all of them.
    const PATH: &'static str;
    /// What is said once a new one stands.
    const ADDED: &'static str;
    /// What is said once one was changed.
    const CHANGED: &'static str;
    /// What is said once one was ended.
    const ENDED: &'static str;

    /// Parses the form.
    fn parse(from: Option<OrganisationId>, fields: &Fields, today: NaiveDate) -> Result<Self, Invalids>;
    /// The form as it stands before a new one is written.
    fn blank(today: NaiveDate) -> Fields;
    /// The form as it stands before this one is changed.
    fn fields(&self) -> Fields;
    /// The controls below those that all have.
    fn controls(form: &Form) -> Vec<Control>;
    /// Where one goes after it was ended.
    fn after_end(id: Uuid) -> String;
    /// The one that an address names, when this person may read it.
    async fn readable(ctx: &Ctx, id: &str) -> web::Result<(OnRecord<Self>, Author)>;
    /// Puts it on record.
    async fn add(&self, tx: &mut Tx, id: Uuid) -> Result<(), Fault>;
    /// Changes the one on record, over the version that was read.
    async fn change(&self, tx: &mut Tx, id: Uuid, version: i64) -> Result<(), Fault>;
    /// Ends it before its time.
    async fn end(tx: &mut Tx, id: Uuid, version: i64) -> Result<(), Fault>;
}

/// One that is on record.
pub(crate) struct OnRecord<W> {
    pub(crate) id: Uuid,
    pub(crate) what: W,
    pub(crate) version: i64,
}

#[derive(Template)]
#[template(path = "announcement/form.html")]
struct FormPage {
    action: String,
    form: Form,
    authors: Vec<(String, String)>,
    audiences: Vec<(String, String)>,
    controls: Vec<Control>,
    save: String,
    note: Option<Note>,
}

fn word<W: Written>(t: &T, key: &str) -> String {
    t.get(&format!("{}-{key}", W::NAME))
}

fn page<W: Written>(
    ctx: &Ctx,
    action: &str,
    authors: Vec<(String, String)>,
    fields: &Fields,
    wrong: &Invalids,
) -> FormPage {
    let t = ctx.t();
    let audience = |a: &Audience| (a.code().to_owned(), t.get(&format!("announcement-for-{}", a.code())));
    let form = Form::new(t, W::NAME, fields, wrong);
    FormPage {
        action: action.to_owned(),
        controls: W::controls(&form),
        form,
        authors,
        audiences: Audience::ALL.iter().map(audience).collect(),
        save: word::<W>(t, "save"),
        note: None,
    }
}

fn head<W: Written>(ctx: &Ctx, title: &str) -> Head {
    let trail = vec![(W::PATH.to_owned(), word::<W>(ctx.t(), "title"))];
    Head::new(word::<W>(ctx.t(), title)).trail(trail).no_index()
}

fn to_new<W: Written>() -> String {
    format!("{}/nuovo", W::PATH)
}

fn to_edit<W: Written>(id: Uuid) -> String {
    format!("{}/{id}/modifica", W::PATH)
}

/// The form for a new one.
pub(crate) async fn new<W: Written>(ctx: Ctx) -> web::Result<Response> {
    let mut fields = W::blank(ctx.env().today());
    fields.set("new", ctx.env().uuid());
    let body = page::<W>(&ctx, &to_new::<W>(), authors(&ctx).await?, &fields, &Invalids::default());
    ctx.page(head::<W>(&ctx, "new"), body)
}

/// Puts a new one on record, once.
pub(crate) async fn add<W: Written>(ctx: Ctx, fields: Fields) -> web::Result<Response> {
    let author = Author::typed(&ctx, fields.get("from")).await?;
    let permit = author.permit(&ctx)?;
    let what = match W::parse(author.from, &fields, ctx.env().today()) {
        Ok(what) => what,
        Err(wrong) => {
            let body = page::<W>(&ctx, &to_new::<W>(), authors(&ctx).await?, &fields, &wrong);
            return ctx.invalid(head::<W>(&ctx, "new"), body);
        }
    };
    let id = fields.get("new").parse().unwrap_or_else(|_| ctx.env().uuid());
    let mut tx = permit.begin(ctx.db()).await?;
    match what.add(&mut tx, id).await {
        // The same form once more: it stands already.
        Err(Fault::Duplicate(_)) => tx.rollback().await?,
        added => {
            added?;
            tx.commit().await?;
        }
    }
    ctx.done(W::ADDED, &format!("{}/{id}", W::PATH))
}

/// The form for one on record.
pub(crate) async fn edit<W: Written>(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let (kept, author) = W::readable(&ctx, &id).await?;
    author.permit(&ctx)?;
    let mut fields = kept.what.fields();
    fields.set("version", kept.version);
    let body = page::<W>(&ctx, &to_edit::<W>(kept.id), Vec::new(), &fields, &Invalids::default());
    ctx.page(head::<W>(&ctx, "edit"), body)
}

/// Changes one.
pub(crate) async fn change<W: Written>(ctx: Ctx, Path(id): Path<String>, mut fields: Fields) -> web::Result<Response> {
    let (kept, author) = W::readable(&ctx, &id).await?;
    let permit = author.permit(&ctx)?;
    let action = to_edit::<W>(kept.id);
    let what = match W::parse(author.from, &fields, ctx.env().today()) {
        Ok(what) => what,
        Err(wrong) => {
            return ctx.invalid(head::<W>(&ctx, "edit"), page::<W>(&ctx, &action, Vec::new(), &fields, &wrong));
        }
    };
    let mut tx = permit.begin(ctx.db()).await?;
    match what.change(&mut tx, kept.id, fields.get("version").parse().unwrap_or(0)).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            fields.set("version", kept.version);
            let mut body = page::<W>(&ctx, &action, Vec::new(), &fields, &Invalids::default());
            body.note = Some(Note::alert(word::<W>(ctx.t(), "stale")));
            return ctx.stale(head::<W>(&ctx, "edit"), body);
        }
        changed => changed?,
    }
    tx.commit().await?;
    ctx.done(W::CHANGED, &format!("{}/{}", W::PATH, kept.id))
}

/// Ends one before its time.
pub(crate) async fn end<W: Written>(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> web::Result<Response> {
    let (kept, author) = W::readable(&ctx, &id).await?;
    let permit = author.permit(&ctx)?;
    let mut tx = permit.begin(ctx.db()).await?;
    W::end(&mut tx, kept.id, fields.get("version").parse().unwrap_or(0)).await?;
    tx.commit().await?;
    ctx.done(W::ENDED, &W::after_end(kept.id))
}
