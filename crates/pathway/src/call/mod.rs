//! Calls: what is asked, what is not, by when; and a day to try first.

pub(crate) fn migrations() -> ::store::Migrations {
    Vec::new()
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
}

pub(crate) fn holdings() -> Vec<Box<dyn access::Holding>> {
    Vec::new()
}
