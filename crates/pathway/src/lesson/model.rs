//! The meetings of an edition, and who was there.

use crate::course::{Part, read_hours, typed_hours};
use kernel::{
    Checks, DateTime, EditionId, EnrolmentId, Invalid, Invalids, LessonId, ModuleId, NaiveDate, NaiveDateTime,
    TeacherId, Utc, from_rome, rome_time, typed_day,
};
use std::collections::BTreeMap;
use web::Fields;

/// A meeting as it is planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLesson {
    /// What it is about.
    pub title: String,
    /// The module of the curriculum it belongs to.
    pub module: Option<ModuleId>,
    /// Which part of the hours it is.
    pub part: Part,
    /// When it begins.
    pub starts: DateTime<Utc>,
    /// How long it lasts.
    pub minutes: u32,
    /// Where.
    pub place: Option<String>,
    /// The video room.
    pub link: Option<String>,
    /// The team it is held with: the one that the trainees will join.
    pub team: Option<String>,
    /// Who teaches, of those who teach in the course.
    pub teachers: Vec<TeacherId>,
}

/// The parts that are done in meetings; the others are done in the field.
pub const IN_MEETINGS: [Part; 3] = [Part::Theory, Part::Practice, Part::GroupWork];
/// The longest a meeting lasts.
const LONGEST: u32 = 720;
/// How a browser sends a day and time.
const TYPED: &str = "%Y-%m-%dT%H:%M";

impl NewLesson {
    /// Parses the form. Fields: `title`, `module`, `part`, `starts`, `minutes`, `place`, `link`,
    /// `team`, `teacher`.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(fields: &Fields) -> Result<Self, Invalids> {
        let mut checks = Checks::new();
        let title = checks.text("title", fields.get("title"), 140);
        let part = Part::from_code(fields.get("part")).filter(|part| IN_MEETINGS.contains(part));
        checks.need(part.is_some(), "part", "invalid-choice");
        let starts = checks.take(moment("starts", fields.get("starts")));
        let minutes = checks.take(minutes("minutes", fields.get("minutes"), LONGEST));
        let place = checks.optional("place", fields.get("place"), 300);
        let link = checks.optional("link", fields.get("link"), 500);
        checks.need(link.as_deref().is_none_or(|link| link.starts_with("https://")), "link", "invalid-url");
        let somewhere = !fields.get("place").trim().is_empty() || !fields.get("link").trim().is_empty();
        checks.need(somewhere, "place", "lesson-invalid-place");
        let team = checks.optional("team", fields.get("team"), 140);
        let module = fields.get("module").parse().ok();
        let teachers = fields.all("teacher").into_iter().filter_map(|id| id.parse().ok()).take(40).collect();
        checks.finish(|| {
            Some(Self {
                title: title?,
                module,
                part: part?,
                starts: starts?,
                minutes: minutes?,
                place,
                link,
                team,
                teachers,
            })
        })
    }
    /// The form as it stands before anything is changed.
    pub fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        fields.set("title", &self.title);
        fields.set("module", self.module.map(|id| id.to_string()).unwrap_or_default());
        fields.set("part", self.part.code());
        fields.set("starts", rome_time(self.starts).format(TYPED));
        fields.set("minutes", typed_hours(self.minutes));
        fields.set("place", self.place.as_deref().unwrap_or_default());
        fields.set("link", self.link.as_deref().unwrap_or_default());
        fields.set("team", self.team.as_deref().unwrap_or_default());
        for teacher in &self.teachers {
            fields.add("teacher", teacher);
        }
        fields
    }
}

/// A day and time in Italy as a browser sends it, or as people write it (`31/5/2026 10:30`).
pub(crate) fn moment(field: &str, text: &str) -> Result<DateTime<Utc>, Invalid> {
    let text = text.trim();
    let wrong = || Invalid::new(field, if text.is_empty() { "invalid-required" } else { "lesson-invalid-moment" });
    let formats = [TYPED, "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M", "%d/%m/%Y, %H:%M"];
    let parsed = formats.iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok());
    let sensible = |at: &NaiveDateTime| (2000..2200).contains(&kernel::Datelike::year(at));
    parsed.filter(sensible).map(from_rome).ok_or_else(wrong)
}

