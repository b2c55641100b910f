//! The slice of consensus: the Document that the conference agreed on, and the Charter derived
//! from it.
//!
//! **Vocabulary.** The *Document* is the text that the conference adopted; a *version* of it never
//! changes once it is loaded. It is made of *sections*, and these of *statements*: a paragraph or
//! an item of a list, each with an *anchor* (`la-selezione.la-selezione-va-fatta-congiuntamente`)
//! by which the Charter's articles name it. A *note* belongs to the foot of a page and has the
//! anchor `nota-N`. The *Charter* is made of articles and rules.
//!
//! **Invariants.** A version is never changed or removed. Loading the same text twice changes
//! nothing. The same text always gets the same anchors.
//!
//! **Walkthrough: the Document is loaded.** The secretariat uploads the plain text at
//! `/documento/carica`; [`document::read`] takes page furniture, wrapped lines, bullets and notes
//! apart and says what it doubts; the dry run shows sections and counts; on the confirmation the
//! version is written with its sections, statements and its tagged PDF, and
//! [`kernel::Event::DocumentPublished`] goes out in the same transaction.

mod charter;
pub mod document;
pub mod facade;

/// The tables of this crate, in the order in which they are made.
pub fn migrations() -> store::Migrations {
    let features = [document::migrations(), charter::migrations()];
    features.into_iter().flatten().collect()
}

/// What this crate hands over to be assembled.
pub fn slice() -> web::Slice {
    let mut api = document::api();
    api.merge(charter::api());
    web::Slice {
        name: "consensus",
        routes: document::routes().merge(charter::routes()),
        texts: web::texts!("document", "charter"),
        migrations,
        holdings: Vec::new(),
        api: Some(api),
    }
}
