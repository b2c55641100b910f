//! What calls, courses, editions and candidates of the demonstration say. Managers of its organisations
//! enter it through the pages; tests enter the same for real organisations.

use charter::facts::{ContentArea, Form, Objective};
use kernel::{NaiveDate, OrganisationId, PersonId};
use pathway::facade::{
    Aim, CallWords, CertificateRules, Competence, CourseKind, Motive, NewAlignment, NewCourse, NewCurriculum,
    NewEdition, NewHand, NewModule, Part, PartMinutes, Side, Whom, Words,
};
use std::collections::BTreeSet;

const HOUR: u32 = 60;

/// A call open from a day on.
pub fn call(title: &str, opens: NaiveDate, closes: NaiveDate) -> CallWords {
    CallWords {
        title: title.to_owned(),
        purpose: "Cerchiamo persone che hanno vissuto un disagio, o lo hanno vissuto accanto a una persona cara, e \
                  vogliono imparare a sostenere altri alla pari. Il percorso porta al corso e poi, se lo desideri, a \
                  un ruolo."
            .to_owned(),
        valued: "Conta quello che hai vissuto e quello che ne hai capito. Contano l’ascolto, la voglia di imparare \
                 insieme e la cura di te. Non serve nessun titolo di studio."
            .to_owned(),
        steps: [
            "Mandi la candidatura: bastano cinque minuti, anche dal telefono.",
            "Ci incontriamo per parlarne, con persone esperte e operatori.",
            "Scriviamo insieme quello che ci siamo detti, e lo rileggi.",
            "Ti diciamo come si va avanti, con le ragioni e qualcuno accanto.",
        ]
        .map(str::to_owned)
        .to_vec(),
        opens_on: opens,
        closes_on: closes,
        places: Some(12),
        forms: BTreeSet::from([Form::Interview]),
        notes_days: 30,
        trial: true,
        leads_to: None,
    }
}

/// What a candidate writes.
pub(super) fn candidate(n: usize) -> Words {
    let own = [
        "Ho ricevuto molto da chi mi ha ascoltato senza fretta. Vorrei fare lo stesso.",
        "Mi piacerebbe un lavoro in cui quello che ho passato serve a qualcosa.",
        "Nel mio gruppo ho scoperto che raccontare aiuta anche chi ascolta.",
    ];
    Words {
        motives: vec![*[Motive::Support, Motive::Work, Motive::Gratitude].get(n % 3).unwrap_or(&Motive::Support)],
        motivation: own[n % own.len()].to_owned(),
        expectations: "Imparare un mestiere con calma, e non trovarmi senza nessuno accanto.".to_owned(),
        recovery: "Sto facendo il mio percorso da tre anni. Ho imparato a chiedere aiuto e a riconoscere i miei \
                   segnali."
            .to_owned(),
        belonging: None,
        phone: String::new(),
    }
}

/// Somebody on record who writes a course or teaches in it; the professionals are prepared for it.
pub fn hand(person: PersonId, side: Side) -> NewHand {
    let professional = side == Side::Professional;
    NewHand { whom: Whom::Person(person), side, coproduced: professional, trained: professional }
}

fn aims(objectives: &[Objective], areas: &[ContentArea], competences: &[Competence]) -> BTreeSet<Aim> {
    let objectives = objectives.iter().copied().map(Aim::Objective);
    let areas = areas.iter().copied().map(Aim::Area);
    objectives.chain(areas).chain(competences.iter().copied().map(Aim::Competence)).collect()
}

fn module(title: &str, words: &str, minutes: &[(Part, u32)], aims: BTreeSet<Aim>) -> NewModule {
    let minutes = minutes.iter().fold(PartMinutes::default(), |all, (part, hours)| all.with(*part, hours * HOUR));
    NewModule { title: title.to_owned(), words: words.to_owned(), minutes, aims }
}

/// How many people an edition of the year takes.
pub const PLACES: u32 = 22;

