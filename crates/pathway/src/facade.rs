//! What later slices, the demo and the jobs may use of the path: these functions and read types,
//! nothing else.

pub use crate::booklet::{
    About as BookletAbout, Part as BookletPart, QualificationKind, Words as BookletWords,
    write_about as write_booklet_about, write_entries as write_booklet_entries,
};
pub use crate::call::{
    Call, CallState, CallWords, NOTES_DAYS_MOST, by_id as call, create_call, of_organisation as calls_of, open_calls,
    tend as tend_calls,
};
pub use crate::candidacy::{
    Belonging, Candidacy, MadeCandidacy, Motive, OutcomeKind, Source, Stage, Waiting, Words, by_id as candidacy,
    create_candidacies, of_call as candidacies_of_call, of_person as candidacies_of, tend as tend_candidacies,
    waiting as waiting_candidacies,
};
pub use crate::certificate::{
    Certificate, Signatory, Stage as CertificateStage, begin_issuing, certify_ready, issue_waiting, issuing_waits,
    name_signatories, sign_again_waiting, sign_ready, signing_again_waits,
};
pub use crate::continuing::{
    Answer as TrainingAnswer, Audience as TrainingAudience, NewOffer, NewOwnHours, Offer, OwnHours, OwnHoursId,
    add_offers, answer_offer, keep_own_hours, own_hours,
};
pub use crate::course::{
    Aim, Alignment, CertificateRules, Competence, Course, CourseKind, Curriculum, Module, NewAlignment, NewCourse,
    NewCurriculum, NewHand, NewModule, Part, PartMinutes, Teacher, Whom, by_id as course, by_ids as courses,
    create_courses, curriculum, modules, of_organisation as courses_of,
};
pub use crate::diary::write_diary;
pub use crate::edition::{
    Asking, Belonging as GroupBelonging, Edition, Enrolment, EnrolmentState, Mine, NewEdition, NewEnrolment, Running,
    by_id as edition, by_ids as editions, complete, create_editions, create_enrolments, enrol, enrolment, enrolments,
    of_course as editions_of, of_person as enrolments_of, open_of_course, running,
};
pub use crate::fieldwork::{
    Hand, Kind as FieldworkKind, NewPlacement, NewStretch, PlacementId, add_confirmed_hours, add_placements,
    write_hours,
};
pub use crate::interview::{Interview, Meeting, State as InterviewState, create_interview, tend as tend_interviews};
pub use crate::lesson::{
    How as PresenceHow, Lesson, NewLesson, Portion, Presence, Progress, add_lessons, coming_lessons, mark_presences,
    progress,
};
pub use crate::note::{Answer as NoteAnswer, Prompt, Words as NoteWords, create_note, tend as tend_notes};
pub use crate::outcome::{Closing, Way, create_outcome, create_outcomes, tend as tend_outcomes};
pub use crate::panel::{Members, Side, create_panels};

use crate::{continuing, edition, facts, fieldwork, lesson};
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
        Event::NetworkChanged => facts::report_all(db).await,
        _ => Ok(()),
    }
}

/// Does what the calendar asks along the path: reminders, letters on what waits, what is kept no
/// longer. Says how many things were done; may be broken off and done again.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn tend(app: &App) -> Result<i64, Fault> {
    let mut done = tend_calls(app).await?;
    done += tend_candidacies(app).await?;
    done += tend_interviews(app).await?;
    done += tend_notes(app).await?;
    done += tend_outcomes(app).await?;
    done += edition::tend(app).await?;
    done += lesson::tend(app).await?;
    done += i64::try_from(continuing::tend(app).await?).unwrap_or(0);
    Ok(done)
}

/// Gathers what is known of all organisations anew, for the daily check.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn report_all(db: &Db) -> Result<(), Fault> {
    facts::report_all(db).await
}

/// What the path asks of somebody, or offers.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn next_steps(db: &Db, actor: &Actor) -> Result<Vec<NextStep>, Fault> {
    let mut steps = crate::candidacy::next_steps(db, actor).await?;
    steps.extend(crate::outcome::next_steps(db, actor).await?);
    steps.extend(crate::panel::next_steps(db, actor).await?);
    steps.extend(edition::next_steps(db, actor).await?);
    steps.extend(lesson::steps(db, actor).await?);
    steps.extend(fieldwork::steps(db, actor).await?);
    steps.extend(continuing::steps(db, actor).await?);
    steps.extend(crate::certificate::steps(db, actor).await?);
    Ok(steps)
}
