//! The people of the network for those who manage accounts: search, invite, give and end roles.

use super::{
    model::{RoleRecord, scope_of, scope_word},
    rules, store,
};
use crate::{
    account,
    facade::{self, PEOPLE_PER_PAGE, Person, skip},
    invitation::{self, model::NewInvitation},
    passkey, person,
    person::model::PersonLine,
    second_step,
    second_step::model::Steps,
    session, token,
};
use access::{Act, Role, Scope, Target, Tx};
use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{
    Checks, Duration, EmailAddress, Invalid, Invalids, Lang, NaiveDate, Period, PersonId, RoleId, Territory, typed_day,
};
use web::{
    Ctx, Error, Fields, Form, Head, Result, T,
    ui::{Empty, Pager},
};

pub(crate) fn trail(t: &T) -> Vec<(String, String)> {
    vec![("/persone".to_owned(), t.get("role-people-title"))]
}

#[derive(Template)]
#[template(path = "role/people.html")]
struct PeoplePage {
    lines: Vec<PersonLine>,
    form: Form,
    empty: Empty,
    pager: Pager,
    t: T,
}

pub(crate) async fn people(ctx: Ctx) -> Result<Response> {
    ctx.permit(Act::ManageAccounts, Target::Network)?;
    let (fields, page) = (crate::asked(&ctx), crate::page_asked(&ctx));
    let search = fields.get("q");
    let (lines, total) = person::store::search(ctx.db().reader(), search, PEOPLE_PER_PAGE, skip(page)).await?;
    let t = ctx.t().clone();
    let empty = Empty::new(t.get("role-nobody-title"), t.get("role-nobody-text"));
    let pager = crate::pager(&t, &crate::with_query("/persone", "q", search), page, total);
    let head = Head::new(t.get("role-people-title")).lead(t.get("role-people-lead")).no_index();
    ctx.page(head, PeoplePage { lines, form: Form::fresh(&t, "role", &fields), empty, pager, t })
}

#[derive(Template)]
#[template(path = "role/person.html")]
struct PersonPage {
    person: Person,
    account: bool,
    steps: Steps,
    roles: Vec<(RoleRecord, String)>,
    form: Form,
    kinds: Vec<(String, String)>,
    today: NaiveDate,
    t: T,
}

impl PersonPage {
    fn when(&self, role: &RoleRecord) -> String {
        let period = role.held.period;
        match period.until() {
            None => self.t.arg("role-since", "from", self.t.date(period.from())),
            Some(until) => {
                let args = [("from", self.t.date(period.from()).into()), ("until", self.t.date(until).into())];
                self.t.args("role-from-until", &args)
            }
        }
    }
    fn is_over(&self, role: &RoleRecord) -> bool {
        role.held.period.until().is_some_and(|until| until < self.today)
    }
}

/// A role and where it is held, in words.
pub(crate) fn in_words(t: &T, role: Role, scope: Scope) -> String {
    let name = t.get(&role.key());
    match scope {
        // The name of an organisation is not this slice's to know.
        Scope::Network | Scope::Organisation(_) => name,
        Scope::Territory(territory) => format!("{name} – {}", territory.name(t.lang())),
    }
}

/// The roles that are given on these pages: those of organisations are given by the organisations.
fn kinds(ctx: &Ctx) -> Vec<(String, String)> {
    let word =
        |role: Role, scope: Scope| (format!("{}@{}", role.code(), scope_word(scope)), in_words(ctx.t(), role, scope));
    let mut all = vec![word(Role::Secretariat, Scope::Network)];
    if rules::may_give(ctx.actor(), Role::Administrator) {
        all.push(word(Role::Administrator, Scope::Network));
    }
    all.extend(Territory::ALL.into_iter().map(|territory| word(Role::Region, Scope::Territory(territory))));
    all
}

/// The role and scope that were chosen, among those offered.
fn chosen(ctx: &Ctx, word: &str) -> Option<(Role, Scope)> {
    let offered = kinds(ctx).iter().any(|(value, _)| value == word);
    let (role, scope) = word.split_once('@').filter(|_| offered)?;
    Role::from_code(role).zip(scope_of(scope))
}