/// A year of the EX-IN kind: all objectives and areas, two internships, hours beside an expert. Of the
/// teachers, the first two share the hours.
pub fn year(organisation: OrganisationId, authors: Vec<NewHand>, teachers: Vec<NewHand>) -> NewCurriculum {
    let half = |module: usize, hours: u32| [(module, 0, hours * HOUR / 2), (module, 1, hours * HOUR / 2)];
    NewCurriculum {
        organisation,
        course: NewCourse {
            kind: CourseKind::Structured,
            title: "Esperti per esperienza: un anno insieme".to_owned(),
            summary: "Un anno di incontri, due tirocini e tante ore accanto a chi è già persona esperta. Si impara \
                      da ciò che si è vissuto, insieme agli altri."
                .to_owned(),
            for_whom: "Per chi ha vissuto un disagio e ha un proprio percorso di recovery.".to_owned(),
            pace: "Un fine settimana al mese. Chi ha bisogno di una pausa la prende e riparte da dove era.".to_owned(),
            certificate: Some(CertificateRules {
                attendance_percent: 80,
                fieldwork_minutes: 100 * HOUR,
                shadowing_minutes: 20 * HOUR,
            }),
        },
        published: true,
        modules: year_modules(),
        authors,
        teachers,
        teaching: [half(0, 32), half(1, 36), half(2, 16), half(3, 32), half(4, 20)].into_iter().flatten().collect(),
        alignments: vec![alignment("Recovery, storia di vita e autodeterminazione"), alignment("Lavoro di gruppo")],
    }
}

/// An edition of a course.
pub fn edition(title: &str, starts: NaiveDate, ends: NaiveDate, places: u32, open: bool) -> NewEdition {
    NewEdition {
        title: title.to_owned(),
        starts,
        ends,
        places,
        venue: "Sala del quartiere, e in video per chi è lontano".to_owned(),
        pace: "Un fine settimana al mese".to_owned(),
        open,
    }
}

fn year_modules() -> Vec<NewModule> {
    use ContentArea as Area;
    use Part::{GroupWork, Internship, Practice, Shadowing, Theory};
    vec![
        module(
            "Salute, benessere e recovery",
            "Che cosa aiuta a stare bene, e che cosa vuol dire riprendersi la propria vita.",
            &[(Theory, 16), (Practice, 8), (GroupWork, 8)],
            aims(&[Objective::Recovery, Objective::Rights], &[Area::OwnWellbeing], &[]),
        ),
        module(
            "Dall’esperienza al sapere",
            "Dall’io al noi: si racconta, si ascolta, si trova ciò che vale anche per altri.",
            &[(Theory, 12), (Practice, 12), (GroupWork, 12)],
            aims(&[Objective::Role], &[Area::OwnExperience], &[Competence::Reciprocity]),
        ),
        module(
            "Il territorio, i servizi, i diritti",
            "Chi fa che cosa, quali leggi ci sono, che cosa si può chiedere.",
            &[(Theory, 16)],
            aims(&[Objective::Information, Objective::Frame], &[Area::Institutions], &[]),
        ),
        module(
            "Facilitare un gruppo",
            "Gruppi di auto mutuo aiuto e attività creative, con chi li conduce già.",
            &[(Theory, 8), (Practice, 16), (GroupWork, 8)],
            aims(&[Objective::Belonging], &[Area::Groups], &[]),
        ),
        module(
            "Stare accanto nei momenti difficili",
            "Che cosa dire, che cosa non dire, quando chiamare altri.",
            &[(Theory, 8), (Practice, 12)],
            aims(&[Objective::Collaboration], &[Area::CriticalSituations], &[Competence::Bridging]),
        ),
        module(
            "Primo tirocinio",
            "Quaranta ore in un luogo di cura o di vita, accanto a una persona esperta.",
            &[(Shadowing, 20), (Internship, 20)],
            aims(&[Objective::Collaboration], &[], &[]),
        ),
        module(
            "Secondo tirocinio e lavoro finale",
            "Ottanta ore, poi si racconta insieme che cosa si è portato e trovato.",
            &[(Shadowing, 20), (Internship, 60)],
            aims(&[Objective::Work, Objective::Role], &[], &[]),
        ),
    ]
}

fn alignment(name: &str) -> NewAlignment {
    NewAlignment {
        framework: "EX-IN".to_owned(),
        code: String::new(),
        name: name.to_owned(),
        url: "https://ex-in.de".to_owned(),
    }
}

