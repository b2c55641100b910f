//! Two ways into a candidacy: an account, or the personal link.

use crate::candidacy::{model::Candidacy, store};
use ::access::{Act, Permit, Target};
use kernel::{CandidacyId, PersonId};
use web::{Ctx, Error};

/// A candidacy that whoever asks may enter as its own person: by account, or by the personal link.
#[derive(Debug, Clone)]
pub(crate) struct Access {
    /// The candidacy.
    pub(crate) candidacy: Candidacy,
    /// Its person.
    pub(crate) person: PersonId,
    /// Whether it was entered by the personal link.
    pub(crate) by_link: bool,
    key: String,
}

impl Access {
    /// The address of the candidacy's own page by the same way of access: add `/…` for what is
    /// below it.
    pub(crate) fn href(&self) -> String {
        format!("/candidature/{}", self.key)
    }
    /// The permit to act as this person on this candidacy.
    ///
    /// # Errors
    /// [`Error::Refused`] as the policy says.
    pub(crate) fn permit(&self, ctx: &Ctx) -> web::Result<Permit> {
        let act = if self.by_link { Act::Apply } else { Act::UseOwnAccount };
        ctx.permit(act, Target::Person(self.person))
    }
}

/// The candidacy that the last part of an address names: its id for its signed-in person, the
/// secret of the personal link for everyone who has it. To all others there is nothing here. Routes
/// below `/candidature/{key}` name the act [`Act::Apply`] and ask this first.
///
/// # Errors
/// [`Error::NotFound`], or a refusal where nobody is signed in.
pub(crate) async fn access(ctx: &Ctx, key: &str) -> web::Result<Access> {
    let conn = ctx.db().reader();
    if let Ok(id) = key.parse::<CandidacyId>() {
        let me = ctx.person()?;
        let candidacy = store::by_id(conn, id).await?.filter(|c| c.person == Some(me)).ok_or(Error::NotFound)?;
        return Ok(Access { candidacy, person: me, by_link: false, key: id.to_string() });
    }
    let candidacy = store::by_secret(conn, key).await?.ok_or(Error::NotFound)?;
    let person = candidacy.person.ok_or(Error::NotFound)?;
    Ok(Access { candidacy, person, by_link: true, key: key.to_owned() })
}
