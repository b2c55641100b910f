//! Keys.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ED25519, Ed25519KeyPair, KeyPair, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents,
    UnparsedPublicKey,
};
use serde_json::{Value, json};
use std::fmt;

/// Why something is not proven.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unproven {
    /// The signature does not belong to what is signed, or not to the key.
    Broken,
    /// It is not well formed.
    Malformed(String),
    /// It is of a kind that this program does not check.
    Unknown(String),
    /// What is signed cannot be read.
    Unread(crate::linked::Unread),
}

impl fmt::Display for Unproven {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unproven::Broken => f.write_str("the signature does not match"),
            Unproven::Malformed(what) => write!(f, "not well formed: {what}"),
            Unproven::Unknown(what) => write!(f, "not checked here: {what}"),
            Unproven::Unread(unread) => unread.fmt(f),
        }
    }
}

impl From<crate::linked::Unread> for Unproven {
    fn from(unread: crate::linked::Unread) -> Self {
        Unproven::Unread(unread)
    }
}

/// How a signature is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Algorithm {
    /// Ed25519.
    EdDsa,
    /// ECDSA on P-256 with SHA-256.
    Es256,
    /// RSA with SHA-256, padded as PKCS #1 1.5 has it.
    Rs256,
}

impl Algorithm {
    /// By its name in JOSE headers.
    pub(crate) fn from_jose(name: &str) -> Option<Algorithm> {
        match name {
            "EdDSA" | "Ed25519" => Some(Algorithm::EdDsa),
            "ES256" => Some(Algorithm::Es256),
            "RS256" => Some(Algorithm::Rs256),
            _ => None,
        }
    }
}

/// A key to check signatures with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PublicKey {
    /// Ed25519: 32 bytes.
    Ed25519([u8; 32]),
    /// P-256: the uncompressed point.
    P256(Vec<u8>),
    /// RSA: modulus and exponent.
    Rsa(Vec<u8>, Vec<u8>),
}

/// The longest key that is read.
const LONGEST: usize = 2048;
/// Ed25519 among the multicodecs.
const ED25519_CODEC: [u8; 2] = [0xed, 0x01];

fn decoded(text: &str) -> Option<Vec<u8>> {
    (text.len() <= LONGEST).then(|| BASE64_URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok())?
}

impl PublicKey {
    /// From the 32 bytes of an Ed25519 key.
    pub(crate) fn ed25519(bytes: &[u8]) -> Option<PublicKey> {
        bytes.try_into().ok().map(PublicKey::Ed25519)
    }
    /// From a Multikey: base58btc with the codec before it. Only Ed25519 is read.
    pub(crate) fn from_multibase(text: &str) -> Option<PublicKey> {
        let text = text.strip_prefix('z').filter(|text| text.len() < 128)?;
        let bytes = bs58::decode(text).into_vec().ok()?;
        PublicKey::ed25519(bytes.strip_prefix(&ED25519_CODEC)?)
    }
    /// From a JSON Web Key.
    pub(crate) fn from_jwk(key: &Value) -> Option<PublicKey> {
        let member = |name: &str| key.get(name)?.as_str();
        let bytes = |name: &str| decoded(member(name)?);
        match (member("kty")?, member("crv")) {
            ("OKP", Some("Ed25519")) => PublicKey::ed25519(&bytes("x")?),
            ("EC", Some("P-256")) => {
                let (x, y) = (bytes("x")?, bytes("y")?);
                let whole = x.len() == 32 && y.len() == 32;
                whole.then(|| PublicKey::P256([&[4], x.as_slice(), y.as_slice()].concat()))
            }
            ("RSA", _) => Some(PublicKey::Rsa(bytes("n")?, bytes("e")?)),
            _ => None,
        }
    }
    /// From a verification method of a controller document.
    pub(crate) fn from_method(method: &Value) -> Option<PublicKey> {
        let multibase = method.get("publicKeyMultibase").and_then(Value::as_str).and_then(PublicKey::from_multibase);
        multibase.or_else(|| PublicKey::from_jwk(method.get("publicKeyJwk")?))
    }
    /// The key that a `did:key` names in itself.
    pub(crate) fn from_did_key(did: &str) -> Option<PublicKey> {
        let name = did.strip_prefix("did:key:")?;
        PublicKey::from_multibase(name.split('#').next()?)
    }
    /// Whether a signature is this key's. A key serves its own algorithm only.
    pub(crate) fn verifies(&self, algorithm: Algorithm, message: &[u8], signature: &[u8]) -> bool {
        let checked = match (self, algorithm) {
            (PublicKey::Ed25519(key), Algorithm::EdDsa) => {
                UnparsedPublicKey::new(&ED25519, key).verify(message, signature)
            }
            (PublicKey::P256(key), Algorithm::Es256) => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, key).verify(message, signature)
            }
            (PublicKey::Rsa(n, e), Algorithm::Rs256) => {
                RsaPublicKeyComponents { n, e }.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature)
            }
            _ => return false,
        };
        checked.is_ok()
    }
}

/// A key to sign with: Ed25519, from 32 bytes of chance.
pub(crate) struct SigningKey(Ed25519KeyPair);

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey(…)")
    }
}

impl SigningKey {
    /// The key that belongs to a seed; none when it has another length.
    pub(crate) fn from_seed(seed: &[u8]) -> Option<SigningKey> {
        Ed25519KeyPair::from_seed_unchecked(seed).ok().map(SigningKey)
    }
    /// Signs.
    pub(crate) fn sign(&self, message: &[u8]) -> Vec<u8> {
        self.0.sign(message).as_ref().to_vec()
    }
    /// The public half.
    pub(crate) fn public(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        bytes.copy_from_slice(self.0.public_key().as_ref());
        bytes
    }
}

/// An Ed25519 key as a Multikey.
pub(crate) fn multibase(public: &[u8]) -> String {
    format!("z{}", bs58::encode([&ED25519_CODEC, public].concat()).into_string())
}

/// An Ed25519 key as a JSON Web Key.
pub(crate) fn jwk(public: &[u8], kid: &str) -> Value {
    let x = BASE64_URL_SAFE_NO_PAD.encode(public);
    json!({"kty": "OKP", "crv": "Ed25519", "x": x, "kid": kid, "alg": "EdDSA", "use": "sig"})
}
