//! Issuing: the record is signed in all its forms, the paper is set, the person is told.

use super::{
    gather::{Trainee, Whole},
    many, paper, several, task,
};
use crate::{
    certificate::{
        model::{Certificate, Left, Stage, Task},
        rules,
    },
    panel,
};
use access::{Act, Actor, Permit, Technical, Tx};
use credentials::facade::{Issued, NewCredential};
use kernel::{CertificateId, CredentialId, EditionId, Lang, OrganisationId, PersonId};
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
    /// Those that were left out, and why.
    pub left_out: Vec<(CertificateId, Left)>,
}

/// A certificate that can be issued: what is to be signed, and the code it will have.
struct Ready<'a> {
    certificate: &'a Certificate,
    record: NewCredential,
    code: String,
}

/// A paper, or why it cannot be set.
type Paper = Result<Vec<u8>, TypesetFault>;

/// Papers by certificate.
type Papers = HashMap<CertificateId, Vec<u8>>;

/// Issues certificates of an edition that two people signed. Each is issued once: who comes second
/// gets [`Fault::Stale`].
pub(in crate::certificate) async fn issue(
    tx: &mut Tx,
    app: &App,
    whole: &Whole,
    trainees: &[Trainee],
    certificates: &[Certificate],
) -> Result<Outcome, Fault> {
    let certificates: Vec<&Certificate> = certificates.iter().collect();
    let (ready, outcome) = ready(tx.conn(), app, whole, trainees, &certificates).await?;
    write(tx, app, whole.edition.id, &ready.iter().collect::<Vec<_>>()).await?;
    Ok(outcome)
}

