//! Pages of notes: the panel writes with the candidate, the candidate reads and adds.

pub(super) mod candidate;
pub(super) mod panel;

use super::model::{Chapter, Prompt, Words};
use web::T;

/// Words under their heading.
pub(super) struct Said {
    pub label: String,
    pub text: String,
}

/// What a note says, part by part, in the order of the source.
pub(super) fn said(t: &T, words: &Words) -> Vec<Said> {
    let line = |(field, text): (String, &str)| Said { label: t.get(&format!("note-{field}")), text: text.to_owned() };
    words.lines().into_iter().map(line).collect()
}

/// A chapter of prompts on the form.
pub(super) struct Prompts {
    pub id: &'static str,
    pub title: String,
    pub text: String,
    pub fields: Vec<String>,
}

/// All prompts: first what the source puts first.
pub(super) fn prompts(t: &T) -> Vec<Prompts> {
    let chapter = |chapter: &Chapter| Prompts {
        id: chapter.code(),
        title: t.get(&format!("note-chapter-{}", chapter.code())),
        text: t.get(&format!("note-chapter-{}-text", chapter.code())),
        fields: Prompt::of(*chapter).map(Prompt::field).collect(),
    };
    Chapter::ALL.iter().map(chapter).collect()
}
