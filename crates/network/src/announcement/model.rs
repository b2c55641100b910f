//! Announcements: for everyone or for members of the network, until a day.

use kernel::{AnnouncementId, Checks, DateTime, Duration, Invalids, NaiveDate, OrganisationId, Utc, typed_day};

store::coded! {
    /// For whom something is.
    Audience {
        /// For everyone.
        Everyone = "everyone",
        /// For members of the network who signed in.
        Members = "members",
    }
}

/// How long an announcement may stand, in days.
pub const LONGEST: i64 = 366;

/// What an announcement says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    /// In whose name; none: the secretariat's.
    pub from: Option<OrganisationId>,
    /// For whom.
    pub audience: Audience,
    /// Its title.
    pub title: String,
    /// What it says: paragraphs set apart by empty lines.
    pub body: String,
    /// The last day on which it is shown.
    pub until: NaiveDate,
}

impl Announcement {
    /// Parses the form. Fields: `audience`, `name`, `body`, `until`.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(
        from: Option<OrganisationId>,
        fields: &web::Fields,
        today: NaiveDate,
    ) -> Result<Announcement, Invalids> {
        let mut checks = Checks::new();
        let audience = Audience::from_code(fields.get("audience"));
        checks.need(audience.is_some(), "audience", "invalid-choice");
        let title = checks.text("name", fields.get("name"), 140);
        let body = checks.text("body", &fields.get("body").replace("\r\n", "\n"), 6000);
        let until = checks.take(typed_day("until", fields.get("until")));
        let in_time = until.is_none_or(|until| until >= today && until <= today + Duration::days(LONGEST));
        checks.need(in_time, "until", "announcement-invalid-until");
        checks.finish(|| Some(Announcement { from, audience: audience?, title: title?, body: body?, until: until? }))
    }
    /// The form as it stands before anything is changed.
    pub fn fields(&self) -> web::Fields {
        let mut fields = web::Fields::new();
        fields.set("audience", self.audience.code());
        fields.set("name", &self.title);
        fields.set("body", &self.body);
        fields.set("until", self.until);
        fields
    }
    /// What it says, by paragraphs.
    pub fn paragraphs(&self) -> Vec<&str> {
        self.body.split("\n\n").map(str::trim).filter(|p| !p.is_empty()).collect()
    }
}

/// An announcement on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// Which.
    pub id: AnnouncementId,
    /// What it says.
    pub announcement: Announcement,
    /// When it was posted.
    pub at: DateTime<Utc>,
    /// Whether it was taken down before its time.
    pub taken_down: bool,
    /// The version that was read.
    pub version: i64,
}

impl Posted {
    /// Whether it is shown on a day.
    pub fn stands(&self, on: NaiveDate) -> bool {
        !self.taken_down && self.announcement.until >= on
    }
}
