//! What makes a sheet valid, what changed between two, and what a search shows.

mod search;

pub(crate) use search::{Find, nearest};

use super::model::{ByStanding, Field, Figures, Lead, OrganisationKind, Sheet, Stage};
use crate::territory::Province;
use kernel::{Checks, EmailAddress, Invalid, Invalids, NaiveDate, Territory, Uuid, slug, typed_day};
use std::collections::BTreeMap;

/// How old a sheet may grow before its organisation is asked to look at it again: this project's
/// own choice.
pub(crate) const MONTHS_UNTIL_OLD: u32 = 12;

/// A sheet as it was typed, before it is checked: the text of each field that was given.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Draft(BTreeMap<String, String>);

impl Draft {
    /// Nothing typed yet.
    pub(crate) fn new() -> Draft {
        Draft::default()
    }
    /// Sets a field's text.
    #[must_use]
    pub(crate) fn with(mut self, field: Field, text: impl Into<String>) -> Draft {
        self.set(field, text);
        self
    }
    /// Sets a field's text, without the control signs that no keyboard writes.
    pub(crate) fn set(&mut self, field: Field, text: impl Into<String>) {
        let mut text: String = text.into();
        text.retain(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'));
        self.0.insert(field.code().to_owned(), text);
    }
    /// A field's text, trimmed; empty where none was given.
    pub(crate) fn get(&self, field: Field) -> &str {
        self.0.get(field.code()).map_or("", |text| text.trim())
    }
    /// What is written in a sheet.
    pub(crate) fn of(sheet: &Sheet) -> Draft {
        Field::ALL.into_iter().fold(Draft::new(), |draft, field| draft.with(field, sheet.written(field)))
    }
    /// This draft laid over a sheet: where a field is empty here, the sheet's stays.
    #[must_use]
    pub(crate) fn over(&self, sheet: &Sheet) -> Draft {
        let mut whole = Draft::of(sheet);
        for field in Field::ALL {
            if !self.get(field).is_empty() {
                whole.set(field, self.get(field));
            }
        }
        whole
    }
}

/// Checks a draft. `today` is the day in Italy: figures cannot be of a later one.
///
/// # Errors
/// All that is wrong, by field.
pub(crate) fn check(draft: &Draft, today: NaiveDate) -> Result<Sheet, Invalids> {
    let mut checks = Checks::new();
    let text = |field: Field| draft.get(field);
    let name = checks.text(Field::Name.code(), text(Field::Name), 200);
    let kind = checks.take(kind(text(Field::Kind)));
    let town = checks.text(Field::Town.code(), text(Field::Town), 120);
    let place = checks.take(place(text(Field::Province), text(Field::Territory)));
    let address = checks.optional(Field::Address.code(), text(Field::Address), 200);
    let email = checks.take(optional(text(Field::Email), |t| EmailAddress::parse(Field::Email.code(), t)));
    let phone = checks.take(optional(text(Field::Phone), phone));
    let website = checks.take(optional(text(Field::Website), website));
    let lead = checks.take(said(Field::Lead, text(Field::Lead), Lead::find, Lead::Unsaid));
    let stage = checks.take(said(Field::Stage, text(Field::Stage), Stage::find, Stage::Unsaid));
    let activities = checks.optional(Field::Activities.code(), text(Field::Activities), 4000);
    let figures = figures(&mut checks, draft, today);
    checks.finish(|| {
        let (province, territory) = place?;
        Some(Sheet {
            name: on_one_line(&name?),
            kind: kind?,
            town: on_one_line(&town?),
            province,
            territory,
            address: address.map(|address| on_one_line(&address)),
            email: email?,
            phone: phone?,
            website: website?,
            lead: lead?,
            stage: stage?,
            activities: activities.map(|text| text.replace("\r\n", "\n")),
            figures,
        })
    })
}

/// A name is one line: what a file or a form breaks is joined.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn optional<T>(text: &str, parse: impl Fn(&str) -> Result<T, Invalid>) -> Result<Option<T>, Invalid> {
    if text.is_empty() { Ok(None) } else { parse(text).map(Some) }
}

