//! Texts: what the program says, in both languages, from Fluent files.

use chrono::{DateTime, Locale, NaiveDate, Utc};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast::{Entry, PatternElement};
use kernel::{Lang, rome_date};
use std::{collections::HashMap, fmt, sync::Arc};
use unic_langid::langid;

/// The texts of one feature in both languages. Made by [`texts!`](crate::texts).
#[derive(Debug, Clone, Copy)]
pub struct Text {
    /// The feature's name, as in the files' names.
    pub name: &'static str,
    /// The Italian messages, the source.
    pub it: &'static str,
    /// The same messages in English.
    pub en: &'static str,
}

/// Includes `texts/NAME.it.ftl` and `texts/NAME.en.ftl` of the calling crate for each name.
#[macro_export]
macro_rules! texts {
    ($($name:literal),* $(,)?) => {
        &[$($crate::Text {
            name: $name,
            it: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/texts/", $name, ".it.ftl")),
            en: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/texts/", $name, ".en.ftl")),
        }),*]
    };
}

/// Italian as it is spoken: "dall’8 ottobre", "all’11 novembre". A day or a number that is filled
/// in decides how the word before it ends, and the texts cannot know it.
fn elided(text: String) -> String {
    const BEFORE: [&str; 6] = ["il", "al", "dal", "del", "nel", "sul"];
    let mut words = text.split(' ').peekable();
    let mut spoken = String::with_capacity(text.len() + 4);
    while let Some(word) = words.next() {
        let Some(next) = words.peek() else {
            spoken.push_str(word);
            break;
        };
        let digits = next.len() - next.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let vowel = next.starts_with('8') || next.get(..digits) == Some("11");
        let start = word.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + char_len(word, at));
        let (lead, last) = word.split_at(start);
        spoken.push_str(lead);
        match last {
            "il" if vowel => spoken.push_str("l’"),
            "Il" if vowel => spoken.push_str("L’"),
            _ if vowel && BEFORE.contains(&last.to_lowercase().as_str()) => {
                spoken.push_str(last);
                spoken.push_str("l’");
            }
            _ => {
                spoken.push_str(last);
                spoken.push(' ');
            }
        }
    }
    spoken
}

/// How many bytes the character at a place takes.
fn char_len(word: &str, at: usize) -> usize {
    word.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
}

type Bundle = FluentBundle<FluentResource>;

/// All texts of the program.
pub struct Texts {
    it: Spoken,
    en: Spoken,
}

/// All texts in one language.
struct Spoken {
    bundle: Bundle,
    /// The texts that need nothing filled in, written out: most of what a page says.
    plain: HashMap<String, String>,
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Texts")
    }
}

/// What is wrong with the texts.
#[derive(Debug, thiserror::Error)]
#[error("texts {name}.{lang}.ftl: {what}")]
pub struct TextFault {
    /// The feature.
    pub name: String,
    /// The language.
    pub lang: Lang,
    /// What the parser says.
    pub what: String,
}

impl Texts {
    /// Reads the texts of all features.
    ///
    /// # Errors
    /// [`TextFault`] when a file cannot be read or a message stands twice.
    pub fn new<'a>(all: impl IntoIterator<Item = &'a Text> + Clone) -> Result<Self, TextFault> {
        Ok(Self { it: spoken(Lang::It, all.clone())?, en: spoken(Lang::En, all)? })
    }
    fn of(&self, lang: Lang) -> &Spoken {
        match lang {
            Lang::It => &self.it,
            Lang::En => &self.en,
        }
    }
}

