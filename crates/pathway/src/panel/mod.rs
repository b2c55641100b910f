//! Panels: experts and professionals who select together.

pub(crate) mod model;

pub use model::Side;
#[allow(unused_imports, reason = "the rest of the slice declares its words with it")]
pub(crate) use model::coded;

pub(crate) fn migrations() -> ::store::Migrations {
    Vec::new()
}

pub(crate) fn routes() -> web::Routes {
    web::Routes::new()
}

pub(crate) fn holdings() -> Vec<Box<dyn access::Holding>> {
    Vec::new()
}
