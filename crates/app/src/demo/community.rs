//! What a made-up network does together: groups, endorsements, twinnings, announcements, dates.

use super::names::GROUPS;
use access::Tx;
use charter::{
    RuleId,
    facts::{Belonging, Inclusion},
};
use kernel::{Duration, NaiveDate, OrganisationId, PersonId, ReferenceGroupId, from_rome};
use network::facade::{
    Announcement, Audience, Declarations, Entry, Group, GroupKind, NewMembership, Version, add_calendar_entry,
    add_group, create_endorsements, create_twinnings, declare_many, join_groups, post_announcement, publish_findings,
};
use store::{Db, Fault};

/// The groups of experts.
pub(super) async fn groups(tx: &mut Tx) -> Result<Vec<ReferenceGroupId>, Fault> {
    let mut ids = Vec::new();
    for name in GROUPS {
        let kind = if name.starts_with("Associazione") { GroupKind::Association } else { GroupKind::Group };
        let group = Group {
            name: name.to_owned(),
            kind,
            territory: None,
            about: "Ci si trova una volta al mese per confrontarsi, studiare e sostenersi.".to_owned(),
            website: None,
            email: None,
        };
        ids.push(add_group(tx, &group).await?);
    }
    Ok(ids)
}

/// Every other expert belongs to a group.
pub(super) async fn belong(tx: &mut Tx, groups: &[ReferenceGroupId], people: &[PersonId]) -> Result<(), Fault> {
    let some = people.iter().enumerate().filter(|(n, _)| n.is_multiple_of(2));
    let all: Vec<NewMembership> = some
        .map(|(n, person)| NewMembership {
            group: groups[n / 2 % groups.len()],
            person: *person,
            shown: n.is_multiple_of(4),
        })
        .collect();
    join_groups(tx, &all).await
}

/// Most organisations endorse the versions in force.
pub(super) async fn endorse(
    db: &Db,
    tx: &mut Tx,
    organisations: &[OrganisationId],
    today: NaiveDate,
) -> Result<(), Fault> {
    let mut versions = Vec::new();
    versions
        .extend(consensus::facade::charter_in_force(db.reader()).await?.map(|charter| Version::Charter(charter.id())));
    versions
        .extend(consensus::facade::current_document(db.reader()).await?.map(|document| Version::Document(document.id)));
    let mut all = Vec::new();
    for version in versions {
        let some = organisations.iter().enumerate().filter(|(n, _)| n % 4 != 3);
        all.extend(some.map(|(n, id)| (*id, version, today - Duration::days((n % 200) as i64))));
    }
    create_endorsements(tx, &all).await
}

/// A few pairs of a mature reality and a starting one.
pub(super) async fn twin(tx: &mut Tx, organisations: &[OrganisationId], today: NaiveDate) -> Result<(), Fault> {
    let pairs = organisations.chunks_exact(10).take(5).map(|ten| {
        (ten[0], ten[5], "Ci scambiamo visite e affianchiamo chi comincia.".to_owned(), today - Duration::days(90))
    });
    create_twinnings(tx, &pairs.collect::<Vec<_>>()).await
}

/// What organisations say that the rules on belonging and inclusion ask for: most, not all.
pub(super) async fn declare(tx: &mut Tx, organisations: &[OrganisationId], today: NaiveDate) -> Result<(), Fault> {
    let said = |n: usize| Declarations {
        belonging: Belonging {
            free: Some(true),
            time: (n % 5 != 4).then_some(n % 7 != 3),
            hours_a_month: n.is_multiple_of(3).then_some(4),
        },
        inclusion: Inclusion {
            professionals: Some(if n.is_multiple_of(24) { 0 } else { 2 }),
            trained_in_recovery: (n % 30 != 12).then_some(3),
            closed_areas: Some(u32::from(n % 18 == 6)),
        },
        on: today - Duration::days((n % 120) as i64),
    };
    let some = organisations.iter().enumerate().filter(|(n, _)| n % 6 != 5);
    declare_many(tx, &some.map(|(n, id)| (*id, said(n))).collect::<Vec<_>>()).await
}

/// Every third organisation shows what the Charter says of two rules.
///
/// # Errors
/// [`Fault`] as the store says.
pub(super) async fn publish(tx: &mut Tx, organisations: &[OrganisationId]) -> Result<(), Fault> {
    for organisation in organisations.iter().step_by(3).take(20) {
        publish_findings(tx, *organisation, &[RuleId::I12, RuleId::I14]).await?;
    }
    Ok(())
}

/// What stands on the board and in the calendar.
pub(super) async fn tell(tx: &mut Tx, organisations: &[OrganisationId], today: NaiveDate) -> Result<(), Fault> {
    let first = organisations.first().copied();
    for (from, audience, title, body, days) in [
        (
            None,
            Audience::Everyone,
            "Il secondo incontro della rete",
            "Ci troviamo in primavera. Ogni realtà può proporre un tema.",
            60,
        ),
        (
            first,
            Audience::Everyone,
            "Cerchiamo testimonianze per le scuole",
            "Due scuole vogliono ascoltare chi ha vissuto un’esperienza di disagio. Prima e dopo ci si parla.",
            40,
        ),
        (
            None,
            Audience::Members,
            "Schede da aggiornare",
            "Guarda se i numeri della tua scheda sono di quest’anno.",
            30,
        ),
    ] {
        let announcement = Announcement {
            from,
            audience,
            title: title.to_owned(),
            body: body.to_owned(),
            until: today + Duration::days(days),
        };
        post_announcement(tx, &announcement).await?;
    }
    for (n, (title, place)) in [
        ("Incontro di intervisione", "Bologna, sala del quartiere"),
        ("Assemblea della rete", "In rete"),
        ("Serata aperta", "Trento, biblioteca"),
        ("Tavolo di lavoro sulla formazione", "Bari, sede della rete"),
        ("Festa di quartiere", "Udine, parco"),
    ]
    .into_iter()
    .enumerate()
    {
        let day = today + Duration::days(5 + 12 * n as i64);
        let starts = from_rome(day.and_hms_opt(17, 30, 0).unwrap_or_default());
        let entry = Entry {
            from: organisations.get(n * 3).copied().filter(|_| n.is_multiple_of(2)),
            audience: if n == 0 { Audience::Members } else { Audience::Everyone },
            title: title.to_owned(),
            about: Some("Porta una domanda e qualcosa da bere.".to_owned()),
            place: Some(place.to_owned()),
            link: (n == 1).then(|| "https://video.example.org/rete".to_owned()),
            starts,
            ends: starts + Duration::hours(2),
        };
        add_calendar_entry(tx, &entry).await?;
    }
    Ok(())
}
