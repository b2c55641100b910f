//! Continuing training: what is offered, and the hours of a period.

pub(crate) fn migrations() -> ::store::Migrations {
    Vec::new()
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
}

pub(crate) fn holdings() -> Vec<Box<dyn access::Holding>> {
    Vec::new()
}
