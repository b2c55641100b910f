//! The feature `transfer`.

/// The tables of this feature.
pub(crate) fn migrations() -> store::Migrations {
    Vec::new()
}
