//! What is done with certificates: proposed, signed, issued, taken back.

use super::{Coming, edition, on_record, reality};
use crate::certificate::{
    model::{Certificate, NewCertificate, Stage},
    rules::{self, Step},
    store::{
        self,
        gather::{Trainee, met, without_one},
        issue, many, signatory, task,
    },
};
use ::store::Fault;
use access::Act;
use axum::{extract::Path, response::Response};
use kernel::{Invalid, Invalids};
use web::{Ctx, Error, Fields, Result};

/// How many certificates are issued while the person waits; more of them become work with a page
/// that shows how far it is.
const AT_ONCE: usize = 3;

/// Somebody did the same at the same moment: the request is tried again and finds it done.
fn came_second(fault: Fault) -> Fault {
    if matches!(fault, Fault::Duplicate(_)) { Fault::Conflict } else { fault }
}

fn nobody_chosen() -> Invalids {
    Invalid::new("who", "certificate-invalid-nobody").into()
}

/// Proposes certificates: the first signature. Pressed twice, each is proposed once.
pub(in crate::certificate) async fn propose(
    ctx: Ctx,
    Path((address, edition)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response> {
    let (coming, permit) = Coming::to(&ctx, &address, &edition).await?;
    let conn = ctx.db().reader();
    let edition = coming.whole.edition.id;
    let named = signatory::of(conn, edition).await?;
    let both = rules::both_kinds(named.iter().map(|one| one.side));
    let (Some(side), true) = (coming.side, both) else {
        let wrong = Invalid::new("who", "certificate-invalid-signatory").into();
        return edition::refuse(&ctx, &coming, &fields, &wrong).await;
    };
    let mut tx = permit.begin(ctx.db()).await?;
    let trainees = coming.whole.trainees(tx.conn()).await?;
    let standing = store::of_edition(tx.conn(), edition).await?;
    let asked = edition::chosen(&fields, &trainees, |trainee| trainee.enrolment.to_string()).len();
    let (mut ready, _) = without_one(trainees, &standing);
    ready.retain(|trainee| trainee.person != coming.person);
    let chosen = edition::chosen(&fields, &ready, |trainee| trainee.enrolment.to_string());
    if chosen.is_empty() {
        tx.rollback().await?;
        return match asked {
            0 => edition::refuse(&ctx, &coming, &fields, &nobody_chosen()).await,
            _ => ctx.done("certificate-nothing-left", &coming.href()),
        };
    }
    let all: Vec<NewCertificate> = chosen.iter().map(|trainee| new_certificate(&coming, trainee)).collect();
    for new in &all {
        rules::proposed(new.holder, coming.person, side, true).map_err(|_| Fault::Stale)?;
    }
    many::propose(&mut tx, &all, coming.person, side).await.map_err(came_second)?;
    tx.note("edition", edition.to_string());
    tx.note("proposed", chosen.len());
    tx.commit().await?;
    ctx.done("certificate-proposed", &coming.href())
}

fn new_certificate(coming: &Coming, trainee: &Trainee) -> NewCertificate {
    NewCertificate {
        organisation: coming.organisation.id,
        edition: coming.whole.edition.id,
        enrolment: trainee.enrolment,
        holder: trainee.person,
    }
}

/// The second signature.
pub(in crate::certificate) async fn sign(
    ctx: Ctx,
    Path((address, edition)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response> {
    let (coming, permit) = Coming::to(&ctx, &address, &edition).await?;
    let Some(side) = coming.side else {
        let wrong = Invalid::new("who", "certificate-invalid-signatory").into();
        return edition::refuse(&ctx, &coming, &fields, &wrong).await;
    };
    let mut tx = permit.begin(ctx.db()).await?;
    let trainees = coming.whole.trainees(tx.conn()).await?;
    let all = store::of_edition(tx.conn(), coming.whole.edition.id).await?;
    let step = Step::Sign(coming.person, side);
    let fits = |one: &Certificate| rules::after(store::standing(one), step, met(&trainees, one.enrolment)).is_ok();
    let waiting: Vec<Certificate> = all.iter().filter(|one| fits(one)).cloned().collect();
    let chosen: Vec<Certificate> =
        edition::chosen(&fields, &waiting, |one| one.id.to_string()).into_iter().cloned().collect();
    if chosen.is_empty() {
        tx.rollback().await?;
        let asked = edition::chosen(&fields, &all, |one| one.id.to_string());
        return match asked.first() {
            None => edition::refuse(&ctx, &coming, &fields, &nobody_chosen()).await,
            Some(one) if one.stage == Stage::Proposed => {
                let why = rules::after(store::standing(one), step, met(&trainees, one.enrolment));
                let key = why.err().map_or("certificate-why-not-now", rules::Why::key);
                edition::refuse(&ctx, &coming, &fields, &Invalid::new("who", key).into()).await
            }
            Some(_) => ctx.done("certificate-nothing-left", &coming.href()),
        };
    }
    many::sign(&mut tx, &chosen, (coming.person, side), |place| met(&trainees, place)).await?;
    tx.note("edition", coming.whole.edition.id.to_string());
    tx.note("signed", chosen.len());
    tx.commit().await?;
    ctx.done("certificate-signed", &coming.href())
}

/// Issues what two people signed: a few at once, more of them as work with a page of its own.
/// Pressed twice, each is issued once, and the second press is told.
pub(in crate::certificate) async fn issue(
    ctx: Ctx,
    Path((address, edition)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response> {
    let (coming, permit) = Coming::to(&ctx, &address, &edition).await?;
    if coming.side.is_none() && !coming.keeps {
        return Err(Error::NotFound);
    }
    let edition = coming.whole.edition.id;
    let mut tx = permit.begin(ctx.db()).await?;
    let trainees = coming.whole.trainees(tx.conn()).await?;
    let all = store::of_edition(tx.conn(), edition).await?;
    let signed: Vec<Certificate> =
        all.iter().filter(|one| one.stage == Stage::Signed && one.task.is_none()).cloned().collect();
    let chosen: Vec<Certificate> =
        edition::chosen(&fields, &signed, |one| one.id.to_string()).into_iter().cloned().collect();
    if chosen.is_empty() {
        tx.rollback().await?;
        if edition::chosen(&fields, &all, |one| one.id.to_string()).is_empty() {
            return edition::refuse(&ctx, &coming, &fields, &nobody_chosen()).await;
        }
        return match task::of_edition(ctx.db().reader(), edition).await? {
            Some(task) => ctx.goto(&format!("{}/attestati/lavori/{}", coming.organisation.href(), task.id)),
            None => ctx.done("certificate-nothing-left", &coming.href()),
        };
    }
    if chosen.len() > AT_ONCE {
        let task = task::begin(&mut tx, coming.organisation.id, edition, &chosen).await.map_err(came_second)?;
        tx.commit().await?;
        return ctx.goto(&format!("{}/attestati/lavori/{task}", coming.organisation.href()));
    }
    let outcome = issue::issue(&mut tx, ctx.app(), &coming.whole, &trainees, &chosen).await?;
    // The paper belongs to what is handed over: where it cannot be set, nothing is issued.
    match issue::papers_within(&tx, ctx.app(), &outcome.issued).await {
        Ok(()) => tx.commit().await?,
        Err(Fault::Unreadable(why)) => {
            tx.rollback().await?;
            tracing::error!(edition = %edition, why, "a certificate cannot be set on paper, and none was issued");
            let wrong = Invalid::new("who", "certificate-invalid-paper").into();
            return edition::refuse(&ctx, &coming, &fields, &wrong).await;
        }
        Err(fault) => return Err(fault.into()),
    }
    let key = if outcome.left_out.is_empty() { "certificate-done-issued" } else { "certificate-done-left-out" };
    ctx.done(key, &coming.href())
}

/// Who proposed a certificate may take it back, and who keeps the courses.
pub(super) fn may_withdraw(coming: &Coming, certificate: &Certificate) -> bool {
    coming.keeps || certificate.first.by == Some(coming.person)
}

/// Takes a certificate back before it is issued.
pub(in crate::certificate) async fn withdraw(
    ctx: Ctx,
    Path((address, certificate)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response> {
    let organisation = reality(&ctx, &address).await?;
    ctx.permit(Act::SignCertificate, organisation.target())?;
    let mut certificate = on_record(&ctx, &organisation, &certificate).await?;
    let (coming, permit) = Coming::to(&ctx, &address, &certificate.edition.to_string()).await?;
    if !may_withdraw(&coming, &certificate) {
        return Err(Error::NotFound);
    }
    certificate.version = fields.get("version").parse().unwrap_or(0);
    let mut tx = permit.begin(ctx.db()).await?;
    tx.note("certificate", certificate.id.to_string());
    tx.note("withdrawn", true);
    store::step(&mut tx, &certificate, Step::Withdraw, false).await?;
    tx.commit().await?;
    ctx.done("certificate-withdrawn", &coming.href())
}
