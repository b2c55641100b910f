//! Who may give which role on the pages of the network.

use access::{Actor, Role};
use kernel::{Ask, Refusal, Why};

/// Whether somebody who may manage accounts may also give or end this role: who runs the
/// installation is named by those who run it, so that the secretariat cannot raise itself.
pub(crate) fn may_give(actor: &Actor, role: Role) -> bool {
    role != Role::Administrator || actor.holds(Role::Administrator) || matches!(actor, Actor::Program(_))
}

/// The refusal that goes with it.
pub(crate) const fn only_administrators() -> Refusal {
    Refusal::new(Why::RoleMissing, Ask::Administrator)
}
