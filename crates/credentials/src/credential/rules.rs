//! One record in three forms, and the lists of status bits.

use super::model::{NewCredential, path_of};
use crate::{
    issuer::{
        IssuerKey,
        model::{list_path, path},
    },
    proof::{SigningKey, Unproven, bits, integrity, jws, sd_jwt},
};
use kernel::{DateTime, Duration, Env, NaiveDate, Utc};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use web::{Site, T};

pub(crate) const CREDENTIALS: &str = "https://www.w3.org/ns/credentials/v2";
const OPEN_BADGES: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

/// The type under which identity wallets of the European Union know a learning credential.
const LEARNING: &str = "urn:eu.europa.ec.eudi:learning:credential:1";

/// How long a list of status bits may be kept by who read it.
const FRESH: Duration = Duration::hours(6);

/// The three forms, signed.
pub(super) struct Forms {
    pub badge: String,
    pub jwt: String,
    pub sd_jwt: String,
}

/// What a credential is written with, besides what it says.
pub(super) struct Desk<'a> {
    pub site: &'a Site,
    pub env: &'a Env,
    /// The texts in the credential's language.
    pub t: &'a T,
    pub key: &'a IssuerKey,
    pub signing: &'a SigningKey,
}

/// Where a credential's status bit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot {
    pub list: i64,
    pub slot: u32,
}

