//! Calls and candidacies at every stage.

use super::{Cast, Unmade, begin, entering, managers::Managers, noon, words};
use ::store::Fault;
use access::Act;
use kernel::{CallId, CandidacyId, CourseId, Duration, NaiveDate, PersonId, Territory};
use pathway::facade::{
    CallState, CallWords, Candidacy, Closing, InterviewState, MadeCandidacy, Meeting, NoteAnswer, NoteWords,
    OutcomeKind, Prompt, Side, Source, Stage, Way, create_call, create_candidacies, create_interview, create_note,
    create_outcome, create_panels,
};
use std::collections::BTreeMap;
use web::App;

/// A call that was closed, one that is open, one that is being written; and those who answered.
/// Says which candidacy led the trainee to the course.
pub(super) async fn calls(
    app: &App,
    managers: &Managers,
    cast: &Cast,
    course: CourseId,
    today: NaiveDate,
) -> Result<Option<CandidacyId>, Unmade> {
    let call = |title: &str, opens: i64, closes: i64| {
        let days = |n: i64| today + Duration::days(n);
        CallWords { leads_to: Some(course), ..words::call(title, days(opens), days(closes)) }
    };
    let open = call("Cerchiamo persone esperte in supporto tra pari", -20, 40);
    let open = entered(managers, cast, &open, CallState::Published).await?;
    let past = last_year(app, cast, &call("Persone esperte: l’avviso dello scorso anno", -280, -230)).await?;
    entered(managers, cast, &call("Persone esperte per il centro diurno", 20, 60), CallState::Draft).await?;
    let radio = entered(managers, cast, &call("Voci per la radio di quartiere", -50, 8), CallState::Published).await?;
    let before = closed(app, cast, past, today).await?;
    running(app, cast, open, before.prepared, today).await?;
    met(app, cast, radio, today).await?;
    Ok(before.led_to_training)
}

/// Who selects in the department.
fn panel(cast: &Cast) -> BTreeMap<PersonId, Side> {
    [(cast.expert, Side::Expert), (cast.professional, Side::Professional), (cast.tutor, Side::Professional)].into()
}

/// Enters a call with its panel as the department's manager, and publishes it where it is to be.
async fn entered(managers: &Managers, cast: &Cast, words: &CallWords, state: CallState) -> Result<CallId, Unmade> {
    let manager = managers.at(cast.department).await?;
    let call = entering::draft(&manager, &manager.href, words).await?;
    let members: Vec<PersonId> = panel(cast).into_keys().collect();
    entering::seat(&manager, &call, &members).await?;
    if state == CallState::Published {
        entering::publish(&manager, &call).await?;
    }
    entering::number(&call)
}

/// A call of last year. No page publishes one whose last day is past, and rightly so: it goes into the
/// store as what it was.
async fn last_year(app: &App, cast: &Cast, words: &CallWords) -> Result<CallId, Fault> {
    let mut tx = begin(app, Act::ManageSelection).await?;
    let at = noon(words.opens_on);
    let id = create_call(&mut tx, cast.department, Territory::Piemonte, words, CallState::Closed, at).await?;
    create_panels(&mut tx, &[(cast.department, id, panel(cast))]).await?;
    tx.commit().await?;
    Ok(id)
}

/// What the candidacies of the earlier call led to.
struct Before {
    led_to_training: Option<CandidacyId>,
    prepared: Option<(CandidacyId, PersonId)>,
}

fn made(
    cast: &Cast,
    call: CallId,
    person: PersonId,
    stage: Stage,
    days: (i64, i64),
    today: NaiveDate,
) -> MadeCandidacy {
    MadeCandidacy {
        call,
        organisation: cast.department,
        person,
        source: Source::Own,
        stage,
        outcome: None,
        previous: None,
        words: None,
        shared: true,
        begun_at: noon(today - Duration::days(days.0)),
        moved_at: noon(today - Duration::days(days.1)),
    }
}

/// The five ways in which a candidacy goes on.
async fn closed(app: &App, cast: &Cast, call: CallId, today: NaiveDate) -> Result<Before, Fault> {
    let people = [cast.trainee, cast.other(0), cast.other(1), cast.other(2), cast.other(3)];
    let ways = [
        OutcomeKind::Training,
        OutcomeKind::Preparation,
        OutcomeKind::OtherWay,
        OutcomeKind::NoPlace,
        OutcomeKind::Withdrawn,
    ];
    let all: Vec<MadeCandidacy> = people
        .into_iter()
        .zip(ways)
        .enumerate()
        .map(|(n, (person, outcome))| MadeCandidacy {
            outcome: Some(outcome),
            words: Some(words::candidate(n)),
            source: if n == 2 { Source::Professional } else { Source::Own },
            ..made(cast, call, person, Stage::Closed, (270, 225), today)
        })
        .collect();
    let mut tx = begin(app, Act::SitInPanel).await?;
    let ids = create_candidacies(&mut tx, app, &all).await?;
    let on = today - Duration::days(225);
    for (id, kind) in ids.iter().zip(ways).filter(|(_, kind)| *kind != OutcomeKind::Withdrawn) {
        let Some(candidacy) = pathway::facade::candidacy(tx.conn(), *id).await? else { continue };
        create_outcome(&mut tx, app, &candidacy, &closing(cast, kind, today), on).await?;
    }
    tx.commit().await?;
    Ok(Before { led_to_training: ids.first().copied(), prepared: ids.get(1).copied().zip(people.get(1).copied()) })
}

