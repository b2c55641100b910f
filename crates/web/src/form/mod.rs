//! The controls of a form: label, hint, what was typed, what is wrong with it.

use crate::{Fields, T};
use askama::Template;
use kernel::Invalids;
use std::fmt;

/// Prints the controls of a form. Labels are the texts `PREFIX-NAME`; hints are
/// `PREFIX-NAME-hint`, where such a text exists.
#[derive(Debug, Clone)]
pub struct Form {
    t: T,
    prefix: String,
    fields: Fields,
    invalids: Invalids,
}

/// What kind of control.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Input(&'static str),
    Area(u32),
    Select(Vec<(String, String)>),
    Radios(Vec<(String, String)>),
    Checks(Vec<(String, String)>),
    Check,
    File(String),
    Hidden,
}

/// One control, which prints itself.
#[derive(Debug, Clone, Template)]
#[template(path = "form/control.html")]
pub struct Control {
    t: T,
    kind: Kind,
    name: String,
    id: String,
    label: String,
    hint: Option<String>,
    error: Option<String>,
    values: Vec<String>,
    required: bool,
    autocomplete: Option<String>,
    inputmode: Option<String>,
    minmax: Option<(String, String)>,
}

impl Control {
    /// Must be filled in. Browsers do not stop the form: the program says what is missing.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }
    /// What a browser may fill in by itself: `name`, `email`, `one-time-code` …
    #[must_use]
    pub fn autocomplete(mut self, what: &str) -> Self {
        self.autocomplete = Some(what.to_owned());
        self
    }
    /// Which keyboard a phone shows: `numeric`, `tel`, `url` …
    #[must_use]
    pub fn inputmode(mut self, what: &str) -> Self {
        self.inputmode = Some(what.to_owned());
        self
    }
    /// The smallest and the largest value, for numbers and dates.
    #[must_use]
    pub fn between(mut self, least: impl ToString, most: impl ToString) -> Self {
        self.minmax = Some((least.to_string(), most.to_string()));
        self
    }
    /// Another label than the one its name gives.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }
    /// Another hint than the one its name gives.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
    /// Another id than the form's prefix and its name, where a form stands several times on a page.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    fn value(&self) -> &str {
        self.values.first().map_or("", String::as_str)
    }
    fn has(&self, value: &str) -> bool {
        self.values.iter().any(|v| v == value)
    }
    fn described_by(&self) -> String {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.id));
        [hint, error].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
    fn grouped(&self) -> bool {
        matches!(self.kind, Kind::Radios(_) | Kind::Checks(_))
    }
}

impl askama::filters::HtmlSafe for Control {}

impl Form {
    /// A form as it was typed, with what is wrong.
    pub fn new(t: &T, prefix: &str, fields: &Fields, invalids: &Invalids) -> Self {
        Self { t: t.clone(), prefix: prefix.to_owned(), fields: fields.clone(), invalids: invalids.clone() }
    }
    /// A form before anybody typed, filled with what is stored.
    pub fn fresh(t: &T, prefix: &str, fields: &Fields) -> Self {
        Self::new(t, prefix, fields, &Invalids::default())
    }
    /// What stands in a field.
    pub fn value(&self, name: &str) -> &str {
        self.fields.get(name)
    }

