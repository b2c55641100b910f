//! How long it takes to check one credential, and to issue one.
//!
//! `cargo bench -p credentials`

#![allow(clippy::unwrap_used, reason = "a measurement that cannot begin has failed")]

use access::{Act, Actor, Permit, Target};
use credentials::facade::{Form, NewCredential, check, file, issue};
use divan::Bencher;
use kernel::{Lang, OrganisationId, PersonId};
use network::facade::{NewOrganisation, OrganisationKind, create_organisation};
use testkit::TestApp;
use tokio::runtime::{Builder, Runtime};

fn main() {
    divan::main();
}

struct House {
    runtime: Runtime,
    app: TestApp,
    organisation: OrganisationId,
    holder: PersonId,
}

fn permit() -> Permit {
    Permit::ask(&Actor::Program("bench".into()), Act::ManageCertificates, Target::Network).unwrap()
}

fn house() -> House {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let (app, organisation, holder) = runtime.block_on(async {
        let slices = || vec![people::slice(), consensus::slice(), network::slice(), credentials::slice()];
        let app = TestApp::new(slices).await;
        let mut tx = permit().begin(&app.db.db).await.unwrap();
        let new = NewOrganisation::new("Casa dei Pari", OrganisationKind::Association, "Trento", "TN");
        let organisation = create_organisation(&mut tx, new).await.unwrap();
        let holder = tx.env().id();
        tx.commit().await.unwrap();
        (app, organisation, holder)
    });
    House { runtime, app, organisation, holder }
}

impl House {
    fn certificates(&self, count: usize) -> Vec<NewCredential> {
        let day = |text: &str| text.parse().unwrap();
        let one = NewCredential {
            issuer: self.organisation,
            issuer_name: "Casa dei Pari".into(),
            holder: self.holder,
            holder_name: "Ada Rossi".into(),
            title: "Persona esperta in supporto tra pari".into(),
            description: "Mettere la propria esperienza al servizio di altre persone.".into(),
            criteria: "Almeno l’80 per cento degli incontri e tutto il tirocinio.".into(),
            minutes: vec![("theory".into(), 12_000), ("internship".into(), 7_800)],
            from: day("2025-09-15"),
            to: day("2026-02-20"),
            issued_on: day("2026-03-01"),
            signed_by: vec![("Bruno Neri".into(), "expert".into()), ("Carla Bianchi".into(), "professional".into())],
            alignments: Vec::new(),
            lang: Lang::It,
        };
        vec![one; count]
    }
    fn issue(&self, count: usize) -> Vec<kernel::CredentialId> {
        let new = self.certificates(count);
        self.runtime.block_on(async {
            let mut tx = permit().begin(&self.app.db.db).await.unwrap();
            let ids = issue(&mut tx, &self.app.app, new).await.unwrap();
            tx.commit().await.unwrap();
            ids
        })
    }
}

/// From the text of a file to what is said of it: reading, canonical form, signature, status.
#[divan::bench(args = [Form::OpenBadge, Form::Jwt, Form::SdJwt])]
fn check_one(bencher: Bencher<'_, '_>, form: Form) {
    let house = house();
    let id = house.issue(1)[0];
    let conn = house.app.db.db.reader();
    let text = house.runtime.block_on(file(conn, id, form)).unwrap().unwrap();
    bencher.bench_local(|| {
        let said = house.runtime.block_on(check(conn, &house.app.app, text.as_bytes(), None)).unwrap().unwrap();
        assert_eq!(said.verdict, "valid");
    });
}

/// A portion of a bulk issue: all forms, one transaction.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn issue_a_hundred(bencher: Bencher<'_, '_>) {
    let house = house();
    bencher.counter(divan::counter::ItemsCount::new(100_usize)).bench_local(|| house.issue(100));
}
