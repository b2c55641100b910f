//! Certificates: proposed, signed by two people of both kinds, issued.
//!
//! What a course asks is nothing but having been there: meetings, hours in the field, hours at the
//! side of an expert. Where it is met, one of those named to sign proposes, which is the first
//! signature; one of the other kind signs second; then it is issued, once, in all its forms from one
//! record. Nobody signs a certificate of their own. It is revoked only for an error in issuing: there
//! is no other reason to choose and nowhere to write one.
//!
//! Who is certified says something of a person's health: only those named to sign and those who keep
//! the courses see who is, and the person.

mod model;
mod pages;
mod rules;
mod store;
#[cfg(test)]
pub(crate) mod tests;

pub use model::{Certificate, NewCertificate, Signatory, Stage};

use ::store::{Conn, Db, Fault};
use access::{Act, Actor, Holding, Retention, Tx};
use kernel::{Duration, EditionId, OrganisationId, PersonId};
use serde_json::json;
use store::{
    again,
    gather::{Whole, met},
    issue, many, signatory,
};
use web::{App, ui::NextStep};

pub(crate) fn migrations() -> ::store::Migrations {
    store::migrations()
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
        .get("/attestati", Act::UseOwnAccount, pages::own::list)
        .get("/attestati/{certificate}", Act::UseOwnAccount, pages::own::show)
        .post("/attestati/{certificate}/mostra", Act::UseOwnAccount, pages::own::choose)
        .file("/attestati/{certificate}/attestato.pdf", Act::UseOwnAccount, pages::own::paper)
        .file("/attestati/{certificate}/forme/{form}", Act::UseOwnAccount, pages::own::file)
        .get("/realta/{id}/attestati", Act::SignCertificate, pages::organisation::show)
        .get("/realta/{id}/attestati/edizioni/{edition}", Act::SignCertificate, pages::edition::show)
        .get("/realta/{id}/attestati/edizioni/{edition}/firme", Act::ManageCourses, pages::signatories::form)
        .post("/realta/{id}/attestati/edizioni/{edition}/firme", Act::ManageCourses, pages::signatories::save)
        .post("/realta/{id}/attestati/edizioni/{edition}/proponi", Act::SignCertificate, pages::steps::propose)
        .post("/realta/{id}/attestati/edizioni/{edition}/firma", Act::SignCertificate, pages::steps::sign)
        .post("/realta/{id}/attestati/edizioni/{edition}/rilascia", Act::SignCertificate, pages::steps::issue)
        .post("/realta/{id}/attestati/{certificate}/ritira", Act::SignCertificate, pages::steps::withdraw)
        .get("/realta/{id}/attestati/lavori/{task}", Act::SignCertificate, pages::task::show)
        .get("/realta/{id}/attestati/{certificate}/revoca", Act::ManageCertificates, pages::revoke::form)
        .post("/realta/{id}/attestati/{certificate}/revoca", Act::ManageCertificates, pages::revoke::revoke)
}

pub(crate) fn holdings() -> Vec<Box<dyn Holding>> {
    vec![Box::new(Held)]
}

/// Names who signs the certificates of an edition, in place of those named before.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn name_signatories(
    tx: &mut Tx,
    organisation: OrganisationId,
    edition: EditionId,
    all: &[Signatory],
) -> Result<(), Fault> {
    signatory::name(tx, organisation, edition, all).await
}

/// Proposes, signs and issues certificates of an edition for everybody who has what its course asks
/// and has none, and says how many: for made-up networks. The two who sign must be of both kinds;
/// who of them is a trainee is left out.
///
/// # Errors
/// [`Fault::Stale`] when the rules do not allow it; else as the store says.
pub async fn certify_ready(
    tx: &mut Tx,
    app: &App,
    edition: EditionId,
    first: Signatory,
    second: Signatory,
) -> Result<usize, Fault> {
    let ready = sign_ready(tx, edition, first, Some(second)).await?;
    let whole = Whole::of(tx.conn(), edition).await?.ok_or(Fault::Stale)?;
    let trainees = whole.trainees(tx.conn()).await?;
    let outcome = issue::issue(tx, app, &whole, &trainees, &ready).await?;
    Ok(outcome.issued.len())
}

