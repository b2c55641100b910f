//! Issuing: the record is signed in all its forms, the paper is set, the person is told.

use super::{
    gather::{Trainee, Whole},
    many, paper, several, task,
};
use crate::{
    certificate::{
        model::{Certificate, Stage, Task},
        rules,
    },
    panel,
};
use access::{Act, Actor, Permit, Technical, Tx};
use credentials::facade::{Issued, NewCredential};
use kernel::{CertificateId, CredentialId, Lang, OrganisationId, PersonId};
use std::collections::HashMap;
use store::{Conn, Fault};
use typeset::TypesetFault;
use web::App;

/// How many certificates are issued in one transaction, and set on paper in one go: few enough for
/// other writers to come in between.
const PORTION: i64 = 40;

/// What came of issuing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::certificate) struct Outcome {
    /// Those that were issued.
    pub issued: Vec<CertificateId>,
    /// Those that were left out: what the course asks is not met any more, or a name is missing.
    pub left_out: Vec<CertificateId>,
}

/// Issues certificates of an edition that two people signed. Each is issued once: who comes second
/// gets [`Fault::Stale`].
pub(in crate::certificate) async fn issue(
    tx: &mut Tx,
    app: &App,
    whole: &Whole,
    trainees: &[Trainee],
    certificates: &[Certificate],
) -> Result<Outcome, Fault> {
    let (records, outcome) = records(tx, app, whole, trainees, certificates).await?;
    let ids = credentials::facade::issue(tx, app, records.iter().map(|(_, record)| record.clone()).collect()).await?;
    let signed: Vec<(&Certificate, CredentialId)> =
        records.iter().zip(ids).map(|((certificate, _), credential)| (*certificate, credential)).collect();
    many::issued(tx, &signed).await?;
    for (certificate, _) in &signed {
        tell(tx, app, certificate.holder).await?;
    }
    tx.note("edition", whole.edition.id.to_string());
    tx.note("issued", outcome.issued.len());
    Ok(outcome)
}

