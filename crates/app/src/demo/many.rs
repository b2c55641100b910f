//! The path at the size of a country: candidacies by the thousand, editions by the hundred, for
//! measuring and for looking at long lists.

use super::{
    made_up::{Dice, begin},
    path::Elsewhere,
};
use access::Act;
use kernel::{CallId, CourseId, Duration, EditionId, EnrolmentId, NaiveDate, PersonId, Territory};
use pathway::facade::{
    CallState, EnrolmentState, MadeCandidacy, NewEdition, NewEnrolment, NewLesson, OutcomeKind, Part, Presence,
    PresenceHow, Side, Source, Stage, add_lessons, create_call, create_candidacies, create_courses, create_editions,
    create_enrolments, create_outcomes, create_panels, mark_presences,
};
use store::Fault;
use web::App;

/// Where the path is walked: an organisation with somebody of each kind, who sit in its panels.
pub(super) struct Place {
    pub at: Elsewhere,
    pub territory: Territory,
    pub professional: PersonId,
}

/// How many candidacies answer one call.
const ANSWERS: usize = 25;
/// How many editions a course has.
const RUNS: usize = 4;
/// How many people are in an edition.
const GROUP: usize = 15;
/// How many meetings of an edition are on record.
const MEETINGS: i64 = 6;

/// Calls with their panels, one for each handful of people, and what became of their candidacies.
pub(super) async fn candidacies(
    app: &App,
    dice: &Dice,
    places: &[Place],
    people: &[PersonId],
    mut progress: impl FnMut(&str, usize, usize),
) -> Result<(), Fault> {
    let today = app.env().today();
    let mut done = 0;
    for (n, answers) in people.chunks(ANSWERS).enumerate() {
        let Some(place) = places.get(n % places.len().max(1)) else { return Ok(()) };
        let Some(expert) = place.at.expert else { continue };
        let opens = today - Duration::days(20 + 7 * (n as i64 % 50));
        let mut tx = begin(app.db(), Act::ManageSelection).await?;
        let is_open = n.is_multiple_of(3);
        let closes = if is_open { today + Duration::days(30) } else { opens + Duration::days(15) };
        let words = super::path::call(&format!("Persone esperte, avviso {}", n + 1), opens, closes);
        let state = if is_open { CallState::Published } else { CallState::Closed };
        let at = super::path::noon(opens);
        let call = create_call(&mut tx, place.at.organisation, place.territory, &words, state, at).await?;
        let members = [(expert, Side::Expert), (place.professional, Side::Professional)].into_iter().collect();
        create_panels(&mut tx, &[(place.at.organisation, call, members)]).await?;
        let all: Vec<_> =
            answers.iter().map(|person| one(dice, place, call, *person, (opens, is_open), today)).collect();
        let ids = create_candidacies(&mut tx, app, &all).await?;
        let closed = all.iter().zip(ids).filter_map(|(made, id)| {
            // Only the person withdraws: the panel has nothing to say to it.
            let kind = made.outcome.filter(|kind| *kind != OutcomeKind::Withdrawn)?;
            Some((id, made.organisation, made.person, kind, kernel::rome_date(made.moved_at)))
        });
        create_outcomes(&mut tx, &closed.collect::<Vec<_>>()).await?;
        tx.commit().await?;
        done += answers.len();
        progress("candidacies", done, people.len());
    }
    Ok(())
}

fn one(
    dice: &Dice,
    place: &Place,
    call: CallId,
    person: PersonId,
    (opens, is_open): (NaiveDate, bool),
    today: NaiveDate,
) -> MadeCandidacy {
    let open = [Stage::Sent, Stage::Interview, Stage::Talked, Stage::Draft];
    let ways = [
        OutcomeKind::Training,
        OutcomeKind::Training,
        OutcomeKind::Preparation,
        OutcomeKind::OtherWay,
        OutcomeKind::Withdrawn,
        OutcomeKind::NoPlace,
    ];
    let stage = if is_open { *dice.pick(&open) } else { Stage::Closed };
    let begun = super::path::noon(opens + Duration::days(1));
    let moved =
        if is_open { super::path::noon(today - Duration::days(1)).max(begun) } else { begun + Duration::days(10) };
    MadeCandidacy {
        call,
        organisation: place.at.organisation,
        person,
        source: Source::Own,
        stage,
        outcome: (stage == Stage::Closed).then(|| *dice.pick(&ways)),
        previous: None,
        words: None,
        shared: stage != Stage::Draft,
        begun_at: begun,
        moved_at: moved,
    }
}