pub(crate) fn instant(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

fn day(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(chrono::NaiveTime::MIN).and_utc()
}

impl Desk<'_> {
    /// Writes a record in all forms and signs them.
    pub(super) fn write(&self, new: &NewCredential, code: &str, slot: Slot) -> Result<Forms, Unproven> {
        let badge = self.badge(new, code, slot);
        let jwt = self.token(&badge);
        let sd_jwt = self.disclosable(new, slot);
        let mut signed = badge;
        integrity::sign(&mut signed, self.signing, &self.key.method(self.site), &instant(self.env.now()))?;
        Ok(Forms { badge: signed.to_string(), jwt, sd_jwt })
    }
    fn issuer(&self) -> String {
        self.site.link(&path(self.key.organisation))
    }
    fn list(&self, slot: Slot) -> String {
        self.site.link(&list_path(self.key.organisation, slot.list))
    }
    /// The first instant of the day of issue, and never one that is still to come.
    fn valid_from(&self, new: &NewCredential) -> DateTime<Utc> {
        day(new.issued_on).min(self.env.now())
    }

    /// An Open Badges 3.0 credential, not signed yet.
    fn badge(&self, new: &NewCredential, code: &str, slot: Slot) -> Value {
        let (from, list) = (instant(self.valid_from(new)), self.list(slot));
        json!({
            "@context": [CREDENTIALS, OPEN_BADGES],
            "id": self.site.link(&path_of(code)),
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "name": new.title,
            "issuer": {"id": self.issuer(), "type": ["Profile"], "name": new.issuer_name},
            "validFrom": from,
            "awardedDate": from,
            "credentialSubject": {
                "type": ["AchievementSubject"],
                "identifier": [{
                    "type": "IdentityObject",
                    "hashed": false,
                    "identityHash": new.holder_name,
                    "identityType": "name",
                }],
                "activityStartDate": instant(day(new.from)),
                "activityEndDate": instant(day(new.to)),
                "narrative": self.narrative(new),
                "achievement": self.achievement(new),
            },
            "credentialStatus": {
                "id": format!("{list}#{}", slot.slot),
                "type": "BitstringStatusListEntry",
                "statusPurpose": "revocation",
                "statusListIndex": slot.slot.to_string(),
                "statusListCredential": list,
            },
        })
    }
    fn achievement(&self, new: &NewCredential) -> Value {
        let alignments: Vec<Value> = new
            .alignments
            .iter()
            .filter(|alignment| !alignment.url.is_empty())
            .map(|alignment| {
                let mut target = json!({
                    "type": ["Alignment"],
                    "targetName": alignment.name,
                    "targetUrl": alignment.url,
                    "targetFramework": alignment.framework,
                });
                if !alignment.code.is_empty() {
                    target["targetCode"] = alignment.code.as_str().into();
                }
                target
            })
            .collect();
        let mut achievement = json!({
            "id": self.achievement_id(new),
            "type": ["Achievement"],
            "achievementType": "Certificate",
            "name": new.title,
            "description": new.description,
            "criteria": {"narrative": new.criteria},
            "inLanguage": new.lang.tag(),
        });
        if !alignments.is_empty() {
            achievement["alignment"] = alignments.into();
        }
        achievement
    }
    /// The same for everybody who finished the same course: made from what it says.
    fn achievement_id(&self, new: &NewCredential) -> String {
        let mut hash = Sha256::new();
        for part in [self.issuer().as_str(), &new.title, &new.description, &new.criteria] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&hash.finalize()[..16]);
        format!("urn:uuid:{}", uuid::Builder::from_custom_bytes(bytes).into_uuid())
    }
    /// Hours and signatures in words: Open Badges has no members of its own for them.
    fn narrative(&self, new: &NewCredential) -> String {
        [hours(self.t, new), signatures(self.t, new)].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The same as a token, with the registered claims beside it.
    fn token(&self, badge: &Value) -> String {
        let mut claims = badge.clone();
        claims["iss"] = self.issuer().into();
        claims["jti"] = badge["id"].clone();
        let from = badge["validFrom"].as_str().and_then(|from| from.parse::<DateTime<Utc>>().ok());
        claims["nbf"] = from.unwrap_or(self.env.now()).timestamp().into();
        let header = json!({"alg": "EdDSA", "typ": "JWT", "kid": self.key.kid(self.site)});
        jws::sign(&header, &claims, self.signing)
    }

    /// The same as an SD-JWT VC. The name and all that says more than the badge's title is the
    /// holder's to disclose.
    fn disclosable(&self, new: &NewCredential, slot: Slot) -> String {
        let mut open = Map::new();
        let mut say = |name: &str, value: Value| open.insert(name.to_owned(), value);
        say("iss", self.issuer().into());
        say("iat", self.valid_from(new).timestamp().into());
        say("vct", LEARNING.into());
        say("issuing_authority", new.issuer_name.as_str().into());
        say("issuing_country", "IT".into());
        say("date_of_issuance", new.issued_on.to_string().into());
        say("achievement_title", new.title.as_str().into());
        let token_list = format!("{}/token", self.list(slot));
        say("status", json!({"status_list": {"idx": slot.slot, "uri": token_list}}));
        let minutes: Map<String, Value> = new.minutes.iter().map(|(part, n)| (part.clone(), (*n).into())).collect();
        let signed_by: Vec<Value> =
            new.signed_by.iter().map(|(name, side)| json!({"name": name, "side": side})).collect();
        let hidden = [
            ("name", new.holder_name.as_str().into()),
            ("achievement_description", new.description.as_str().into()),
            ("achievement_criteria", new.criteria.as_str().into()),
            ("language_of_classes", json!([new.lang.tag()])),
            ("expected_study_time", format!("PT{}M", new.total_minutes()).into()),
            ("minutes_by_part", minutes.into()),
            ("date_of_start", new.from.to_string().into()),
            ("date_of_end", new.to.to_string().into()),
            ("signed_by", signed_by.into()),
            ("alignments", serde_json::to_value(&new.alignments).unwrap_or_default()),
        ];
        let header = json!({"alg": "EdDSA", "typ": "dc+sd-jwt", "kid": self.key.kid(self.site)});
        sd_jwt::sign(&header, open, &hidden, self.signing, self.env)
    }
}

