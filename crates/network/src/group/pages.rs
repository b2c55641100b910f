//! The list of reference groups and associations, and its keeping by the secretariat.

pub(super) mod own;

use super::{
    model::{Group, GroupKind, GroupOnRecord},
    store,
};
use ::store::Fault;
use access::{Act, Target};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use kernel::{Invalid, Invalids, ReferenceGroupId, Territory};
use serde::Deserialize;
use web::{
    Ctx, Error, Fields, Form, Head, T,
    ui::{Badge, Empty, Note, Pager, State},
};

const PER_PAGE: i64 = 30;

#[derive(Deserialize)]
pub(super) struct Asked {
    pagina: Option<u64>,
}

struct Line {
    id: String,
    version: i64,
    name: String,
    kind: String,
    place: String,
    about: String,
    website: Option<String>,
    email: Option<String>,
    closed: Option<Badge>,
}

impl Line {
    fn new(t: &T, kept: GroupOnRecord) -> Line {
        let group = kept.group;
        Line {
            id: kept.id.to_string(),
            version: kept.version,
            kind: t.get(&format!("group-kind-{}", group.kind.code())),
            place: group.territory.map_or_else(|| t.get("group-everywhere"), |place| place.name(t.lang()).to_owned()),
            name: group.name,
            about: group.about,
            website: group.website,
            email: group.email.map(|email| email.as_str().to_owned()),
            closed: kept.closed.then(|| Badge::word(State::Ended, t.get("group-closed"))),
        }
    }
}

#[derive(Template)]
#[template(path = "group/list.html")]
struct ListPage {
    lines: Vec<Line>,
    pager: Pager,
    empty: Option<Empty>,
    keeps: bool,
    t: T,
}

/// The list.
pub(super) async fn list(ctx: Ctx, Query(asked): Query<Asked>) -> web::Result<Response> {
    let t = ctx.t();
    let conn = ctx.db().reader();
    let keeps = ctx.may(Act::ManageGroups, Target::Network);
    let page = Pager::asked(asked.pagina);
    let skip = (i64::try_from(page).unwrap_or(1) - 1) * PER_PAGE;
    let total = store::count(conn, keeps).await?;
    let kept = store::list(conn, keeps, PER_PAGE, skip).await?;
    let lines: Vec<Line> = kept.into_iter().map(|kept| Line::new(t, kept)).collect();
    let per_page = u64::try_from(PER_PAGE).unwrap_or(30);
    let body = ListPage {
        empty: lines.is_empty().then(|| Empty::new(t.get("group-empty"), t.get("group-empty-text"))),
        pager: Pager::new(t, "/gruppi", page, u64::try_from(total).unwrap_or(0), per_page),
        lines,
        keeps,
        t: t.clone(),
    };
    ctx.page(Head::new(t.get("group-title")).lead(t.get("group-lead")), body)
}

#[derive(Template)]
#[template(path = "group/form.html")]
struct FormPage {
    action: String,
    form: Form,
    kinds: Vec<(String, String)>,
    territories: Vec<(String, String)>,
    note: Option<Note>,
    t: T,
}

fn form_page(ctx: &Ctx, action: String, fields: &Fields, wrong: &Invalids) -> FormPage {
    let t = ctx.t();
    let kinds = GroupKind::ALL.iter().map(|k| (k.code().to_owned(), t.get(&format!("group-kind-{}", k.code()))));
    let mut territories = vec![(String::new(), t.get("group-everywhere"))];
    territories.extend(Territory::ALL.iter().map(|place| (place.code().to_owned(), place.name(t.lang()).to_owned())));
    let form = Form::new(t, "group", fields, wrong);
    FormPage { action, form, kinds: kinds.collect(), territories, note: None, t: t.clone() }
}

fn head(ctx: &Ctx, title: &str) -> Head {
    let trail = vec![("/gruppi".to_owned(), ctx.t().get("group-title"))];
    Head::new(ctx.t().get(title)).trail(trail).no_index()
}

