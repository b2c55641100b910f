//! Verification of a credential by code, by link or by file, without an account.

pub(crate) fn migrations() -> ::store::Migrations {
    Vec::new()
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
}

pub(crate) fn holdings() -> Vec<Box<dyn access::Holding>> {
    Vec::new()
}
