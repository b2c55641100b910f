//! The path: from a first wish to a certificate, and on.
//!
//! **Vocabulary.** A *call* invites to apply; a *candidacy* is one person's answer to it; a joint
//! *panel* meets the candidate in an *interview* and writes *notes* with them; an *outcome*
//! accompanies. A *course* is a curriculum; an *edition* is one run of it; an *enrolment* is a
//! person's place in it; a *lesson* is one of its meetings; *fieldwork* is internship and shadowing.
//! A *certificate* is signed by two people of both kinds. The *booklet* (libretto) is the person's
//! own record of all of it.
//!
//! **Invariants.** There is no score and no order of people. A panel without both kinds cannot be.
//! Nothing of a person is stored before that person says yes. What a person writes of themselves is
//! sealed with that person's key. A note is read by those it was written by, and by the candidate,
//! until its date. No candidacy is without a next step that the candidate reads. Rules bind
//! organisations: the facts that are reported name nobody.

mod booklet;
mod call;
mod candidacy;
mod certificate;
mod continuing;
mod course;
mod diary;
mod edition;
pub mod facade;
mod facts;
mod fieldwork;
mod interview;
mod lesson;
mod note;
mod outcome;
mod panel;

/// The tables of this crate, in the order in which they are made.
pub fn migrations() -> store::Migrations {
    let features = [
        call::migrations(),
        candidacy::migrations(),
        panel::migrations(),
        interview::migrations(),
        note::migrations(),
        outcome::migrations(),
        course::migrations(),
        edition::migrations(),
        lesson::migrations(),
        fieldwork::migrations(),
        diary::migrations(),
        continuing::migrations(),
        certificate::migrations(),
        booklet::migrations(),
    ];
    features.into_iter().flatten().collect()
}

/// What this crate hands over to be assembled.
pub fn slice() -> web::Slice {
    web::Slice {
        name: "pathway",
        routes: web::Routes::new()
            .merge(call::routes())
            .merge(candidacy::routes())
            .merge(panel::routes())
            .merge(interview::routes())
            .merge(note::routes())
            .merge(outcome::routes())
            .merge(course::routes())
            .merge(edition::routes())
            .merge(lesson::routes())
            .merge(fieldwork::routes())
            .merge(diary::routes())
            .merge(continuing::routes())
            .merge(certificate::routes())
            .merge(booklet::routes()),
        texts: web::texts!(
            "call",
            "candidacy",
            "panel",
            "interview",
            "note",
            "outcome",
            "course",
            "edition",
            "lesson",
            "fieldwork",
            "diary",
            "continuing",
            "certificate",
            "booklet",
        ),
        migrations,
        holdings: [
            call::holdings(),
            candidacy::holdings(),
            panel::holdings(),
            interview::holdings(),
            note::holdings(),
            outcome::holdings(),
            course::holdings(),
            // These find a trainee by the enrolment, which forgets its person: they come first.
            lesson::holdings(),
            fieldwork::holdings(),
            edition::holdings(),
            diary::holdings(),
            continuing::holdings(),
            certificate::holdings(),
            booklet::holdings(),
        ]
        .into_iter()
        .flatten()
        .collect(),
        api: None,
    }
}
