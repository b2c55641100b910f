//! The shared calendar: what happens when and where, for everyone or for members.

use super::rules::speaks_of_health;
use crate::announcement::Audience;
use kernel::{
    CalendarEntryId, Checks, DateTime, Invalid, Invalids, NaiveDateTime, OrganisationId, Utc, from_rome, rome_time,
};

/// What an entry says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// In whose name; none: the secretariat's.
    pub from: Option<OrganisationId>,
    /// For whom.
    pub audience: Audience,
    /// Its title, without a word about health: it goes into people's own calendars.
    pub title: String,
    /// More about it.
    pub about: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// The video room.
    pub link: Option<String>,
    /// From when.
    pub starts: DateTime<Utc>,
    /// Until when.
    pub ends: DateTime<Utc>,
}

/// How a browser sends a day and time.
const TYPED: &str = "%Y-%m-%dT%H:%M";

impl Entry {
    /// Parses the form. Fields: `audience`, `name`, `about`, `place`, `link`, `starts`, `ends`.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(from: Option<OrganisationId>, fields: &web::Fields) -> Result<Entry, Invalids> {
        let mut checks = Checks::new();
        let audience = Audience::from_code(fields.get("audience"));
        checks.need(audience.is_some(), "audience", "invalid-choice");
        let title = checks.text("name", fields.get("name"), 140);
        let quiet = title.as_deref().is_none_or(|title| !speaks_of_health(title));
        checks.need(quiet, "name", "calendar-invalid-title");
        let about = checks.optional("about", &fields.get("about").replace("\r\n", "\n"), 4000);
        let place = checks.optional("place", fields.get("place"), 300);
        let link = checks.optional("link", fields.get("link"), 500);
        checks.need(link.as_deref().is_none_or(|link| link.starts_with("https://")), "link", "invalid-url");
        let somewhere = !fields.get("place").trim().is_empty() || !fields.get("link").trim().is_empty();
        checks.need(somewhere, "place", "calendar-invalid-place");
        let starts = checks.take(moment("starts", fields.get("starts")));
        let ends = checks.take(moment("ends", fields.get("ends")));
        let both = starts.zip(ends);
        checks.need(both.is_none_or(|(starts, ends)| starts < ends), "ends", "calendar-invalid-ends");
        let short = both.is_none_or(|(starts, ends)| ends - starts <= kernel::Duration::days(31));
        checks.need(short, "ends", "calendar-invalid-length");
        checks.finish(|| {
            Some(Entry { from, audience: audience?, title: title?, about, place, link, starts: starts?, ends: ends? })
        })
    }
    /// The form as it stands before anything is changed.
    pub fn fields(&self) -> web::Fields {
        let mut fields = web::Fields::new();
        fields.set("audience", self.audience.code());
        fields.set("name", &self.title);
        fields.set("about", self.about.as_deref().unwrap_or_default());
        fields.set("place", self.place.as_deref().unwrap_or_default());
        fields.set("link", self.link.as_deref().unwrap_or_default());
        fields.set("starts", rome_time(self.starts).format(TYPED));
        fields.set("ends", rome_time(self.ends).format(TYPED));
        fields
    }
    /// More about it, by paragraphs.
    pub fn paragraphs(&self) -> Vec<&str> {
        let about = self.about.as_deref().unwrap_or_default();
        about.split("\n\n").map(str::trim).filter(|p| !p.is_empty()).collect()
    }
}

/// A day and time in Italy as a browser sends it, or as people write it (`31/5/2026 10:30`).
fn moment(field: &str, text: &str) -> Result<DateTime<Utc>, Invalid> {
    let text = text.trim();
    let wrong = || Invalid::new(field, if text.is_empty() { "invalid-required" } else { "calendar-invalid-moment" });
    let formats = [TYPED, "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M", "%d/%m/%Y, %H:%M"];
    let parsed = formats.iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok());
    let sensible = |at: &NaiveDateTime| (2000..2200).contains(&kernel::Datelike::year(at));
    parsed.filter(sensible).map(from_rome).ok_or_else(wrong)
}

/// An entry on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Which.
    pub id: CalendarEntryId,
    /// What it says.
    pub entry: Entry,
    /// Whether it was called off.
    pub called_off: bool,
    /// When it was changed last.
    pub changed_at: DateTime<Utc>,
    /// The version that was read; the sequence number of the feed.
    pub version: i64,
}