/// Issues what can be issued, and tells whose it is.
async fn write(tx: &mut Tx, app: &App, edition: EditionId, ready: &[&Ready<'_>]) -> Result<(), Fault> {
    let new = ready.iter().map(|one| (one.record.clone(), one.code.clone())).collect();
    let ids = credentials::facade::issue_as(tx, app, new).await?;
    let signed: Vec<(&Certificate, CredentialId)> = ready.iter().map(|one| one.certificate).zip(ids).collect();
    many::issued(tx, &signed).await?;
    for (certificate, _) in &signed {
        tell(tx, app, certificate.holder).await?;
    }
    tx.note("edition", edition.to_string());
    tx.note("issued", signed.len());
    Ok(())
}

/// Which certificates can be issued, and which are left out.
async fn ready<'a>(
    conn: &impl Conn,
    app: &App,
    whole: &Whole,
    trainees: &[Trainee],
    certificates: &[&'a Certificate],
) -> Result<(Vec<Ready<'a>>, Outcome), Fault> {
    let organisation = whole.edition.organisation;
    let issuers = network::facade::organisation_names(conn, &[organisation]).await?;
    let issuer = issuers.get(&organisation).map(|one| one.name.clone()).unwrap_or_default();
    let names = people::facade::person_names(conn, &everybody(certificates)).await?;
    let (t, today) = (app.t(Lang::default()), app.env().today());
    let (mut ready, mut outcome) = (Vec::new(), Outcome::default());
    for &certificate in certificates {
        let trainee = trainees.iter().find(|one| one.enrolment == certificate.enrolment && one.lacks.is_empty());
        let Some(trainee) = trainee else {
            outcome.left_out.push((certificate.id, Left::NotMet));
            continue;
        };
        let (Some(name), Some(signed)) = (names.get(&certificate.holder), signed_by(certificate, &names)) else {
            outcome.left_out.push((certificate.id, Left::NoName));
            continue;
        };
        let holder = (certificate.holder, name.as_str());
        let record = whole.record(&t, &issuer, holder, &trainee.progress, (signed, today));
        outcome.issued.push(certificate.id);
        ready.push(Ready { certificate, record, code: credentials::facade::new_code(app.env()) });
    }
    Ok((ready, outcome))
}

fn everybody(certificates: &[&Certificate]) -> Vec<PersonId> {
    let of = |one: &&Certificate| [Some(one.holder), one.first.by, one.second.and_then(|second| second.by)];
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

/// Sets certificates that were issued on paper and keeps the papers. What is kept already stays; what
/// cannot be set is left out, and the others go on.
async fn set_papers(app: &App, task: &Task, ids: &[CertificateId]) -> Result<(), Fault> {
    let (papers, left) = set(sheets(app.db().reader(), app, ids).await?).await?;
    store::retrying(app.env(), || keep(app, task, &papers, &left)).await
}

/// Sets sheets: the papers, and which cannot be set.
async fn set(
    sheets: Vec<(CertificateId, typeset::Certificate)>,
) -> Result<(Papers, Vec<(CertificateId, Left)>), Fault> {
    let (mut papers, mut left) = (Papers::new(), Vec::new());
    for (id, paper) in in_two(sheets).await? {
        match paper {
            Ok(bytes) => {
                papers.insert(id, bytes);
            }
            Err(why) => {
                tracing::error!(certificate = %id, %why, "a certificate cannot be set on paper, and was left out");
                left.push((id, Left::NoPaper));
            }
        }
    }
    Ok((papers, left))
}

/// Sets and keeps papers of certificates that this transaction issues: they and their papers are there
/// together, or neither. [`Fault::Unreadable`] where one cannot be set.
pub(in crate::certificate) async fn papers_within(tx: &Tx, app: &App, ids: &[CertificateId]) -> Result<(), Fault> {
    let set = in_two(sheets(tx.conn(), app, ids).await?).await?;
    for (id, bytes) in set {
        paper::keep(tx, id, Lang::default(), bytes.map_err(Fault::unreadable)?).await?;
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

async fn keep(app: &App, task: &Task, papers: &Papers, left: &[(CertificateId, Left)]) -> Result<(), Fault> {
    let tx = Technical::Reaction.begin(app.db()).await?;
    for (id, bytes) in papers {
        paper::keep(&tx, *id, Lang::default(), bytes.clone()).await?;
    }
    leave_out(&tx, task, left).await?;
    tx.commit().await
}

async fn leave_out(tx: &Tx, task: &Task, left: &[(CertificateId, Left)]) -> Result<(), Fault> {
    for (id, why) in left {
        task::leave_out(tx, task.id, *id, *why).await?;
    }
    Ok(())
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
    Some(sheet_under(app, issued.record.as_ref()?, &issued.code, lang))
}

fn sheet_under(app: &App, record: &NewCredential, code: &str, lang: Lang) -> typeset::Certificate {
    let href = app.site().link(&credentials::facade::path_of(code));
    rules::paper(&app.t(lang), record, &href)
}

/// Sets sheets away from the threads that serve pages, half of them at the side of the other half.
async fn in_two(mut sheets: Vec<(CertificateId, typeset::Certificate)>) -> Result<Vec<(CertificateId, Paper)>, Fault> {
    let others = sheets.split_off(sheets.len() / 2);
    let set = |sheets: Vec<(CertificateId, typeset::Certificate)>| {
        tokio::task::spawn_blocking(move || {
            sheets.into_iter().map(|(id, sheet)| (id, typeset::certificate_pdf(&sheet))).collect::<Vec<_>>()
        })
    };
    let (one, other) = (set(sheets), set(others));
    let mut all = Vec::new();
    for half in [one, other] {
        all.extend(half.await.map_err(Fault::unreadable)?);
    }
    Ok(all)
}

/// Does the next portion of the oldest work that waits, and says how many certificates that were;
/// 0 when nothing waits. It may be broken off at any moment: what was issued stays issued, and a paper
/// that was lost is set the next time. One that cannot be issued is left out, and the others go on.
pub(in crate::certificate) async fn portion(app: &App) -> Result<usize, Fault> {
    let conn = app.db().reader();
    let Some(task) = task::waiting(conn).await? else { return Ok(0) };
    let to_set = task::to_set(conn, task.id, PORTION).await?;
    if !to_set.is_empty() {
        set_papers(app, &task, &to_set).await?;
        return Ok(to_set.len());
    }
    let to_issue = task::to_issue(conn, task.id, PORTION).await?;
    if to_issue.is_empty() {
        store::retrying(app.env(), || finish(app, &task)).await?;
        return Ok(1);
    }
    issue_some(app, &task, &to_issue).await?;
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

/// A portion whose papers are set and that is still to be issued.
pub(in crate::certificate) struct Portion<'a> {
    ready: Vec<Ready<'a>>,
    papers: Papers,
    left: Vec<(CertificateId, Left)>,
}

async fn issue_some(app: &App, task: &Task, ids: &[CertificateId]) -> Result<(), Fault> {
    let certificates = several(app.db().reader(), ids).await?;
    let portion = set_some(app, task, &certificates).await?;
    store::retrying(app.env(), || write_some(app, task, &portion)).await
}

/// Sets the papers of a portion, before anything of it is issued: setting takes long, and meanwhile
/// others write. What cannot be set is not issued.
pub(in crate::certificate) async fn set_some<'a>(
    app: &App,
    task: &Task,
    certificates: &'a [Certificate],
) -> Result<Portion<'a>, Fault> {
    let waits = |one: &&Certificate| one.stage == Stage::Signed && one.task == Some(task.id);
    let waiting: Vec<&Certificate> = certificates.iter().filter(waits).collect();
    let (mut ready, outcome) = ready_now(app.db().reader(), app, task, &waiting).await?;
    let sheet = |one: &Ready<'_>| (one.certificate.id, sheet_under(app, &one.record, &one.code, Lang::default()));
    let (papers, mut left) = set(ready.iter().map(sheet).collect()).await?;
    ready.retain(|one| papers.contains_key(&one.certificate.id));
    left.extend(outcome.left_out);
    Ok(Portion { ready, papers, left })
}

/// Which certificates of a task can be issued as the records stand now. A fixed number of statements.
async fn ready_now<'a>(
    conn: &impl Conn,
    app: &App,
    task: &Task,
    certificates: &[&'a Certificate],
) -> Result<(Vec<Ready<'a>>, Outcome), Fault> {
    let whole = Whole::of(conn, task.edition).await?;
    let whole = whole.ok_or_else(|| Fault::unreadable("certificates of an edition that is gone"))?;
    let places: Vec<_> = certificates.iter().map(|one| one.enrolment).collect();
    let trainees = whole.some_trainees(conn, |place| places.contains(&place)).await?;
    ready(conn, app, &whole, &trainees, certificates).await
}

/// Issues a portion, as far as it is now what it was when it was set. Who lacks something by now is
/// left out; where anything else of the record is another by now, its paper is set anew with the next
/// portion.
pub(in crate::certificate) async fn write_some(app: &App, task: &Task, portion: &Portion<'_>) -> Result<(), Fault> {
    let mut tx = as_job(app, task.organisation, Act::SignCertificate).await?;
    let certificates: Vec<&Certificate> = portion.ready.iter().map(|one| one.certificate).collect();
    let (now, outcome) = ready_now(tx.conn(), app, task, &certificates).await?;
    let records: HashMap<CertificateId, &NewCredential> =
        now.iter().map(|one| (one.certificate.id, &one.record)).collect();
    let same = |one: &&Ready<'_>| records.get(&one.certificate.id) == Some(&&one.record);
    let still: Vec<&Ready<'_>> = portion.ready.iter().filter(same).collect();
    write(&mut tx, app, task.edition, &still).await?;
    for one in &still {
        if let Some(bytes) = portion.papers.get(&one.certificate.id) {
            paper::keep(&tx, one.certificate.id, Lang::default(), bytes.clone()).await?;
        }
    }
    leave_out(&tx, task, &portion.left).await?;
    leave_out(&tx, task, &outcome.left_out).await?;
    tx.commit().await
}