/// Proposes certificates of an edition for everybody who has what its course asks and has none; with
/// a second person they are signed as well. For made-up networks.
///
/// # Errors
/// [`Fault::Stale`] when the rules do not allow it; else as the store says.
pub async fn sign_ready(
    tx: &mut Tx,
    edition: EditionId,
    first: Signatory,
    second: Option<Signatory>,
) -> Result<Vec<Certificate>, Fault> {
    let whole = Whole::of(tx.conn(), edition).await?.ok_or(Fault::Stale)?;
    let trainees = whole.trainees(tx.conn()).await?;
    let standing = store::of_edition(tx.conn(), edition).await?;
    let (ready, _) = store::gather::without_one(trainees.clone(), &standing);
    let mut all = Vec::new();
    for trainee in ready {
        if trainee.person == first.person || second.is_some_and(|second| second.person == trainee.person) {
            continue;
        }
        let new = NewCertificate {
            organisation: whole.edition.organisation,
            edition,
            enrolment: trainee.enrolment,
            holder: trainee.person,
        };
        rules::proposed(new.holder, first.person, first.side, true).map_err(|_| Fault::Stale)?;
        all.push(new);
    }
    let proposed = many::propose(tx, &all, first.person, first.side).await?;
    let mut certificates = store::several(tx.conn(), &proposed).await?;
    if let Some(second) = second {
        many::sign(tx, &certificates, (second.person, second.side), |place| met(&trainees, place)).await?;
        certificates = store::several(tx.conn(), &proposed).await?;
    }
    Ok(certificates)
}

/// Puts all certificates of an edition that are signed together to be issued by [`issue_waiting`].
/// For made-up networks; on the page it is a button.
///
/// # Errors
/// [`Fault::Duplicate`] when such work is under way.
pub async fn begin_issuing(tx: &mut Tx, edition: EditionId) -> Result<Option<kernel::TaskId>, Fault> {
    let mut signed = store::of_edition(tx.conn(), edition).await?;
    signed.retain(|one| one.stage == Stage::Signed && one.task.is_none());
    let Some(organisation) = signed.first().map(|one| one.organisation) else { return Ok(None) };
    store::task::begin(tx, organisation, edition, &signed).await.map(Some)
}

/// Does the next portion of the oldest work that waits: issues certificates in all their forms and
/// sets them on paper. Says how many that were; 0 when nothing waits. A job calls it again and again.
///
/// # Errors
/// [`Fault`] as the store says; what was done before stays.
pub async fn issue_waiting(app: &App) -> Result<usize, Fault> {
    issue::portion(app).await
}

/// Whether certificates wait to be issued together.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn issuing_waits(conn: &impl Conn) -> Result<bool, Fault> {
    Ok(store::task::waiting(conn).await?.is_some())
}

/// Signs the next portion of certificates again whose key is trusted no more, and tells whose they
/// are. Says how many that were; 0 when nothing waits. A job calls it again and again.
///
/// # Errors
/// [`Fault`] as the store says; what was done before stays.
pub async fn sign_again_waiting(app: &App) -> Result<usize, Fault> {
    again::portion(app).await
}

/// Whether certificates wait to be signed again.
///
/// # Errors
/// [`Fault`] as the store says.
pub async fn signing_again_waits(conn: &impl Conn) -> Result<bool, Fault> {
    Ok(credentials::facade::to_sign_again(conn).await?.is_some())
}

/// The certificates of a person that were issued, the latest first; revoked ones too.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn of_holder(conn: &impl Conn, person: PersonId) -> Result<Vec<Certificate>, Fault> {
    store::of_holder(conn, person).await
}

/// For how many days the start page says that a certificate is there.
const NEW_DAYS: i64 = 30;