/// A length as it is typed, in hours, as everywhere along the path: `2`, `1,5`, `1:30`. What cannot
/// be hours, such as ninety minutes written as `90`, is longer than anything lasts and is refused.
pub(crate) fn minutes(field: &str, text: &str, most: u32) -> Result<u32, Invalid> {
    if text.trim().is_empty() {
        return Err(Invalid::new(field, "invalid-required"));
    }
    let invalid = || Invalid::new(field, "lesson-invalid-minutes").with("most", typed_hours(most));
    let read = read_hours(field, text).map_err(|_| invalid())?;
    if (1..=most).contains(&read) { Ok(read) } else { Err(invalid()) }
}

/// A meeting on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// Which.
    pub id: LessonId,
    /// Of which edition.
    pub edition: EditionId,
    /// What is planned.
    pub plan: NewLesson,
    /// Whether it was called off.
    pub called_off: bool,
    /// The version that was read.
    pub version: i64,
}

impl Lesson {
    /// When it is over.
    pub fn ends(&self) -> DateTime<Utc> {
        self.plan.starts + kernel::Duration::minutes(i64::from(self.plan.minutes))
    }
    /// The day in Italy on which it is held.
    pub fn day(&self) -> NaiveDate {
        kernel::rome_date(self.plan.starts)
    }
}

store::coded! {
    /// How it came to be known that somebody was there.
    How {
        /// Who teaches tapped the list.
        List = "list",
        /// The trainee opened the code shown in the room.
        Code = "code",
        /// The hours were made up for on another day.
        MadeUp = "made-up",
    }
}

/// That a trainee was at a meeting, or made its hours up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presence {
    /// At which meeting.
    pub lesson: LessonId,
    /// Who.
    pub enrolment: EnrolmentId,
    /// For how long.
    pub minutes: u32,
    /// How it is known.
    pub how: How,
    /// On which day.
    pub on: NaiveDate,
}

/// Minutes of one part: what there was to attend, and what was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Portion {
    /// Planned in meetings that were not called off; nothing for what is done in the field.
    pub offered_minutes: u32,
    /// Attended or made up; confirmed by both, for what is done in the field.
    pub attended_minutes: u32,
}

/// How far a trainee is. It compares with the plan, never with anybody else.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress {
    /// Minutes of all meetings of the edition that were not called off, those to come included.
    pub offered_minutes: u32,
    /// Minutes of meetings attended or made up.
    pub attended_minutes: u32,
    /// The same by part; the field's parts have what both confirmed.
    pub by_part: BTreeMap<Part, Portion>,
    /// Minutes in the field that both confirmed, shadowing included.
    pub fieldwork_minutes: u32,
    /// Those of them at the side of an expert.
    pub shadowing_minutes: u32,
}

/// A made-up stretch as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MakeUp {
    /// Who.
    pub enrolment: EnrolmentId,
    /// How long.
    pub minutes: u32,
    /// When.
    pub on: NaiveDate,
}

impl MakeUp {
    /// Parses the form. Fields: `who`, `made_up`, `on`. At most the minutes of the meeting.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(fields: &Fields, most: u32, today: NaiveDate) -> Result<Self, Invalids> {
        let mut checks = Checks::new();
        let enrolment = fields.get("who").parse().ok();
        checks.need(enrolment.is_some(), "who", "invalid-choice");
        let minutes = checks.take(minutes("made_up", fields.get("made_up"), most));
        let on = checks.take(typed_day("on", fields.get("on")));
        checks.need(on.is_none_or(|on| on <= today), "on", "lesson-invalid-future");
        checks.finish(|| Some(Self { enrolment: enrolment?, minutes: minutes?, on: on? }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_read_in_hours() {
        let read = |text| minutes("minutes", text, 720).ok();
        assert_eq!((read("4"), read("1,5"), read("1:30"), read(" 12:00 ")), (Some(240), Some(90), Some(90), Some(720)));
        for wrong in ["", "0", "1:60", "12:01", "90", "due ore"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_meeting_comes_back_from_its_form() {
        let typed = Fields::from([
            ("title", "Ascoltare"),
            ("part", "theory"),
            ("starts", "2026-03-05T09:30"),
            ("minutes", "3:00"),
            ("place", "Aula grande"),
        ]);
        let lesson = NewLesson::parse(&typed).unwrap();
        assert_eq!(NewLesson::parse(&lesson.fields()), Ok(lesson));
        let wrong = NewLesson::parse(&Fields::from([("part", "shadowing"), ("link", "http://x")])).unwrap_err();
        for field in ["title", "part", "starts", "minutes", "link"] {
            assert!(wrong.of(field).is_some(), "{field}");
        }
    }
}
