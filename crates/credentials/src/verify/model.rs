//! What is presented to be checked, and what is found.

use crate::proof::{PublicKey, Unproven, integrity::Secured, jws::Token, sd_jwt::Disclosed};
use kernel::{DateTime, Utc};
use serde_json::{Map, Value};

/// The largest thing that is looked at, in bytes.
pub(super) const LARGEST: usize = 256 * 1024;

/// An end of the time in which a credential holds, where it has one.
pub(super) type Bound = Option<DateTime<Utc>>;

/// A credential as somebody shows it.
#[derive(Debug, Clone)]
pub(super) enum Presented {
    /// A document with an embedded proof.
    Document(Secured),
    /// A signed token.
    Token(Token),
    /// A signed token of which the holder disclosed a part.
    Disclosed(Disclosed),
}

impl Presented {
    /// Reads what was pasted or dropped: a document, a token, or a picture of a badge that carries
    /// one of them.
    pub(super) fn parse(bytes: &[u8]) -> Result<Presented, Unproven> {
        let malformed = || Unproven::Malformed("what was shown".into());
        if bytes.len() > LARGEST {
            return Err(malformed());
        }
        let carried = carried(bytes);
        let text = std::str::from_utf8(carried.as_deref().unwrap_or(bytes)).map_err(|_| malformed())?;
        let text = text.trim_start_matches('\u{feff}').trim().trim_matches('"');
        if text.starts_with('{') {
            let document: Map<String, Value> = strictly(text).ok_or_else(malformed)?;
            return Secured::parse(&document).map(Presented::Document);
        }
        if text.contains(char::is_whitespace) {
            return Err(malformed());
        }
        match text.contains('~') {
            true => Disclosed::parse(text).map(Presented::Disclosed),
            false => Token::parse(text).map(Presented::Token),
        }
    }
    /// What it says.
    pub(super) fn says(&self) -> &Map<String, Value> {
        match self {
            Presented::Document(secured) => &secured.unsecured,
            Presented::Token(token) => &token.claims,
            Presented::Disclosed(disclosed) => &disclosed.claims,
        }
    }
    /// How it names the key that it is signed with.
    pub(super) fn key_name(&self) -> Option<&str> {
        match self {
            Presented::Document(secured) => Some(&secured.method),
            Presented::Token(token) => token.kid(),
            Presented::Disclosed(disclosed) => disclosed.token.kid(),
        }
    }
    /// The key that it brings along in itself.
    pub(super) fn own_key(&self) -> Option<PublicKey> {
        let own = match self {
            Presented::Document(_) => None,
            Presented::Token(token) => token.own_key(),
            Presented::Disclosed(disclosed) => disclosed.token.own_key(),
        };
        own.or_else(|| self.key_name().and_then(PublicKey::from_did_key))
    }
    /// Whether it brings meanings of its own for the names of its members.
    pub(super) fn has_own_words(&self) -> bool {
        matches!(self, Presented::Document(secured) if secured.has_own_words())
    }
    /// Whether it is a certificate, and not something else that is signed, such as a list of status
    /// bits.
    pub(super) fn is_certificate(&self) -> bool {
        let says = self.says();
        let subject = says.get("credentialSubject");
        let subject = subject.map(|one| one.as_array().and_then(|all| all.first()).unwrap_or(one));
        says.contains_key("vct") || subject.is_some_and(|subject| subject.get("achievement").is_some())
    }
    /// Checks the signature.
    pub(super) fn check(&self, key: &PublicKey) -> Result<(), Unproven> {
        match self {
            Presented::Document(secured) => secured.check(key),
            Presented::Token(token) => token.check(key),
            Presented::Disclosed(disclosed) => disclosed.token.check(key),
        }
    }
    /// Who issued it, as an address.
    pub(super) fn issuer(&self) -> Option<&str> {
        let says = self.says();
        let issuer = says.get("issuer");
        issuer.and_then(Value::as_str).or_else(|| issuer?.get("id")?.as_str()).or_else(|| says.get("iss")?.as_str())
    }
    /// From when and until when it says that it holds; nothing where that cannot be read.
    pub(super) fn holds(&self) -> Option<(Bound, Bound)> {
        let says = self.says();
        let text = |name: &str| says.get(name).map(|value| value.as_str()?.parse().ok());
        let number = |name: &str| says.get(name).map(|value| DateTime::from_timestamp(value.as_i64()?, 0));
        let expires = match self {
            Presented::Document(secured) => secured.expires.as_ref().map(|expires| expires.parse().ok()),
            _ => None,
        };
        let all = |said: [Option<Bound>; 3]| -> Option<Vec<_>> { said.into_iter().flatten().collect() };
        let from = all([text("validFrom"), number("nbf"), None])?;
        let until = all([text("validUntil"), number("exp"), expires])?;
        Some((from.into_iter().max(), until.into_iter().min()))
    }
    /// Where its status stands: the address of the list, and the place in it where that can be read.
    pub(super) fn status(&self) -> Option<(&str, Option<u32>)> {
        let says = self.says();
        if let Some(entry) = says.get("credentialStatus") {
            let text = |name: &str| entry.get(name).and_then(Value::as_str);
            let slot = text("statusListIndex").and_then(|slot| slot.parse().ok());
            return Some((text("statusListCredential").unwrap_or_default(), slot));
        }
        let entry = says.get("status")?.get("status_list").unwrap_or(&Value::Null);
        let slot = entry.get("idx").and_then(Value::as_u64).and_then(|slot| u32::try_from(slot).ok());
        Some((entry.get("uri").and_then(Value::as_str).unwrap_or_default(), slot))
    }
}