fn closing(cast: &Cast, kind: OutcomeKind, today: NaiveDate) -> Closing {
    let (reasons, way) = match kind {
        OutcomeKind::Preparation => (
            "Hai tanto da dare. Insieme abbiamo visto che prima ti può aiutare un gruppo in cui raccontare.",
            Way::Prepare {
                companion: cast.expert,
                meet_again_on: today + Duration::days(5),
                steps: "Il gruppo del giovedì, con Agnese. Poi ci rivediamo.".to_owned(),
            },
        ),
        OutcomeKind::OtherWay => (
            "Ci hai detto che un corso adesso è troppo. La radio di quartiere cerca proprio una voce come la tua.",
            Way::Other { chosen: "La radio di quartiere, il martedì pomeriggio.".to_owned() },
        ),
        OutcomeKind::NoPlace => (
            "I posti erano dodici e le candidature ventuno. Non dice nulla di te. Il prossimo avviso esce a giorni.",
            Way::Plain,
        ),
        _ => ("Il tuo percorso e la voglia di imparare con altri: cominciamo insieme.", Way::Plain),
    };
    Closing {
        kind,
        reasons: reasons.to_owned(),
        conversation: noon(today - Duration::days(215)),
        conversation_at: "Centro diurno, stanza verde".to_owned(),
        way,
    }
}

/// Those who answered the call that is open.
async fn running(
    app: &App,
    cast: &Cast,
    call: CallId,
    prepared: Option<(CandidacyId, PersonId)>,
    today: NaiveDate,
) -> Result<(), Fault> {
    use Stage::{Draft, Interview, Sent, Talked};
    let mut all = vec![
        made(cast, call, cast.candidate, Interview, (12, 2), today),
        made(cast, call, cast.other(4), Sent, (4, 3), today),
        // This one waits too long, and the program says so.
        made(cast, call, cast.other(5), Sent, (19, 16), today),
        made(cast, call, cast.other(6), Interview, (10, 5), today),
        made(cast, call, cast.other(7), Talked, (15, 1), today),
        made(cast, call, cast.other(8), Talked, (16, 4), today),
        made(cast, call, cast.other(9), Draft, (2, 1), today),
    ];
    if let Some((previous, person)) = prepared {
        all.push(MadeCandidacy { previous: Some(previous), ..made(cast, call, person, Sent, (3, 2), today) });
    }
    for (n, one) in all.iter_mut().enumerate() {
        one.words = Some(words::candidate(n));
        one.shared = one.stage != Draft;
    }
    let mut tx = begin(app, Act::SitInPanel).await?;
    let ids = create_candidacies(&mut tx, app, &all).await?;
    for (id, in_days, state) in [
        (ids[0], 4, InterviewState::Proposed),
        (ids[3], 1, InterviewState::Accepted),
        (ids[4], -1, InterviewState::Held),
        (ids[5], -4, InterviewState::Held),
    ] {
        let Some(candidacy) = pathway::facade::candidacy(tx.conn(), id).await? else { continue };
        let Some(person) = candidacy.person else { continue };
        let meeting = Meeting {
            starts: noon(today + Duration::days(in_days)),
            minutes: 45,
            place: Some("Centro diurno, stanza verde".to_owned()),
            link: None,
        };
        create_interview(&mut tx, id, call, person, &meeting, state).await?;
    }
    for (id, read) in [(ids[4], false), (ids[5], true)] {
        let Some(candidacy) = pathway::facade::candidacy(tx.conn(), id).await? else { continue };
        note(&mut tx, app, cast, &candidacy, read).await?;
    }
    tx.commit().await
}

/// The candidate met another panel, and has a note to read.
async fn met(app: &App, cast: &Cast, call: CallId, today: NaiveDate) -> Result<(), Fault> {
    let words = Some(words::candidate(1));
    let one = MadeCandidacy { words, ..made(cast, call, cast.candidate, Stage::Talked, (25, 2), today) };
    let mut tx = begin(app, Act::SitInPanel).await?;
    for id in create_candidacies(&mut tx, app, &[one]).await? {
        if let Some(candidacy) = pathway::facade::candidacy(tx.conn(), id).await? {
            note(&mut tx, app, cast, &candidacy, false).await?;
        }
    }
    tx.commit().await
}

async fn note(tx: &mut access::Tx, app: &App, cast: &Cast, candidacy: &Candidacy, read: bool) -> Result<(), Fault> {
    let Some(call) = pathway::facade::call(tx.conn(), candidacy.call).await? else { return Ok(()) };
    let words = NoteWords {
        said: [
            (Prompt::Human, "Ascolta con attenzione e cerca le parole dell’altro.".to_owned()),
            (Prompt::Responsibility, "Racconta di come si prende cura degli impegni con il gruppo.".to_owned()),
        ]
        .into(),
        free: "Abbiamo parlato anche dei giorni difficili e di che cosa aiuta.".to_owned(),
        expectations: "Vorrebbe un lavoro entro l’anno.".to_owned(),
        reorientation: "Il corso dura un anno: prima si può cominciare con qualche ora.".to_owned(),
    };
    let answer = NoteAnswer {
        remark: "Mi ci ritrovo. Aggiungo che mi aiuta avere orari chiari.".to_owned(),
        on_expectations: "Va bene cominciare piano.".to_owned(),
    };
    create_note(tx, app, (candidacy, &call), (cast.expert, Side::Expert), &words, read.then_some(&answer)).await?;
    Ok(())
}
