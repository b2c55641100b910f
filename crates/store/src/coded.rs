//! Enums whose values have a word of their own in addresses, forms and tables.

/// Declares an enum whose values each have a word for addresses, forms and tables: `code()` writes
/// it, `from_code` reads it from a form, `stored` reads it from a row, and in JSON it is that word.
///
/// ```
/// store::coded! {
///     /// How a day is spent.
///     Pace {
///         /// Without hurry.
///         Slow = "slow",
///         /// As it comes.
///         Free = "free",
///     }
/// }
/// assert_eq!(Pace::from_code("slow"), Some(Pace::Slow));
/// assert_eq!(Pace::ALL.iter().map(|pace| pace.code()).collect::<Vec<_>>(), ["slow", "free"]);
/// ```
#[macro_export]
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
            pub(crate) fn stored(code: &str) -> Result<$name, $crate::Fault> {
                $name::from_code(code)
                    .ok_or_else(|| $crate::Fault::unreadable(format!("{}: {code}", stringify!($name))))
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }
    };
}
