//! What is certified, and what a check shows of it.

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{CredentialId, Env, IssuerKeyId, Lang, OrganisationId, PersonId};
use serde::{Deserialize, Serialize};

/// A competence of another programme that what was learnt corresponds to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alignment {
    /// The framework: a programme, a law, a list of competences.
    pub framework: String,
    /// The competence's code in it; empty where it has none.
    pub code: String,
    /// The competence's name.
    pub name: String,
    /// Where it is described.
    pub url: String,
}

/// What is to be certified. Written once; it is signed in all forms and never changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewCredential {
    /// The organisation that signs.
    pub issuer: OrganisationId,
    /// Its name on that day.
    pub issuer_name: String,
    /// Whose it is.
    pub holder: PersonId,
    /// The name that the person wants to read on it.
    pub holder_name: String,
    /// What it certifies: the title of the course.
    pub title: String,
    /// What that is, in a few sentences.
    pub description: String,
    /// What had to be done for it.
    pub criteria: String,
    /// Minutes, by the code of the part: theory, practice, shadowing…
    pub minutes: Vec<(String, u32)>,
    /// The first day of the course.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// The day of issue.
    pub issued_on: NaiveDate,
    /// Who signed: the name, and the code of the side (`expert`, `professional`).
    pub signed_by: Vec<(String, String)>,
    /// Competences of other programmes that it corresponds to.
    pub alignments: Vec<Alignment>,
    /// The language that it is written in.
    pub lang: Lang,
}

impl NewCredential {
    /// All minutes together.
    pub fn total_minutes(&self) -> u32 {
        self.minutes.iter().map(|(_, minutes)| minutes).sum()
    }
}

store::coded! {
    /// The forms in which a credential is handed over. All say the same.
    Form {
        /// Open Badges 3.0 with an embedded proof: a file for badge wallets and for `/verifica`.
        OpenBadge = "badge",
        /// The same as a signed token.
        Jwt = "jwt",
        /// SD-JWT VC: for identity wallets; its holder chooses what to disclose.
        SdJwt = "sd-jwt",
    }
}

impl Form {
    /// The media type of the file.
    pub const fn media_type(self) -> &'static str {
        match self {
            Form::OpenBadge => "application/ld+json",
            Form::Jwt => "application/jwt",
            Form::SdJwt => "application/dc+sd-jwt",
        }
    }
    /// How the file's name ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Form::OpenBadge => "json",
            Form::Jwt => "jwt",
            Form::SdJwt => "sd-jwt",
        }
    }
}

store::coded! {
    /// What a public check may show beyond what it always shows: that the credential is valid,
    /// what it is for, who issued it and when.
    Part {
        /// Whose it is.
        Holder = "holder",
        /// The hours, by part.
        Hours = "hours",
        /// The days from and to which the course ran.
        Period = "period",
        /// Who signed.
        Signatories = "signatories",
        /// What was learnt, what had to be done, and what it corresponds to.
        Learning = "learning",
    }
}

/// What the person chose that a check shows. Nothing, until they choose.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown(Vec<Part>);

impl Shown {
    /// These parts, each once, in the order of the house.
    pub fn of(parts: &[Part]) -> Self {
        Self(Part::ALL.iter().copied().filter(|part| parts.contains(part)).collect())
    }
    /// From the boxes of a form: every field named `shown` holds the code of a part.
    pub fn parse(fields: &web::Fields) -> Self {
        let parts: Vec<Part> = fields.all("shown").into_iter().filter_map(Part::from_code).collect();
        Self::of(&parts)
    }
    /// Whether a part is shown.
    pub fn has(&self, part: Part) -> bool {
        self.0.contains(&part)
    }
    /// The parts that are shown.
    pub fn parts(&self) -> &[Part] {
        &self.0
    }
    pub(super) fn stored(&self) -> String {
        self.0.iter().map(|part| part.code()).collect::<Vec<_>>().join(" ")
    }
    pub(super) fn from_stored(words: &str) -> Self {
        let parts: Vec<Part> = words.split(' ').filter_map(Part::from_code).collect();
        Self::of(&parts)
    }
}

