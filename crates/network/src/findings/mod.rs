//! Facts and findings: what the network knows of each organisation, and what the Charter says of it.
//!
//! Slices report facts; the manager declares what no record shows; the engine evaluates the Charter
//! in force; what it finds belongs to the organisation, which may publish it. Only findings that
//! changed are written. A finding that changes its state is private again until it is published anew.

mod api;
mod model;
mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use model::{Checked, Declarations, FindingOnRecord, RuleCounts};
pub use rules::Reported;

pub(crate) use api::document as api;
pub(crate) use pages::routes;
pub(crate) use store::migrations;

use ::store::{Conn, Db, Fault};
use access::{Actor, Role, Technical, Tx};
use charter::{Charter, Facts, RuleId, State};
use kernel::{CharterVersionId, Event, NaiveDate, OrganisationId};
use model::{Filter, Whose};
use web::ui::NextStep;

/// Puts on record what a slice knows of an organisation; what the same slice said before gives
/// way. The organisation is checked again afterwards.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn report_facts(
    tx: &mut Tx,
    organisation: OrganisationId,
    slice: &str,
    facts: Reported,
) -> Result<(), Fault> {
    store::gather::report(tx, organisation, slice, &facts).await?;
    tx.emit(Event::OrganisationChanged { organisation });
    Ok(())
}

/// Puts on record what a slice knows of organisations without asking for a check: for who
/// reacts to an event after which they are checked anyway.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn keep_facts(tx: &mut Tx, slice: &str, all: &[(OrganisationId, Reported)]) -> Result<(), Fault> {
    for (organisation, facts) in all {
        store::gather::report(tx, *organisation, slice, facts).await?;
    }
    Ok(())
}

/// Puts on record what an organisation declares, for made-up networks and for programs. The
/// organisation is checked again afterwards.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn declare(tx: &mut Tx, organisation: OrganisationId, said: &Declarations) -> Result<(), Fault> {
    let version = store::gather::declared(tx.conn(), organisation).await?.map_or(0, |(_, version)| version);
    store::gather::declare(tx, organisation, version, said).await?;
    tx.emit(Event::OrganisationChanged { organisation });
    Ok(())
}

/// Puts on record what many organisations declare for the first time, many rows at a time.
///
/// # Errors
/// [`Fault::Duplicate`] when one of them declared before.
pub async fn declare_many(tx: &mut Tx, all: &[(OrganisationId, Declarations)]) -> Result<(), Fault> {
    store::gather::declare_many(tx, all).await?;
    tx.emit(Event::NetworkChanged);
    Ok(())
}

/// Publishes the findings of some rules of an organisation as they stand, those that apply, for
/// made-up networks; on pages it is done finding by finding.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn publish_findings(tx: &mut Tx, organisation: OrganisationId, rules: &[RuleId]) -> Result<(), Fault> {
    for finding in store::list::of(tx.conn(), organisation).await? {
        if rules.contains(&finding.rule) && finding.state != State::NotApplicable {
            store::publish(tx, organisation, rules::place(finding.rule), finding.state.code(), true).await?;
        }
    }
    Ok(())
}

/// What is known of an organisation today.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn facts_of(
    conn: &impl Conn,
    organisation: OrganisationId,
    today: NaiveDate,
) -> Result<Option<Facts>, Fault> {
    store::gather::one(conn, organisation, today).await
}

/// Evaluates the Charter in force on one organisation; says how many of its findings changed.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn recheck(tx: &mut Tx, organisation: OrganisationId, today: NaiveDate) -> Result<usize, Fault> {
    let Some(version) = consensus::facade::charter_in_force(tx.conn()).await? else { return Ok(0) };
    let Some(facts) = store::gather::one(tx.conn(), organisation, today).await? else {
        store::forget(tx, organisation).await?;
        return Ok(0);
    };
    let known = store::known(tx.conn(), &[organisation]).await?;
    let changed = rules::changed(&version.charter, [(organisation, &facts)], &known, today);
    store::write(tx, &changed).await?;
    store::note_check(tx, Some(organisation), version.id()).await?;
    Ok(changed.len())
}

/// How many organisations are checked in one transaction: few enough to hold in memory with all
/// that is known of them, and to let other writers in between.
const PORTION: i64 = 100;

/// Evaluates the Charter in force on every organisation, a portion at a time, with the same few
/// statements for each. What loses to another change is tried again.
///
/// # Errors
/// [`Fault`] as the store says; what was written in earlier portions stays, and is true.
pub async fn recheck_all(db: &Db) -> Result<Checked, Fault> {
    let version = consensus::facade::charter_in_force(db.reader()).await?;
    let Some(version) = version else { return Ok(Checked::default()) };
    let today = db.env().today();
    let mut done = Checked::default();
    let mut after = None;
    loop {
        let next = ::store::retrying(db.env(), || check_portion(db, &version.charter, after, today)).await?;
        let Some((last, checked)) = next else { break };
        after = Some(last);
        done.organisations += checked.organisations;
        done.changed += checked.changed;
    }
    ::store::retrying(db.env(), || finish_check(db, version.id())).await?;
    Ok(done)
}