fn spoken<'a>(lang: Lang, all: impl IntoIterator<Item = &'a Text>) -> Result<Spoken, TextFault> {
    let (id, formatter) = match lang {
        Lang::It => (langid!("it-IT"), number_it as fn(&FluentValue<'_>, &_) -> Option<String>),
        Lang::En => (langid!("en-GB"), number_en as fn(&FluentValue<'_>, &_) -> Option<String>),
    };
    let mut bundle = Bundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(formatter));
    let mut keys = Vec::new();
    for text in all {
        let fault = |what: String| TextFault { name: text.name.to_owned(), lang, what };
        let source = match lang {
            Lang::It => text.it,
            Lang::En => text.en,
        };
        let resource =
            FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| fault(format!("{errors:?}")))?;
        keys.extend(resource.entries().filter_map(plain_key));
        bundle.add_resource(resource).map_err(|errors| fault(format!("{errors:?}")))?;
    }
    let written = |key: String| {
        let pattern = bundle.get_message(&key)?.value()?;
        let text = bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned();
        Some((key, text))
    };
    let plain = keys.into_iter().filter_map(written).collect();
    Ok(Spoken { bundle, plain })
}

/// The key of a message that needs nothing filled in.
fn plain_key(entry: &Entry<&str>) -> Option<String> {
    let Entry::Message(message) = entry else { return None };
    let plain = |element: &PatternElement<&str>| matches!(element, PatternElement::TextElement { .. });
    message.value.as_ref()?.elements.iter().all(plain).then(|| message.id.name.to_owned())
}

fn number_it<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, '.', ',')
}

fn number_en<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, ',', '.')
}

/// A number with its thousands set apart, from five digits on as Italian typography has it.
fn grouped(value: &FluentValue<'_>, thousands: char, decimal: char) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let plain = number.as_string().into_owned();
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
    let (whole, fraction) = plain.split_once('.').map_or((plain, None), |(w, f)| (w, Some(f)));
    let mut text = String::from(sign);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && whole.len() > 4 && (whole.len() - place).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push(decimal);
        text.push_str(fraction);
    }
    Some(text)
}

/// Something to fill a text in with.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Words.
    Text(String),
    /// A number, which plurals may depend on.
    Number(f64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}
impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Arg::Text(text.clone())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}
macro_rules! numbers {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Arg {
            fn from(number: $kind) -> Self { Arg::Number(number as f64) }
        }
        impl From<&$kind> for Arg {
            fn from(number: &$kind) -> Self { Arg::from(*number) }
        }
    )*};
}
numbers!(i32, i64, u32, u64, usize, f64);

/// The texts in one language: what page structs carry in their field `t`.
#[derive(Debug, Clone)]
pub struct T {
    texts: Arc<Texts>,
    lang: Lang,
}

