//! Notes in words, written with a candidate and read by them. There is no number in a note, and
//! no place for one.

use kernel::{CallId, CandidacyId, Checks, DateTime, Duration, Invalids, NaiveDate, NoteId, PersonId, Utc};
use std::collections::BTreeMap;
use web::Fields;

store::coded! {
    /// What a conversation may touch on, in the words of the source. Each may stay empty.
    Prompt {
        /// Human and empathic qualities: first.
        Human = "human",
        /// The capacity to take responsibility: first as well.
        Responsibility = "responsibility",
        /// Motivation.
        Motivation = "motivation",
        /// Expectations.
        Expectations = "expectations",
        /// Awareness.
        Awareness = "awareness",
        /// Having made a path of recovery.
        Recovery = "recovery",
        /// Readiness for training.
        Training = "training",
        /// Openness to relation.
        Openness = "openness",
        /// Empathy.
        Empathy = "empathy",
        /// Readiness to put oneself in play.
        InPlay = "in-play",
        /// No excess of wanting to be in the foreground.
        Measure = "measure",
        /// Aware of the own growth, able to see its turning points.
        TurningPoints = "turning-points",
        /// Able to see what helped to be well.
        WhatHelped = "what-helped",
        /// Able to say what is good in the own path.
        GoodInIt = "good-in-it",
        /// Wants to accompany and support peers.
        Accompany = "accompany",
        /// Moved to begin a training.
        Learning = "learning",
        /// Ready to work in a group.
        Group = "group",
        /// Has given testimony, or is ready to.
        Testimony = "testimony",
    }
}

store::coded! {
    /// Where a prompt comes from in the source.
    Chapter {
        /// What the source puts before all.
        First = "first",
        /// The nine qualities to be valued.
        Qualities = "qualities",
        /// The seven aspects that the selection strengthens.
        Aspects = "aspects",
    }
}

impl Prompt {
    /// Where it comes from.
    pub fn chapter(self) -> Chapter {
        match self {
            Prompt::Human | Prompt::Responsibility => Chapter::First,
            Prompt::Motivation
            | Prompt::Expectations
            | Prompt::Awareness
            | Prompt::Recovery
            | Prompt::Training
            | Prompt::Openness
            | Prompt::Empathy
            | Prompt::InPlay
            | Prompt::Measure => Chapter::Qualities,
            _ => Chapter::Aspects,
        }
    }
    /// The prompts of a chapter.
    pub fn of(chapter: Chapter) -> impl Iterator<Item = Prompt> {
        Prompt::ALL.iter().copied().filter(move |prompt| prompt.chapter() == chapter)
    }
    /// The field of the form, which is also the end of the key of its text.
    pub fn field(self) -> String {
        format!("said-{}", self.code())
    }
}

/// How long the words on one prompt may be, in characters.
pub const LENGTH: usize = 2000;

/// What the panel wrote, with the candidate.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// What was said on some of the prompts.
    pub said: BTreeMap<Prompt, String>,
    /// Anything else.
    pub free: String,
    /// What the candidate expects.
    pub expectations: String,
    /// What can be, where it is something else.
    pub reorientation: String,
}

/// The fields apart from the prompts.
const PLAIN: [&str; 3] = ["free", "expectations", "reorientation"];

impl Words {
    /// Parses the form. Fields: `said-CODE`, `free`, `expectations`, `reorientation`. Something
    /// must stand somewhere.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(fields: &Fields) -> Result<Words, Invalids> {
        let mut checks = Checks::new();
        let mut words = Words::default();
        for prompt in Prompt::ALL {
            let field = prompt.field();
            if let Some(text) = checks.optional(&field, fields.get(&field), LENGTH) {
                words.said.insert(*prompt, text);
            }
        }
        let mut plain = |field: &str| checks.optional(field, fields.get(field), LENGTH).unwrap_or_default();
        words.free = plain("free");
        words.expectations = plain("expectations");
        words.reorientation = plain("reorientation");
        let typed = |field: &str| !fields.get(field).trim().is_empty();
        let any = Prompt::ALL.iter().any(|prompt| typed(&prompt.field())) || PLAIN.into_iter().any(typed);
        checks.need(any, "free", "note-invalid-empty");
        checks.finish(|| Some(words))
    }
    /// As the form shows it.
    pub fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        for (prompt, text) in &self.said {
            fields.set(&prompt.field(), text);
        }
        fields.set("free", &self.free);
        fields.set("expectations", &self.expectations);
        fields.set("reorientation", &self.reorientation);
        fields
    }
    /// What stands, field by field, in the order of the page: empty ones left out.
    pub fn lines(&self) -> Vec<(String, &str)> {
        let said = self.said.iter().map(|(prompt, text)| (prompt.field(), text.as_str()));
        let plain =
            [("free", &self.free), ("expectations", &self.expectations), ("reorientation", &self.reorientation)];
        let plain = plain.into_iter().map(|(field, text)| (field.to_owned(), text.as_str()));
        said.chain(plain).filter(|(_, text)| !text.is_empty()).collect()
    }
    /// As it is sealed: one text.
    pub(crate) fn written(&self) -> String {
        let lines: serde_json::Map<String, serde_json::Value> =
            self.lines().into_iter().map(|(field, text)| (field, text.into())).collect();
        serde_json::Value::Object(lines).to_string()
    }
    /// As it was sealed.
    pub(crate) fn read(text: &str) -> Result<Words, store::Fault> {
        let lines: BTreeMap<String, String> = serde_json::from_str(text).map_err(store::Fault::unreadable)?;
        let get = |field: &str| lines.get(field).cloned().unwrap_or_default();
        let said = Prompt::ALL.iter().filter_map(|prompt| Some((*prompt, lines.get(&prompt.field())?.clone())));
        Ok(Words {
            said: said.collect(),
            free: get("free"),
            expectations: get("expectations"),
            reorientation: get("reorientation"),
        })
    }
}

