//! The feature `organisation`.

/// The tables of this feature.
pub(crate) fn migrations() -> store::Migrations {
    Vec::new()
}
