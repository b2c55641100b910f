//! `/annunci`: what stands, and each announcement by itself.

mod own;
pub(crate) mod write;

use super::{
    model::{Audience, Posted},
    store,
};
use crate::organisation::{self, store::directory};
use access::{Act, Permit, Target};
use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use kernel::{AnnouncementId, OrganisationId};
use serde::Deserialize;
use web::{
    Ctx, Error, Head, T,
    ui::{Badge, Empty, Pager, State},
};

const PER_PAGE: i64 = 20;

#[derive(Deserialize)]
pub(super) struct Asked {
    pagina: Option<u64>,
}

/// In whose name something is written: an organisation's or the secretariat's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Author {
    /// The organisation; none for the secretariat.
    pub from: Option<OrganisationId>,
    /// Its name on screen.
    pub name: String,
    target: Target,
}

impl Author {
    /// Asks the policy whether this person may write in this name.
    pub(crate) fn permit(&self, ctx: &Ctx) -> web::Result<Permit> {
        ctx.permit(Act::Announce, self.target)
    }
    /// Whether this person may write in this name.
    pub(crate) fn open_to(&self, ctx: &Ctx) -> bool {
        ctx.may(Act::Announce, self.target)
    }
    /// The author that a record names.
    pub(crate) async fn of(ctx: &Ctx, from: Option<OrganisationId>) -> web::Result<Author> {
        let Some(id) = from else {
            return Ok(Author { from: None, name: ctx.t().get("announcement-secretariat"), target: Target::Network });
        };
        let organisation = organisation::store::by_id(ctx.db().reader(), id).await?.ok_or(Error::NotFound)?;
        let target = organisation.target();
        Ok(Author { from: Some(id), name: organisation.name, target })
    }
    /// The author that a form names: an organisation's id, or nothing for the secretariat.
    pub(crate) async fn typed(ctx: &Ctx, from: &str) -> web::Result<Author> {
        match from.trim() {
            "" => Author::of(ctx, None).await,
            id => Author::of(ctx, Some(id.parse().map_err(|_| Error::NotFound)?)).await,
        }
    }
}

/// In whose name this person may write, for the first choice of a form: value and name.
pub(crate) async fn authors(ctx: &Ctx) -> web::Result<Vec<(String, String)>> {
    let mut all = Vec::new();
    let secretariat = Author::of(ctx, None).await?;
    if secretariat.open_to(ctx) {
        all.push((String::new(), secretariat.name));
    }
    let managed = ctx.actor().organisations(access::Role::OrganisationManager);
    let names = directory::names(ctx.db().reader(), &managed).await?;
    let mut named: Vec<_> = names.into_iter().map(|(id, line)| (id.to_string(), line.name)).collect();
    named.sort_by_key(|(id, name)| (kernel::fold(name), id.clone()));
    all.extend(named);
    Ok(all)
}

/// The names and addresses of the organisations that wrote.
pub(crate) async fn paths(
    ctx: &Ctx,
    from: impl Iterator<Item = Option<OrganisationId>>,
) -> web::Result<std::collections::HashMap<OrganisationId, (String, String)>> {
    let mut ids: Vec<_> = from.flatten().collect();
    ids.sort_unstable();
    ids.dedup();
    let names = directory::names(ctx.db().reader(), &ids).await?;
    Ok(names.into_iter().map(|(id, line)| (id, (line.name.clone(), line.href()))).collect())
}

struct Line {
    href: String,
    title: String,
    from: String,
    at: String,
    until: String,
    members: Option<Badge>,
}

#[derive(Template)]
#[template(path = "announcement/list.html")]
struct ListPage {
    lines: Vec<Line>,
    pager: Pager,
    empty: Option<Empty>,
    writes: bool,
    t: T,
}

/// Whether this person reads what is for members.
pub(super) fn reads_members(ctx: &Ctx) -> bool {
    ctx.may(Act::ReadCommunity, Target::Network)
}

fn for_members(t: &T, audience: Audience) -> Option<Badge> {
    (audience == Audience::Members).then(|| Badge::word(State::Done, t.get("announcement-members")))
}

