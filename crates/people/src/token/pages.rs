//! The tokens of a person.

use super::{
    model::{DAYS, NewToken, TokenLine, scope_code},
    store,
};
use crate::{session, trail};
use access::{Act, Target, TokenScope};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{Invalids, TokenId};
use web::{Ctx, Fields, Form, Head, Result, T};

#[derive(Template)]
#[template(path = "token/list.html")]
struct ListPage {
    tokens: Vec<TokenLine>,
    form: Form,
    scopes: Vec<(String, String)>,
    days: Vec<(String, String)>,
    t: T,
}

impl ListPage {
    fn scopes_of(&self, line: &TokenLine) -> String {
        let words = line.scopes.iter().map(|s| self.t.get(&format!("token-scope-{}", scope_code(*s))));
        words.collect::<Vec<_>>().join(", ")
    }
}

#[derive(Template)]
#[template(path = "token/shown.html")]
struct ShownPage {
    token: String,
    t: T,
}

async fn list_page(ctx: &Ctx, fields: &Fields, invalids: &Invalids) -> Result<(Head, ListPage)> {
    let tokens = store::of_person(ctx.db().reader(), ctx.person()?).await?;
    let t = ctx.t().clone();
    let scopes = [TokenScope::Read, TokenScope::Write].map(|s| {
        let code = scope_code(s);
        (code.to_owned(), t.get(&format!("token-scope-{code}")))
    });
    let days = DAYS.map(|d| (d.to_string(), t.arg("token-days-of", "days", d))).into();
    let head = Head::new(t.get("token-title")).lead(t.get("token-lead")).trail(trail(&t)).no_index();
    Ok((head, ListPage { tokens, form: Form::new(&t, "token", fields, invalids), scopes: scopes.into(), days, t }))
}

pub(crate) async fn list(ctx: Ctx) -> Result<Response> {
    let mut fields = Fields::new();
    fields.set("scopes", "read");
    fields.set("days", DAYS[1]);
    let (head, page) = list_page(&ctx, &fields, &Invalids::default()).await?;
    ctx.page(head, page)
}

pub(crate) async fn make(ctx: Ctx, fields: Fields) -> Result<Response> {
    let person = crate::in_person(&ctx)?;
    let new = match NewToken::parse(&fields) {
        Ok(new) => new,
        Err(invalids) => {
            let (head, page) = list_page(&ctx, &fields, &invalids).await?;
            return ctx.invalid(head, page);
        }
    };
    // A token reaches no further than the sign-in that asks for it; a token makes no tokens.
    let second_factor = match ctx.actor().signed_in().and_then(|signed_in| signed_in.session) {
        Some(session) => session::store::has_second_factor(ctx.db().reader(), session).await?,
        None => false,
    };
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(person))?.begin(ctx.db()).await?;
    tx.note("what", "token-made");
    let token = store::insert(&tx, person, &new, second_factor).await?;
    tx.commit().await?;
    let t = ctx.t().clone();
    let head = Head::new(t.get("token-shown-title")).trail(trail(&t)).no_index();
    ctx.page(head, ShownPage { token, t })
}

pub(crate) async fn end(ctx: Ctx, Path(id): Path<TokenId>) -> Result<Response> {
    let person = ctx.person()?;
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(person))?.begin(ctx.db()).await?;
    tx.note("what", "token-ended");
    store::end(&tx, person, id).await?;
    tx.commit().await?;
    ctx.done("token-ended", "/profilo/token")
}