fn said<T>(field: Field, text: &str, find: impl Fn(&str) -> Option<T>, unsaid: T) -> Result<T, Invalid> {
    if text.is_empty() {
        return Ok(unsaid);
    }
    find(text).ok_or_else(|| Invalid::new(field.code(), "organisation-invalid-choice").with("given", shortened(text)))
}

fn kind(text: &str) -> Result<OrganisationKind, Invalid> {
    let field = Field::Kind.code();
    if text.is_empty() {
        return Err(Invalid::new(field, "organisation-invalid-no-kind"));
    }
    OrganisationKind::find(text)
        .ok_or_else(|| Invalid::new(field, "organisation-invalid-kind").with("given", shortened(text)))
}

/// The province says the territory; where both are given they must agree.
fn place(province: &str, territory: &str) -> Result<(String, Territory), Invalid> {
    let field = Field::Province.code();
    if province.is_empty() {
        return Err(Invalid::new(field, "organisation-invalid-no-province"));
    }
    let found = Province::find(province)
        .ok_or_else(|| Invalid::new(field, "organisation-invalid-province").with("given", shortened(province)))?;
    if !territory.is_empty() {
        let stated = Territory::find(territory).ok_or_else(|| {
            Invalid::new(Field::Territory.code(), "organisation-invalid-territory").with("given", shortened(territory))
        })?;
        if stated != found.territory() {
            let elsewhere = Invalid::new(Field::Territory.code(), "organisation-invalid-province-elsewhere");
            let right = found.territory().name(kernel::Lang::It);
            return Err(elsewhere.with("province", found).with("territory", right));
        }
    }
    Ok((found.code().to_owned(), found.territory()))
}

fn phone(text: &str) -> Result<String, Invalid> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let plain = text.chars().all(|c| c.is_ascii_digit() || " +-/().,".contains(c));
    if plain && (5..=30).contains(&digits) && text.len() <= 60 {
        Ok(text.to_owned())
    } else {
        Err(Invalid::new(Field::Phone.code(), "organisation-invalid-phone"))
    }
}

/// A site with its scheme; `www.example.org` gets `https://`.
fn website(text: &str) -> Result<String, Invalid> {
    let lower = text.to_lowercase();
    let address = if lower.starts_with("http://") || lower.starts_with("https://") {
        text.to_owned()
    } else {
        format!("https://{text}")
    };
    let rest = address.split_once("://").map_or("", |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let good = |c: char| c.is_alphanumeric() || ".-:".contains(c);
    let labels = host.split('.').all(|label| !label.is_empty());
    let clean = !rest.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"'\\".contains(c));
    if host.contains('.') && labels && host.chars().all(good) && clean && address.chars().count() <= 300 {
        Ok(address)
    } else {
        Err(Invalid::new(Field::Website.code(), "organisation-invalid-website"))
    }
}

fn figures(checks: &mut Checks, draft: &Draft, today: NaiveDate) -> Figures {
    let mut number = |field: Field| checks.take(optional(draft.get(field), |t| count(field, t))).flatten();
    let user = ByStanding {
        volunteer: number(Field::UserVolunteer),
        part_time: number(Field::UserPartTime),
        full_time: number(Field::UserFullTime),
    };
    let family = ByStanding {
        volunteer: number(Field::FamilyVolunteer),
        part_time: number(Field::FamilyPartTime),
        full_time: number(Field::FamilyFullTime),
    };
    let on = checks.take(optional(draft.get(Field::FiguresOn), |t| day(t, today))).flatten();
    let figures = Figures { user, family, on };
    let dated = on.is_some() || !draft.get(Field::FiguresOn).is_empty();
    checks.need(dated || !figures.any(), Field::FiguresOn.code(), "organisation-invalid-undated");
    figures
}

fn count(field: Field, text: &str) -> Result<i64, Invalid> {
    let wrong = || Invalid::new(field.code(), "organisation-invalid-count").with("given", shortened(text));
    // Spreadsheets hand over whole numbers as 3.0.
    let whole = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(text);
    let number: i64 = whole.parse().map_err(|_| wrong())?;
    if (0..=99_999).contains(&number) { Ok(number) } else { Err(wrong()) }
}