/// The form for a new group.
pub(super) async fn new(ctx: Ctx) -> web::Result<Response> {
    ctx.permit(Act::ManageGroups, Target::Network)?;
    let body = form_page(&ctx, "/gruppi/nuovo".to_owned(), &Fields::new(), &Invalids::default());
    ctx.page(head(&ctx, "group-new"), body)
}

/// Puts a group on the list.
pub(super) async fn add(ctx: Ctx, fields: Fields) -> web::Result<Response> {
    let permit = ctx.permit(Act::ManageGroups, Target::Network)?;
    let refuse = |wrong: Invalids| {
        let body = form_page(&ctx, "/gruppi/nuovo".to_owned(), &fields, &wrong);
        ctx.invalid(head(&ctx, "group-new"), body)
    };
    let group = match Group::parse(&fields) {
        Ok(group) => group,
        Err(wrong) => return refuse(wrong),
    };
    let mut tx = permit.begin(ctx.db()).await?;
    match store::add(&mut tx, &group).await {
        Err(Fault::Duplicate(_)) => return refuse(Invalid::new("name", "group-invalid-name").into()),
        added => added?,
    };
    tx.commit().await?;
    ctx.done("group-added", "/gruppi")
}

async fn on_list(ctx: &Ctx, id: &str) -> web::Result<GroupOnRecord> {
    let id: ReferenceGroupId = id.parse().map_err(|_| Error::NotFound)?;
    store::group(ctx.db().reader(), id).await?.ok_or(Error::NotFound)
}

/// The form for a group on the list.
pub(super) async fn edit(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    ctx.permit(Act::ManageGroups, Target::Network)?;
    let kept = on_list(&ctx, &id).await?;
    let mut fields = kept.group.fields();
    fields.set("version", kept.version);
    let body = form_page(&ctx, format!("/gruppi/{}/modifica", kept.id), &fields, &Invalids::default());
    ctx.page(head(&ctx, "group-edit"), body)
}

/// Changes what is said of a group.
pub(super) async fn change(ctx: Ctx, Path(id): Path<String>, mut fields: Fields) -> web::Result<Response> {
    let permit = ctx.permit(Act::ManageGroups, Target::Network)?;
    let kept = on_list(&ctx, &id).await?;
    let action = format!("/gruppi/{}/modifica", kept.id);
    let group = match Group::parse(&fields) {
        Ok(group) => group,
        Err(wrong) => return ctx.invalid(head(&ctx, "group-edit"), form_page(&ctx, action, &fields, &wrong)),
    };
    let mut tx = permit.begin(ctx.db()).await?;
    match store::change(&mut tx, kept.id, &group, fields.get("version").parse().unwrap_or(0)).await {
        Err(Fault::Stale) => {
            fields.set("version", kept.version);
            let mut body = form_page(&ctx, action, &fields, &Invalids::default());
            body.note = Some(Note::alert(ctx.t().get("group-stale")));
            return ctx.stale(head(&ctx, "group-edit"), body);
        }
        Err(Fault::Duplicate(_)) => {
            let wrong = Invalid::new("name", "group-invalid-name").into();
            return ctx.invalid(head(&ctx, "group-edit"), form_page(&ctx, action, &fields, &wrong));
        }
        changed => changed?,
    }
    tx.commit().await?;
    ctx.done("group-changed", "/gruppi")
}

/// Takes a group off the list, or puts it back.
pub(super) async fn close(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> web::Result<Response> {
    let permit = ctx.permit(Act::ManageGroups, Target::Network)?;
    let kept = on_list(&ctx, &id).await?;
    let mut tx = permit.begin(ctx.db()).await?;
    let version = fields.get("version").parse().unwrap_or(0);
    store::set_closed(&mut tx, kept.id, version, !kept.closed).await?;
    tx.commit().await?;
    ctx.done("group-changed", "/gruppi")
}