    fn control(&self, name: &str, kind: Kind) -> Control {
        let key = format!("{}-{}", self.prefix, name.replace('_', "-"));
        let hint = format!("{key}-hint");
        let error = self.invalids.of(name).map(|invalid| say(&self.t, invalid));
        Control {
            label: if kind == Kind::Hidden { String::new() } else { self.t.get(&key) },
            hint: self.t.has(&hint).then(|| self.t.get(&hint)),
            values: self.fields.all(name).into_iter().map(str::to_owned).collect(),
            id: key,
            name: name.to_owned(),
            t: self.t.clone(),
            kind,
            error,
            required: false,
            autocomplete: None,
            inputmode: None,
            minmax: None,
        }
    }
    /// One line of text.
    pub fn text(&self, name: &str) -> Control {
        self.control(name, Kind::Input("text"))
    }
    /// Something to look for.
    pub fn search(&self, name: &str) -> Control {
        self.control(name, Kind::Input("search"))
    }
    /// A mail address.
    pub fn email(&self, name: &str) -> Control {
        self.control(name, Kind::Input("email")).autocomplete("email")
    }
    /// A telephone number.
    pub fn tel(&self, name: &str) -> Control {
        self.control(name, Kind::Input("tel")).autocomplete("tel")
    }
    /// An address on the web.
    pub fn url(&self, name: &str) -> Control {
        self.control(name, Kind::Input("url")).inputmode("url")
    }
    /// A password: never printed back.
    pub fn password(&self, name: &str, autocomplete: &str) -> Control {
        let mut control = self.control(name, Kind::Input("password")).autocomplete(autocomplete);
        control.values.clear();
        control
    }
    /// A day.
    pub fn date(&self, name: &str) -> Control {
        self.control(name, Kind::Input("date"))
    }
    /// A day and a time, as clocks in Italy show it.
    pub fn datetime(&self, name: &str) -> Control {
        self.control(name, Kind::Input("datetime-local"))
    }
    /// A whole number.
    pub fn number(&self, name: &str) -> Control {
        self.control(name, Kind::Input("number")).inputmode("numeric")
    }
    /// Several lines of text.
    pub fn area(&self, name: &str, rows: u32) -> Control {
        self.control(name, Kind::Area(rows))
    }
    /// One of several, in a list that opens.
    pub fn select(&self, name: &str, options: &[(String, String)]) -> Control {
        self.control(name, Kind::Select(options.to_vec()))
    }
    /// One of several, all in sight.
    pub fn radios(&self, name: &str, options: &[(String, String)]) -> Control {
        self.control(name, Kind::Radios(options.to_vec()))
    }
    /// Any of several.
    pub fn checks(&self, name: &str, options: &[(String, String)]) -> Control {
        self.control(name, Kind::Checks(options.to_vec()))
    }
    /// Yes or no.
    pub fn check(&self, name: &str) -> Control {
        self.control(name, Kind::Check)
    }
    /// A file of certain kinds (`.csv,.xlsx`).
    pub fn file(&self, name: &str, accept: &str) -> Control {
        self.control(name, Kind::File(accept.to_owned()))
    }
    /// What the form carries along unseen.
    pub fn hidden(&self, name: &str) -> Control {
        self.control(name, Kind::Hidden)
    }
    /// What is wrong, as a list of links to the fields; nothing when all is well.
    pub fn summary(&self) -> Summary {
        let lines = self.invalids.0.iter().map(|invalid| {
            let id = format!("{}-{}", self.prefix, invalid.field.replace('_', "-"));
            // A label may be a whole sentence; here what is wrong follows it after a colon.
            let label = if invalid.field.is_empty() { String::new() } else { self.t.get(&id) };
            let label = label.trim_end_matches('.').to_owned();
            (if invalid.field.is_empty() { String::new() } else { id }, label, say(&self.t, invalid))
        });
        Summary { t: self.t.clone(), lines: lines.collect() }
    }
}

/// What is wrong with a field, in words.
pub fn say(t: &T, invalid: &kernel::Invalid) -> String {
    let args: Vec<_> = invalid.args.iter().map(|(name, value)| (name.as_str(), value.into())).collect();
    t.args(&invalid.key, &args)
}

/// All that is wrong with a form, above it.
#[derive(Debug, Clone, Template)]
#[template(path = "form/summary.html")]
pub struct Summary {
    t: T,
    lines: Vec<(String, String, String)>,
}

impl askama::filters::HtmlSafe for Summary {}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Kind::Input(kind) => f.write_str(kind),
            _ => Ok(()),
        }
    }
}
