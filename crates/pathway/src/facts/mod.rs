//! What the path knows of an organisation, as counts and dates, for rules I1 to I9 of the Charter.
//!
//! Each feature gathers its own for several organisations with a fixed number of statements; here
//! they are put together and kept, a portion at a time. An entry is reported only where something
//! is on record: an organisation that keeps its courses elsewhere has none, and the Charter says
//! that it is not known.

#[cfg(test)]
mod tests;

use crate::{continuing, course, fieldwork, outcome};
use ::store::{Conn, Db, Fault};
use access::Technical;
use charter::facts::{Calls, Candidacies, ContinuingTraining, Courses, Curricula, Panels};
use kernel::{NaiveDate, OrganisationId};
use network::facade::{Reported, keep_facts};

/// How many organisations are gathered and written at once.
const PORTION: usize = 50;

/// Gathers what is known of organisations anew and puts it on record.
///
/// # Errors
/// [`Fault`] as the store says; portions that were written stay, and are true.
pub(crate) async fn report(db: &Db, organisations: &[OrganisationId]) -> Result<(), Fault> {
    for portion in organisations.chunks(PORTION) {
        ::store::retrying(db.env(), || report_portion(db, portion)).await?;
    }
    Ok(())
}

/// The same of all organisations in the register: for whoever made many records at once.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn report_all(db: &Db) -> Result<(), Fault> {
    let all = network::facade::open_organisations(db.reader()).await?;
    let ids: Vec<OrganisationId> = all.iter().map(|organisation| organisation.id).collect();
    report(db, &ids).await
}

/// What is known is read where it is written, so that a report never puts what was true before over
/// what another one wrote.
async fn report_portion(db: &Db, organisations: &[OrganisationId]) -> Result<(), Fault> {
    let mut tx = Technical::Reaction.begin(db).await?;
    let facts = gathered(tx.conn(), organisations, db.env().today()).await?;
    keep_facts(&mut tx, "pathway", &facts).await?;
    tx.commit().await
}

/// What is known of organisations, each with its own entry, an empty one where nothing is.
async fn gathered(
    conn: &impl Conn,
    organisations: &[OrganisationId],
    today: NaiveDate,
) -> Result<Vec<(OrganisationId, Reported)>, Fault> {
    let mut selection = outcome::facts(conn, organisations, today).await?;
    let mut training = course::facts(conn, organisations).await?;
    let mut field = fieldwork::facts(conn, organisations, today).await?;
    let mut continuing = continuing::facts(conn, organisations, today).await?;
    let mut all = Vec::with_capacity(organisations.len());
    for organisation in organisations {
        let mut reported = Reported::new();
        if let Some((panels, calls, candidacies)) = selection.remove(organisation) {
            reported = with_selection(reported, &panels, &calls, &candidacies);
        }
        if let Some(taught) = training.remove(organisation) {
            let mut in_field = field.remove(organisation).unwrap_or_default();
            let courses = taught.courses.into_iter().map(|(id, mut course)| {
                course.field = in_field.remove(&id);
                course
            });
            reported = with_training(reported, Courses(courses.collect()), &taught.curricula);
        }
        if let Some(ContinuingTraining(offered)) = continuing.remove(organisation) {
            reported = reported.with(&ContinuingTraining(offered));
        }
        all.push((*organisation, reported));
    }
    Ok(all)
}

fn with_selection(reported: Reported, panels: &Panels, calls: &Calls, candidacies: &Candidacies) -> Reported {
    if calls.0.is_empty() && panels.0.is_empty() && candidacies.0.is_empty() {
        return reported;
    }
    reported.with(panels).with(calls).with(candidacies)
}

fn with_training(reported: Reported, courses: Courses, curricula: &Curricula) -> Reported {
    if courses.0.is_empty() && curricula.0.is_empty() {
        return reported;
    }
    reported.with(&courses).with(curricula)
}
