//! Courses, editions, who attends them, and what they leave with.

use super::{
    Cast, Elsewhere, Unmade, begin, entering,
    managers::Managers,
    noon,
    words::{self, PLACES, edition, hand},
};
use ::store::Fault;
use access::{Act, Tx};
use kernel::{
    CandidacyId, CourseId, Duration, EditionId, EnrolmentId, NaiveDate, OrganisationId, PersonId, TrainingOfferId,
};
use pathway::facade::{
    EnrolmentState, FieldworkKind, GroupBelonging, Hand, NewCurriculum, NewEdition, NewEnrolment, NewLesson, NewOffer,
    NewPlacement, NewStretch, Part, Presence, PresenceHow, Side, Signatory, TrainingAudience, add_confirmed_hours,
    add_lessons, add_offers, add_placements, certify_ready, create_enrolments, mark_presences, name_signatories,
    sign_ready, write_diary, write_hours,
};
use web::App;

/// A course that was entered: whose it is, and where they keep it.
pub(super) struct Given {
    organisation: OrganisationId,
    href: String,
}

impl Given {
    /// Which it is.
    pub(super) fn id(&self) -> Result<CourseId, Unmade> {
        entering::number(&self.href)
    }
}

/// Enters a course as the manager of its organisation.
async fn entered(app: &App, managers: &Managers, new: &NewCurriculum) -> Result<Given, Unmade> {
    let manager = managers.at(new.organisation).await?;
    let href = entering::course(&manager, app.db().reader(), &manager.href, new).await?;
    Ok(Given { organisation: new.organisation, href })
}

/// Enters an edition as the manager of the organisation whose course it is. The page takes days that
/// are past: there are courses that began before their organisation wrote them down here.
async fn run(managers: &Managers, of: &Given, new: &NewEdition) -> Result<EditionId, Unmade> {
    let manager = managers.at(of.organisation).await?;
    entering::number(&entering::edition(&manager, &of.href, new).await?)
}

/// A year of the EX-IN kind, here.
pub(super) async fn year(app: &App, managers: &Managers, cast: &Cast) -> Result<Given, Unmade> {
    let both = vec![hand(cast.expert, Side::Expert), hand(cast.professional, Side::Professional)];
    let teachers = [both.clone(), vec![hand(cast.tutor, Side::Professional)]].concat();
    entered(app, managers, &words::year(cast.department, both, teachers)).await
}

/// 330 hours, and training in the field, elsewhere.
pub(super) async fn others(app: &App, managers: &Managers, elsewhere: &[Elsewhere]) -> Result<Vec<Given>, Unmade> {
    let regional = elsewhere.first().map(|at| words::regional(at.organisation));
    let in_the_field = elsewhere.get(1).map(|at| words::in_the_field(at.organisation, at.expert));
    let mut all = Vec::new();
    for new in regional.iter().chain(&in_the_field) {
        all.push(entered(app, managers, new).await?);
    }
    Ok(all)
}

fn place(edition: EditionId, person: PersonId, state: EnrolmentState, asked: NaiveDate, n: usize) -> NewEnrolment {
    NewEnrolment {
        edition,
        person,
        candidacy: None,
        state,
        asked_at: noon(asked),
        belonging: Some(if n.is_multiple_of(3) { GroupBelonging::WouldLike } else { GroupBelonging::Belongs }),
        group_offered_on: n.is_multiple_of(3).then_some(asked + Duration::days(10)),
    }
}

/// A course that is over, one that ends, one that runs and one that begins.
pub(super) async fn editions(
    app: &App,
    managers: &Managers,
    cast: &Cast,
    course: &Given,
    candidacy: Option<CandidacyId>,
) -> Result<(), Unmade> {
    let today = app.env().today();
    let days = |n: i64| today + Duration::days(n);
    let first = run(managers, course, &edition("Primo anno", days(-430), days(-65), PLACES, false)).await?;
    let spring = run(managers, course, &edition("Gruppo di primavera", days(-340), days(-10), 12, false)).await?;
    let second = run(managers, course, &edition("Secondo anno", days(-150), days(215), PLACES, true)).await?;
    let third = run(managers, course, &edition("Terzo anno", days(60), days(420), PLACES, true)).await?;
    let people = |from: usize, to: usize| (from..to).map(|n| cast.other(n)).collect::<Vec<_>>();
    let finished = [vec![cast.certified], people(20, 27)].concat();
    over(app, cast, first, &finished, days(-430), true).await?;
    over(app, cast, spring, &people(27, 31), days(-340), false).await?;
    runs(app, cast, second, candidacy, today).await?;
    let mut tx = begin(app, Act::ManageCourses).await?;
    let asked = [(10, EnrolmentState::Asked), (11, EnrolmentState::Asked), (12, EnrolmentState::Admitted)];
    let asked = asked.map(|(n, state)| place(third, cast.other(n), state, days(-6), n));
    create_enrolments(&mut tx, &asked).await?;
    tx.commit().await?;
    Ok(())
}