/// What certificates ask of somebody, or offer: of who was named to sign, to sign what another
/// proposed; whose certificate is new is told that it is there, and theirs to show or to keep.
///
/// # Errors
/// [`Fault`] as the store says.
pub(crate) async fn steps(db: &Db, actor: &Actor) -> Result<Vec<NextStep>, Fault> {
    let Some(person) = actor.person() else { return Ok(Vec::new()) };
    let mut steps = new_ones(db, person).await?;
    steps.extend(to_sign(db, person).await?);
    Ok(steps)
}

/// Certificates that a person has since a short while.
async fn new_ones(db: &Db, person: PersonId) -> Result<Vec<NextStep>, Fault> {
    let since = db.env().now() - Duration::days(NEW_DAYS);
    let own = store::of_holder(db.reader(), person).await?;
    let new = own.iter().filter(|one| one.stage == Stage::Issued && one.issued_at.is_some_and(|at| at >= since));
    let step = |one: &Certificate| NextStep {
        key: "certificate-step-new",
        args: Vec::new(),
        href: format!("/attestati/{}", one.id),
        urgent: false,
    };
    Ok(new.map(step).collect())
}

/// What waits for a person's signature.
async fn to_sign(db: &Db, person: PersonId) -> Result<Vec<NextStep>, Fault> {
    let conn = db.reader();
    let waiting = store::waiting_for(conn, person).await?;
    if waiting.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<OrganisationId> = waiting.iter().map(|(organisation, ..)| *organisation).collect();
    let names = network::facade::organisation_names(conn, &ids).await?;
    let step = |(organisation, edition, count): &(OrganisationId, EditionId, i64)| {
        let here = names.get(organisation)?;
        Some(NextStep {
            key: "certificate-step-sign",
            args: vec![("number", count.to_string()), ("name", here.name.clone())],
            href: format!("{}/attestati/edizioni/{edition}", here.href()),
            urgent: true,
        })
    };
    Ok(waiting.iter().filter_map(step).collect())
}

/// What this feature holds on persons.
struct Held;

#[async_trait::async_trait]
impl Holding for Held {
    fn name(&self) -> &'static str {
        "certificates"
    }
    fn retention(&self) -> &'static [Retention] {
        const ALL: &[Retention] = &[
            Retention {
                table: "certificate",
                person_column: "holder",
                purpose: "retention-certificate",
                days: None,
                since: "",
            },
            Retention {
                table: "certificate_paper",
                person_column: "-",
                purpose: "retention-certificate",
                days: None,
                since: "",
            },
            Retention {
                table: "certificate_left",
                person_column: "-",
                purpose: "retention-certificate-left",
                days: Some(90),
                since: "left_at",
            },
            Retention {
                table: "certificate_signatory",
                person_column: "person",
                purpose: "retention-certificate-signatory",
                days: None,
                since: "",
            },
            Retention {
                table: "certificate_task",
                person_column: "asked_by",
                purpose: "retention-certificate-task",
                days: Some(90),
                since: "asked_at",
            },
        ];
        ALL
    }
    async fn export(&self, db: &Db, person: PersonId) -> Result<serde_json::Value, Fault> {
        let own = store::held(db.reader(), person).await?;
        let own = own.iter().map(|one| {
            json!({
                "edition": one.edition, "stage": one.stage.code(), "proposed_at": one.first.at,
                "issued_at": one.issued_at, "credential": one.credential,
                "revoked": one.revoked.map(|(at, error)| json!({"at": at, "error": error.code()})),
            })
        });
        let named = signatory::all_of(db.reader(), person).await?;
        let named = named.iter().map(|(edition, side)| json!({"edition": edition, "as": side.code()}));
        Ok(json!({
            "own": own.collect::<Vec<_>>(), "named_to_sign": named.collect::<Vec<_>>(),
            "signed": signatory::signed_by(db.reader(), person).await?,
            "issuing_asked_for": store::task::asked_by(db.reader(), person).await?,
        }))
    }
    async fn erase(&self, tx: &mut Tx, person: PersonId) -> Result<(), Fault> {
        store::erase(tx, person).await
    }
}