async fn person_page(ctx: &Ctx, id: PersonId, fields: &Fields, invalids: &Invalids) -> Result<(Head, PersonPage)> {
    let conn = ctx.db().reader();
    let person = person::store::by_id(conn, id).await?.ok_or(Error::NotFound)?;
    let t = ctx.t().clone();
    let roles = store::of_person(conn, id).await?;
    let roles = roles.into_iter().map(|role| (role, in_words(&t, role.held.role, role.held.scope))).collect();
    let page = PersonPage {
        account: account::store::by_person(conn, id).await?.is_some(),
        steps: second_step::store::steps(conn, id).await?,
        roles,
        form: Form::new(&t, "role", fields, invalids),
        kinds: kinds(ctx),
        today: ctx.env().today(),
        person,
        t,
    };
    let head = Head::new(page.person.display_name.clone()).trail(trail(ctx.t())).no_index();
    Ok((head, page))
}

pub(crate) async fn person(ctx: Ctx, Path(id): Path<PersonId>) -> Result<Response> {
    ctx.permit(Act::ManageAccounts, Target::Network)?;
    let mut fields = Fields::new();
    fields.set("from", ctx.env().today());
    let (head, page) = person_page(&ctx, id, &fields, &Invalids::default()).await?;
    ctx.page(head, page)
}

async fn begin(ctx: &Ctx, person: PersonId, what: &str) -> Result<Tx> {
    let mut tx = ctx.permit(Act::ManageAccounts, Target::Network)?.begin(ctx.db()).await?;
    tx.note("what", what);
    tx.about(person);
    Ok(tx)
}

fn of(id: PersonId) -> String {
    format!("/persone/{id}")
}

pub(crate) async fn give(ctx: Ctx, Path(id): Path<PersonId>, fields: Fields) -> Result<Response> {
    ctx.permit(Act::ManageAccounts, Target::Network)?;
    let mut checks = Checks::new();
    let role = chosen(&ctx, fields.get("role"));
    checks.need(role.is_some(), "role", "invalid-choice");
    let from = checks.take(typed_day("from", fields.get("from")));
    let last = match fields.get("until").trim() {
        "" => None,
        typed => checks.take(typed_day("until", typed)),
    };
    let period = from.and_then(|from| Period::new(from, last));
    checks.need(period.is_some() || from.is_none(), "until", "role-invalid-period");
    let (role, scope, period) = match checks.finish(|| role.zip(period).map(|((r, s), p)| (r, s, p))) {
        Ok(parsed) => parsed,
        Err(invalids) => {
            let (head, page) = person_page(&ctx, id, &fields, &invalids).await?;
            return ctx.invalid(head, page);
        }
    };
    let mut tx = begin(&ctx, id, "role-given").await?;
    facade::give_role(&mut tx, id, role, scope, period).await?;
    tx.commit().await?;
    ctx.done("role-given", &of(id))
}

pub(crate) async fn end(ctx: Ctx, Path((id, role)): Path<(PersonId, RoleId)>) -> Result<Response> {
    let held = store::by_id(ctx.db().reader(), role).await?.filter(|held| held.person == id).ok_or(Error::NotFound)?;
    if !rules::may_give(ctx.actor(), held.held.role) {
        return Err(rules::only_administrators().into());
    }
    let mut tx = begin(&ctx, id, "role-ended").await?;
    // From now on: the last day on which it was held is yesterday.
    facade::end_role(&mut tx, role, ctx.env().today() - Duration::days(1)).await?;
    tx.commit().await?;
    ctx.done("role-ended", &of(id))
}

/// Whether the person may be touched: who runs the installation only by those who run it.
async fn touchable(ctx: &Ctx, id: PersonId) -> Result<()> {
    let roles = store::of_person(ctx.db().reader(), id).await?;
    let today = ctx.env().today();
    let runs = roles.iter().any(|r| r.held.role == Role::Administrator && r.held.period.contains(today));
    if runs && !rules::may_give(ctx.actor(), Role::Administrator) {
        return Err(rules::only_administrators().into());
    }
    Ok(())
}