/// The meetings of an edition, every two weeks.
fn meetings(starts: NaiveDate, count: i64) -> Vec<NewLesson> {
    let topics = ["Recovery", "Dall’io al noi", "Diritti", "Facilitare un gruppo", "Stare accanto", "Lavorare insieme"];
    (0..count)
        .map(|n| NewLesson {
            title: topics[usize::try_from(n).unwrap_or(0) % topics.len()].to_owned(),
            module: None,
            part: [Part::Theory, Part::Practice, Part::GroupWork][usize::try_from(n).unwrap_or(0) % 3],
            starts: noon(starts + Duration::days(14 * n)) - Duration::hours(3),
            minutes: 360,
            place: Some("Sala del quartiere".to_owned()),
            link: None,
            team: (n % 6 == 5).then(|| "l’équipe del centro diurno".to_owned()),
            teachers: Vec::new(),
        })
        .collect()
}

/// Who was there: everybody but one, now and then.
async fn attend(
    tx: &mut Tx,
    edition: EditionId,
    lessons: &[NewLesson],
    enrolments: &[EnrolmentId],
    today: NaiveDate,
) -> Result<(), Fault> {
    let all: Vec<_> = lessons.iter().map(|lesson| (edition, lesson.clone())).collect();
    let ids = add_lessons(tx, &all).await?;
    let mut there = Vec::new();
    for (n, (id, lesson)) in ids.iter().zip(lessons).enumerate() {
        let day = kernel::rome_date(lesson.starts);
        if day >= today {
            continue;
        }
        let present = enrolments.iter().enumerate().filter(|(m, _)| (n + m) % 9 != 4);
        there.extend(present.map(|(_, enrolment)| Presence {
            lesson: *id,
            enrolment: *enrolment,
            minutes: lesson.minutes,
            how: PresenceHow::List,
            on: day,
        }));
    }
    mark_presences(tx, &there).await
}

fn placement(enrolment: EnrolmentId, kind: FieldworkKind, expert: Option<PersonId>, starts: NaiveDate) -> NewPlacement {
    NewPlacement {
        enrolment,
        kind,
        context: "Centro diurno".to_owned(),
        beside: Some("l’équipe del centro diurno".to_owned()),
        expert,
        starts,
        ends: None,
    }
}

/// An edition that is over, with certificates: issued, or waiting for the second signature.
async fn over(
    app: &App,
    cast: &Cast,
    edition: EditionId,
    people: &[PersonId],
    starts: NaiveDate,
    issued: bool,
) -> Result<(), Fault> {
    let today = app.env().today();
    let mut tx = begin(app, Act::ManageCourses).await?;
    let completed = EnrolmentState::Completed;
    let places: Vec<_> = people
        .iter()
        .enumerate()
        .map(|(n, person)| place(edition, *person, completed, starts - Duration::days(20), n))
        .collect();
    let enrolments = create_enrolments(&mut tx, &places).await?;
    attend(&mut tx, edition, &meetings(starts, 24), &enrolments, today).await?;
    let placements: Vec<_> = enrolments
        .iter()
        .flat_map(|id| {
            [FieldworkKind::Shadowing, FieldworkKind::Internship]
                .map(|kind| placement(*id, kind, Some(cast.expert), starts))
        })
        .collect();
    let ids = add_placements(&mut tx, &placements).await?;
    let mut hours = Vec::new();
    for (id, placement) in ids.iter().zip(&placements) {
        let days = if placement.kind == FieldworkKind::Shadowing { 8 } else { 14 };
        hours.extend(
            (0..days).map(|n| (*id, NewStretch { day: starts + Duration::days(30 + 7 * n), minutes: 360, what: None })),
        );
    }
    add_confirmed_hours(&mut tx, &hours).await?;
    tx.commit().await?;
    let (first, second) = (
        Signatory { person: cast.professional, side: Side::Professional },
        Signatory { person: cast.expert, side: Side::Expert },
    );
    let mut tx = begin(app, Act::SignCertificate).await?;
    name_signatories(&mut tx, cast.department, edition, &[first, second]).await?;
    if issued {
        certify_ready(&mut tx, app, edition, first, second).await?;
    } else {
        sign_ready(&mut tx, edition, first, None).await?;
    }
    tx.commit().await
}