store::coded! {
    /// Why a credential is revoked: something went wrong in issuing it. There is no other reason,
    /// and none that speaks of how somebody is.
    IssuingError {
        /// It was issued to somebody else than was meant.
        WrongPerson = "wrong-person",
        /// The name on it is not right.
        WrongName = "wrong-name",
        /// It is for another course than the one attended.
        WrongCourse = "wrong-course",
        /// Hours or days on it are not right.
        WrongHours = "wrong-hours",
        /// It was issued before the course's own rules were met.
        TooEarly = "too-early",
        /// It was issued twice.
        Twice = "twice",
        /// It was signed by somebody who could not sign it.
        WrongSignature = "wrong-signature",
    }
}

/// A credential on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// Which.
    pub id: CredentialId,
    /// The code by which it is found: four groups of four.
    pub code: String,
    /// The organisation that issued it.
    pub issuer: OrganisationId,
    /// The key it is signed with.
    pub key: IssuerKeyId,
    /// What it says; nothing once it was revoked, or its holder's data were erased.
    pub record: Option<NewCredential>,
    /// When it was issued.
    pub issued_at: DateTime<Utc>,
    /// When it was signed again, where the key of before is trusted no more. Files handed out before
    /// are not valid then; the code is the same.
    pub signed_again_at: Option<DateTime<Utc>>,
    /// What its holder lets a check show.
    pub shown: Shown,
    /// When and why it was revoked, where it was.
    pub revoked: Option<Revoked>,
}

/// What came of signing again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Again {
    /// How many credentials bear a new signature.
    pub count: usize,
    /// Whose they are, each once: those of whom none waits any more.
    pub holders: Vec<PersonId>,
}

/// A revocation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revoked {
    /// When.
    pub at: DateTime<Utc>,
    /// What went wrong.
    pub error: IssuingError,
}

impl Issued {
    /// The path of the page on which anyone can check it, for links and QR codes.
    pub fn path(&self) -> String {
        path_of(&self.code)
    }
}

/// The path of the page on which the credential with a code is checked.
pub fn path_of(code: &str) -> String {
    format!("/verifica/{code}")
}

/// Digits and letters of codes: none of those that are taken for one another (0 O, 1 I L, U V).
const SIGNS: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Draws a code: 16 signs of 30, more than 78 bits, so that nobody finds one by trying.
pub fn new_code(env: &Env) -> String {
    let mut code = String::with_capacity(19);
    for place in 0..16 {
        if place > 0 && place % 4 == 0 {
            code.push('-');
        }
        code.push(char::from(SIGNS[env.below(SIGNS.len())]));
    }
    code
}

/// A code as it was typed: small letters, spaces and missing dashes do not matter.
pub fn read_code(typed: &str) -> Option<String> {
    let signs: Vec<u8> = typed
        .bytes()
        .filter(|sign| !sign.is_ascii_whitespace() && *sign != b'-')
        .map(|sign| sign.to_ascii_uppercase())
        .collect();
    let known = signs.len() == 16 && signs.iter().all(|sign| SIGNS.contains(sign));
    let groups: Vec<String> = signs.chunks(4).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    known.then(|| groups.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_code_is_read_however_it_is_typed(seed in any::<u64>()) {
            let (env, _) = Env::still(DateTime::UNIX_EPOCH, seed);
            let code = new_code(&env);
            prop_assert_eq!(code.len(), 19);
            prop_assert_eq!(read_code(&code.to_lowercase().replace('-', " ")), Some(code.clone()));
            prop_assert_eq!(read_code(&code[1..]), None);
        }

        #[test]
        fn what_is_shown_is_kept(chosen in prop::collection::vec(0..Part::ALL.len(), 0..8)) {
            let parts: Vec<Part> = chosen.iter().map(|n| Part::ALL[*n]).collect();
            let shown = Shown::of(&parts);
            prop_assert_eq!(Shown::from_stored(&shown.stored()), shown.clone());
            prop_assert!(parts.iter().all(|part| shown.has(*part)));
        }
    }

    #[test]
    fn nothing_is_shown_until_it_is_chosen() {
        assert!(Shown::default().parts().is_empty());
        assert_eq!(read_code("ABCD-EFGH-JKMN-PQRO"), None);
    }
}
