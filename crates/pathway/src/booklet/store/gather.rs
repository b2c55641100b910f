//! A booklet, gathered from all that is known of its person: a fixed number of statements.

use crate::{
    booklet::{
        model::{Booklet, Entry, Item, Part},
        rules::{self, Alignment},
        store,
    },
    certificate::{self, Stage},
    continuing, course,
    edition::{self, EnrolmentState},
};
use ::store::{Conn, Fault};
use credentials::facade::{Issued, NewCredential};
use kernel::{CredentialId, Datelike, NaiveDate, OrganisationId, PersonId};
use network::facade::{Claim, ExpertProfile, Listed, Standing};
use std::collections::HashMap;
use web::{App, T};

/// The whole booklet of a person, as they read it themselves.
pub(in crate::booklet) async fn booklet(
    conn: &impl Conn,
    app: &App,
    t: &T,
    person: PersonId,
) -> Result<Booklet, Fault> {
    let (about, _) = store::about(conn, app, person).await?;
    let names = people::facade::person_names(conn, &[person]).await?;
    let name = about.name.clone().or_else(|| names.get(&person).cloned()).unwrap_or_default();
    let entries = store::entries(conn, app, person).await?;
    let records = records(conn, person).await?;
    let roles = network::facade::own_roles(conn, person).await?;
    let profile = network::facade::own_profile(conn, app, person).await?;
    let courses = courses(conn, person).await?;
    let places: Vec<OrganisationId> =
        roles.iter().map(|(_, role)| role.organisation).chain(courses.iter().map(|course| course.2)).collect();
    let places = network::facade::organisation_names(conn, &places).await?;
    let mut items: Vec<(Part, Item)> = Vec::new();
    items.extend(records.iter().map(|record| (Part::Training, of_certificate(app, record))));
    let certified = |title: &str| records.iter().any(|(_, _, record)| record.title == title);
    let other_courses = courses.iter().filter(|(_, title, ..)| !certified(title));
    items.extend(other_courses.map(|course| (Part::Training, of_course(t, &places, course))));
    let years = rules::by_year(continuing::own_days(conn, person).await?);
    items.extend(years.into_iter().map(|of_year| (Part::Training, of_continuing(t, of_year))));
    items.extend(roles.iter().map(|(id, role)| (Part::Role, of_role(t, &places, &id.to_string(), role))));
    items.extend(of_profile(t, &profile).into_iter().map(|item| (Part::Competence, item)));
    items.extend(entries.iter().map(|entry| (entry.part, of_entry(t, entry))));
    let choices = store::choices(conn, person).await?;
    let part = |wanted: Part| {
        let of = items.iter().filter(|(part, _)| *part == wanted).map(|(part, item)| {
            // Hours of continuing training are seen by the person alone: they wait for their yes.
            let at_first = item.key.starts_with(rules::CONTINUING).then_some(false);
            let chosen = rules::handed_over(*part, choices.get(&item.key).copied().or(at_first));
            Item { chosen, ..item.clone() }
        });
        (wanted, rules::in_order(of.collect()))
    };
    let parts = Part::ALL.iter().copied().map(part).collect();
    Ok(Booklet { name, about, parts, crosswalk: rules::crosswalk(records.iter().flat_map(alignments)) })
}

type Record = (String, Issued, NewCredential);

/// The certificates in force, with their records.
async fn records(conn: &impl Conn, person: PersonId) -> Result<Vec<Record>, Fault> {
    let certificates = certificate::of_holder(conn, person).await?;
    let issued = credentials::facade::credentials_of(conn, person).await?;
    let mut issued: HashMap<CredentialId, Issued> = issued.into_iter().map(|one| (one.id, one)).collect();
    let in_force = certificates.into_iter().filter(|one| one.stage == Stage::Issued);
    let record = |one: certificate::Certificate| {
        let issued = issued.remove(&one.credential?)?;
        let record = issued.record.clone()?;
        Some((one.id.to_string(), issued, record))
    };
    Ok(in_force.filter_map(record).collect())
}

fn year(day: NaiveDate) -> Option<i32> {
    Some(day.year())
}

fn of_certificate(app: &App, (id, issued, record): &Record) -> Item {
    let years = (year(record.from), year(record.to));
    Item {
        key: format!("certificate/{id}"),
        when: rules::years(years),
        years,
        title: record.title.clone(),
        place: record.issuer_name.clone(),
        href: Some(format!("/attestati/{id}")),
        check: Some(app.site().link(&issued.path())),
        ..Item::default()
    }
}