/// Courses and their editions, with people, meetings and who was there.
pub(super) async fn editions(
    app: &App,
    places: &[Place],
    people: &[PersonId],
    count: usize,
    mut progress: impl FnMut(&str, usize, usize),
) -> Result<(), Fault> {
    if places.is_empty() || people.is_empty() {
        return Ok(());
    }
    let mut tx = begin(app.db(), Act::ManageCourses).await?;
    let courses: Vec<_> = (0..count.div_ceil(RUNS)).map(|n| course(&places[n % places.len()])).collect();
    let ids = create_courses(&mut tx, &courses).await?;
    tx.commit().await?;
    let all: Vec<usize> = (0..count).collect();
    for portion in all.chunks(50) {
        let mut tx = begin(app.db(), Act::ManageCourses).await?;
        let new: Vec<_> = portion
            .iter()
            .map(|n| (ids[n / RUNS], courses[n / RUNS].organisation, run(*n, app.env().today())))
            .collect();
        let editions = create_editions(&mut tx, &new).await?;
        attend(&mut tx, &new, &editions, portion, people).await?;
        tx.commit().await?;
        progress("editions", portion.last().map_or(0, |n| n + 1), count);
    }
    Ok(())
}

fn course(place: &Place) -> pathway::facade::NewCurriculum {
    super::path::in_the_field(place.at.organisation, place.at.expert)
}

/// An edition somewhere in time: one third is over, one third runs, one third begins.
fn run(n: usize, today: NaiveDate) -> NewEdition {
    let starts = today + Duration::days([-300, -100, 40][n % 3] + (n as i64 % 30));
    NewEdition {
        title: format!("Gruppo {}", n + 1),
        starts,
        ends: starts + Duration::days(200),
        places: 20,
        venue: "Sala del quartiere".to_owned(),
        pace: "Mezza giornata a settimana".to_owned(),
        open: n % 3 == 2,
    }
}

async fn attend(
    tx: &mut access::Tx,
    new: &[(CourseId, kernel::OrganisationId, NewEdition)],
    editions: &[EditionId],
    numbers: &[usize],
    people: &[PersonId],
) -> Result<(), Fault> {
    let mut places = Vec::new();
    let mut lessons = Vec::new();
    for (((_, _, plan), id), n) in new.iter().zip(editions).zip(numbers) {
        for m in 0..GROUP.min(people.len()) {
            let state = if n % 3 == 0 { EnrolmentState::Completed } else { EnrolmentState::Admitted };
            places.push(NewEnrolment {
                edition: *id,
                person: people[(n * GROUP + m) % people.len()],
                candidacy: None,
                state,
                asked_at: super::path::noon(plan.starts - Duration::days(30)),
                belonging: None,
                group_offered_on: None,
            });
        }
        lessons.extend((0..MEETINGS).map(|week| (*id, meeting(plan.starts + Duration::days(14 * week)))));
    }
    let enrolments = create_enrolments(tx, &places).await?;
    let ids = add_lessons(tx, &lessons).await?;
    let of: std::collections::HashMap<EditionId, Vec<EnrolmentId>> =
        places.iter().zip(&enrolments).fold(std::collections::HashMap::new(), |mut all, (place, id)| {
            all.entry(place.edition).or_insert_with(Vec::new).push(*id);
            all
        });
    let today = tx.env().today();
    let mut there = Vec::new();
    for (lesson, (edition, plan)) in ids.iter().zip(&lessons) {
        let on = kernel::rome_date(plan.starts);
        if on >= today {
            continue;
        }
        let minutes = plan.minutes;
        there.extend(of.get(edition).into_iter().flatten().map(|enrolment| Presence {
            lesson: *lesson,
            enrolment: *enrolment,
            minutes,
            how: PresenceHow::List,
            on,
        }));
    }
    mark_presences(tx, &there).await
}

fn meeting(day: NaiveDate) -> NewLesson {
    NewLesson {
        title: "Incontro".to_owned(),
        module: None,
        part: Part::Practice,
        starts: super::path::noon(day),
        minutes: 240,
        place: Some("Sala del quartiere".to_owned()),
        link: None,
        team: None,
        teachers: Vec::new(),
    }
}
