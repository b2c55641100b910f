//! What certificates rest on, gathered: the course and what it asks, the trainees and what they have
//! done, the names of all.

use crate::{
    certificate::{
        model::{Certificate, Stage},
        rules::{self, Asked, Done, Lack},
    },
    course::{self, Curriculum, Part},
    edition::{self, Edition, EnrolmentState},
    lesson::{self, Progress},
    panel::Side,
};
use credentials::facade::{Alignment, NewCredential};
use kernel::{EditionId, EnrolmentId, Lang, NaiveDate, OrganisationId, PersonId};
use store::{Conn, Fault};
use web::T;

/// An edition with its course.
#[derive(Debug, Clone)]
pub(in crate::certificate) struct Whole {
    /// The edition.
    pub edition: Edition,
    /// Its course, whole.
    pub curriculum: Curriculum,
    /// What the course asks before it certifies; none where it gives no certificate.
    pub asked: Option<Asked>,
}

/// A trainee and what they have done.
#[derive(Debug, Clone)]
pub(in crate::certificate) struct Trainee {
    /// Whose place it is.
    pub person: PersonId,
    /// Which place.
    pub enrolment: EnrolmentId,
    /// What was done.
    pub progress: Progress,
    /// What is not there yet.
    pub lacks: Vec<Lack>,
}

impl Whole {
    /// The edition, with its course.
    pub async fn of(conn: &impl Conn, edition: EditionId) -> Result<Option<Whole>, Fault> {
        let Some(edition) = edition::by_id(conn, edition).await? else { return Ok(None) };
        let Some(curriculum) = course::curriculum(conn, edition.course).await? else { return Ok(None) };
        let meetings = |(part, minutes): (Part, u32)| if part.in_the_field() { 0 } else { minutes };
        let planned = curriculum.modules.iter().flat_map(|module| module.minutes.parts()).map(meetings).sum();
        let asked = curriculum.course.certificate.map(|rules| Asked {
            percent: rules.attendance_percent,
            planned_minutes: planned,
            fieldwork_minutes: rules.fieldwork_minutes,
            shadowing_minutes: rules.shadowing_minutes,
        });
        Ok(Some(Whole { edition, curriculum, asked }))
    }

    /// Those who have or had a place in it and did not leave, in no order.
    pub async fn trainees(&self, conn: &impl Conn) -> Result<Vec<Trainee>, Fault> {
        self.some_trainees(conn, |_| true).await
    }

    /// The same, for some of the places alone.
    pub async fn some_trainees(
        &self,
        conn: &impl Conn,
        wanted: impl Fn(EnrolmentId) -> bool,
    ) -> Result<Vec<Trainee>, Fault> {
        let Some(asked) = self.asked else { return Ok(Vec::new()) };
        let places = edition::enrolments(conn, self.edition.id).await?;
        let counts = |state| matches!(state, EnrolmentState::Admitted | EnrolmentState::Completed);
        let places: Vec<_> = places
            .into_iter()
            .filter(|place| counts(place.state) && wanted(place.id))
            .filter_map(|place| Some((place.id, place.person?)))
            .collect();
        let ids: Vec<EnrolmentId> = places.iter().map(|(id, _)| *id).collect();
        let mut progress = lesson::progress(conn, &ids).await?;
        let trainee = |(enrolment, person)| {
            let progress = progress.remove(&enrolment).unwrap_or_default();
            let lacks = rules::lacks(&asked, &done(&progress));
            Trainee { person, enrolment, progress, lacks }
        };
        Ok(places.into_iter().map(trainee).collect())
    }

    /// What is to be certified of a trainee: the hours are those that were done.
    pub fn record(
        &self,
        t: &T,
        issuer_name: &str,
        (holder, holder_name): (PersonId, &str),
        progress: &Progress,
        (signed_by, issued_on): (Vec<(String, String)>, NaiveDate),
    ) -> NewCredential {
        let course = &self.curriculum.course;
        let parts = progress.by_part.iter().filter(|(_, portion)| portion.attended_minutes > 0);
        let alignment = |one: &course::Alignment| Alignment {
            framework: one.framework.clone(),
            code: one.code.clone(),
            name: one.name.clone(),
            url: one.url.clone(),
        };
        NewCredential {
            issuer: self.edition.organisation,
            issuer_name: issuer_name.to_owned(),
            holder,
            holder_name: holder_name.to_owned(),
            title: course.title.clone(),
            description: course.summary.clone(),
            criteria: self.criteria(t),
            minutes: parts.map(|(part, portion)| (part.code().to_owned(), portion.attended_minutes)).collect(),
            from: self.edition.starts,
            to: self.edition.ends.min(issued_on).max(self.edition.starts),
            issued_on,
            signed_by,
            alignments: self.curriculum.alignments.iter().map(alignment).collect(),
            lang: Lang::default(),
        }
    }

    /// What had to be done, in words.
    pub fn criteria(&self, t: &T) -> String {
        let Some(asked) = self.asked else { return String::new() };
        let mut lines = vec![t.arg("certificate-criteria-meetings", "percent", asked.percent)];
        for (key, minutes) in [
            ("certificate-criteria-fieldwork", asked.fieldwork_minutes),
            ("certificate-criteria-shadowing", asked.shadowing_minutes),
        ] {
            if minutes > 0 {
                lines.push(t.arg(key, "hours", t.length(minutes)));
            }
        }
        lines.push(t.get("certificate-criteria-signed"));
        lines.join("\n")
    }
}

fn done(progress: &Progress) -> Done {
    Done {
        offered_minutes: progress.offered_minutes,
        attended_minutes: progress.attended_minutes,
        fieldwork_minutes: progress.fieldwork_minutes,
        shadowing_minutes: progress.shadowing_minutes,
    }
}

/// Whether what a course asks is met, by enrolment; who has no place any more meets nothing.
pub(in crate::certificate) fn met(trainees: &[Trainee], enrolment: EnrolmentId) -> bool {
    trainees.iter().any(|trainee| trainee.enrolment == enrolment && trainee.lacks.is_empty())
}

/// The trainees of whom no certificate stands: those of whom one can be proposed, and the others.
pub(in crate::certificate) fn without_one(
    trainees: Vec<Trainee>,
    certificates: &[Certificate],
) -> (Vec<Trainee>, Vec<Trainee>) {
    let stands = |trainee: &Trainee| {
        certificates.iter().any(|one| {
            one.enrolment == trainee.enrolment && matches!(one.stage, Stage::Proposed | Stage::Signed | Stage::Issued)
        })
    };
    trainees.into_iter().filter(|trainee| !stands(trainee)).partition(|trainee| trainee.lacks.is_empty())
}

/// The people of an organisation who are on one of the two sides, by name.
pub(in crate::certificate) async fn both_sides(
    conn: &impl Conn,
    organisation: OrganisationId,
    today: NaiveDate,
) -> Result<Vec<(PersonId, String, Side)>, Fault> {
    let sides = course::sides_of(conn, organisation, today).await?;
    let ids: Vec<PersonId> = sides.iter().map(|(person, _)| *person).collect();
    let names = people::facade::person_names(conn, &ids).await?;
    let mut all: Vec<_> =
        sides.into_iter().filter_map(|(id, side)| Some((id, names.get(&id)?.clone(), side))).collect();
    all.sort_by_key(|(id, name, _)| (kernel::fold(name), *id));
    Ok(all)
}
