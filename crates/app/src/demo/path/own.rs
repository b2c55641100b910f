//! What people keep for themselves: a booklet, hours of training.

use super::{Cast, begin};
use ::store::Fault;
use access::Act;
use kernel::{Duration, NaiveDate, TrainingOfferId};
use pathway::facade::{
    BookletAbout, BookletPart, BookletWords, NewOwnHours, QualificationKind, TrainingAnswer, answer_offer,
    keep_own_hours, write_booklet_about, write_booklet_entries,
};
use web::App;

fn entry(part: BookletPart, title: &str, text: &str, from: i32) -> (BookletPart, BookletWords) {
    let text = (!text.is_empty()).then(|| text.to_owned());
    (part, BookletWords { title: title.to_owned(), text, from: Some(from), ..BookletWords::default() })
}

/// Who has a certificate gathers what came before it, and the expert what came after.
pub(super) async fn booklets(app: &App, cast: &Cast) -> Result<(), Fault> {
    let mut tx = begin(app, Act::UseOwnAccount).await?;
    let mut worker = entry(BookletPart::Qualification, "Operatrice socio-sanitaria", "", 2015);
    worker.1.qualification = Some(QualificationKind::CareWorker.code().to_owned());
    let entries = [
        entry(BookletPart::TurningPoint, "Il primo gruppo", "Ho detto il mio nome, e nessuno si è spaventato.", 2019),
        entry(BookletPart::Competence, "Ascoltare senza fretta", "L’ho imparato nel gruppo del giovedì.", 2020),
        entry(BookletPart::Testimony, "Due classi del liceo", "Con Agnese. Prima e dopo ne abbiamo parlato.", 2023),
        worker,
    ];
    write_booklet_entries(&mut tx, app, cast.certified, &entries).await?;
    let about = BookletAbout {
        name: None,
        contact: None,
        text: Some("Porto quello che ho vissuto, e il tempo che serve per ascoltare.".to_owned()),
    };
    write_booklet_about(&mut tx, app, cast.certified, &about).await?;
    let entries =
        [entry(BookletPart::TurningPoint, "Il giorno della chiave", "Le chiavi del centro, in mano a me.", 2017)];
    write_booklet_entries(&mut tx, app, cast.expert, &entries).await?;
    tx.commit().await
}

/// The expert answers what is offered, and keeps hours from elsewhere.
pub(super) async fn hours(app: &App, cast: &Cast, offers: &[TrainingOfferId], today: NaiveDate) -> Result<(), Fault> {
    let mut tx = begin(app, Act::UseOwnAccount).await?;
    for offer in offers.iter().take(2) {
        answer_offer(&mut tx, *offer, cast.expert, TrainingAnswer::Yes).await?;
    }
    let said = NewOwnHours {
        day: today - Duration::days(50),
        minutes: 180,
        what: "Seminario sull’auto mutuo aiuto".to_owned(),
        source: Some("Coordinamento dei gruppi".to_owned()),
    };
    keep_own_hours(&mut tx, app, cast.expert, &said, None).await?;
    tx.commit().await
}
