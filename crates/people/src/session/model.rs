//! A session, and what is shown of it.

use kernel::{DateTime, PersonId, SessionId, Utc};
use serde::Serialize;

/// A session to open.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewSession<'a> {
    /// Whose.
    pub(crate) person: PersonId,
    /// Whether a second step was taken.
    pub(crate) second_factor: bool,
    /// Whether the second step is still awaited, by a code or by passkey: until then nobody is signed in.
    pub(crate) awaits_code: bool,
    /// The kind of device, in two words.
    pub(crate) device: &'a str,
}

/// A session as the person sees it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SessionLine {
    /// Which.
    #[serde(skip)]
    pub(crate) id: SessionId,
    /// The kind of device, in two words; empty where the browser did not say.
    pub(crate) device: String,
    /// When it began.
    pub(crate) started_at: DateTime<Utc>,
    /// When it was seen last, to some minutes.
    pub(crate) seen_at: DateTime<Utc>,
    /// Whether a second step was taken.
    pub(crate) second_factor: bool,
}

/// The kind of browser and of machine that a `User-Agent` speaks of: enough to recognise one's
/// own, too little to follow anybody.
pub(crate) fn device(user_agent: &str) -> String {
    let first = |known: &[(&str, &'static str)]| {
        known.iter().find(|(sign, _)| user_agent.contains(sign)).map_or("", |(_, name)| *name)
    };
    // Order matters: Chrome's line also says Safari, Edge's also Chrome.
    let browser = first(&[
        ("Edg", "Edge"),
        ("OPR", "Opera"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ]);
    let machine = first(&[
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Macintosh", "Mac"),
        ("Linux", "Linux"),
    ]);
    [browser, machine].iter().filter(|word| !word.is_empty()).copied().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_named_in_two_words() {
        let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
        assert_eq!(device(firefox), "Firefox, Linux");
        let phone = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36";
        assert_eq!(device(phone), "Chrome, Android");
        assert_eq!(device(""), "");
    }
}