/// JSON in which no name stands twice in one object: of two, a reader might take either.
fn strictly(text: &str) -> Option<Map<String, Value>> {
    use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

    struct Strict(Value);
    struct Reader;
    impl<'de> Visitor<'de> for Reader {
        type Value = Value;
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("JSON")
        }
        fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
            Ok(value.into())
        }
        fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
            Ok(value.into())
        }
        fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
            Ok(value.into())
        }
        fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
            Ok(value.into())
        }
        fn visit_str<E>(self, value: &str) -> Result<Value, E> {
            Ok(value.into())
        }
        fn visit_unit<E>(self) -> Result<Value, E> {
            Ok(Value::Null)
        }
        fn visit_seq<A: SeqAccess<'de>>(self, mut all: A) -> Result<Value, A::Error> {
            let mut values = Vec::new();
            while let Some(Strict(value)) = all.next_element()? {
                values.push(value);
            }
            Ok(Value::Array(values))
        }
        fn visit_map<A: MapAccess<'de>>(self, mut all: A) -> Result<Value, A::Error> {
            let mut map = Map::new();
            while let Some((name, Strict(value))) = all.next_entry::<String, Strict>()? {
                if map.insert(name, value).is_some() {
                    return Err(A::Error::custom("a name stands twice"));
                }
            }
            Ok(Value::Object(map))
        }
    }
    impl<'de> Deserialize<'de> for Strict {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_any(Reader).map(Strict)
        }
    }
    match serde_json::from_str::<Strict>(text).ok()?.0 {
        Value::Object(map) => Some(map),
        _ => None,
    }
}

/// The credential that a picture of a badge carries, in SVG or PNG.
fn carried(bytes: &[u8]) -> Option<Vec<u8>> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return in_png(bytes.get(8..)?);
    }
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.trim_start().starts_with('<'))?;
    let element = text.split_once("<openbadges:credential").map(|(_, rest)| rest)?;
    let (start, rest) = element.split_once('>')?;
    if let Some((_, token)) = start.split_once("verify=\"") {
        return token.split('"').next().map(|token| token.as_bytes().to_vec()).filter(|token| !token.is_empty());
    }
    let inner = rest.split_once("</openbadges:credential>")?.0.trim();
    let inner = inner.strip_prefix("<![CDATA[").and_then(|inner| inner.strip_suffix("]]>")).unwrap_or(inner);
    Some(inner.trim().as_bytes().to_vec())
}

/// The text chunk of a PNG that Open Badges keeps a credential in.
fn in_png(mut bytes: &[u8]) -> Option<Vec<u8>> {
    while let Some((head, rest)) = bytes.split_at_checked(8) {
        let length = u32::from_be_bytes(head[..4].try_into().ok()?) as usize;
        let (data, after) = rest.split_at_checked(length)?;
        if &head[4..] == b"iTXt"
            && let Some(text) = data.strip_prefix(b"openbadgecredential\0")
        {
            // Not compressed, then a language and a translated keyword, each ended by a zero.
            let text = text.strip_prefix(&[0, 0])?;
            let mut parts = text.splitn(3, |byte| *byte == 0);
            return parts.nth(2).map(<[u8]>::to_vec);
        }
        bytes = after.get(4..)?;
    }
    None
}

