//! The people of an organisation: who keeps its records, works or teaches in it, and who was
//! invited to. Experts have a page of their own.

mod pages;
#[cfg(test)]
mod tests;

use access::Act;

/// The pages of this feature.
pub(crate) fn routes() -> web::Routes {
    const ACT: Act = Act::InviteToOrganisation;
    web::Routes::new()
        .get("/realta/{id}/persone", ACT, pages::show)
        .post("/realta/{id}/persone", ACT, pages::invite)
        .post("/realta/{id}/persone/{role}/fine", ACT, pages::end)
        .post("/realta/{id}/persone/inviti/{invitation}/di-nuovo", ACT, pages::send_again)
        .post("/realta/{id}/persone/inviti/{invitation}/ritira", ACT, pages::withdraw)
}