/// A day as `2026-11-24`, `24/11/2026` or `24.11.2026`, not in the future.
fn day(text: &str, today: NaiveDate) -> Result<NaiveDate, Invalid> {
    let field = Field::FiguresOn.code();
    let day = typed_day(field, text)
        .ok()
        .filter(|day| kernel::Datelike::year(day) >= 1978)
        .ok_or_else(|| Invalid::new(field, "organisation-invalid-day").with("given", shortened(text)))?;
    if day > today { Err(Invalid::new(field, "organisation-invalid-future")) } else { Ok(day) }
}

/// A text cut to what a message can show.
fn shortened(text: &str) -> String {
    if text.chars().count() > 60 { text.chars().take(59).chain(['…']).collect() } else { text.to_owned() }
}

/// A field that two sheets say differently, as written before and after.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Difference {
    /// The field's code.
    pub field: String,
    /// As it was.
    pub before: String,
    /// As it would be.
    pub after: String,
}

/// What changes from one sheet to another, in the order of the form.
pub(crate) fn differences(before: &Sheet, after: &Sheet) -> Vec<Difference> {
    Field::ALL
        .into_iter()
        .map(|field| (field, before.written(field), after.written(field)))
        .filter(|(_, before, after)| before != after)
        .map(|(field, before, after)| Difference { field: field.code().to_owned(), before, after })
        .collect()
}

/// The words that an address may not use, since pages stand there.
const TAKEN: [&str; 12] = [
    "mappa",
    "nuova",
    "attesa",
    "importa",
    "esporta",
    "territori",
    "vicino",
    "esperti",
    "adesioni",
    "gemellaggi",
    "gruppi",
    "cerca",
];

/// The addresses that an organisation may have, the shortest first; the last is always free.
pub(crate) fn slugs(name: &str, town: &str, id: Uuid) -> [String; 3] {
    let (name, place) = (slug(name), slug(&format!("{name} {town}")));
    let id = id.simple().to_string();
    let last = format!("{name}-{}", &id[id.len() - 12..]);
    let usable = |text: &str| !text.is_empty() && !TAKEN.contains(&text) && text.parse::<Uuid>().is_err();
    let or_last = |text: String| if usable(&text) { text } else { last.trim_start_matches('-').to_owned() };
    [or_last(name.clone()), or_last(place), last.trim_start_matches('-').to_owned()]
}

