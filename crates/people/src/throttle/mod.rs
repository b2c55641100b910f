//! How often something may be tried: counted in the database, so that it holds over all nodes.

pub(crate) mod model;
pub(crate) mod store;
#[cfg(test)]
mod tests;

use model::Subject;
use web::{Ctx, Error, Result};

/// Counts one more try of each subject, before it is made.
///
/// # Errors
/// [`Error::TooMany`] where there were too many of one.
pub(crate) async fn allow(ctx: &Ctx, subjects: &[Subject]) -> Result<()> {
    let Some(until) = store::count(ctx.db(), subjects).await? else { return Ok(()) };
    let retry_after = u64::try_from((until - ctx.env().now()).num_seconds()).unwrap_or(1);
    Err(Error::TooMany { retry_after })
}
