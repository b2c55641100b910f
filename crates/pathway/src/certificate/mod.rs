//! Certificates: proposed, signed by two people of both kinds, issued.

pub(crate) fn migrations() -> ::store::Migrations {
    Vec::new()
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
}

pub(crate) fn holdings() -> Vec<Box<dyn access::Holding>> {
    Vec::new()
}
