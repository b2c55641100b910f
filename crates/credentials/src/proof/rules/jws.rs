//! Signed tokens: JSON Web Signatures in their compact form.

use crate::proof::{Algorithm, PublicKey, SigningKey, Unproven};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use serde_json::{Map, Value};

/// Signs claims.
pub(crate) fn sign(header: &Value, claims: &Value, key: &SigningKey) -> String {
    let encode = |value: &Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", encode(header), encode(claims));
    let signature = BASE64_URL_SAFE_NO_PAD.encode(key.sign(signed.as_bytes()));
    format!("{signed}.{signature}")
}

/// A token, taken apart.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    /// What the header says.
    pub header: Map<String, Value>,
    /// What is claimed.
    pub claims: Map<String, Value>,
    algorithm: Algorithm,
    signed: String,
    signature: Vec<u8>,
}

impl Token {
    /// Takes a token apart.
    ///
    /// # Errors
    /// [`Unproven::Malformed`] when it is none; [`Unproven::Unknown`] when it is signed in a way
    /// that is not checked here.
    pub(crate) fn parse(text: &str) -> Result<Token, Unproven> {
        let bad = |what: &str| Unproven::Malformed(what.to_owned());
        let (signed, signature) = text.rsplit_once('.').ok_or_else(|| bad("token"))?;
        let (header, claims) = signed.split_once('.').ok_or_else(|| bad("token"))?;
        let read = |part: &str| -> Option<Map<String, Value>> {
            let bytes = BASE64_URL_SAFE_NO_PAD.decode(part).ok()?;
            serde_json::from_slice(&bytes).ok()
        };
        let header = read(header).ok_or_else(|| bad("header"))?;
        let name = header.get("alg").and_then(Value::as_str).unwrap_or_default();
        let algorithm = Algorithm::from_jose(name).ok_or_else(|| Unproven::Unknown(name.to_owned()))?;
        if header.contains_key("crit") {
            return Err(Unproven::Unknown("crit".into()));
        }
        Ok(Token {
            claims: read(claims).ok_or_else(|| bad("claims"))?,
            signature: BASE64_URL_SAFE_NO_PAD.decode(signature).map_err(|_| bad("signature"))?,
            signed: signed.to_owned(),
            algorithm,
            header,
        })
    }
    /// What the header calls the key.
    pub(crate) fn kid(&self) -> Option<&str> {
        self.header.get("kid").and_then(Value::as_str)
    }
    /// The key that the header carries.
    pub(crate) fn own_key(&self) -> Option<PublicKey> {
        PublicKey::from_jwk(self.header.get("jwk")?)
    }
    /// Checks the signature with a key.
    ///
    /// # Errors
    /// [`Unproven::Broken`] when it does not hold.
    pub(crate) fn check(&self, key: &PublicKey) -> Result<(), Unproven> {
        match key.verifies(self.algorithm, self.signed.as_bytes(), &self.signature) {
            true => Ok(()),
            false => Err(Unproven::Broken),
        }
    }
}
