//! `/i-miei-corsi/{enrolment}/diario`: the diary, for its writer alone.

use super::{
    model::{Entry, place},
    store,
};
use crate::{course, edition, edition::Enrolment, lesson::own_enrolment};
use ::store::Fault;
use access::{Act, Target};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use kernel::{DiaryEntryId, Invalid, Invalids};
use serde::Deserialize;
use web::{
    Ctx, Error, Fields, Form, Head, T,
    ui::{Empty, Note, Pager},
};

struct Page {
    href: String,
    day: String,
    paragraphs: Vec<String>,
}

#[derive(Template)]
#[template(path = "diary/list.html")]
struct ListPage {
    href: String,
    form: Form,
    pages: Vec<Page>,
    pager: Pager,
    empty: Option<Empty>,
    t: T,
}

#[derive(Template)]
#[template(path = "diary/entry.html")]
struct EntryPage {
    action: String,
    back: String,
    form: Form,
    removal: Form,
    note: Option<Note>,
    t: T,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    pagina: Option<u64>,
}

async fn trail(ctx: &Ctx, mine: &Enrolment) -> web::Result<Vec<(String, String)>> {
    let (t, conn) = (ctx.t(), ctx.db().reader());
    let edition = edition::by_id(conn, mine.edition).await?.ok_or(Error::NotFound)?;
    let course = course::by_id(conn, edition.course).await?.ok_or(Error::NotFound)?;
    Ok(vec![
        ("/i-miei-corsi".to_owned(), t.get("diary-trail-own")),
        (format!("/i-miei-corsi/{}", mine.id), course.title),
    ])
}

/// Entries, opened, each with its id; those whose key is no more are left out.
async fn opened(ctx: &Ctx, sealed: &[store::Sealed]) -> web::Result<Vec<(DiaryEntryId, Entry)>> {
    let id = |one: &store::Sealed| DiaryEntryId::from_uuid(one.id);
    let places: Vec<_> = sealed.iter().map(|one| (place(id(one)), one.sealed.as_slice())).collect();
    let conn = ctx.db().reader();
    let words = people::facade::open_several_for_person(conn, ctx.app(), ctx.person()?, &places).await?;
    let entry = |(one, words): (&store::Sealed, Option<String>)| {
        Some((id(one), Entry { day: one.day, words: words?, version: one.version }))
    };
    Ok(sealed.iter().zip(words).filter_map(entry).collect())
}

async fn list(
    ctx: &Ctx,
    mine: &Enrolment,
    page: u64,
    fields: &Fields,
    wrong: &Invalids,
) -> web::Result<(Head, ListPage)> {
    let t = ctx.t();
    let skip = (i64::try_from(page).unwrap_or(1) - 1) * store::PER_PAGE;
    let (sealed, total) = store::page(ctx.db().reader(), ctx.person()?, mine.id, store::PER_PAGE, skip).await?;
    let href = format!("/i-miei-corsi/{}/diario", mine.id);
    let page_of = |(id, entry): (DiaryEntryId, Entry)| Page {
        href: format!("{href}/{id}"),
        day: t.date(entry.day),
        paragraphs: entry.paragraphs().into_iter().map(str::to_owned).collect(),
    };
    let pages: Vec<Page> = opened(ctx, &sealed).await?.into_iter().map(page_of).collect();
    let (total, per_page) = (u64::try_from(total).unwrap_or(0), u64::try_from(store::PER_PAGE).unwrap_or(20));
    let body = ListPage {
        form: Form::new(t, "diary", fields, wrong),
        empty: pages.is_empty().then(|| Empty::new(t.get("diary-empty"), t.get("diary-empty-text"))),
        pager: Pager::new(t, &href, page, total, per_page),
        pages,
        href,
        t: t.clone(),
    };
    let head = Head::new(t.get("diary-title")).lead(t.get("diary-lead")).trail(trail(ctx, mine).await?).no_index();
    Ok((head, body))
}

pub(super) async fn show(ctx: Ctx, Path(enrolment): Path<String>, Query(asked): Query<Asked>) -> web::Result<Response> {
    let mine = own_enrolment(&ctx, &enrolment).await?;
    let mut fields = Fields::new();
    fields.set("day", ctx.env().today());
    let (head, body) = list(&ctx, &mine, Pager::asked(asked.pagina), &fields, &Invalids::default()).await?;
    ctx.page(head, body)
}

pub(super) async fn add(ctx: Ctx, Path(enrolment): Path<String>, fields: Fields) -> web::Result<Response> {
    let (mine, me) = (own_enrolment(&ctx, &enrolment).await?, ctx.person()?);
    let entry = match Entry::parse(&fields) {
        Ok(entry) => entry,
        Err(wrong) => {
            let (head, body) = list(&ctx, &mine, 1, &fields, &wrong).await?;
            return ctx.invalid(head, body);
        }
    };
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(me))?.begin(ctx.db()).await?;
    tx.note("what", "diary-written");
    super::write_diary(&mut tx, ctx.app(), (me, mine.id), entry.day, &entry.words).await?;
    tx.commit().await?;
    ctx.done("diary-saved", &format!("/i-miei-corsi/{}/diario", mine.id))
}