fn alignments((_, _, record): &Record) -> Vec<Alignment> {
    let alignment = |one: &credentials::facade::Alignment| {
        (one.framework.clone(), one.code.clone(), one.name.clone(), one.url.clone(), record.title.clone())
    };
    record.alignments.iter().map(alignment).collect()
}

/// A course that the person finished or is at: its place, title, whose, from, to, whether finished.
type OwnCourse = (String, String, OrganisationId, NaiveDate, NaiveDate, bool);

async fn courses(conn: &impl Conn, person: PersonId) -> Result<Vec<OwnCourse>, Fault> {
    let counts = |state| matches!(state, EnrolmentState::Admitted | EnrolmentState::Paused | EnrolmentState::Completed);
    let own = edition::of_person(conn, person).await?;
    let course = |edition::Mine { enrolment: place, edition, course, .. }: edition::Mine| {
        let finished = place.state == EnrolmentState::Completed;
        counts(place.state)
            .then(|| (place.id.to_string(), course, edition.organisation, edition.starts, edition.ends, finished))
    };
    Ok(own.into_iter().filter_map(course).collect())
}

fn of_course(
    t: &T,
    places: &HashMap<OrganisationId, Listed>,
    (id, title, place, from, to, finished): &OwnCourse,
) -> Item {
    let years = (year(*from), if *finished { year(*to) } else { None });
    Item {
        key: format!("course/{id}"),
        when: rules::years(years),
        years,
        title: title.clone(),
        place: named(places, *place),
        text: if *finished { String::new() } else { t.get("booklet-course-now") },
        href: Some(format!("/i-miei-corsi/{id}")),
        ..Item::default()
    }
}

/// The continuing training of a year: how long it was. What it was about stays with the person.
fn of_continuing(t: &T, (year, minutes): (i32, u32)) -> Item {
    Item {
        key: format!("{}{year}", rules::CONTINUING),
        when: rules::years((Some(year), None)),
        years: (Some(year), None),
        title: t.arg("booklet-continuing", "year", year.to_string()),
        text: course::hours(t, minutes),
        href: Some("/formazione-continua".to_owned()),
        ..Item::default()
    }
}

fn named(places: &HashMap<OrganisationId, Listed>, id: OrganisationId) -> String {
    places.get(&id).map(|place| place.name.clone()).unwrap_or_default()
}

fn of_role(t: &T, places: &HashMap<OrganisationId, Listed>, id: &str, role: &network::facade::NewRole) -> Item {
    let years = (year(role.period.from()), role.period.until().and_then(year));
    Item {
        key: format!("role/{id}"),
        when: match years {
            (Some(from), None) => t.arg("booklet-since", "year", from.to_string()),
            years => rules::years(years),
        },
        years,
        title: if role.title.is_empty() { t.get("booklet-role-untitled") } else { role.title.clone() },
        place: named(places, role.organisation),
        text: t.get(&format!("expert-standing-{}", role.standing.code())),
        href: places.get(&role.organisation).map(Listed::href),
        paid: Some(role.standing != Standing::Volunteer),
        ..Item::default()
    }
}

/// What the person says they can do: the traits with their notes, and their words on the values.
fn of_profile(t: &T, profile: &ExpertProfile) -> Vec<Item> {
    let traits = profile.claims.iter().filter_map(|claim| match claim {
        // That somebody lived through something is no competence to hand over.
        Claim::Lived => None,
        Claim::Shown { quality, note, .. } => Some(Item {
            key: format!("trait/{}", quality.code()),
            title: t.get(&format!("expert-quality-{}", quality.code())),
            text: note.clone().unwrap_or_default(),
            href: Some("/profilo/esperienza".to_owned()),
            ..Item::default()
        }),
    });
    let values = profile.words.iter().map(|(value, said)| Item {
        key: format!("value/{}", value.code()),
        title: t.get(&format!("expert-value-{}", value.code())),
        text: said.clone(),
        href: Some("/profilo/esperienza".to_owned()),
        ..Item::default()
    });
    traits.chain(values).collect()
}

fn of_entry(t: &T, entry: &Entry) -> Item {
    let words = &entry.words;
    let years = (words.from, words.until);
    let kind = words.kind().map(|kind| t.get(&format!("booklet-qualification-{}", kind.code())));
    let place = [kind, words.place.clone()].into_iter().flatten().collect::<Vec<_>>().join(" – ");
    Item {
        key: format!("entry/{}", entry.id),
        when: rules::years(years),
        years,
        title: words.title.clone(),
        place,
        text: words.text.clone().unwrap_or_default(),
        edit: Some(format!("/libretto/voci/{}", entry.id)),
        ..Item::default()
    }
}
