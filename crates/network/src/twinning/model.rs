//! Twinnings: a mature reality beside one that starts.

use kernel::{Checks, DateTime, Invalids, NaiveDate, OrganisationId, TwinningId, Utc};

store::coded! {
    /// Where a twinning stands.
    Stage {
        /// One proposed it, the other has not answered.
        Proposed = "proposed",
        /// Both said yes.
        Active = "active",
        /// The other said no.
        Declined = "declined",
        /// The one who proposed took it back.
        Withdrawn = "withdrawn",
        /// It was, and is over.
        Ended = "ended",
    }
}

store::coded! {
    /// Which side of a twinning an organisation is on.
    Side {
        /// The one that has practised for long.
        Mature = "mature",
        /// The one that starts.
        Starting = "starting",
    }
}

store::coded! {
    /// What one of the two may do with a twinning.
    Answer {
        /// Say yes to a proposal.
        Accept = "accept",
        /// Say no to a proposal.
        Decline = "decline",
        /// Take one's own proposal back.
        Withdraw = "withdraw",
        /// End what was agreed.
        End = "end",
    }
}

/// A twinning on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twinning {
    /// Which.
    pub id: TwinningId,
    /// The one that has practised for long.
    pub mature: OrganisationId,
    /// The one that starts.
    pub starting: OrganisationId,
    /// Which side proposed it.
    pub proposed_by: Side,
    /// Where it stands.
    pub stage: Stage,
    /// What the two want to do together.
    pub purpose: String,
    /// When it was proposed.
    pub proposed_at: DateTime<Utc>,
    /// Since when it is active, where it is or was.
    pub since: Option<NaiveDate>,
    /// When it ended, where it did.
    pub until: Option<NaiveDate>,
    /// The version that was read.
    pub version: i64,
}

impl Twinning {
    /// Which side an organisation is on.
    pub fn side(&self, organisation: OrganisationId) -> Option<Side> {
        match organisation {
            id if id == self.mature => Some(Side::Mature),
            id if id == self.starting => Some(Side::Starting),
            _ => None,
        }
    }
    /// The other of the two.
    pub fn other(&self, organisation: OrganisationId) -> OrganisationId {
        if organisation == self.mature { self.starting } else { self.mature }
    }
}

/// A proposal as it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTwinning {
    /// Who proposes.
    pub proposer: OrganisationId,
    /// On which side.
    pub side: Side,
    /// To whom.
    pub other: OrganisationId,
    /// What the two want to do together.
    pub purpose: String,
}

impl NewTwinning {
    /// Parses the form. Fields: `side`, `other`, `purpose`.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub fn parse(proposer: OrganisationId, fields: &web::Fields) -> Result<NewTwinning, Invalids> {
        let mut checks = Checks::new();
        let side = Side::from_code(fields.get("side"));
        checks.need(side.is_some(), "side", "invalid-choice");
        let other = fields.get("other").parse::<OrganisationId>().ok().filter(|other| *other != proposer);
        checks.need(other.is_some(), "other", "twinning-invalid-other");
        let purpose = checks.text("purpose", fields.get("purpose"), 1000);
        checks.finish(|| Some(NewTwinning { proposer, side: side?, other: other?, purpose: purpose? }))
    }
    /// The two, the mature one first.
    pub fn pair(&self) -> (OrganisationId, OrganisationId) {
        match self.side {
            Side::Mature => (self.proposer, self.other),
            Side::Starting => (self.other, self.proposer),
        }
    }
}