/// The entry that an address names.
async fn found(ctx: &Ctx, mine: &Enrolment, id: &str) -> web::Result<(DiaryEntryId, Entry)> {
    let id: DiaryEntryId = id.parse().map_err(|_| Error::NotFound)?;
    let sealed = store::one(ctx.db().reader(), ctx.person()?, mine.id, id).await?.ok_or(Error::NotFound)?;
    opened(ctx, &[sealed]).await?.pop().ok_or(Error::NotFound)
}

async fn entry_page(
    ctx: &Ctx,
    mine: &Enrolment,
    id: DiaryEntryId,
    (fields, wrong): (&Fields, &Invalids),
    removal: &Invalids,
    note: Option<Note>,
) -> web::Result<(Head, EntryPage)> {
    let t = ctx.t();
    let back = format!("/i-miei-corsi/{}/diario", mine.id);
    let mut trail = trail(ctx, mine).await?;
    trail.push((back.clone(), t.get("diary-title")));
    let body = EntryPage {
        action: format!("{back}/{id}"),
        back,
        form: Form::new(t, "diary", fields, wrong),
        removal: Form::new(t, "diary-remove", &Fields::new(), removal),
        note,
        t: t.clone(),
    };
    Ok((Head::new(t.get("diary-entry-title")).trail(trail).no_index(), body))
}

pub(super) async fn edit(ctx: Ctx, Path((enrolment, entry)): Path<(String, String)>) -> web::Result<Response> {
    let mine = own_enrolment(&ctx, &enrolment).await?;
    let (id, entry) = found(&ctx, &mine, &entry).await?;
    let none = Invalids::default();
    let (head, body) = entry_page(&ctx, &mine, id, (&entry.fields(), &none), &none, None).await?;
    ctx.page(head, body)
}

pub(super) async fn change(
    ctx: Ctx,
    Path((enrolment, entry)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let (mine, me) = (own_enrolment(&ctx, &enrolment).await?, ctx.person()?);
    let (id, _) = found(&ctx, &mine, &entry).await?;
    let none = Invalids::default();
    let typed = match Entry::parse(&fields) {
        Ok(typed) => typed,
        Err(wrong) => {
            let (head, body) = entry_page(&ctx, &mine, id, (&fields, &wrong), &none, None).await?;
            return ctx.invalid(head, body);
        }
    };
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(me))?.begin(ctx.db()).await?;
    tx.note("what", "diary-written");
    let sealed = people::facade::seal_for_person(&mut tx, ctx.app(), me, &place(id), &typed.words).await?;
    match store::change(&mut tx, me, id, &typed, sealed).await {
        Err(Fault::Stale) => {
            tx.rollback().await?;
            let (_, now) = found(&ctx, &mine, &entry).await?;
            let mut kept = fields.clone();
            kept.set("version", now.version);
            let note = Note::warning(ctx.t().get("diary-stale"));
            let (head, body) = entry_page(&ctx, &mine, id, (&kept, &none), &none, Some(note)).await?;
            return ctx.stale(head, body);
        }
        other => other?,
    }
    tx.commit().await?;
    ctx.done("diary-saved", &format!("/i-miei-corsi/{}/diario", mine.id))
}

pub(super) async fn remove(
    ctx: Ctx,
    Path((enrolment, entry)): Path<(String, String)>,
    fields: Fields,
) -> web::Result<Response> {
    let (mine, me) = (own_enrolment(&ctx, &enrolment).await?, ctx.person()?);
    let (id, entry) = found(&ctx, &mine, &entry).await?;
    // There is no way back, and the button stands near another: it asks.
    if !fields.checked("sure") {
        let asked = Invalid::new("sure", "diary-invalid-sure").into();
        let as_kept = (&entry.fields(), &Invalids::default());
        let (head, body) = entry_page(&ctx, &mine, id, as_kept, &asked, None).await?;
        return ctx.invalid(head, body);
    }
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(me))?.begin(ctx.db()).await?;
    tx.note("what", "diary-removed");
    store::remove(&mut tx, me, id).await?;
    tx.commit().await?;
    ctx.done("diary-removed", &format!("/i-miei-corsi/{}/diario", mine.id))
}

/// The whole diary as a text to take along.
pub(super) async fn whole(ctx: Ctx, Path(enrolment): Path<String>) -> web::Result<Response> {
    let mine = own_enrolment(&ctx, &enrolment).await?;
    let (sealed, _) = store::page(ctx.db().reader(), ctx.person()?, mine.id, 5000, 0).await?;
    let mut text = format!("{}\n", ctx.t().get("diary-title"));
    for (_, entry) in opened(&ctx, &sealed).await?.into_iter().rev() {
        text.push_str(&format!("\n{}\n\n{}\n", ctx.t().date(entry.day), entry.words));
    }
    Ok(web::file::text("diario.txt", text))
}
