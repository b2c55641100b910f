//! How a password is hashed and checked.

use super::model::Password;
use kernel::Duration;
use secrecy::{ExposeSecret, SecretString};
use std::sync::LazyLock;
use store::Fault;

/// How long a link by mail works.
pub(crate) const LINK_TIME: Duration = Duration::minutes(60);

/// The hash of a password that nobody has: checking against it takes as long as checking against
/// somebody's, so that time does not tell whether an account exists.
static NOBODYS: LazyLock<String> = LazyLock::new(|| password_auth::generate_hash("nobody has this one"));

/// Hashes a password with Argon2id, away from the threads that serve pages.
pub(crate) async fn hash(password: &Password) -> Result<String, Fault> {
    let password = SecretString::from(password.expose().to_owned());
    tokio::task::spawn_blocking(move || password_auth::generate_hash(password.expose_secret()))
        .await
        .map_err(Fault::unreadable)
}

/// Checks a password; where there is no hash, it takes as long and says no.
pub(crate) async fn check(password: &SecretString, hash: Option<&str>) -> Result<bool, Fault> {
    let (password, hash) = (password.clone(), hash.map(str::to_owned));
    tokio::task::spawn_blocking(move || {
        let against = hash.as_deref().unwrap_or(&NOBODYS);
        let right = password_auth::verify_password(password.expose_secret(), against).is_ok();
        right && hash.is_some()
    })
    .await
    .map_err(Fault::unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(typed: &str) -> Result<Password, String> {
        Password::parse("password", typed, "ada@example.org").map_err(|i| i.key)
    }

    #[test]
    fn length_is_asked_for_and_nothing_fancy() {
        assert!(parse("quattro gatti al sole").is_ok());
        assert!(parse("però quando piove").is_ok());
        assert_eq!(parse("corta").unwrap_err(), "invalid-password-short");
        for easy in ["password1234", "aaaaaaaaaaaaaaa", "qwertyqwerty1234"] {
            assert_eq!(parse(easy).unwrap_err(), "invalid-password-easy", "{easy}");
        }
    }

    #[tokio::test]
    async fn the_right_password_is_told_from_the_wrong_and_from_none() {
        let hash = hash(&parse("quattro gatti al sole").unwrap()).await.unwrap();
        assert!(hash.starts_with("$argon2id$"));
        let typed = |text: &str| SecretString::from(text.to_owned());
        assert!(check(&typed("quattro gatti al sole"), Some(&hash)).await.unwrap());
        assert!(!check(&typed("cinque gatti al sole"), Some(&hash)).await.unwrap());
        assert!(!check(&typed("nobody has this one"), None).await.unwrap());
    }
}