/// Checks the next organisations; none where there are no more. Most days nothing changed, and
/// whoever writes is not kept waiting for that. What did change is looked at once more where it is
/// written, so that a check never puts what was true before over what another one wrote.
async fn check_portion(
    db: &Db,
    charter: &Charter,
    after: Option<OrganisationId>,
    today: NaiveDate,
) -> Result<Option<(OrganisationId, Checked)>, Fault> {
    let Some((ids, changed)) = evaluated(db.reader(), charter, after, today).await? else { return Ok(None) };
    let checked =
        |ids: &[OrganisationId], changed| ids.last().map(|last| (*last, Checked { organisations: ids.len(), changed }));
    if changed.is_empty() {
        return Ok(checked(&ids, 0));
    }
    let mut tx = Technical::Reaction.begin(db).await?;
    let Some((ids, changed)) = evaluated(tx.conn(), charter, after, today).await? else {
        tx.rollback().await?;
        return Ok(None);
    };
    store::write(&mut tx, &changed).await?;
    tx.commit().await?;
    Ok(checked(&ids, changed.len()))
}

/// The next organisations, and what of their findings is not as it is on record.
async fn evaluated(
    conn: &impl Conn,
    charter: &Charter,
    after: Option<OrganisationId>,
    today: NaiveDate,
) -> Result<Option<(Vec<OrganisationId>, Vec<rules::Row>)>, Fault> {
    let portion = store::gather::portion(conn, after, PORTION, today).await?;
    if portion.is_empty() {
        return Ok(None);
    }
    let ids: Vec<OrganisationId> = portion.iter().map(|(id, _)| *id).collect();
    let known = store::known(conn, &ids).await?;
    let changed = rules::changed(charter, portion.iter().map(|(id, facts)| (*id, facts)), &known, today);
    Ok(Some((ids, changed)))
}

async fn finish_check(db: &Db, version: CharterVersionId) -> Result<(), Fault> {
    let mut tx = Technical::Reaction.begin(db).await?;
    store::forget_closed(&mut tx).await?;
    store::note_check(&mut tx, None, version).await?;
    tx.commit().await
}

async fn check_one(db: &Db, organisation: OrganisationId) -> Result<(), Fault> {
    let mut tx = Technical::Reaction.begin(db).await?;
    recheck(&mut tx, organisation, db.env().today()).await?;
    tx.commit().await
}

/// What an event means for the findings: one organisation is checked again, or all are. What loses
/// to another change is tried again.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn react(db: &Db, event: &Event) -> Result<(), Fault> {
    match event {
        Event::OrganisationChanged { organisation } => {
            ::store::retrying(db.env(), || check_one(db, *organisation)).await
        }
        Event::NetworkChanged | Event::CharterAdopted { .. } => recheck_all(db).await.map(|_| ()),
        Event::DocumentPublished { .. } | Event::PersonErased { .. } => Ok(()),
    }
}

/// What the Charter says of the organisations in the public register, rule by rule.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn finding_counts(conn: &impl Conn) -> Result<Vec<RuleCounts>, Fault> {
    store::list::counts(conn).await
}

/// How many findings of organisations in the public register are not met.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn findings_not_met(conn: &impl Conn) -> Result<i64, Fault> {
    store::list::not_met(conn).await
}

/// The findings of an organisation, in the order of the rules.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn findings_of(conn: &impl Conn, organisation: OrganisationId) -> Result<Vec<FindingOnRecord>, Fault> {
    store::list::of(conn, organisation).await
}

/// All findings of all organisations, by name and in the order of the rules: for the command line.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn all_findings(conn: &impl Conn) -> Result<Vec<FindingOnRecord>, Fault> {
    store::list::page(conn, &Filter::default(), &Whose::All, i64::MAX, 0).await
}

/// What the Charter asks of somebody: of a manager, to declare what no record shows and to see
/// what is not met. One statement, however many organisations somebody manages.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn finding_steps(db: &Db, actor: &Actor) -> Result<Vec<NextStep>, Fault> {
    let managed = actor.organisations(Role::OrganisationManager);
    if managed.is_empty() {
        return Ok(Vec::new());
    }
    let mut steps = Vec::new();
    for one in store::list::asked(db.reader(), &managed).await? {
        let step = |key: &'static str, args: Vec<(&'static str, String)>, page: &str| NextStep {
            key,
            args,
            href: format!("/realta/{}/{page}", one.slug),
            urgent: false,
        };
        let name = ("name", one.name.clone());
        if !one.declared {
            steps.push(step("findings-step-declare", vec![name.clone()], "dichiarazioni"));
        }
        if one.unmet > 0 {
            steps.push(step("findings-step-unmet", vec![name, ("number", one.unmet.to_string())], "verifica"));
        }
    }
    Ok(steps)
}
