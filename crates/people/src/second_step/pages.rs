//! The code at sign-in, and setting the second step up.

use super::{
    model::{SharedSecret, Steps},
    store,
};
use crate::{
    keys::MasterKey,
    person, session,
    session::{
        model::{NewSession, device},
        pages::{START, give_cookie},
    },
    throttle::{
        self,
        model::{Limit, Subject},
    },
    trail,
};
use access::{Act, Target};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use kernel::{Invalid, Invalids, PersonId, SessionId};
use web::{Ctx, Error, Fields, Form, Head, Result, T, ui::Note};

#[derive(Template)]
#[template(path = "second_step/code.html")]
struct CodePage {
    form: Form,
    note: Option<Note>,
    /// Whether the second step is a passkey alone: the only codes are then those for recovery.
    passkey_alone: bool,
    next: String,
    /// The script of passkeys, where the person has one.
    script: Option<&'static str>,
    t: T,
}

async fn code_page(
    ctx: &Ctx,
    person: PersonId,
    fields: &Fields,
    invalids: &Invalids,
    note: Option<Note>,
) -> Result<(Head, CodePage)> {
    let steps = store::steps(ctx.db().reader(), person).await?;
    let t = ctx.t().clone();
    let (title, lead) = match steps.codes {
        true => ("second-step-code-title", "second-step-code-lead"),
        false => ("second-step-use-passkey-title", "second-step-use-passkey-lead"),
    };
    let head = Head::new(t.get(title))
        .lead(t.get(lead))
        .trail(vec![("/accedi".to_owned(), t.get("account-title"))])
        .no_index();
    let page = CodePage {
        form: Form::new(&t, "second-step", fields, invalids),
        note,
        passkey_alone: !steps.codes,
        next: fields.get("poi").to_owned(),
        script: (steps.passkeys > 0).then(|| web::assets::url("passkey.js")),
        t,
    };
    Ok((head, page))
}

/// Who is half signed in, if anybody.
async fn awaiting(ctx: &Ctx) -> Result<Option<PersonId>> {
    let Some(secret) = ctx.session_cookie() else { return Ok(None) };
    Ok(session::store::awaiting_code(ctx.db().reader(), secret, ctx.env().now()).await?)
}

pub(crate) async fn code_form(ctx: Ctx) -> Result<Response> {
    let Some(person) = awaiting(&ctx).await? else { return ctx.goto("/accedi") };
    let mut fields = crate::asked(&ctx);
    fields.set("code", "");
    let (head, page) = code_page(&ctx, person, &fields, &Invalids::default(), None).await?;
    ctx.page(head, page)
}

pub(crate) async fn code(ctx: Ctx, fields: Fields) -> Result<Response> {
    let Some(person) = awaiting(&ctx).await? else { return ctx.done("second-step-waited-too-long", "/accedi") };
    let master = MasterKey::of(ctx.app());
    let subject = Subject::person(&master, Limit::Code, person);
    if let Some(until) = throttle::store::count(ctx.db(), std::slice::from_ref(&subject)).await? {
        let note = Note::alert(ctx.t().arg("account-locked", "time", ctx.t().instant(until)));
        let (head, page) = code_page(&ctx, person, &fields, &Invalids::default(), Some(note)).await?;
        let response = ctx.page_with(StatusCode::TOO_MANY_REQUESTS, head, page)?;
        return crate::account::pages::too_many(&ctx, until, response);
    }
    let mut tx = ctx.permit(Act::SignIn, Target::Person(person))?.begin(ctx.db()).await?;
    if !store::take(&tx, &master, person, fields.get("code")).await? {
        tx.rollback().await?;
        let wrong = Invalid::new("code", "second-step-invalid-code").into();
        let (head, page) = code_page(&ctx, person, &fields, &wrong, None).await?;
        return ctx.invalid(head, page);
    }
    if let Some(old) = ctx.session_cookie() {
        session::store::end_by_secret(&tx, old).await?;
    }
    let device = device(ctx.user_agent());
    let new = NewSession { person, second_factor: true, awaits_code: false, device: &device };
    let secret = session::store::open(&tx, &new).await?;
    throttle::store::forget(&tx, &subject).await?;
    tx.note("how", "code");
    tx.commit().await?;
    let next = fields.get("poi");
    let mut response = ctx.goto(if next.is_empty() { START } else { next })?;
    give_cookie(&ctx, &mut response, &secret);
    Ok(response)
}

// Setting up.

#[derive(Template)]
#[template(path = "second_step/overview.html")]
struct OverviewPage {
    steps: Steps,
    may: bool,
    t: T,
}

impl OverviewPage {
    /// Whether the recovery codes stand in for passkeys alone, and are spoken of beside them.
    fn recovery_beside_passkey(&self) -> bool {
        self.steps.passkeys > 0 && !self.steps.codes
    }
}

#[derive(Template)]
#[template(path = "second_step/set_up.html")]
struct SetUpPage {
    picture: String,
    letters: String,
    form: Form,
    t: T,
}

#[derive(Template)]
#[template(path = "second_step/codes.html")]
struct CodesPage {
    codes: Vec<String>,
    t: T,
}

fn own_head(t: &T, title: &str) -> Head {
    Head::new(t.get(title)).trail(trail(t)).no_index()
}

/// The session of the browser that asks, if a browser asks.
fn here(ctx: &Ctx) -> Option<SessionId> {
    ctx.actor().signed_in().and_then(|signed_in| signed_in.session)
}