/// A course of 330 hours: 200 of theory and 130 of internship, as one region has it.
pub fn regional(organisation: OrganisationId) -> NewCurriculum {
    use ContentArea as Area;
    use Part::{Internship, Theory};
    let guest = |name: &str, side: Side| NewHand {
        whom: Whom::Guest(name.to_owned()),
        side,
        coproduced: side == Side::Professional,
        trained: side == Side::Professional,
    };
    let hands = vec![guest("Nives Altapiana", Side::Expert), guest("Oreste Biancospino", Side::Professional)];
    NewCurriculum {
        organisation,
        course: NewCourse {
            kind: CourseKind::Structured,
            title: "Percorso regionale di 330 ore".to_owned(),
            summary: "Duecento ore in aula e centotrenta di tirocinio, con un attestato alla fine.".to_owned(),
            for_whom: "Per chi ha un proprio percorso di recovery e vuole farne un sapere per altri. Conta \
                       l’esperienza, senza titolo di studio."
                .to_owned(),
            pace: "Due giorni a settimana per nove mesi.".to_owned(),
            certificate: Some(CertificateRules {
                attendance_percent: 80,
                fieldwork_minutes: 130 * HOUR,
                shadowing_minutes: 0,
            }),
        },
        published: true,
        modules: vec![
            module(
                "Diritti, recovery, ruolo",
                "Che cosa fa una persona esperta e che cosa no.",
                &[(Theory, 70)],
                aims(
                    &[Objective::Recovery, Objective::Rights, Objective::Role, Objective::Frame],
                    &[Area::OwnExperience, Area::OwnWellbeing],
                    &[Competence::Reciprocity],
                ),
            ),
            module(
                "Servizi, leggi, riservatezza, sicurezza",
                "Come funziona il sistema e dove ci si può informare.",
                &[(Theory, 60)],
                aims(&[Objective::Information, Objective::Work], &[Area::Institutions], &[]),
            ),
            module(
                "Gruppi e situazioni difficili",
                "Ascolto, conflitti, collaborazione con l’équipe.",
                &[(Theory, 70)],
                aims(
                    &[Objective::Collaboration, Objective::Belonging],
                    &[Area::Groups, Area::CriticalSituations],
                    &[Competence::Bridging],
                ),
            ),
            module(
                "Tirocinio",
                "Centotrenta ore in un servizio o in un’associazione.",
                &[(Internship, 130)],
                aims(&[], &[], &[]),
            ),
        ],
        authors: hands.clone(),
        teachers: hands,
        teaching: vec![(0, 0, 40 * HOUR), (0, 1, 30 * HOUR), (1, 1, 60 * HOUR), (2, 0, 30 * HOUR), (2, 1, 40 * HOUR)],
        alignments: Vec::new(),
    }
}

/// Training in the field, beside those who do it already.
pub(in crate::demo) fn in_the_field(organisation: OrganisationId, expert: Option<PersonId>) -> NewCurriculum {
    let hands: Vec<NewHand> = expert.map(|person| hand(person, Side::Expert)).into_iter().collect();
    NewCurriculum {
        organisation,
        course: NewCourse {
            kind: CourseKind::InTheField,
            title: "Imparare sul campo".to_owned(),
            summary: "Qualche mese accanto a una persona esperta, con brevi incontri su come funzionano i servizi."
                .to_owned(),
            for_whom: "Per chi preferisce imparare facendo.".to_owned(),
            pace: "Mezza giornata a settimana, nei giorni che vanno bene a te.".to_owned(),
            certificate: None,
        },
        published: true,
        modules: vec![
            module(
                "Accanto a una persona esperta",
                "Si guarda, si prova, se ne parla.",
                &[(Part::Shadowing, 60), (Part::Practice, 10)],
                aims(
                    &[Objective::Role, Objective::Recovery],
                    &[ContentArea::OwnExperience],
                    &[Competence::Reciprocity],
                ),
            ),
            module(
                "Come funziona il sistema",
                "Servizi, diritti, riservatezza.",
                &[(Part::Theory, 12)],
                aims(&[Objective::Information], &[ContentArea::Institutions], &[]),
            ),
        ],
        authors: hands.clone(),
        teaching: hands.iter().map(|_| (1, 0, 12 * HOUR)).collect(),
        teachers: hands,
        alignments: Vec::new(),
    }
}