/// The edition that runs, with the trainee among them.
async fn runs(
    app: &App,
    cast: &Cast,
    edition: EditionId,
    candidacy: Option<CandidacyId>,
    today: NaiveDate,
) -> Result<(), Fault> {
    let starts = today - Duration::days(150);
    let asked = starts - Duration::days(30);
    let mut places =
        vec![NewEnrolment { candidacy, ..place(edition, cast.trainee, EnrolmentState::Admitted, asked, 1) }];
    places.extend((11..19).map(|n| {
        let state = if n == 15 { EnrolmentState::Paused } else { EnrolmentState::Admitted };
        place(edition, cast.other(n), state, asked, n)
    }));
    places.push(place(edition, cast.other(19), EnrolmentState::Asked, today - Duration::days(3), 19));
    let mut tx = begin(app, Act::ManageCourses).await?;
    let enrolments = create_enrolments(&mut tx, &places).await?;
    let here = &enrolments[..enrolments.len() - 1];
    attend(&mut tx, edition, &meetings(starts, 24), here, today).await?;
    let placements: Vec<_> = here
        .iter()
        .map(|id| placement(*id, FieldworkKind::Shadowing, Some(cast.expert), starts + Duration::days(60)))
        .collect();
    let ids = add_placements(&mut tx, &placements).await?;
    let day = |n: i64| starts + Duration::days(70 + 7 * n);
    let stretch = |n: i64| NewStretch { day: day(n), minutes: 240, what: Some("Accoglienza del mattino".to_owned()) };
    let confirmed: Vec<_> = ids.iter().flat_map(|id| (0..6).map(|n| (*id, stretch(n)))).collect();
    add_confirmed_hours(&mut tx, &confirmed).await?;
    // These wait for the expert's yes, and those for the trainee's.
    if let Some(own) = ids.first() {
        write_hours(&mut tx, *own, Hand::Trainee, &stretch(7)).await?;
        write_hours(&mut tx, *own, Hand::Expert, &stretch(8)).await?;
    }
    if let Some(own) = enrolments.first() {
        for (ago, text) in [
            (40, "Oggi ho guardato Agnese accogliere una persona nuova. Non ha fretta. Io sì: lo noto."),
            (12, "Nel gruppo ho parlato io per primo. Dopo ero stanco, ma contento."),
        ] {
            write_diary(&mut tx, app, (cast.trainee, *own), today - Duration::days(ago), text).await?;
        }
    }
    tx.commit().await
}

/// The courses of other organisations have editions, too.
pub(super) async fn elsewhere(app: &App, managers: &Managers, cast: &Cast, courses: &[Given]) -> Result<(), Unmade> {
    let today = app.env().today();
    let (starts, asked) = (today - Duration::days(60), today - Duration::days(80));
    for (n, course) in courses.iter().enumerate() {
        let autumn = edition("Autunno", starts, today + Duration::days(210), 20, true);
        let id = run(managers, course, &autumn).await?;
        let people = (32..37).map(|m| cast.other(m + n));
        let all: Vec<_> = people.zip(31..).map(|(who, m)| place(id, who, EnrolmentState::Admitted, asked, m)).collect();
        let mut tx = begin(app, Act::ManageCourses).await?;
        let enrolments = create_enrolments(&mut tx, &all).await?;
        attend(&mut tx, id, &meetings(starts, 12), &enrolments, today).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Continuing training that the department offers.
pub(super) async fn continuing(app: &App, cast: &Cast, today: NaiveDate) -> Result<Vec<TrainingOfferId>, Fault> {
    let offer = |topic: &str, in_days: i64, minutes: u32| -> (OrganisationId, NewOffer) {
        let offer = NewOffer {
            topic: topic.to_owned(),
            about: Some("Insieme all’équipe. Porta una domanda.".to_owned()),
            starts: noon(today + Duration::days(in_days)),
            minutes,
            place: Some("Sala riunioni".to_owned()),
            link: None,
            team: Some("l’équipe del centro diurno".to_owned()),
            audience: TrainingAudience::Everyone,
            invited: Vec::new(),
        };
        (cast.department, offer)
    };
    let mut tx = begin(app, Act::ManageCourses).await?;
    let all = [
        offer("Ascoltare senza consigliare", -200, 240),
        offer("Quando un gruppo si ferma", -90, 240),
        offer("Diritti e riservatezza", -30, 180),
        offer("Prendersi cura di sé nel lavoro", 9, 180),
    ];
    let ids = add_offers(&mut tx, &all).await?;
    tx.commit().await?;
    Ok(ids)
}
