//! The letters of a candidacy: to its person, to the panel, to whoever coordinates.

use crate::{
    call::Call,
    candidacy::{self, model::Candidacy, rules, store},
    panel,
};
use ::access::{Role, Scope, Technical, Tx};
use ::store::Fault;
use kernel::{CandidacyId, Duration, OrganisationId, PersonId};
use people::facade::Mail;
use web::{App, Arg};

/// Writes to the person of a candidacy in their language: the texts with these keys, filled in with
/// `args` and `$link`. The texts carry no word on health and no name. Says whether the person can
/// be written to at all.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn write_to(
    tx: &mut Tx,
    app: &App,
    candidacy: &Candidacy,
    (subject_key, body_key): (&str, &str),
    args: &[(&str, Arg)],
) -> Result<bool, Fault> {
    let mut to = candidacy.email.clone();
    if let Some(person) = candidacy.person.filter(|_| to.is_none()) {
        to = people::facade::person(tx.conn(), person).await?.and_then(|person| person.email);
    }
    let Some(to) = to else { return Ok(false) };
    // The secret of a personal link is not kept: the page asks for a new one where it is lost.
    let path = if candidacy.by_link { "/candidatura".to_owned() } else { candidacy.href() };
    let t = app.t(candidacy.lang);
    let mut args = args.to_vec();
    args.push(("link", Arg::from(app.site().link(&path))));
    let mail = Mail { to, lang: candidacy.lang, subject: t.get(subject_key), body: t.args(body_key, &args) };
    people::facade::queue_mail(tx, &mail).await?;
    Ok(true)
}

/// Writes to the panel that a candidacy was sent: for which call, by when the candidate expects a
/// word, and the way in. Whose it is stands behind the link. The caller sends once: what passes
/// from draft to sent does so over a version.
///
/// # Errors
/// [`Fault`] as the store says.
pub(in crate::candidacy) async fn arrived(tx: &mut Tx, app: &App, sent: &Candidacy, call: &Call) -> Result<(), Fault> {
    let Some(by) = candidacy::next(sent, call.words.closes_on, tx.env().now()).by else { return Ok(()) };
    let link = app.site().link(&format!("/selezione/{}", sent.id));
    let of = panel::Before::of(sent);
    for member in panel::hears(tx.conn(), of, sent.organisation, tx.env().today()).await? {
        panel::write_to(tx, app, member, "candidacy-mail-arrived", |t| {
            vec![("call", call.title().into()), ("by", t.date(by).into()), ("link", link.as_str().into())]
        })
        .await?;
    }
    Ok(())
}

/// Tells of the candidacies that wait and of which somebody is still to be told; says of how many. They
/// are read in portions: those that wait for their candidate stay in front, and hide nobody.
///
/// # Errors
/// [`Fault`] as the store says.
pub(in crate::candidacy) async fn tell_waiting(app: &App, portion: i64) -> Result<i64, Fault> {
    let (conn, now) = (app.db().reader(), app.env().now());
    let since = |days: i64| now - Duration::days(days - 1);
    let (panel, coordinator) = (since(rules::PANEL_DAYS), since(rules::COORDINATOR_DAYS));
    let (mut done, mut next) = (0, Some(store::Behind::NOBODY));
    while let Some(behind) = next {
        let all = store::untold(conn, panel, coordinator, (behind, portion)).await?;
        next = store::Behind::portion(&all, portion);
        let ids: Vec<CandidacyId> = all.iter().map(|one| one.id).collect();
        let told = store::words::told_of(conn, &ids).await?;
        let due = candidacy::waits(conn, &all, now).await?;
        for one in &all {
            let so_far = told.get(&one.id).copied().unwrap_or_default();
            let due = due.get(&one.id).copied();
            if (due.is_some() && !so_far.panel) || (due == Some(rules::Tell::Coordinator) && !so_far.coordinator) {
                ::store::retrying(app.env(), || waits(app, one, due, so_far)).await?;
                done += 1;
            }
        }
    }
    Ok(done)
}

/// Writes to those whose turn it is, and who still work there, that something waits, and notes that
/// they were told.
///
/// # Errors
/// [`Fault`] as the store says.
pub(in crate::candidacy) async fn waits(
    app: &App,
    candidacy: &Candidacy,
    due: Option<rules::Tell>,
    so_far: store::words::ToldOf,
) -> Result<(), Fault> {
    let mut tx = Technical::Reaction.begin(app.db()).await?;
    let key = "candidacy-mail-waits";
    if !so_far.panel {
        let link = app.site().link(&format!("/selezione/{}", candidacy.id));
        let of = panel::Before::of(candidacy);
        for member in panel::hears(tx.conn(), of, candidacy.organisation, tx.env().today()).await? {
            panel::write_to(&mut tx, app, member, key, |_| vec![("link", link.as_str().into())]).await?;
        }
        store::words::note_told(&tx, candidacy.id, false).await?;
    }
    if due == Some(rules::Tell::Coordinator) && !so_far.coordinator {
        let path = format!("/realta/{}/avvisi/{}/candidature", candidacy.organisation, candidacy.call);
        let link = app.site().link(&path);
        for person in coordinators(&tx, candidacy.organisation).await? {
            panel::write_to(&mut tx, app, person, key, |_| vec![("link", link.as_str().into())]).await?;
        }
        store::words::note_told(&tx, candidacy.id, true).await?;
        candidacy::tell(&mut tx, candidacy.id, "candidacy-told-waits", None, "").await?;
    }
    tx.commit().await
}

/// Who coordinates the selection of an organisation today.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn coordinators(tx: &Tx, organisation: OrganisationId) -> Result<Vec<PersonId>, Fault> {
    let scopes = [Scope::Organisation(organisation)];
    let held = people::facade::all_roles_in(tx.conn(), &scopes, tx.env().today()).await?;
    let managers = held.iter().filter(|record| record.held.role == Role::OrganisationManager);
    Ok(managers.map(|record| record.person).collect())
}
