//! The passkeys of a person.

use super::{
    model::{PasskeyLine, relying_party},
    store,
};
use crate::{second_step, trail};
use access::{Act, Target};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::PasskeyId;
use web::{Ctx, Fields, Form, Head, Result, T};

#[derive(Template)]
#[template(path = "passkey/list.html")]
struct ListPage {
    passkeys: Vec<PasskeyLine>,
    /// Whether passkeys can be added from here.
    may: bool,
    /// Whether browsers make passkeys for the address of this installation.
    possible: bool,
    form: Form,
    script: &'static str,
    t: T,
}

pub(crate) async fn list(ctx: Ctx) -> Result<Response> {
    let person = ctx.person()?;
    let steps = second_step::store::steps(ctx.db().reader(), person).await?;
    let t = ctx.t().clone();
    let page = ListPage {
        passkeys: store::of_person(ctx.db().reader(), person).await?,
        may: second_step::pages::may_change(&ctx, steps).await?,
        possible: relying_party(&ctx.app().site().base_url)?.is_some(),
        form: Form::fresh(&t, "passkey", &Fields::new()),
        script: web::assets::url("passkey.js"),
        t,
    };
    let t = ctx.t();
    ctx.page(Head::new(t.get("passkey-title")).lead(t.get("passkey-lead")).trail(trail(t)).no_index(), page)
}

pub(crate) async fn remove(ctx: Ctx, Path(id): Path<PasskeyId>) -> Result<Response> {
    let person = crate::in_person(&ctx)?;
    let steps = second_step::store::steps(ctx.db().reader(), person).await?;
    if !second_step::pages::may_change(&ctx, steps).await? {
        return ctx.goto("/profilo/passkey");
    }
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(person))?.begin(ctx.db()).await?;
    tx.note("what", "passkey-removed");
    store::remove(&tx, person, id).await?;
    second_step::store::drop_idle_recovery(&tx, person).await?;
    tx.commit().await?;
    ctx.done("passkey-removed", "/profilo/passkey")
}
