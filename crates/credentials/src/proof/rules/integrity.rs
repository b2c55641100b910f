//! Embedded proofs: Data Integrity with the cryptosuite `eddsa-rdfc-2022`.

use crate::{
    linked::canonical,
    proof::{Algorithm, PublicKey, SigningKey, Unproven},
};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// The one suite in use.
const SUITE: &str = "eddsa-rdfc-2022";

/// Signs a document in place. `method` is the address of the key, `created` the instant of the
/// proof as RFC 3339 writes it.
///
/// # Errors
/// [`Unproven::Unread`] when the document says something that would not be signed.
pub(crate) fn sign(document: &mut Value, key: &SigningKey, method: &str, created: &str) -> Result<(), Unproven> {
    let mut proof = json!({
        "type": "DataIntegrityProof",
        "cryptosuite": SUITE,
        "created": created,
        "verificationMethod": method,
        "proofPurpose": "assertionMethod",
    });
    let signature = key.sign(&digests(document, &proof)?);
    proof["proofValue"] = format!("z{}", bs58::encode(signature).into_string()).into();
    document["proof"] = proof;
    Ok(())
}

/// What is signed: the digests of the proof's own words and of the document without its proof.
fn digests(unsecured: &Value, options: &Value) -> Result<Vec<u8>, Unproven> {
    let mut options = options.clone();
    options["@context"] = unsecured.get("@context").cloned().unwrap_or_default();
    let (proof, document) = (canonical(&options)?, canonical(unsecured)?);
    if !(told(unsecured, DOCUMENT, &document) && told(&options, PROOF, &proof)) {
        return Err(Unproven::Malformed("a member under another name".into()));
    }
    Ok([Sha256::digest(proof), Sha256::digest(document)].concat())
}

/// Members that decide whether a document holds, and what they mean.
const DOCUMENT: &[(&str, &str)] = &[
    ("issuer", "https://www.w3.org/2018/credentials#issuer"),
    ("validFrom", "https://www.w3.org/2018/credentials#validFrom"),
    ("validUntil", "https://www.w3.org/2018/credentials#validUntil"),
    ("credentialStatus", "https://www.w3.org/2018/credentials#credentialStatus"),
];
const PROOF: &[(&str, &str)] = &[("expires", "https://w3id.org/security#expiration")];

/// Whether each of these is told under its own name. A signature covers what a document means, not
/// how it is written: somebody could write a status or an end under another name, in a context of
/// their own or in full, and a reader of names would not see it.
fn told(json: &Value, members: &[(&str, &str)], statements: &str) -> bool {
    let subject = json.get("id").and_then(Value::as_str).map_or_else(String::new, |id| format!("<{id}>"));
    members.iter().all(|(name, meaning)| {
        let said = |line: &str| line.starts_with(&subject) && line.contains(&format!(" <{meaning}> "));
        json.get(name).is_some() == statements.lines().any(said)
    })
}

fn own_words(map: &Map<String, Value>, outermost: bool) -> bool {
    map.iter().any(|(name, value)| match (name.as_str(), value) {
        ("@context", Value::String(_)) => !outermost,
        ("@context", Value::Array(all)) => !outermost || !all.iter().all(Value::is_string),
        ("@context", _) => true,
        (_, value) => own_words_within(value),
    })
}

fn own_words_within(value: &Value) -> bool {
    match value {
        Value::Array(all) => all.iter().any(own_words_within),
        Value::Object(map) => own_words(map, false),
        _ => false,
    }
}

/// A document with its embedded proof, taken apart.
#[derive(Debug, Clone)]
pub(crate) struct Secured {
    /// The document without its proof.
    pub unsecured: Map<String, Value>,
    /// The proof without its value.
    options: Value,
    signature: Vec<u8>,
    /// The address of the key.
    pub method: String,
    /// Until when the proof holds, where it says so.
    pub expires: Option<String>,
}

impl Secured {
    /// Takes a document apart. Of several proofs, the first of the known suite counts.
    ///
    /// # Errors
    /// [`Unproven::Unknown`] when no proof is of the known suite; [`Unproven::Malformed`] when it
    /// is not as it must be.
    pub(crate) fn parse(document: &Map<String, Value>) -> Result<Secured, Unproven> {
        let mut unsecured = document.clone();
        let proofs = match unsecured.remove("proof") {
            Some(Value::Array(all)) => all,
            Some(one) => vec![one],
            None => return Err(Unproven::Unknown("no proof".into())),
        };
        let member = |proof: &Value, name: &str| proof.get(name).and_then(Value::as_str).map(str::to_owned);
        let suites: Vec<String> =
            proofs.iter().filter_map(|p| member(p, "cryptosuite").or(member(p, "type"))).collect();
        let known = proofs.into_iter().find(|proof| member(proof, "cryptosuite").as_deref() == Some(SUITE));
        let mut options = known.ok_or_else(|| Unproven::Unknown(suites.join(", ")))?;
        let bad = |what: &str| Unproven::Malformed(format!("proof.{what}"));
        if member(&options, "type").as_deref() != Some("DataIntegrityProof") {
            return Err(bad("type"));
        }
        if member(&options, "proofPurpose").as_deref() != Some("assertionMethod") {
            return Err(bad("proofPurpose"));
        }
        let method = member(&options, "verificationMethod").ok_or_else(|| bad("verificationMethod"))?;
        let value = options.as_object_mut().and_then(|options| options.remove("proofValue"));
        let value = value.as_ref().and_then(Value::as_str).and_then(|value| value.strip_prefix('z'));
        let value = value.filter(|value| value.len() < 128).ok_or_else(|| bad("proofValue"))?;
        let signature = bs58::decode(value).into_vec().map_err(|_| bad("proofValue"))?;
        // A context of its own would let the proof's words mean something else than the document's.
        if options.get("@context").is_some_and(|own| Some(own) != unsecured.get("@context")) {
            return Err(bad("@context"));
        }
        let expires = member(&options, "expires");
        Ok(Secured { unsecured, options, signature, method, expires })
    }
    /// Whether it brings meanings of its own: a context that is no address, or one further in. Such a
    /// document may say the same as was signed in other words, so that who reads it by the names of
    /// its members reads something else.
    pub(crate) fn has_own_words(&self) -> bool {
        own_words(&self.unsecured, true) || self.options.as_object().is_some_and(|options| own_words(options, true))
    }
    /// Checks the proof with a key.
    ///
    /// # Errors
    /// [`Unproven`]: why it does not hold.
    pub(crate) fn check(&self, key: &PublicKey) -> Result<(), Unproven> {
        let signed = digests(&Value::Object(self.unsecured.clone()), &self.options)?;
        match key.verifies(Algorithm::EdDsa, &signed, &self.signature) {
            true => Ok(()),
            false => Err(Unproven::Broken),
        }
    }
}
