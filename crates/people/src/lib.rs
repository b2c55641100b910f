//! Persons, their accounts, and what is theirs.
//!
//! **Vocabulary.** A *person* is on record with a name to be called by; an *account* lets the
//! person sign in, and has the same id. A *session* is a signed-in browser; a *second step* is a
//! code by the clock, a recovery code or a passkey. A *role* is held in an organisation, a
//! territory or the network, for a time. A *consent* is given with the very words in sight, and
//! withdrawn in one click. A *personal text* (story, expectations, well-being) is sealed under the
//! person's own key, which the installation's key wraps; a *grant* lets somebody read it until it
//! is taken back.
//!
//! **Invariants.** No secret is on record in the clear: passwords are hashed with Argon2id, tokens
//! and links with SHA-256, addresses of the network and recovery codes with a keyed hash. What
//! limits tries lives in the database and holds over all nodes. No answer says whether an address
//! has an account. A text opens with its owner's key alone; erasure destroys the key. Every reading
//! of another's text stands in the owner's trace with its purpose. A code counts once. Opening a
//! link from a mail changes nothing: a button does.
//!
//! **Walkthrough: signing in.** `POST /accedi` counts the try, checks the password away from the
//! threads that serve pages, and opens a session whose secret travels in the cookie `allapari`.
//! With a second step on record the session first waits at `/accedi/codice` for a code, or gives
//! way to one that a passkey opens. From then on [`facade::Identity`] turns the cookie into an
//! `access::Actor` with one query per request. The policy keeps who holds a far-reaching role without
//! a second step to their own profile.

mod account;
mod consent;
pub mod facade;
mod invitation;
mod keys;
mod mail;
mod passkey;
mod person;
mod privacy;
mod role;
mod second_step;
mod session;
mod text;
mod throttle;
mod token;

use access::Act;
use kernel::{Ask, PersonId, Refusal, Why};
use store::Migrations;
use web::{Ctx, Fields, Routes, Slice, T, ui::Pager};

/// What this slice hands over to be assembled.
pub fn slice() -> Slice {
    Slice {
        name: "people",
        routes: sign_in_routes().merge(own_routes()).merge(text_routes()).merge(people_routes()),
        texts: web::texts!(
            "account",
            "consent",
            "invitation",
            "mail",
            "passkey",
            "person",
            "privacy",
            "role",
            "second_step",
            "session",
            "text",
            "token"
        ),
        migrations,
        holdings: vec![Box::new(privacy::store::Held)],
        api: None,
    }
}

fn migrations() -> Migrations {
    let all = [
        person::store::migrations(),
        account::store::migrations(),
        role::store::migrations(),
        session::store::migrations(),
        mail::store::migrations(),
        consent::store::migrations(),
        invitation::store::migrations(),
        second_step::store::migrations(),
        passkey::store::migrations(),
        throttle::store::migrations(),
        text::store::migrations(),
        token::store::migrations(),
    ];
    all.into_iter().flatten().collect()
}

fn sign_in_routes() -> Routes {
    const ACT: Act = Act::SignIn;
    Routes::new()
        .get("/accedi", ACT, account::pages::sign_in_form)
        .post("/accedi", ACT, account::pages::sign_in)
        .post("/esci", ACT, session::pages::sign_out)
        .get("/accedi/codice", ACT, second_step::pages::code_form)
        .post("/accedi/codice", ACT, second_step::pages::code)
        .get("/accedi/aiuto", ACT, account::pages::help_form)
        .post("/accedi/aiuto", ACT, account::pages::help)
        .get("/accedi/link/{secret}", ACT, account::pages::link_form)
        .post("/accedi/link/{secret}", ACT, account::pages::link)
        .get("/accedi/password/{secret}", ACT, account::pages::new_password_form)
        .post("/accedi/password/{secret}", ACT, account::pages::new_password)
        .api_post("/accedi/passkey/inizio", ACT, passkey::api::sign_in_begin)
        .api_post("/accedi/passkey/fine", ACT, passkey::api::sign_in_finish)
        .get("/invito/{secret}", ACT, invitation::pages::accept_form)
        .post("/invito/{secret}", ACT, invitation::pages::accept)
        .get("/profilo/posta/{secret}", ACT, person::pages::confirm_mail_form)
        .post("/profilo/posta/{secret}", ACT, person::pages::confirm_mail)
}