/// The list.
pub(super) async fn list(ctx: Ctx, Query(asked): Query<Asked>) -> web::Result<Response> {
    let t = ctx.t();
    let (conn, today, members) = (ctx.db().reader(), ctx.env().today(), reads_members(&ctx));
    let page = Pager::asked(asked.pagina);
    let skip = (i64::try_from(page).unwrap_or(1) - 1) * PER_PAGE;
    let total = store::count_standing(conn, today, members).await?;
    let standing = store::standing(conn, today, members, PER_PAGE, skip).await?;
    let paths = paths(&ctx, standing.iter().map(|one| one.announcement.from)).await?;
    let line = |one: &Posted| Line {
        href: format!("/annunci/{}", one.id),
        title: one.announcement.title.clone(),
        from: from(t, one, &paths),
        at: t.date(kernel::rome_date(one.at)),
        until: t.date(one.announcement.until),
        members: for_members(t, one.announcement.audience),
    };
    let per_page = u64::try_from(PER_PAGE).unwrap_or(20);
    let body = ListPage {
        lines: standing.iter().map(line).collect(),
        pager: Pager::new(t, "/annunci", page, u64::try_from(total).unwrap_or(0), per_page),
        empty: standing.is_empty().then(|| Empty::new(t.get("announcement-empty"), t.get("announcement-empty-text"))),
        writes: access::policy::anywhere(ctx.actor(), Act::Announce).is_ok(),
        t: t.clone(),
    };
    ctx.page(Head::new(t.get("announcement-title")).lead(t.get("announcement-lead")), body)
}

fn from(t: &T, one: &Posted, paths: &std::collections::HashMap<OrganisationId, (String, String)>) -> String {
    match one.announcement.from {
        None => t.get("announcement-secretariat"),
        Some(id) => paths.get(&id).map(|(name, _)| name.clone()).unwrap_or_default(),
    }
}

#[derive(Template)]
#[template(path = "announcement/show.html")]
struct ShowPage {
    id: String,
    version: i64,
    paragraphs: Vec<String>,
    from: String,
    href: Option<String>,
    at: String,
    until: String,
    members: Option<Badge>,
    over: Option<Badge>,
    writes: bool,
    t: T,
}

/// The announcement that an address names, when this person may read it: those who may write in
/// its name also read it after its time.
pub(super) async fn readable(ctx: &Ctx, id: &str) -> web::Result<(Posted, Author)> {
    let id: AnnouncementId = id.parse().map_err(|_| Error::NotFound)?;
    let posted = store::posted(ctx.db().reader(), id).await?.ok_or(Error::NotFound)?;
    let author = Author::of(ctx, posted.announcement.from).await?;
    let meant = posted.announcement.audience == Audience::Everyone || reads_members(ctx);
    let stands = posted.stands(ctx.env().today());
    if author.open_to(ctx) || (meant && stands) { Ok((posted, author)) } else { Err(Error::NotFound) }
}

/// One announcement.
pub(super) async fn show(ctx: Ctx, Path(id): Path<String>) -> web::Result<Response> {
    let t = ctx.t();
    let (posted, author) = readable(&ctx, &id).await?;
    let paths = paths(&ctx, std::iter::once(posted.announcement.from)).await?;
    let over = !posted.stands(ctx.env().today());
    let body = ShowPage {
        id: posted.id.to_string(),
        version: posted.version,
        paragraphs: posted.announcement.paragraphs().into_iter().map(str::to_owned).collect(),
        href: author.from.and_then(|id| paths.get(&id).map(|(_, href)| href.clone())),
        writes: author.open_to(&ctx),
        from: author.name,
        at: t.date(kernel::rome_date(posted.at)),
        until: t.date(posted.announcement.until),
        members: for_members(t, posted.announcement.audience),
        over: over.then(|| Badge::word(State::Ended, t.get("announcement-over"))),
        t: t.clone(),
    };
    let mut head =
        Head::new(posted.announcement.title).trail(vec![("/annunci".to_owned(), t.get("announcement-title"))]);
    if posted.announcement.audience == Audience::Members {
        head = head.no_index();
    }
    ctx.page(head, body)
}
