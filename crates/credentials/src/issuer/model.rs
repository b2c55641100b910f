//! Issuers, their keys, and the addresses at which both stand for good.

use kernel::{DateTime, IssuerKeyId, OrganisationId, Utc};
use web::Site;

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
    /// Since when it signs no more. What it signed stays valid.
    pub retired_at: Option<DateTime<Utc>>,
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
