//! The pages of continuing training: of the organisation that offers, of the expert who gathers.

pub(super) mod off;
pub(super) mod offers;
pub(super) mod own;

use super::model::Offer;
use web::T;

/// When and where, in one line.
fn when_and_where(t: &T, offer: &Offer) -> String {
    let place = offer.plan.place.as_deref().or(offer.plan.link.as_deref()).unwrap_or_default();
    format!("{} – {} – {place}", t.instant(offer.plan.starts), t.length(offer.plan.minutes))
}
