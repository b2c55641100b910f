//! `allapari user add`, `allapari person export`, `allapari person erase`.

use super::{Console, Failure, Outcome, arguments::AddUser, invalid, serve};
use crate::settings::Settings;
use access::{Act, Actor, Permit, Role, Scope, Target};
use kernel::{EmailAddress, Lang, PersonId};
use network::facade::{find_organisation, organisation_names};
use people::facade::{
    FirstSignIn, NewInvitation, Password, create_account, erase_person, export_person, find_person_by_email, invite,
    person as person_by_id, roles_of,
};
use std::io::BufRead;
use store::Db;
use web::Assembled;

pub(super) async fn add(settings: &Settings, console: &mut Console<'_>, add: AddUser) -> Result<Outcome, Failure> {
    let email = EmailAddress::parse("email", &add.email)
        .map_err(|_| Failure::with("command-user-email-wrong", "email", &add.email))?;
    let password = if add.invite { None } else { Some(password(console, &email)?) };
    let (db, Assembled { app, .. }) = serve::assembled(settings, true).await?;
    let (scope, place) = scope(&db, &add, console.t().lang()).await?;
    let held = holds(&db, &email, add.role, scope).await?;
    let mut tx = Permit::ask(&Actor::cli(), Act::ManageAccounts, Target::Network)?.begin(&db).await?;
    match password {
        Some(password) => {
            let roles: &[_] = if held { &[] } else { &[(add.role, scope)] };
            create_account(&mut tx, &app, email.clone(), &add.name, FirstSignIn::Password(password), roles).await?;
        }
        None => {
            let role = (!held).then_some((add.role, scope));
            let (lang, display_name) = (console.t().lang(), add.name.clone());
            invite(&mut tx, &app, NewInvitation { email: email.clone(), display_name, lang, role, place }).await?;
        }
    }
    tx.commit().await?;
    db.close().await;
    let address = app.site().link("/accedi");
    let args = [("name", add.name.as_str().into()), ("email", email.as_str().into()), ("address", address.into())];
    console.say_with(if add.invite { "command-user-invited" } else { "command-user-added" }, &args)?;
    if add.invite && settings.smtp.is_none() {
        console.say("command-user-no-mail-server")?;
    }
    Ok(Outcome::Fine)
}

/// The first line of the input.
fn password(console: &Console<'_>, email: &EmailAddress) -> Result<Password, Failure> {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    let typed = line.trim_end_matches(['\r', '\n']);
    Password::parse("password", typed, email.as_str())
        .map_err(|wrong| Failure::with("command-user-password-wrong", "what", invalid(console.t(), &wrong)))
}

/// Whether the person holds the role already: then only the way in is made anew.
async fn holds(db: &Db, email: &EmailAddress, role: Role, scope: Scope) -> Result<bool, Failure> {
    let Some(person) = find_person_by_email(db.reader(), email).await? else { return Ok(false) };
    let today = db.env().today();
    let held = roles_of(db.reader(), person).await?;
    Ok(held.iter().any(|r| r.held.role == role && r.held.scope == scope && r.held.period.contains(today)))
}

/// Where the role is held, as it asks for, and the name of the place; empty for the network.
async fn scope(db: &Db, add: &AddUser, lang: Lang) -> Result<(Scope, String), Failure> {
    match (add.role.held_in(), &add.organisation, add.territory) {
        ("network", _, _) => Ok((Scope::Network, String::new())),
        ("territory", _, Some(territory)) => Ok((Scope::Territory(territory), territory.name(lang).to_owned())),
        ("territory", _, None) => Err(Failure::said("command-user-role-needs-territory")),
        (_, Some(address), _) => {
            let unknown = || Failure::with("command-user-no-organisation", "organisation", address);
            let found = find_organisation(db.reader(), address).await?.ok_or_else(unknown)?;
            let names = organisation_names(db.reader(), &[found.id]).await?;
            let name = names.get(&found.id).map(|listed| listed.name.clone()).unwrap_or_default();
            Ok((Scope::Organisation(found.id), name))
        }
        (_, None, _) => Err(Failure::said("command-user-role-needs-organisation")),
    }
}

/// Who is meant, by address or number.
async fn find(db: &Db, email: Option<&str>, id: Option<PersonId>) -> Result<PersonId, Failure> {
    let unknown = || Failure::said("command-person-unknown");
    if let Some(id) = id {
        return Ok(id);
    }
    let typed = email.unwrap_or_default();
    let address =
        EmailAddress::parse("email", typed).map_err(|_| Failure::with("command-user-email-wrong", "email", typed))?;
    find_person_by_email(db.reader(), &address).await?.ok_or_else(unknown)
}

/// Prints all that is held on a person, as JSON. The reading stands in the person's trace.
pub(super) async fn export(
    settings: &Settings,
    console: &mut Console<'_>,
    email: Option<&str>,
    id: Option<PersonId>,
) -> Result<Outcome, Failure> {
    let (db, Assembled { app, .. }) = serve::assembled(settings, false).await?;
    let person = find(&db, email, id).await?;
    let Some(held) = export_person(&app, person).await? else {
        return Err(Failure::said("command-person-unknown"));
    };
    let permit = Permit::ask(&Actor::cli(), Act::UseOwnAccount, Target::Person(person))?;
    let mut tx = permit.begin(&db).await?;
    tx.note("what", "export");
    tx.commit().await?;
    db.close().await;
    console.json(&held)?;
    Ok(Outcome::Fine)
}

pub(super) async fn erase(
    settings: &Settings,
    console: &mut Console<'_>,
    email: Option<&str>,
    id: Option<PersonId>,
    yes: bool,
) -> Result<Outcome, Failure> {
    let (db, Assembled { app, .. }) = serve::assembled(settings, false).await?;
    let person = find(&db, email, id).await?;
    let record = person_by_id(db.reader(), person).await?;
    let Some(record) = record else { return Err(Failure::said("command-person-unknown")) };
    if !yes {
        console.say_with("command-person-erase-sure", &[("name", record.display_name.into())])?;
        return Ok(Outcome::Problems);
    }
    let permit = Permit::ask(&Actor::cli(), Act::UseOwnAccount, Target::Person(person))?;
    let mut tx = permit.begin(&db).await?;
    tx.note("what", "erase");
    erase_person(&mut tx, app.holdings(), person).await?;
    tx.commit().await?;
    db.close().await;
    console.say("command-person-erased")?;
    Ok(Outcome::Fine)
}
