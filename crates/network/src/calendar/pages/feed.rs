//! `/calendario/abbonati`: feeds to subscribe to, and the person's own secret link.

use crate::calendar::store;
use askama::Template;
use axum::response::Response;
use kernel::PersonId;
use web::{Ctx, Head, T};

#[derive(Template)]
#[template(path = "calendar/feed.html")]
struct FeedPage {
    public: String,
    since: Option<String>,
    /// The secret link, shown once: only its hash is kept.
    link: Option<String>,
    t: T,
}

async fn page(ctx: &Ctx, person: PersonId, link: Option<String>) -> web::Result<Response> {
    let t = ctx.t();
    let since = store::feed_since(ctx.db().reader(), person).await?;
    let body = FeedPage {
        public: ctx.app().site().link("/calendario.ics"),
        since: since.map(|at| t.instant(at)),
        link,
        t: t.clone(),
    };
    let trail = vec![("/calendario".to_owned(), t.get("calendar-title"))];
    ctx.page(Head::new(t.get("calendar-feed-title")).lead(t.get("calendar-feed-lead")).trail(trail).no_index(), body)
}

/// What there is to subscribe to.
pub(in crate::calendar) async fn show(ctx: Ctx) -> web::Result<Response> {
    let (person, _) = ctx.own()?;
    page(&ctx, person, None).await
}

/// Makes a new secret link and shows it, this once.
pub(in crate::calendar) async fn renew(ctx: Ctx) -> web::Result<Response> {
    let (person, permit) = ctx.own()?;
    let secret = ctx.env().secret();
    let mut tx = permit.begin(ctx.db()).await?;
    store::renew_feed(&mut tx, person, &store::secret_hash(&secret)).await?;
    tx.commit().await?;
    let link = ctx.app().site().link(&format!("/calendario/mio/{secret}.ics"));
    page(&ctx, person, Some(link)).await
}

/// Ends the secret link.
pub(in crate::calendar) async fn end(ctx: Ctx) -> web::Result<Response> {
    let (person, permit) = ctx.own()?;
    let mut tx = permit.begin(ctx.db()).await?;
    store::end_feed(&mut tx, person).await?;
    tx.commit().await?;
    ctx.done("calendar-feed-ended", "/calendario/abbonati")
}