fn own_routes() -> Routes {
    const ACT: Act = Act::UseOwnAccount;
    Routes::new()
        .get("/profilo", ACT, privacy::pages::profile)
        .get("/profilo/dettagli", ACT, person::pages::details_form)
        .post("/profilo/dettagli", ACT, person::pages::change_details)
        .post("/profilo/posta", ACT, person::pages::ask_new_mail)
        .get("/profilo/password", ACT, account::pages::change_password_form)
        .post("/profilo/password", ACT, account::pages::change_password)
        .get("/profilo/secondo-passo", ACT, second_step::pages::overview)
        .get("/profilo/secondo-passo/codici", ACT, second_step::pages::set_up_form)
        .post("/profilo/secondo-passo/codici", ACT, second_step::pages::set_up)
        .post("/profilo/secondo-passo/nuovi-codici", ACT, second_step::pages::new_codes)
        .post("/profilo/secondo-passo/togli", ACT, second_step::pages::remove)
        .get("/profilo/passkey", ACT, passkey::pages::list)
        .post("/profilo/passkey/{id}/togli", ACT, passkey::pages::remove)
        .api_post("/profilo/passkey/inizio", ACT, passkey::api::register_begin)
        .api_post("/profilo/passkey/fine", ACT, passkey::api::register_finish)
        .get("/profilo/sessioni", ACT, session::pages::list)
        .post("/profilo/sessioni/{id}/chiudi", ACT, session::pages::end)
        .post("/profilo/sessioni/esci-ovunque", ACT, session::pages::end_everywhere)
        .get("/profilo/consensi", ACT, consent::pages::list)
        .post("/profilo/consensi/{kind}/dai", ACT, consent::pages::give)
        .post("/profilo/consensi/{kind}/togli", ACT, consent::pages::withdraw)
        .get("/profilo/token", ACT, token::pages::list)
        .post("/profilo/token", ACT, token::pages::make)
        .post("/profilo/token/{id}/chiudi", ACT, token::pages::end)
        .get("/profilo/traccia", ACT, privacy::pages::trace)
        .get("/profilo/dati", ACT, privacy::pages::data)
        .file("/profilo/dati.json", ACT, privacy::pages::data_file)
        .get("/profilo/cancella", ACT, privacy::pages::erase_form)
        .post("/profilo/cancella", ACT, privacy::pages::erase)
}

fn text_routes() -> Routes {
    const ACT: Act = Act::UseOwnAccount;
    Routes::new()
        .get("/profilo/testi", ACT, text::pages::list)
        .get("/profilo/testi/{kind}", ACT, text::pages::edit)
        .post("/profilo/testi/{kind}", ACT, text::pages::save)
        .post("/profilo/testi/{kind}/elimina", ACT, text::pages::remove)
        .post("/profilo/testi/{kind}/condividi", ACT, text::pages::share)
        .post("/profilo/testi/{kind}/condivisioni/{grant}/togli", ACT, text::pages::unshare)
        .get("/profilo/condivisi", ACT, text::pages::shared)
        .get("/profilo/condivisi/{grant}", ACT, text::pages::read_form)
        .post("/profilo/condivisi/{grant}", ACT, text::pages::read)
}

fn people_routes() -> Routes {
    const ACT: Act = Act::ManageAccounts;
    Routes::new()
        .get("/persone", ACT, role::pages::people)
        .get("/persone/invita", ACT, role::pages::invite_form)
        .post("/persone/invita", ACT, role::pages::invite)
        .get("/persone/inviti", ACT, invitation::pages::list)
        .post("/persone/inviti/{id}/di-nuovo", ACT, invitation::pages::send_again)
        .post("/persone/inviti/{id}/ritira", ACT, invitation::pages::withdraw)
        .get("/persone/{id}", ACT, role::pages::person)
        .post("/persone/{id}/ruoli", ACT, role::pages::give)
        .post("/persone/{id}/ruoli/{role}/chiudi", ACT, role::pages::end)
        .post("/persone/{id}/secondo-passo/togli", ACT, role::pages::remove_steps)
        .post("/persone/{id}/chiudi", ACT, role::pages::close)
        // In the demo anybody looks at the outbox; elsewhere the handler asks the policy.
        .get("/posta", Act::ReadPublic, mail::pages::outbox)
}

/// The way up from the pages of the profile.
fn trail(t: &T) -> Vec<(String, String)> {
    vec![("/profilo".to_owned(), t.get("privacy-profile-title"))]
}

/// The person who asks, in person: a token of the API does not change how its owner signs in,
/// nor make other tokens, nor erase.
fn in_person(ctx: &Ctx) -> web::Result<PersonId> {
    let by_token = ctx.actor().signed_in().is_some_and(|signed_in| signed_in.token.is_some());
    if by_token { Err(Refusal::new(Why::ScopeMissing, Ask::ThePerson).into()) } else { ctx.person() }
}

/// What stands in the query of the address.
fn asked(ctx: &Ctx) -> Fields {
    Fields::parse_urlencoded(ctx.query().unwrap_or_default().as_bytes())
}

/// The page of a list that is asked for, from 1.
fn page_asked(ctx: &Ctx) -> u32 {
    let page = Pager::asked(asked(ctx).get("pagina").parse().ok());
    u32::try_from(page).unwrap_or(1)
}

/// The way through a list of this slice.
fn pager(t: &T, href: &str, page: u32, total: i64) -> Pager {
    let per_page = u64::try_from(facade::PEOPLE_PER_PAGE).unwrap_or(1);
    Pager::new(t, href, u64::from(page), u64::try_from(total).unwrap_or(0), per_page)
}

/// An address with one thing in its query, unless that is empty.
fn with_query(path: &str, name: &str, value: &str) -> String {
    if value.is_empty() {
        return path.to_owned();
    }
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair(name, value).finish();
    format!("{path}?{query}")
}

/// An address that remembers where the person was heading.
fn with_next(path: &str, next: &str) -> String {
    with_query(path, "poi", next)
}