/// Whether second steps may be changed from here: where there is one already, only after taking
/// it, so that a stolen password is not enough to put another in its place.
pub(crate) async fn may_change(ctx: &Ctx, steps: Steps) -> Result<bool> {
    if !steps.any() {
        return Ok(true);
    }
    match here(ctx) {
        Some(session) => Ok(session::store::has_second_factor(ctx.db().reader(), session).await?),
        None => Ok(false),
    }
}

/// Whether somebody may do what reaches far with their own account. Without the second step that
/// they have, `Err` is the way to the page that asks for it.
pub(crate) async fn taken_first(ctx: &Ctx, person: PersonId) -> Result<std::result::Result<(), Response>> {
    let steps = store::steps(ctx.db().reader(), person).await?;
    match may_change(ctx, steps).await? {
        true => Ok(Ok(())),
        false => ctx.done("second-step-wanted", "/profilo/secondo-passo").map(Err),
    }
}

pub(crate) async fn overview(ctx: Ctx) -> Result<Response> {
    let steps = store::steps(ctx.db().reader(), ctx.person()?).await?;
    let may = may_change(&ctx, steps).await?;
    let t = ctx.t().clone();
    let head = own_head(&t, "second-step-title").lead(t.get("second-step-lead"));
    ctx.page(head, OverviewPage { steps, may, t })
}

async fn set_up_page(
    ctx: &Ctx,
    person: PersonId,
    secret: &SharedSecret,
    invalids: &Invalids,
) -> Result<(Head, SetUpPage)> {
    let known = person::store::by_id(ctx.db().reader(), person).await?.ok_or(Error::NotFound)?;
    let account = known.email.map_or(known.display_name, String::from);
    let mut fields = Fields::new();
    fields.set("sealed", secret.seal_for_form(ctx.env(), &MasterKey::of(ctx.app()), person)?);
    let t = ctx.t().clone();
    let page = SetUpPage {
        picture: secret.picture(&account)?,
        letters: secret.letters(),
        form: Form::new(&t, "second-step", &fields, invalids),
        t,
    };
    Ok((own_head(ctx.t(), "second-step-set-up-title"), page))
}

pub(crate) async fn set_up_form(ctx: Ctx) -> Result<Response> {
    let person = crate::in_person(&ctx)?;
    if !may_change(&ctx, store::steps(ctx.db().reader(), person).await?).await? {
        return ctx.goto("/profilo/secondo-passo");
    }
    let (head, page) = set_up_page(&ctx, person, &SharedSecret::new(ctx.env()), &Invalids::default()).await?;
    ctx.page(head, page)
}

pub(crate) async fn set_up(ctx: Ctx, fields: Fields) -> Result<Response> {
    let person = crate::in_person(&ctx)?;
    if !may_change(&ctx, store::steps(ctx.db().reader(), person).await?).await? {
        return ctx.goto("/profilo/secondo-passo");
    }
    let master = MasterKey::of(ctx.app());
    let Some(secret) = SharedSecret::open_from_form(ctx.env(), &master, person, fields.get("sealed")) else {
        return ctx.done("second-step-set-up-again", "/profilo/secondo-passo/codici");
    };
    let Some(step) = secret.step_of(fields.get("code"), ctx.env().now())? else {
        let wrong = Invalid::new("code", "second-step-invalid-code").into();
        let (head, page) = set_up_page(&ctx, person, &secret, &wrong).await?;
        return ctx.invalid(head, page);
    };
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(person))?.begin(ctx.db()).await?;
    tx.note("what", "second-step-set-up");
    store::set_up(&tx, &master, person, &secret, step).await?;
    let codes = store::new_recovery_codes(&tx, &master, person).await?;
    // Browsers that signed in without the step sign in again with it.
    session::store::end_all(&tx, person, here(&ctx)).await?;
    if let Some(session) = here(&ctx) {
        session::store::took_second_step(&tx, session).await?;
    }
    tx.commit().await?;
    codes_page(&ctx, codes)
}

fn codes_page(ctx: &Ctx, codes: Vec<String>) -> Result<Response> {
    let t = ctx.t().clone();
    ctx.page(own_head(&t, "second-step-codes-title"), CodesPage { codes, t })
}

pub(crate) async fn new_codes(ctx: Ctx) -> Result<Response> {
    let person = crate::in_person(&ctx)?;
    let steps = store::steps(ctx.db().reader(), person).await?;
    if !steps.any() || !may_change(&ctx, steps).await? {
        return ctx.goto("/profilo/secondo-passo");
    }
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(person))?.begin(ctx.db()).await?;
    tx.note("what", "recovery-codes-made");
    let codes = store::new_recovery_codes(&tx, &MasterKey::of(ctx.app()), person).await?;
    tx.commit().await?;
    codes_page(&ctx, codes)
}

pub(crate) async fn remove(ctx: Ctx) -> Result<Response> {
    let person = crate::in_person(&ctx)?;
    if !may_change(&ctx, store::steps(ctx.db().reader(), person).await?).await? {
        return ctx.goto("/profilo/secondo-passo");
    }
    let mut tx = ctx.permit(Act::UseOwnAccount, Target::Person(person))?.begin(ctx.db()).await?;
    tx.note("what", "second-step-removed");
    store::remove_app(&tx, person).await?;
    tx.commit().await?;
    ctx.done("second-step-removed", "/profilo/secondo-passo")
}