/// The hours in a sentence, part by part.
pub(crate) fn hours(t: &T, new: &NewCredential) -> Option<String> {
    let part = |(code, minutes): &(String, u32)| {
        let key = format!("credential-part-{}", code.replace('_', "-"));
        let name = if t.has(&key) { t.get(&key) } else { code.clone() };
        t.args("credential-hours-part", &[("part", name.into()), ("time", t.length(*minutes).into())])
    };
    let parts: Vec<String> = new.minutes.iter().filter(|(_, minutes)| *minutes > 0).map(part).collect();
    if parts.is_empty() {
        return None;
    }
    let total = t.length(new.total_minutes());
    Some(t.args("credential-hours", &[("total", total.into()), ("parts", parts.join(", ").into())]))
}

/// Who signed, in a sentence: for what is handed over, which is read by whom its holder gives it to.
fn signatures(t: &T, new: &NewCredential) -> Option<String> {
    let one = |(name, side): &(String, String)| {
        let key = format!("credential-side-{side}");
        let side = if t.has(&key) { t.get(&key) } else { side.clone() };
        t.args("credential-signed-one", &[("name", name.into()), ("side", side.into())])
    };
    let names: Vec<String> = new.signed_by.iter().map(one).collect();
    (!names.is_empty()).then(|| t.arg("credential-signed", "names", names.join(", ")))
}

/// Of which kind those are who signed, in a sentence without names: for what anybody reads. That
/// somebody is an expert says something of their health, and is theirs to make public.
pub(crate) fn kinds_of_signatures(t: &T, new: &NewCredential) -> Option<String> {
    let one = |(_, side): &(String, String)| {
        let key = format!("credential-signed-by-{side}");
        if t.has(&key) { t.get(&key) } else { side.clone() }
    };
    let kinds: Vec<String> = new.signed_by.iter().map(one).collect();
    (!kinds.is_empty()).then(|| t.arg("credential-signed", "names", kinds.join(", ")))
}

/// A list of status bits as a credential of its own, signed at the instant it is read.
pub(super) fn status_list(
    site: &Site,
    now: DateTime<Utc>,
    (key, signing): &(IssuerKey, SigningKey),
    list: i64,
    revoked: &[u32],
) -> Result<Value, Unproven> {
    let address = site.link(&list_path(key.organisation, list));
    let mut document = json!({
        "@context": [CREDENTIALS],
        "id": address,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": site.link(&path(key.organisation)),
        "validFrom": instant(now),
        "validUntil": instant(now + FRESH),
        "credentialSubject": {
            "id": format!("{address}#list"),
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": bits::bitstring(revoked),
            "ttl": FRESH.num_milliseconds(),
        },
    });
    integrity::sign(&mut document, signing, &key.method(site), &instant(now))?;
    Ok(document)
}

/// The same list for wallets: a Token Status List.
pub(super) fn token_status_list(
    site: &Site,
    now: DateTime<Utc>,
    (key, signing): &(IssuerKey, SigningKey),
    list: i64,
    revoked: &[u32],
) -> String {
    let claims = json!({
        "iss": site.link(&path(key.organisation)),
        "sub": format!("{}/token", site.link(&list_path(key.organisation, list))),
        "iat": now.timestamp(),
        "exp": (now + FRESH).timestamp(),
        "ttl": FRESH.num_seconds(),
        "status_list": {"bits": 1, "lst": bits::token_list(revoked)},
    });
    let header = json!({"alg": "EdDSA", "typ": "statuslist+jwt", "kid": key.kid(site)});
    jws::sign(&header, &claims, signing)
}

/// The slots of a list in an order that says nothing of who came first: each step lands on a slot
/// of its own, since an odd step and a power of two have no divisor in common.
pub(super) fn slot(start: i64, step: i64, taken: i64) -> u32 {
    let slot = (start + (step | 1).wrapping_mul(taken)).rem_euclid(i64::from(bits::SLOTS));
    u32::try_from(slot).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]
        #[test]
        fn every_credential_has_a_bit_of_its_own(start in 0..i64::from(bits::SLOTS), step in 0..i64::from(bits::SLOTS)) {
            let all: std::collections::HashSet<u32> =
                (0..i64::from(bits::SLOTS)).map(|taken| slot(start, step, taken)).collect();
            prop_assert_eq!(all.len(), bits::SLOTS as usize);
        }
    }
}
