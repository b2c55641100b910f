//! Issuers, their keys, and the addresses at which both stand for good.

use kernel::{
    Checks, DateTime, Invalids, IssuerKeyId, NaiveDate, NaiveTime, OrganisationId, Utc, from_rome, typed_day,
};
use web::{Fields, Site};

/// A key of an issuer, its public half.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuerKey {
    /// Which.
    pub id: IssuerKeyId,
    /// Whose.
    pub organisation: OrganisationId,
    /// Ed25519: 32 bytes.
    pub public: Vec<u8>,
    /// Since when it signs.
    pub made_at: DateTime<Utc>,
    /// Since when it signs no more. What it signed stays valid, unless it is compromised.
    pub retired_at: Option<DateTime<Utc>>,
    /// Since when others may have signed with it, and why, where that was said.
    pub compromised: Option<Compromise>,
}

/// That others may have signed with a key. Nothing that bears its signature is trusted any more,
/// whatever day stands on it: the day is written by whoever signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compromise {
    /// Since when that may be: the first instant of a day in Italy.
    pub since: DateTime<Utc>,
    /// What happened, in words. For those who keep the keys; it is not published.
    pub why: String,
}

/// How long the reason may be, in characters.
const LONGEST_WHY: usize = 500;

impl Compromise {
    /// From its form: a day on which the key was there and which is not still to come, a reason,
    /// and a mark that it is meant.
    ///
    /// # Errors
    /// [`Invalids`] with all that is wrong.
    pub(super) fn parse(fields: &Fields, made_on: NaiveDate, today: NaiveDate) -> Result<Compromise, Invalids> {
        let mut checks = Checks::new();
        let day = checks.take(typed_day("since", fields.get("since")));
        checks.need(day.is_none_or(|day| (made_on..=today).contains(&day)), "since", "issuer-invalid-since");
        let why = checks.text("why", fields.get("why"), LONGEST_WHY);
        checks.need(fields.checked("sure"), "sure", "issuer-invalid-sure");
        checks.finish(|| Some(Compromise { since: from_rome(day?.and_time(NaiveTime::MIN)), why: why? }))
    }
}

/// The path of an issuer's profile.
pub(crate) fn path(organisation: OrganisationId) -> String {
    format!("/emittenti/{organisation}")
}

/// The path of a key.
pub(crate) fn key_path(organisation: OrganisationId, key: IssuerKeyId) -> String {
    format!("/emittenti/{organisation}/chiavi/{key}")
}

/// The path of a list of status bits.
pub(crate) fn list_path(organisation: OrganisationId, list: i64) -> String {
    format!("/emittenti/{organisation}/stato/{list}")
}

impl IssuerKey {
    /// Whether what it signed may be trusted.
    pub(crate) fn is_trusted(&self) -> bool {
        self.compromised.is_none()
    }
    /// The address by which an embedded proof names the key.
    pub(crate) fn method(&self, site: &Site) -> String {
        site.link(&key_path(self.organisation, self.id))
    }
    /// The address by which a token names the key: there it stands as a JSON Web Key.
    pub(crate) fn kid(&self, site: &Site) -> String {
        format!("{}/jwk", self.method(site))
    }
}

/// The organisation and key that an address of this installation names.
pub(crate) fn read_key_address(site: &Site, address: &str) -> Option<(OrganisationId, IssuerKeyId)> {
    let rest = address.strip_prefix(&site.link("/emittenti/"))?;
    let rest = rest.strip_suffix("/jwk").unwrap_or(rest);
    let (organisation, key) = rest.split_once("/chiavi/")?;
    Some((organisation.parse().ok()?, key.parse().ok()?))
}

/// The organisation and list that an address of this installation names.
pub(crate) fn read_list_address(site: &Site, address: &str) -> Option<(OrganisationId, i64)> {
    let rest = address.strip_prefix(&site.link("/emittenti/"))?;
    let (organisation, list) = rest.split_once("/stato/")?;
    Some((organisation.parse().ok()?, list.parse().ok()?))
}