impl T {
    /// The texts in a language.
    pub fn new(texts: Arc<Texts>, lang: Lang) -> Self {
        Self { texts, lang }
    }
    /// Which language.
    pub fn lang(&self) -> Lang {
        self.lang
    }
    /// The same texts in another language.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> T {
        T { texts: Arc::clone(&self.texts), lang }
    }
    /// Whether a text exists.
    pub fn has(&self, key: &str) -> bool {
        self.texts.of(self.lang).bundle.has_message(key)
    }
    /// A text. A missing one shows its key in double brackets, which tests look for.
    pub fn get(&self, key: &str) -> String {
        self.texts.of(self.lang).plain.get(key).cloned().unwrap_or_else(|| self.fill(key, None))
    }
    /// A text with one thing to fill in.
    pub fn arg(&self, key: &str, name: &str, value: impl Into<Arg>) -> String {
        self.args(key, &[(name, value.into())])
    }
    /// A text with several things to fill in.
    pub fn args(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let mut filled = FluentArgs::new();
        for (name, value) in args {
            match value {
                Arg::Text(text) => filled.set((*name).to_owned(), text.clone()),
                Arg::Number(number) => filled.set((*name).to_owned(), *number),
            }
        }
        self.fill(key, Some(&filled))
    }
    fn fill(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let bundle = &self.texts.of(self.lang).bundle;
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, lang = self.lang.tag(), "a text is missing");
            return format!("⟦{key}⟧");
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, args, &mut errors).into_owned();
        match (errors.is_empty(), self.lang, args) {
            (false, ..) => format!("⟦{key}: {errors:?}⟧"),
            (true, Lang::It, Some(_)) => elided(text),
            _ => text,
        }
    }
    /// A day: "24 novembre 2026".
    pub fn date(&self, day: NaiveDate) -> String {
        let locale = match self.lang {
            Lang::It => Locale::it_IT,
            Lang::En => Locale::en_GB,
        };
        day.format_localized("%-d %B %Y", locale).to_string()
    }
    /// A month: "novembre 2026".
    pub fn month(&self, day: NaiveDate) -> String {
        let locale = match self.lang {
            Lang::It => Locale::it_IT,
            Lang::En => Locale::en_GB,
        };
        day.format_localized("%B %Y", locale).to_string()
    }
    /// An instant as a clock in Italy shows it: "24 novembre 2026, 15:04".
    pub fn instant(&self, at: DateTime<Utc>) -> String {
        let time = kernel::rome_time(at);
        format!("{}, {}", self.date(rome_date(at)), time.format("%H:%M"))
    }
    /// A length: "3 ore e 30 minuti". Nothing that is missing is rounded away.
    pub fn length(&self, minutes: u32) -> String {
        match (minutes / 60, minutes % 60) {
            (hours, 0) => self.arg("length-hours", "hours", hours),
            (0, minutes) => self.arg("length-minutes", "minutes", minutes),
            (hours, minutes) => self.args("length-both", &[("hours", hours.into()), ("minutes", minutes.into())]),
        }
    }
    /// A number with its thousands set apart: "30.000".
    pub fn number(&self, number: impl Into<Arg>) -> String {
        match number.into() {
            Arg::Text(text) => text,
            Arg::Number(number) => {
                let value = FluentValue::from(number);
                let text = match self.lang {
                    Lang::It => number_it(&value, &()),
                    Lang::En => number_en(&value, &()),
                };
                text.unwrap_or_default()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_begins_with_a_vowel_elides_the_word_before_it() {
        let said = |text: &str| elided(text.to_owned());
        assert_eq!(said("Aderisce dal 8 ottobre 2026."), "Aderisce dall’8 ottobre 2026.");
        assert_eq!(said("Numeri al 11 novembre\nIl 8 per cento"), "Numeri all’11 novembre\nL’8 per cento");
        assert_eq!(said("(il 800) – al 110, del 18, dal 1 al 8"), "(l’800) – al 110, del 18, dal 1 all’8");
        assert_eq!(said("vigil 8 e così 8"), "vigil 8 e così 8");
    }

    const SOME: &[Text] = &[Text {
        name: "some",
        it: "hello = Ciao, { $name }!\npeople = { $n ->\n    [one] una persona\n   *[other] { $n } persone\n }",
        en: "hello = Hello, { $name }!\npeople = { $n ->\n    [one] one person\n   *[other] { $n } people\n }",
    }];

    #[test]
    fn a_length_is_said_to_the_minute() {
        let t = |lang| T::new(Arc::new(Texts::new(crate::TEXTS).unwrap()), lang);
        let said = |minutes| t(Lang::It).length(minutes);
        assert_eq!([said(0), said(1), said(59)], ["0 ore", "1 minuto", "59 minuti"]);
        assert_eq!([said(60), said(119), said(121)], ["1 ora", "1 ora e 59 minuti", "2 ore e 1 minuto"]);
        assert_eq!(t(Lang::En).length(330), "5 hours and 30 minutes");
    }

    fn t(lang: Lang) -> T {
        T::new(Arc::new(Texts::new(SOME).unwrap()), lang)
    }

    #[test]
    fn both_languages_speak() {
        assert_eq!(t(Lang::It).arg("hello", "name", "Ada"), "Ciao, Ada!");
        assert_eq!(t(Lang::En).arg("people", "n", 1), "one person");
        assert_eq!(t(Lang::It).arg("people", "n", 30_000), "30.000 persone");
        assert_eq!(t(Lang::En).number(1234), "1234");
        assert_eq!(t(Lang::En).number(-1_234_567), "-1,234,567");
    }

    #[test]
    fn a_missing_text_or_argument_shows() {
        assert_eq!(t(Lang::It).get("nothing"), "⟦nothing⟧");
        assert!(t(Lang::It).get("hello").contains('⟦'));
    }

    #[test]
    fn dates_are_written_as_people_write_them() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        assert_eq!(t(Lang::It).date(day), "24 novembre 2026");
        assert_eq!(t(Lang::En).date(day), "24 November 2026");
        assert_eq!(t(Lang::It).instant("2026-07-01T10:05:00Z".parse().unwrap()), "1 luglio 2026, 12:05");
    }
}