/// A key that somebody pasted beside a credential.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct GivenKey {
    /// The key.
    pub key: PublicKey,
    /// From when on its issuer says that it proves nothing; from the beginning of time where that
    /// is said and cannot be read.
    pub revoked: Bound,
}

impl GivenKey {
    fn of(method: &Value) -> Option<GivenKey> {
        let key = PublicKey::from_method(method).or_else(|| PublicKey::from_jwk(method))?;
        let revoked = method.get("revoked").filter(|revoked| !revoked.is_null());
        let instant = |revoked: &Value| -> Bound { revoked.as_str()?.parse().ok() };
        Some(GivenKey { key, revoked: revoked.map(|revoked| instant(revoked).unwrap_or(DateTime::UNIX_EPOCH)) })
    }
}

/// The keys that somebody pasted beside a credential: an issuer's profile, a key, a set of keys.
pub(super) fn given_key(text: &str, name: Option<&str>) -> Option<GivenKey> {
    let document: Value = serde_json::from_str(text.trim()).ok().filter(|_| text.len() <= LARGEST)?;
    let all = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut methods = all(document.get("verificationMethod").unwrap_or(&Value::Null));
    methods.extend(all(document.get("assertionMethod").unwrap_or(&Value::Null)));
    let sets = [document.get("keys"), document.get("jwks").and_then(|jwks| jwks.get("keys"))];
    methods.extend(sets.into_iter().flatten().flat_map(all));
    methods.push(document);
    let named = |method: &&Value| {
        let own = method.get("id").or_else(|| method.get("kid")).and_then(Value::as_str);
        match (own, name) {
            (Some(own), Some(name)) => own == name || name.ends_with(own) || own == name.trim_end_matches("/jwk"),
            _ => true,
        }
    };
    methods.iter().filter(named).find_map(GivenKey::of)
}

/// The code in what was typed: itself, or at the end of a link.
pub(super) fn code_in(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let last = typed.split(['?', '#']).next()?.trim_end_matches('/').rsplit('/').next()?;
    crate::credential::model::read_code(last)
}

/// Something that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Check {
    /// What is signed was not changed.
    Signature,
    /// Who signed is who it says.
    Issuer,
    /// It holds on this day.
    Days,
    /// It was not revoked.
    Status,
}

impl Check {
    /// The word in keys of texts.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Check::Signature => "signature",
            Check::Issuer => "issuer",
            Check::Days => "days",
            Check::Status => "status",
        }
    }
}

/// What came of looking: the word in keys of texts says why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// It is as it should be.
    Good(&'static str),
    /// It is not.
    Bad(&'static str),
    /// It cannot be said here.
    Unknown(&'static str),
}

impl Found {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Found::Good(word) | Found::Bad(word) | Found::Unknown(word) => word,
        }
    }
}

/// What all checks together say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Every check is good.
    Valid,
    /// One is not.
    NotValid,
    /// None is bad, and not all could be made.
    Partly,
}

impl Verdict {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Verdict::Valid => "valid",
            Verdict::NotValid => "not-valid",
            Verdict::Partly => "partly",
        }
    }
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Report {
    /// Each check, in the order of the house.
    pub checks: Vec<(Check, Found)>,
    /// What may help to check the rest elsewhere: the address of the issuer.
    pub issuer: Option<String>,
    /// Since when the key that signed is trusted no more.
    pub not_trusted: Option<DateTime<Utc>>,
}

impl Report {
    /// What the checks together say.
    pub(super) fn verdict(&self) -> Verdict {
        let any = |bad: fn(&Found) -> bool| self.checks.iter().any(|(_, found)| bad(found));
        if any(|found| matches!(found, Found::Bad(_))) {
            Verdict::NotValid
        } else if any(|found| matches!(found, Found::Unknown(_))) {
            Verdict::Partly
        } else {
            Verdict::Valid
        }
    }
}

/// Names in tokens of other issuers are long; only the beginning is shown.
pub(super) fn short(text: &str) -> String {
    let mut short: String = text.chars().take(300).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
