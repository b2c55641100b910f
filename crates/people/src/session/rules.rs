//! How long a session lasts.

use kernel::Duration;

/// How long a session lasts at most.
pub(crate) const LONGEST: Duration = Duration::days(30);
/// How long a session lasts without being used.
pub(crate) const IDLE: Duration = Duration::days(3);
/// How long the code of the second step is awaited.
pub(crate) const CODE_WAIT: Duration = Duration::minutes(10);
/// How coarsely "last seen" is kept: a session in use is written to no more often than this.
pub(crate) const SEEN_EVERY: Duration = Duration::minutes(15);