/// Removes the second steps of somebody who lost them; they sign in with the password and set
/// up new ones.
pub(crate) async fn remove_steps(ctx: Ctx, Path(id): Path<PersonId>) -> Result<Response> {
    touchable(&ctx, id).await?;
    let tx = begin(&ctx, id, "second-step-removed").await?;
    second_step::store::remove(&tx, id).await?;
    passkey::store::remove_all(&tx, id).await?;
    session::store::end_all(&tx, id, None).await?;
    tx.commit().await?;
    ctx.done("role-steps-removed", &of(id))
}

/// Closes an account: the person stays on record and cannot sign in until invited again.
pub(crate) async fn close(ctx: Ctx, Path(id): Path<PersonId>) -> Result<Response> {
    touchable(&ctx, id).await?;
    let tx = begin(&ctx, id, "account-closed").await?;
    account::store::close(&tx, id).await?;
    session::store::end_all(&tx, id, None).await?;
    token::store::end_all(&tx, id).await?;
    second_step::store::remove(&tx, id).await?;
    passkey::store::remove_all(&tx, id).await?;
    tx.commit().await?;
    ctx.done("role-account-closed", &of(id))
}

// Inviting.

#[derive(Template)]
#[template(path = "role/invite.html")]
struct InvitePage {
    form: Form,
    kinds: Vec<(String, String)>,
    langs: Vec<(String, String)>,
    t: T,
}

fn invite_page(ctx: &Ctx, fields: &Fields, invalids: &Invalids) -> (Head, InvitePage) {
    let t = ctx.t().clone();
    let mut offered = vec![(String::new(), t.get("role-none-yet"))];
    offered.extend(kinds(ctx));
    let langs = Lang::ALL.map(|l| (l.tag().to_owned(), t.in_lang(l).get("page-language"))).into();
    let head = Head::new(t.get("role-invite")).lead(t.get("role-invite-lead")).trail(trail(&t)).no_index();
    (head, InvitePage { form: Form::new(&t, "role", fields, invalids), kinds: offered, langs, t })
}

pub(crate) async fn invite_form(ctx: Ctx) -> Result<Response> {
    ctx.permit(Act::ManageAccounts, Target::Network)?;
    let mut fields = crate::asked(&ctx);
    fields.set("lang", Lang::It.tag());
    let (head, page) = invite_page(&ctx, &fields, &Invalids::default());
    ctx.page(head, page)
}

fn parse_invitation(ctx: &Ctx, fields: &Fields) -> std::result::Result<NewInvitation, Invalids> {
    let mut checks = Checks::new();
    let display_name = person::model::name(&mut checks, fields.get("name"));
    let email = checks.take(EmailAddress::parse("email", fields.get("email")));
    let role = match fields.get("role") {
        "" => Some(None),
        word => checks.take(chosen(ctx, word).map(Some).ok_or_else(|| Invalid::new("role", "invalid-choice"))),
    };
    let lang: Lang = fields.get("lang").parse().unwrap_or_default();
    let place = match role.flatten() {
        Some((_, Scope::Territory(territory))) => territory.name(lang).to_owned(),
        _ => String::new(),
    };
    checks.finish(|| Some(NewInvitation { email: email?, display_name: display_name?, lang, role: role?, place }))
}

pub(crate) async fn invite(ctx: Ctx, fields: Fields) -> Result<Response> {
    ctx.permit(Act::ManageAccounts, Target::Network)?;
    let new = match parse_invitation(&ctx, &fields) {
        Ok(new) => new,
        Err(invalids) => {
            let (head, page) = invite_page(&ctx, &fields, &invalids);
            return ctx.invalid(head, page);
        }
    };
    facade::may_write_to(&ctx, &new.email).await?;
    let mut tx = ctx.permit(Act::ManageAccounts, Target::Network)?.begin(ctx.db()).await?;
    tx.note("what", "invitation-written");
    if let Some((role, _)) = new.role {
        tx.note("role", role.code());
    }
    invitation::pages::write(&tx, ctx.app(), &new).await?;
    tx.commit().await?;
    ctx.done("invitation-sent", "/persone/inviti")
}
