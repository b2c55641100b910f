//! Which of the two kinds somebody is, and the seats of a panel.

use access::{Actor, HeldRole, Role, Scope};
use kernel::OrganisationId;

/// Declares an enum whose values each have a word for addresses, forms and tables: `code()` writes
/// it, `from_code` reads it from a form, `stored` reads it from a row.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $code:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$of])* $variant),* }

        impl $name {
            /// All, in the order in which they are shown.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The word in addresses, forms and tables.
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code),* }
            }
            /// The one that has this word.
            pub fn from_code(code: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|one| one.code() == code)
            }
            /// The one whose word stands in a row.
            #[allow(dead_code, reason = "not every one of them is kept in a column of its own")]
            pub(crate) fn stored(code: &str) -> Result<$name, store::Fault> {
                $name::from_code(code)
                    .ok_or_else(|| store::Fault::unreadable(format!("{}: {code}", stringify!($name))))
            }
        }
    };
}

pub(crate) use coded;

coded! {
    /// One of the two kinds that select, write, teach and sign together.
    Side {
        /// An expert by experience.
        Expert = "expert",
        /// A professional, by study and work.
        Professional = "professional",
    }
}

impl Side {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Side {
        match self {
            Side::Expert => Side::Professional,
            Side::Professional => Side::Expert,
        }
    }
    /// The key of its name on screen.
    pub const fn key(self) -> &'static str {
        match self {
            Side::Expert => "panel-side-expert",
            Side::Professional => "panel-side-professional",
        }
    }
    /// The side that a role stands for. Managing or teaching stands for neither.
    pub const fn of_role(role: Role) -> Option<Side> {
        match role {
            Role::Expert => Some(Side::Expert),
            Role::Professional | Role::Tutor => Some(Side::Professional),
            _ => None,
        }
    }
    /// The side on which these roles put somebody in an organisation. Who holds roles of both
    /// kinds there sits as an expert: the experience is what nobody else brings.
    pub fn of_roles(roles: &[HeldRole], organisation: OrganisationId) -> Option<Side> {
        let here = roles.iter().filter(|held| held.scope == Scope::Organisation(organisation));
        let mut sides: Vec<Side> = here.filter_map(|held| Side::of_role(held.role)).collect();
        sides.sort_unstable();
        sides.first().copied()
    }
    /// The side on which whoever asks is in an organisation.
    pub fn of(actor: &Actor, organisation: OrganisationId) -> Option<Side> {
        Side::of_roles(actor.roles(), organisation)
    }
}