/// The day before which a sheet is old.
pub(crate) fn old_before(today: NaiveDate) -> NaiveDate {
    today.checked_sub_months(chrono::Months::new(MONTHS_UNTIL_OLD)).unwrap_or(today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::tests::{draft, today};
    use proptest::prelude::*;

    fn wrong(draft: &Draft, field: Field) -> String {
        check(draft, today()).unwrap_err().of(field.code()).map(|i| i.key.clone()).unwrap_or_default()
    }

    #[test]
    fn the_least_that_a_sheet_needs_is_name_kind_town_and_province() {
        let sheet = check(&draft("Associazione Ariadne", "Bolzano", "BZ"), today()).unwrap();
        assert_eq!((sheet.territory, sheet.lead, sheet.stage), (Territory::Bolzano, Lead::Unsaid, Stage::Unsaid));
        let nothing = check(&Draft::new(), today()).unwrap_err();
        let fields: Vec<_> = nothing.0.iter().map(|i| i.field.as_str()).collect();
        assert_eq!(fields, ["name", "kind", "town", "province"]);
        // What is chosen from a list is not asked for as if it were written.
        assert_eq!(wrong(&Draft::new(), Field::Kind), "organisation-invalid-no-kind");
        assert_eq!(wrong(&Draft::new(), Field::Province), "organisation-invalid-no-province");
    }

    #[test]
    fn each_field_says_what_is_wrong_with_it() {
        let d = || draft("Il Fiore", "Magenta", "MI");
        assert_eq!(wrong(&d().with(Field::Province, "XX"), Field::Province), "organisation-invalid-province");
        assert_eq!(
            wrong(&d().with(Field::Territory, "Umbria"), Field::Territory),
            "organisation-invalid-province-elsewhere"
        );
        assert_eq!(wrong(&d().with(Field::Territory, "Atlantide"), Field::Territory), "organisation-invalid-territory");
        assert_eq!(wrong(&d().with(Field::Kind, "banca"), Field::Kind), "organisation-invalid-kind");
        assert_eq!(wrong(&d().with(Field::Stage, "boh"), Field::Stage), "organisation-invalid-choice");
        assert_eq!(wrong(&d().with(Field::Email, "fiore"), Field::Email), "invalid-email");
        assert_eq!(wrong(&d().with(Field::Phone, "chiama"), Field::Phone), "organisation-invalid-phone");
        assert_eq!(wrong(&d().with(Field::Website, "il fiore"), Field::Website), "organisation-invalid-website");
        assert_eq!(
            wrong(&d().with(Field::Website, "javascript:alert(1)"), Field::Website),
            "organisation-invalid-website"
        );
        assert_eq!(wrong(&d().with(Field::UserVolunteer, "-1"), Field::UserVolunteer), "organisation-invalid-count");
        assert_eq!(wrong(&d().with(Field::UserVolunteer, "3"), Field::FiguresOn), "organisation-invalid-undated");
        assert_eq!(wrong(&d().with(Field::FiguresOn, "ieri"), Field::FiguresOn), "organisation-invalid-day");
        assert_eq!(wrong(&d().with(Field::FiguresOn, "2031-01-01"), Field::FiguresOn), "organisation-invalid-future");
        assert_eq!(wrong(&d().with(Field::Name, "x".repeat(201)), Field::Name), "invalid-too-long");
    }

    #[test]
    fn people_write_kinds_places_and_days_in_their_own_way() {
        let typed = draft("Ser.D. Distretto 9", "Genova", "genova")
            .with(Field::Kind, "Ser.D.")
            .with(Field::Territory, "LIGURIA")
            .with(Field::Website, "www.example.org/ser-d")
            .with(Field::FamilyFullTime, "2.0")
            .with(Field::FiguresOn, "24/11/2025");
        let sheet = check(&typed, today()).unwrap();
        assert_eq!((sheet.kind, sheet.province.as_str()), (OrganisationKind::AddictionService, "GE"));
        assert_eq!(sheet.website.as_deref(), Some("https://www.example.org/ser-d"));
        assert_eq!((sheet.figures.family.total(), sheet.figures.user.total()), (Some(2), None));
        assert_eq!(sheet.figures.on, NaiveDate::from_ymd_opt(2025, 11, 24));
    }

    #[test]
    fn every_kind_is_found_by_its_own_code_and_no_word_means_two() {
        for kind in OrganisationKind::ALL {
            assert_eq!(OrganisationKind::find(kind.code()), Some(*kind));
        }
        assert_eq!(OrganisationKind::find("Centro di Salute Mentale"), Some(OrganisationKind::MentalHealthService));
        assert_eq!(Lead::find("sì"), Some(Lead::Led));
        assert_eq!(Stage::find("About to start"), Some(Stage::Starting));
    }

    #[test]
    fn an_address_is_short_where_it_can_be_and_never_a_page_of_its_own() {
        let id = Uuid::from_u128(0xabc);
        assert_eq!(slugs("Il Fiore", "Magenta", id)[..2], ["il-fiore", "il-fiore-magenta"]);
        assert_eq!(slugs("Mappa", "Roma", id)[0], "mappa-000000000abc");
        assert_eq!(slugs("!!!", "", id)[0], "000000000abc");
    }

    proptest! {
        /// What was checked and written is read back as the same sheet, and nothing changed.
        #[test]
        fn a_sheet_written_and_checked_again_is_the_same(name in "[A-Za-zàèìòù’. ]{0,30}[a-z]", users in 0i64..200, part in prop::option::of(0i64..50)) {
            let typed = draft(&name, "Gubbio", "PG")
                .with(Field::UserVolunteer, users.to_string())
                .with(Field::FamilyPartTime, part.map(|n| n.to_string()).unwrap_or_default())
                .with(Field::FiguresOn, "2025-05-01");
            let sheet = check(&typed, today()).unwrap();
            let again = check(&Draft::of(&sheet), today()).unwrap();
            prop_assert_eq!(&again, &sheet);
            prop_assert!(differences(&sheet, &again).is_empty());
            prop_assert_eq!(check(&Draft::new().over(&sheet), today()).unwrap(), sheet);
        }

        #[test]
        fn no_draft_makes_the_check_panic(field in 0usize..19, text in "\\PC{0,40}") {
            let _ = check(&draft("A", "Roma", "RM").with(Field::ALL[field], text), today());
        }
    }
}
