//! The pages of certificates: the person's own, and those of who signs and issues them.

pub(super) mod edition;
pub(super) mod organisation;
pub(super) mod own;
pub(super) mod revoke;
pub(super) mod signatories;
pub(super) mod steps;
pub(super) mod task;

use super::{
    model::{Certificate, Stage},
    store::{self, gather::Whole, signatory},
};
use crate::panel::Side;
use access::{Act, Permit};
use kernel::{CertificateId, EditionId, PersonId};
use network::facade::Organisation;
use web::{
    Ctx, Error, Result, T,
    ui::{Badge, State},
};

/// The organisation that an address names.
async fn reality(ctx: &Ctx, address: &str) -> Result<Organisation> {
    network::facade::find_organisation(ctx.db().reader(), address).await?.ok_or(Error::NotFound)
}

/// The way up from the pages of an organisation's certificates.
fn trail(t: &T, organisation: &Organisation) -> Vec<(String, String)> {
    let own = format!("{}/attestati", organisation.href());
    vec![
        ("/realta".to_owned(), t.get("certificate-trail-organisations")),
        (organisation.href(), organisation.name.clone()),
        (own, t.get("certificate-title")),
    ]
}

/// An edition as somebody comes to it who may: one of those named to sign, or who keeps the courses.
struct Coming {
    organisation: Organisation,
    whole: Whole,
    /// Who comes.
    person: PersonId,
    /// As which kind the person was named to sign; none for who only keeps the courses. Named for
    /// one kind and on the other side by now, a person does not sign.
    side: Option<Side>,
    /// Whether the person keeps the courses.
    keeps: bool,
}

impl Coming {
    /// Lets in who may come; to everybody else there is nothing here.
    async fn to(ctx: &Ctx, address: &str, edition: &str) -> Result<(Coming, Permit)> {
        let organisation = reality(ctx, address).await?;
        let permit = ctx.permit(Act::SignCertificate, organisation.target())?;
        let person = ctx.person()?;
        let edition: EditionId = edition.parse().map_err(|_| Error::NotFound)?;
        let conn = ctx.db().reader();
        let named = signatory::side(conn, edition, person).await?;
        let side = named.filter(|side| Side::of(ctx.actor(), organisation.id) == Some(*side));
        let keeps = ctx.may(Act::ManageCourses, organisation.target());
        if named.is_none() && !keeps {
            return Err(Error::NotFound);
        }
        let whole = Whole::of(conn, edition).await?.ok_or(Error::NotFound)?;
        if whole.edition.organisation != organisation.id {
            return Err(Error::NotFound);
        }
        Ok((Coming { organisation, whole, person, side, keeps }, permit))
    }
    /// The address of the edition's page.
    fn href(&self) -> String {
        format!("{}/attestati/edizioni/{}", self.organisation.href(), self.whole.edition.id)
    }
}

/// The certificate of an organisation that an address names.
async fn on_record(ctx: &Ctx, organisation: &Organisation, id: &str) -> Result<Certificate> {
    let id: CertificateId = id.parse().map_err(|_| Error::NotFound)?;
    let found = store::by_id(ctx.db().reader(), id).await?;
    found.filter(|one| one.organisation == organisation.id).ok_or(Error::NotFound)
}

/// How a certificate stands, as mark and word.
fn badge(t: &T, stage: Stage) -> Badge {
    let state = match stage {
        Stage::Proposed | Stage::Signed => State::Waiting,
        Stage::Issued => State::Done,
        Stage::Withdrawn | Stage::Revoked => State::Ended,
    };
    Badge::word(state, t.get(&format!("certificate-stage-{}", stage.code())))
}
