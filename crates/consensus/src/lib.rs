//! The slice of consensus: the Document that the conference agreed on, and the Charter derived
//! from it.
//!
//! **Vocabulary.** The *Document* is the text that the conference adopted; a *version* of it never
//! changes once it is loaded. It is made of *sections*, and these of *statements*: a paragraph or
//! an item of a list, each with an *anchor* (`la-selezione.la-selezione-va-fatta-congiuntamente`)
//! by which the Charter's articles name it. A *note* belongs to the foot of a page and has the
//! anchor `nota-N`. The *Charter* is made of articles, each resting on statements, and rules; a
//! version of it is a *draft* until it is adopted, and one version is *in force*. The *easy version*
//! says in short sentences what a version of the Document says; unlike that one it may be mended.
//!
//! **Invariants.** A version is never changed or removed. Loading the same text twice changes
//! nothing. The same text always gets the same anchors. At most one version of the Charter is in
//! force; a draft is seen by those who prepare it only.
//!
//! **Walkthrough: the Document is loaded.** The secretariat uploads the plain text at
//! `/documento/carica`; [`document::read`] takes page furniture, wrapped lines, bullets and notes
//! apart and says what it doubts; the dry run shows sections and counts; on the confirmation the
//! version is written with its sections, statements and its tagged PDF, and
//! [`kernel::Event::DocumentPublished`] goes out in the same transaction.
//!
//! **Walkthrough: a new version of the Charter.** The secretariat makes a draft of the version in
//! force at `/carta/versioni`, changes values and articles, reads at `/carta/confronto` what changes
//! (and, in the slice `network`, for whom), and adopts it: from then on it never changes, and
//! another draft of the version before has its changes carried over before it is adopted;
//! [`kernel::Event::CharterAdopted`] has every organisation checked again.

mod charter;
pub mod document;
mod easy;
pub mod facade;

/// The tables of this crate, in the order in which they are made.
pub fn migrations() -> store::Migrations {
    let features = [document::migrations(), charter::migrations(), easy::migrations()];
    features.into_iter().flatten().collect()
}

/// What this crate hands over to be assembled.
pub fn slice() -> web::Slice {
    let mut api = document::api();
    api.merge(charter::api());
    web::Slice {
        name: "consensus",
        routes: document::routes().merge(charter::routes()).merge(easy::routes()),
        texts: web::texts!("document", "charter", "easy"),
        migrations,
        holdings: Vec::new(),
        api: Some(api),
    }
}
