//! What is published of an issuer and of its keys, as programs read it.

use super::model::{IssuerKey, key_path, path};
use crate::{
    credential::rules::instant,
    proof::{jwk, multibase},
};
use kernel::OrganisationId;
use serde_json::{Value, json};
use web::Site;

const CONTROLLER: &str = "https://www.w3.org/ns/did/v1";
const MULTIKEY: &str = "https://w3id.org/security/multikey/v1";
const OPEN_BADGES: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

/// The issuer's profile: who it is, and the keys that may sign for it, old ones included. A
/// compromised one is named as such, and signs for it no more.
pub(crate) fn profile(site: &Site, organisation: OrganisationId, name: &str, href: &str, keys: &[IssuerKey]) -> Value {
    let methods: Vec<Value> = keys.iter().map(|key| method(site, key)).collect();
    let names: Vec<String> = keys.iter().filter(|key| key.is_trusted()).map(|key| key.method(site)).collect();
    json!({
        "@context": [CONTROLLER, MULTIKEY, OPEN_BADGES],
        "id": site.link(&path(organisation)),
        "type": ["Profile"],
        "name": name,
        "url": site.link(href),
        "verificationMethod": methods,
        "assertionMethod": names,
    })
}

fn method(site: &Site, key: &IssuerKey) -> Value {
    let mut method = json!({
        "id": site.link(&key_path(key.organisation, key.id)),
        "type": "Multikey",
        "controller": site.link(&path(key.organisation)),
        "publicKeyMultibase": multibase(&key.public),
    });
    // The word of Controlled Identifiers 1.0 for a method that proves nothing from an instant on.
    if let Some(compromise) = &key.compromised {
        method["revoked"] = instant(compromise.since).into();
    }
    method
}

/// A key at its own address.
pub(crate) fn key_document(site: &Site, key: &IssuerKey) -> Value {
    let mut document = method(site, key);
    document["@context"] = json!(MULTIKEY);
    document
}

/// A key as a JSON Web Key.
pub(crate) fn key_jwk(site: &Site, key: &IssuerKey) -> Value {
    jwk(&key.public, &key.kid(site))
}

/// What a wallet reads to find the issuer's keys: the metadata of a JWT VC issuer. A JSON Web Key
/// has no way to say that it is compromised; such a key is left out.
pub(crate) fn wallet_metadata(site: &Site, organisation: OrganisationId, keys: &[IssuerKey]) -> Value {
    let keys: Vec<Value> = keys.iter().filter(|key| key.is_trusted()).map(|key| key_jwk(site, key)).collect();
    json!({"issuer": site.link(&path(organisation)), "jwks": {"keys": keys}})
}
