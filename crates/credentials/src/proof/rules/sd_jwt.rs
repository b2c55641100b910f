//! Tokens whose holder chooses what to disclose: SD-JWT.

use super::jws::{self, Token};
use crate::proof::{SigningKey, Unproven};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use kernel::Env;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::collections::HashMap;

fn digest(disclosure: &str) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(disclosure.as_bytes()))
}

/// Signs claims: `open` ones stand in the token, `hidden` ones beside it, each to be left out.
pub(crate) fn sign(
    header: &Value,
    mut open: Map<String, Value>,
    hidden: &[(&str, Value)],
    key: &SigningKey,
    env: &Env,
) -> String {
    let disclosures: Vec<String> = hidden
        .iter()
        .map(|(name, value)| {
            let salt = BASE64_URL_SAFE_NO_PAD.encode(env.bytes::<16>());
            BASE64_URL_SAFE_NO_PAD.encode(json!([salt, name, value]).to_string())
        })
        .collect();
    let mut digests: Vec<String> = disclosures.iter().map(|one| digest(one)).collect();
    // In the order of chance, so that their order says nothing.
    digests.sort_unstable();
    open.insert("_sd".into(), json!(digests));
    open.insert("_sd_alg".into(), json!("sha-256"));
    let token = jws::sign(header, &Value::Object(open), key);
    format!("{token}~{}", disclosures.iter().map(|one| format!("{one}~")).collect::<String>())
}

/// An SD-JWT, taken apart.
#[derive(Debug, Clone)]
pub(crate) struct Disclosed {
    /// The token around the digests.
    pub token: Token,
    /// What the issuer signed, with all that was disclosed put in its place.
    pub claims: Map<String, Value>,
}

impl Disclosed {
    /// Takes an SD-JWT apart. A proof that the holder adds to it is not looked at.
    ///
    /// # Errors
    /// [`Unproven::Broken`] when something is disclosed that was not signed.
    pub(crate) fn parse(text: &str) -> Result<Disclosed, Unproven> {
        let mut parts = text.split('~');
        let token = Token::parse(parts.next().unwrap_or_default())?;
        let algorithm = token.claims.get("_sd_alg").and_then(Value::as_str).unwrap_or("sha-256");
        if algorithm != "sha-256" {
            return Err(Unproven::Unknown(algorithm.to_owned()));
        }
        let mut all: Vec<&str> = parts.collect();
        // After the last mark comes the holder's own proof, or nothing.
        all.pop();
        let mut open: HashMap<String, Vec<Value>> = HashMap::new();
        for one in all {
            let bytes = BASE64_URL_SAFE_NO_PAD.decode(one).ok();
            let said: Option<Vec<Value>> = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
            let said = said.ok_or_else(|| Unproven::Malformed("disclosure".into()))?;
            if open.insert(digest(one), said).is_some() {
                return Err(Unproven::Malformed("disclosure".into()));
            }
        }
        let mut claims = Value::Object(token.claims.clone());
        fill(&mut claims, &mut open, 0)?;
        if !open.is_empty() {
            return Err(Unproven::Broken);
        }
        let Value::Object(mut claims) = claims else { return Err(Unproven::Malformed("claims".into())) };
        claims.remove("_sd_alg");
        Ok(Disclosed { token, claims })
    }
}

/// Puts what was disclosed in place of its digests, all the way down.
fn fill(value: &mut Value, open: &mut HashMap<String, Vec<Value>>, depth: usize) -> Result<(), Unproven> {
    let bad = || Unproven::Malformed("disclosure".into());
    if depth > 16 {
        return Err(bad());
    }
    match value {
        Value::Object(map) => {
            let digests = map.remove("_sd");
            for digest in digests.iter().filter_map(Value::as_array).flatten().filter_map(Value::as_str) {
                let Some(said) = open.remove(digest) else { continue };
                let [_, Value::String(name), value] = said.as_slice() else { return Err(bad()) };
                if map.contains_key(name) || name == "_sd" || name == "..." {
                    return Err(bad());
                }
                map.insert(name.clone(), value.clone());
            }
            map.values_mut().try_for_each(|value| fill(value, open, depth + 1))
        }
        Value::Array(all) => {
            let taken = std::mem::take(all);
            for one in taken {
                match one.get("...").and_then(Value::as_str) {
                    None => all.push(one),
                    Some(digest) => {
                        let Some(said) = open.remove(digest) else { continue };
                        let [_, value] = said.as_slice() else { return Err(bad()) };
                        all.push(value.clone());
                    }
                }
            }
            all.iter_mut().try_for_each(|value| fill(value, open, depth + 1))
        }
        _ => Ok(()),
    }
}
