//! People at every step of the path: in the department of the personas one walk can be followed
//! from the first wish to the certificate, and on.

pub mod entering;
mod managers;
mod own;
mod selection;
mod training;
mod typed;
pub mod words;

use super::{Persona, Unmade};
use access::{Act, Tx};
use kernel::{NaiveDate, OrganisationId, PersonId};
use managers::Managers;
use store::Fault;
use web::App;

pub(super) use words::{call, in_the_field};

/// Who is whom in the department of the personas.
pub(super) struct Cast {
    pub department: OrganisationId,
    pub expert: PersonId,
    pub professional: PersonId,
    pub tutor: PersonId,
    pub candidate: PersonId,
    pub trainee: PersonId,
    pub certified: PersonId,
    /// People without a role, who walk along.
    pub others: Vec<PersonId>,
}

impl Cast {
    /// The personas as they are on record; none in a network that has not got all of them.
    pub(super) async fn gather(
        app: &App,
        department: OrganisationId,
        others: Vec<PersonId>,
    ) -> Result<Option<Cast>, Fault> {
        use access::Role::{Expert, Professional, Tutor};
        let (conn, today) = (app.db().reader(), app.env().today());
        let mut found = Vec::new();
        for persona in [
            Persona::Holder(Expert),
            Persona::Holder(Professional),
            Persona::Holder(Tutor),
            Persona::Candidate,
            Persona::Trainee,
            Persona::Certified,
        ] {
            found.extend(persona.find(conn, today).await?);
        }
        let [expert, professional, tutor, candidate, trainee, certified] = found[..] else { return Ok(None) };
        Ok(Some(Cast { department, expert, professional, tutor, candidate, trainee, certified, others }))
    }
    /// Somebody of the others, in turn.
    fn other(&self, n: usize) -> PersonId {
        self.others[n % self.others.len()]
    }
}

/// Where else something goes on: organisations with an expert each.
pub(super) struct Elsewhere {
    pub organisation: OrganisationId,
    pub expert: Option<PersonId>,
}

/// How many people without a role walk along in the demonstration.
pub(super) const OTHERS: usize = 40;

/// Makes calls, candidacies, courses, editions and certificates around the personas. Courses, editions
/// and calls are entered through the pages, by those who manage the organisations; what people did
/// meanwhile goes into the stores, with the days on which they did it.
pub(super) async fn walk(app: &App, cast: &Cast, elsewhere: &[Elsewhere]) -> Result<(), Unmade> {
    let today = app.env().today();
    let managers = Managers::of(app)?;
    let here = training::year(app, &managers, cast).await?;
    let others = training::others(app, &managers, elsewhere).await?;
    let candidacy = selection::calls(app, &managers, cast, here.id()?, today).await?;
    training::editions(app, &managers, cast, &here, candidacy).await?;
    training::elsewhere(app, &managers, cast, &others).await?;
    let offers = training::continuing(app, cast, today).await?;
    own::booklets(app, cast).await?;
    own::hours(app, cast, &offers, today).await?;
    Ok(())
}

async fn begin(app: &App, act: Act) -> Result<Tx, Fault> {
    super::made_up::begin(app.db(), act).await
}

/// Noon of a day, for what has an hour.
pub(super) fn noon(day: NaiveDate) -> kernel::DateTime<kernel::Utc> {
    kernel::from_rome(day.and_hms_opt(12, 0, 0).unwrap_or_default())
}