/// What is to be signed, certificate by certificate.
async fn records<'a>(
    tx: &Tx,
    app: &App,
    whole: &Whole,
    trainees: &[Trainee],
    certificates: &'a [Certificate],
) -> Result<(Vec<(&'a Certificate, NewCredential)>, Outcome), Fault> {
    let conn = tx.conn();
    let organisation = whole.edition.organisation;
    let issuers = network::facade::organisation_names(conn, &[organisation]).await?;
    let issuer = issuers.get(&organisation).map(|one| one.name.clone()).unwrap_or_default();
    let names = people::facade::person_names(conn, &everybody(certificates)).await?;
    let (t, today) = (app.t(Lang::default()), tx.env().today());
    let (mut records, mut outcome) = (Vec::new(), Outcome::default());
    for certificate in certificates {
        let trainee = trainees.iter().find(|one| one.enrolment == certificate.enrolment && one.lacks.is_empty());
        let signed = signed_by(certificate, &names);
        match (trainee, names.get(&certificate.holder), signed) {
            (Some(trainee), Some(name), Some(signed)) => {
                let holder = (certificate.holder, name.as_str());
                records.push((certificate, whole.record(&t, &issuer, holder, &trainee.progress, (signed, today))));
                outcome.issued.push(certificate.id);
            }
            _ => outcome.left_out.push(certificate.id),
        }
    }
    Ok((records, outcome))
}

fn everybody(certificates: &[Certificate]) -> Vec<PersonId> {
    let of = |one: &Certificate| [Some(one.holder), one.first.by, one.second.and_then(|second| second.by)];
    let mut all: Vec<PersonId> = certificates.iter().flat_map(of).flatten().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Both names with their kinds; none where one of them is not on record any more.
fn signed_by(certificate: &Certificate, names: &HashMap<PersonId, String>) -> Option<Vec<(String, String)>> {
    let both = [certificate.first, certificate.second?];
    both.iter().map(|one| Some((names.get(&one.by?)?.clone(), one.side.code().to_owned()))).collect()
}

/// Writes to the person that there is something for them; the mail does not say what.
async fn tell(tx: &mut Tx, app: &App, holder: PersonId) -> Result<(), Fault> {
    let link = app.site().link("/attestati");
    panel::write_to(tx, app, holder, "certificate-mail", |_| vec![("link", link.as_str().into())]).await
}

/// Sets certificates that were issued on paper and keeps the papers. What is kept already stays.
pub(in crate::certificate) async fn set_papers(app: &App, ids: &[CertificateId]) -> Result<(), Fault> {
    let set = in_two(sheets(app.db().reader(), app, ids).await?).await?;
    store::retrying(app.env(), || keep(app, &set)).await
}

/// The same for certificates that this transaction issues: they and their papers are there together,
/// or neither. [`Fault::Unreadable`] where one cannot be set.
pub(in crate::certificate) async fn papers_within(tx: &Tx, app: &App, ids: &[CertificateId]) -> Result<(), Fault> {
    let set = in_two(sheets(tx.conn(), app, ids).await?).await?;
    for (id, bytes) in set {
        paper::keep(tx, id, Lang::default(), bytes).await?;
    }
    Ok(())
}

/// What is to be set of those that are issued.
async fn sheets(
    conn: &impl Conn,
    app: &App,
    ids: &[CertificateId],
) -> Result<Vec<(CertificateId, typeset::Certificate)>, Fault> {
    let mut certificates = several(conn, ids).await?;
    certificates.retain(|one| one.stage == Stage::Issued);
    let credentials: Vec<CredentialId> = certificates.iter().filter_map(|one| one.credential).collect();
    let mut issued = credentials::facade::credentials(conn, &credentials).await?;
    let sheet = |one: &Certificate| Some((one.id, sheet_of(app, issued.remove(&one.credential?)?, Lang::default())?));
    Ok(certificates.iter().filter_map(sheet).collect())
}

async fn keep(app: &App, set: &[(CertificateId, Vec<u8>)]) -> Result<(), Fault> {
    let tx = Technical::Reaction.begin(app.db()).await?;
    for (id, bytes) in set {
        paper::keep(&tx, *id, Lang::default(), bytes.clone()).await?;
    }
    tx.commit().await
}

/// What is to be set of a certificate in a language; none where it is not in force.
pub(in crate::certificate) async fn sheet(
    conn: &impl Conn,
    app: &App,
    certificate: &Certificate,
    lang: Lang,
) -> Result<Option<typeset::Certificate>, Fault> {
    let Some(credential) = certificate.credential.filter(|_| certificate.stage == Stage::Issued) else {
        return Ok(None);
    };
    let found = credentials::facade::credential(conn, credential).await?;
    Ok(found.and_then(|one| sheet_of(app, one, lang)))
}

fn sheet_of(app: &App, issued: Issued, lang: Lang) -> Option<typeset::Certificate> {
    let href = app.site().link(&issued.path());
    Some(rules::paper(&app.t(lang), &issued.record?, &href))
}

/// Sets sheets away from the threads that serve pages, half of them at the side of the other half.
async fn in_two(
    mut sheets: Vec<(CertificateId, typeset::Certificate)>,
) -> Result<Vec<(CertificateId, Vec<u8>)>, Fault> {
    let others = sheets.split_off(sheets.len() / 2);
    let set = |sheets: Vec<(CertificateId, typeset::Certificate)>| {
        tokio::task::spawn_blocking(move || {
            let one = |(id, sheet): &(_, _)| Ok((*id, typeset::certificate_pdf(sheet)?));
            sheets.iter().map(one).collect::<Result<Vec<_>, TypesetFault>>()
        })
    };
    let (one, other) = (set(sheets), set(others));
    let mut all = Vec::new();
    for half in [one, other] {
        all.extend(half.await.map_err(Fault::unreadable)?.map_err(Fault::unreadable)?);
    }
    Ok(all)
}

/// Does the next portion of the oldest work that waits, and says how many certificates that were;
/// 0 when nothing waits. It may be broken off at any moment: what was issued stays issued, and what
/// was not set on paper is set the next time.
pub(in crate::certificate) async fn portion(app: &App) -> Result<usize, Fault> {
    let conn = app.db().reader();
    let Some(task) = task::waiting(conn).await? else { return Ok(0) };
    let to_set = task::to_set(conn, task.id, PORTION).await?;
    if !to_set.is_empty() {
        set_papers(app, &to_set).await?;
        return Ok(to_set.len());
    }
    let to_issue = task::to_issue(conn, task.id, PORTION).await?;
    if to_issue.is_empty() {
        store::retrying(app.env(), || finish(app, &task)).await?;
        return Ok(1);
    }
    let outcome = store::retrying(app.env(), || issue_some(app, &task, &to_issue)).await?;
    set_papers(app, &outcome.issued).await?;
    Ok(to_issue.len())
}

async fn finish(app: &App, task: &Task) -> Result<(), Fault> {
    let tx = Technical::Reaction.begin(app.db()).await?;
    task::finish(&tx, task.id).await?;
    tx.commit().await
}

/// Opens a transaction of the job that issues, in the name of the program.
pub(super) async fn as_job(app: &App, organisation: OrganisationId, act: Act) -> Result<Tx, Fault> {
    let target = network::facade::organisation_target(app.db().reader(), organisation).await?;
    let target = target.ok_or_else(|| Fault::unreadable("certificates of an organisation that is gone"))?;
    let permit = Permit::ask(&Actor::Program("job certificates".to_owned()), act, target);
    permit.map_err(|refusal| Fault::unreadable(refusal.why_key()))?.begin(app.db()).await
}

async fn issue_some(app: &App, task: &Task, ids: &[CertificateId]) -> Result<Outcome, Fault> {
    let conn = app.db().reader();
    let mut certificates = several(conn, ids).await?;
    certificates.retain(|one| one.stage == Stage::Signed && one.task == Some(task.id));
    let whole = Whole::of(conn, task.edition).await?;
    let whole = whole.ok_or_else(|| Fault::unreadable("certificates of an edition that is gone"))?;
    let places: Vec<_> = certificates.iter().map(|one| one.enrolment).collect();
    let trainees = whole.some_trainees(conn, |place| places.contains(&place)).await?;
    let mut tx = as_job(app, task.organisation, Act::SignCertificate).await?;
    let outcome = issue(&mut tx, app, &whole, &trainees, &certificates).await?;
    for id in &outcome.left_out {
        task::leave_out(&tx, task.id, *id).await?;
    }
    tx.commit().await?;
    Ok(outcome)
}
