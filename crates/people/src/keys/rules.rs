//! How keys come from one another, and how things are sealed under them.

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use kernel::Env;
use secrecy::{ExposeSecret, SecretBox};
use sha2::{Digest, Sha256};
use std::{fmt, sync::Arc};
use store::Fault;
use zeroize::Zeroizing;

/// 256 bits of key, wiped from memory when dropped.
pub(crate) type Key = Zeroizing<[u8; 32]>;

/// The length of a nonce of XChaCha20: so long that chance never repeats one.
const NONCE: usize = 24;

/// The installation's own key. From it come a key for each purpose; it seals nothing itself.
#[derive(Clone)]
pub(crate) struct MasterKey(Arc<SecretBox<[u8; 32]>>);

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MasterKey(…)")
    }
}

impl MasterKey {
    /// The key that the settings give.
    pub(crate) fn new(secret: &SecretBox<[u8; 32]>) -> Self {
        Self(Arc::new(SecretBox::new(Box::new(*secret.expose_secret()))))
    }
    /// The key of the installation that serves the request.
    pub(crate) fn of(app: &web::App) -> Self {
        Self::new(&app.site().secret)
    }
    /// The key for one purpose: SHA-256 over the purpose and the installation's key.
    pub(crate) fn derived(&self, purpose: &str) -> Key {
        let mut hash = Sha256::new();
        hash.update(b"allapari\0");
        hash.update(purpose.as_bytes());
        hash.update([0]);
        hash.update(self.0.expose_secret());
        Zeroizing::new(hash.finalize().into())
    }
    /// A keyed hash, hexadecimal: tells two values apart without saying what they are. Used for
    /// what has little chance in it (addresses, codes), where a plain hash could be tried out.
    pub(crate) fn fingerprint(&self, purpose: &str, value: &str) -> String {
        let key = self.derived(purpose);
        let mut hash = Sha256::new();
        hash.update(*key);
        hash.update(Sha256::digest(value.as_bytes()));
        hex::encode(hash.finalize())
    }
}

/// The hash under which a secret of 256 bits is kept: the secret itself is never on record.
pub(crate) fn digest(secret: &str) -> String {
    hex::encode(Sha256::digest(secret.as_bytes()))
}

/// Seals a text under a key and ties it to its `place`: it opens nowhere else.
///
/// # Errors
/// [`Fault::Unreadable`] when the text is too long for the cipher.
pub(crate) fn seal(env: &Env, key: &Key, place: &str, plain: &[u8]) -> Result<Vec<u8>, Fault> {
    let nonce = env.bytes::<NONCE>();
    let payload = Payload { msg: plain, aad: place.as_bytes() };
    let sealed = XChaCha20Poly1305::new((&**key).into())
        .encrypt(XNonce::from_slice(&nonce), payload)
        .map_err(|_| Fault::unreadable("a text too long to seal"))?;
    Ok([nonce.as_slice(), &sealed].concat())
}

/// Opens what was sealed under the key for the place.
///
/// # Errors
/// [`Fault::Unreadable`] when it was sealed under another key, for another place, or changed.
pub(crate) fn open(key: &Key, place: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let wrong = || Fault::unreadable("a sealed text: another key, another place, or changed");
    let (nonce, sealed) = sealed.split_at_checked(NONCE).ok_or_else(wrong)?;
    let payload = Payload { msg: sealed, aad: place.as_bytes() };
    let plain =
        XChaCha20Poly1305::new((&**key).into()).decrypt(XNonce::from_slice(nonce), payload).map_err(|_| wrong())?;
    Ok(Zeroizing::new(plain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn master(byte: u8) -> MasterKey {
        MasterKey::new(&SecretBox::new(Box::new([byte; 32])))
    }

    #[test]
    fn a_key_serves_one_purpose_of_one_installation() {
        assert_ne!(*master(1).derived("a"), *master(1).derived("b"));
        assert_ne!(*master(1).derived("a"), *master(2).derived("a"));
        assert_ne!(master(1).fingerprint("a", "x"), master(1).fingerprint("a", "y"));
        assert!(!format!("{:?}", master(1)).contains('1'));
    }

    proptest! {
        #[test]
        fn what_is_sealed_opens_only_with_its_key_and_in_its_place(plain in prop::collection::vec(any::<u8>(), 0..80), flip in 0usize..100) {
            let (env, _) = Env::still(kernel::DateTime::UNIX_EPOCH, 9);
            let key = master(1).derived("texts");
            let mut sealed = seal(&env, &key, "here", &plain).unwrap();
            prop_assert_eq!(open(&key, "here", &sealed).unwrap().to_vec(), plain);
            prop_assert!(open(&key, "there", &sealed).is_err());
            prop_assert!(open(&master(2).derived("texts"), "here", &sealed).is_err());
            let at = flip % sealed.len();
            sealed[at] ^= 1;
            prop_assert!(open(&key, "here", &sealed).is_err());
        }
    }
}
