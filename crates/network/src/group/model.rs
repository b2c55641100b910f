//! Reference groups and associations of experts, and who belongs to them.

use kernel::{Checks, EmailAddress, Invalid, Invalids, PersonId, ReferenceGroupId, Territory};

store::coded! {
    /// What kind of thing it is.
    GroupKind {
        /// A reference group of experts.
        Group = "group",
        /// An association of experts.
        Association = "association",
    }
}

/// What is said of a reference group or association of experts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// Group or association.
    pub kind: GroupKind,
    /// Where it meets; none when it reaches the whole country.
    pub territory: Option<Territory>,
    /// What it does, in a few sentences.
    pub about: String,
    /// Its page.
    pub website: Option<String>,
    /// Where it can be written to.
    pub email: Option<EmailAddress>,
}

impl Group {
    /// Parses the form. Fields: `name`, `kind`, `territory`, `about`, `website`, `email`.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(fields: &web::Fields) -> Result<Group, Invalids> {
        let mut checks = Checks::new();
        let name = checks.text("name", fields.get("name"), 160);
        let kind = GroupKind::from_code(fields.get("kind"));
        checks.need(kind.is_some(), "kind", "invalid-choice");
        let territory = match fields.get("territory").trim() {
            "" => None,
            code => checks.take(code.parse::<Territory>().map_err(|_| Invalid::new("territory", "invalid-choice"))),
        };
        let about = checks.text("about", fields.get("about"), 2000);
        let website = checks.optional("website", fields.get("website"), 300);
        let safe = website.as_deref().is_none_or(|url| url.starts_with("https://"));
        checks.need(safe, "website", "invalid-url");
        let email = match fields.get("email").trim() {
            "" => None,
            typed => checks.take(EmailAddress::parse("email", typed)),
        };
        checks.finish(|| Some(Group { name: name?, kind: kind?, territory, about: about?, website, email }))
    }
    /// The form as it stands before anything is changed.
    pub fn fields(&self) -> web::Fields {
        let mut fields = web::Fields::new();
        fields.set("name", &self.name);
        fields.set("kind", self.kind.code());
        fields.set("territory", self.territory.map(Territory::code).unwrap_or_default());
        fields.set("about", &self.about);
        fields.set("website", self.website.as_deref().unwrap_or_default());
        fields.set("email", self.email.as_ref().map(EmailAddress::as_str).unwrap_or_default());
        fields
    }
}

/// A group on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupOnRecord {
    /// Which.
    pub id: ReferenceGroupId,
    /// What is said of it.
    pub group: Group,
    /// Whether it is off the list.
    pub closed: bool,
    /// The version that was read.
    pub version: i64,
}

/// A person's belonging to a group. It is the person's own affair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Membership {
    /// Which group.
    pub group: ReferenceGroupId,
    /// Whether the person wants it shown beside their name where they are listed in public.
    pub shown: bool,
}

/// How many of several people something is true of, as those may read it who know who the people
/// are: a small number would point at somebody, and a number that is that of all says it of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Headcount {
    /// Nobody, one to four, or all of them: which is not said.
    Untold,
    /// Five or more, and not all.
    Exactly(i64),
}

impl Headcount {
    /// The smallest number that is said as it is.
    pub const SMALLEST: i64 = 5;

    /// A number out of all the people that it could count, as others may read it.
    pub fn of(count: i64, all: i64) -> Headcount {
        if (Headcount::SMALLEST..all).contains(&count) { Headcount::Exactly(count) } else { Headcount::Untold }
    }
}

/// A membership to be recorded with many others, for made-up networks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewMembership {
    /// Which group.
    pub group: ReferenceGroupId,
    /// Who.
    pub person: PersonId,
    /// Whether it is shown beside the name.
    pub shown: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn nobody_few_and_all_cannot_be_told_apart(few in 0_i64..5, all in 0_i64..100) {
            prop_assert_eq!(Headcount::of(few, all), Headcount::Untold);
            prop_assert_eq!(Headcount::of(all, all), Headcount::Untold);
        }
        #[test]
        fn larger_numbers_are_said_as_they_are(count in 5_i64..100_000, others in 1_i64..100) {
            prop_assert_eq!(Headcount::of(count, count + others), Headcount::Exactly(count));
        }
    }
}