/// What the candidate writes beside the note.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Answer {
    /// What the candidate adds or sees otherwise.
    pub remark: String,
    /// What the candidate says to what can be expected.
    pub on_expectations: String,
}

impl Answer {
    /// Parses the candidate's form. Fields: `remark`, `on_expectations`; both may stay empty.
    ///
    /// # Errors
    /// [`Invalids`] when something is too long.
    pub fn parse(fields: &Fields) -> Result<Answer, Invalids> {
        let mut checks = Checks::new();
        let mut text = |field: &str| checks.optional(field, fields.get(field), LENGTH).unwrap_or_default();
        let answer = Answer { remark: text("remark"), on_expectations: text("on_expectations") };
        checks.finish(|| Some(answer))
    }
    /// As the form shows it.
    pub fn fields(&self) -> Fields {
        let mut fields = Fields::new();
        fields.set("remark", &self.remark);
        fields.set("on_expectations", &self.on_expectations);
        fields
    }
    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.remark.is_empty() && self.on_expectations.is_empty()
    }
    pub(crate) fn written(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
    pub(crate) fn read(text: &str) -> Result<Answer, store::Fault> {
        serde_json::from_str(text).map_err(store::Fault::unreadable)
    }
}

/// A note on record; what it says is sealed under the candidate's key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Which.
    pub id: NoteId,
    /// Of which candidacy.
    pub candidacy: CandidacyId,
    /// For which call.
    pub call: CallId,
    /// The candidate.
    pub person: PersonId,
    /// The panel's words, sealed.
    pub sealed: Vec<u8>,
    /// The candidate's words, sealed, where there are some.
    pub answer: Option<Vec<u8>>,
    /// Rises when the panel changes its words.
    pub version: i64,
    /// The version that the candidate has read.
    pub read_version: Option<i64>,
    /// When the candidate read it.
    pub read_at: Option<DateTime<Utc>>,
    /// The last day on which it can be read.
    pub delete_on: NaiveDate,
    /// When the panel changed it last.
    pub changed_at: DateTime<Utc>,
}

impl Note {
    /// Whether it counts: the candidate has read these very words.
    pub fn counts(&self) -> bool {
        self.read_version == Some(self.version)
    }
    /// Whether it may still be read.
    pub fn kept_on(&self, day: NaiveDate) -> bool {
        day <= self.delete_on
    }
}

/// The last day of a note that is begun on a day: a stretch after the call closes, or after the
/// conversation where that comes later. It is said before a word is written, and never put off.
pub fn delete_on(closes_on: NaiveDate, begun_on: NaiveDate, notes_days: i64) -> NaiveDate {
    let days = notes_days.clamp(1, 90);
    closes_on.max(begun_on).checked_add_signed(Duration::days(days)).unwrap_or(begun_on)
}

/// The last day of a note once its candidacy was closed: it can only come sooner.
pub fn delete_after_closing(so_far: NaiveDate, closed_on: NaiveDate, notes_days: i64) -> NaiveDate {
    so_far.min(closed_on.checked_add_signed(Duration::days(notes_days.clamp(1, 90))).unwrap_or(so_far))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_prompts_are_those_of_the_source_and_what_comes_first_comes_first() {
        assert_eq!(Prompt::of(Chapter::First).count(), 2);
        assert_eq!(Prompt::of(Chapter::Qualities).count(), 9);
        assert_eq!(Prompt::of(Chapter::Aspects).count(), 7);
        assert_eq!(Prompt::ALL[..2], [Prompt::Human, Prompt::Responsibility]);
    }

    #[test]
    fn every_prompt_may_stay_empty_but_not_the_whole_note() {
        assert!(Words::parse(&Fields::from([("said-human", " "), ("free", "")])).is_err());
        let words = Words::parse(&Fields::from([("said-group", "Ama i gruppi")])).unwrap();
        assert_eq!(words.lines(), [("said-group".to_owned(), "Ama i gruppi")]);
        assert_eq!(Words::read(&words.written()).unwrap(), words);
        assert_eq!(Words::parse(&words.fields()).unwrap(), words);
    }

    proptest! {
        #[test]
        fn the_last_day_is_known_from_the_start_and_only_comes_nearer(
            closes in 0i64..400, begun in 0i64..400, days in -5i64..400, closed in 0i64..800,
        ) {
            let day = |n: i64| NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Duration::days(n);
            let first = delete_on(day(closes), day(begun), days);
            prop_assert!(first > day(begun));
            prop_assert!(first <= day(closes.max(begun)) + Duration::days(90));
            let then = delete_after_closing(first, day(closed), days);
            prop_assert!(then <= first);
            prop_assert!(then <= day(closed) + Duration::days(90));
        }
    }
}
