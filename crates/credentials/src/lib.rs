//! Credentials: what the network certifies, signed so that anyone can verify it.
//!
//! **Vocabulary.** An *issuer* is an organisation that signs, with *keys* that may be rotated. A
//! *credential* is one record signed once in three forms: an Open Badges 3.0 credential with an
//! embedded proof, the same as a JWT, and an SD-JWT VC. Its *status* is one bit of a published list.
//! A credential is found by its *code* or its link only.
//!
//! **Invariants.** A credential is never changed. It is revoked only for an error in issuing, with
//! its reason, and then keeps its status bit only. With a key that others may have used nothing is
//! valid; what it signed is signed again from the same record, under the same code. Being certified
//! says something of a person's health: there is no list of who is, and a check shows what the person
//! chose.

mod credential;
pub mod facade;
mod issuer;
mod linked;
mod proof;
mod verify;

/// The tables of this crate, in the order in which they are made.
pub fn migrations() -> store::Migrations {
    let features = [issuer::migrations(), credential::migrations(), verify::migrations()];
    features.into_iter().flatten().collect()
}

/// What this crate hands over to be assembled.
pub fn slice() -> web::Slice {
    web::Slice {
        name: "credentials",
        routes: web::Routes::new().merge(issuer::routes()).merge(credential::routes()).merge(verify::routes()),
        texts: web::texts!("issuer", "credential", "verify",),
        migrations,
        holdings: [issuer::holdings(), credential::holdings(), verify::holdings()].into_iter().flatten().collect(),
        api: None,
    }
}
