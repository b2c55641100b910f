//! What later slices may use of credentials: these functions and read types, nothing else.

pub use crate::credential::{
    Again, Alignment, Form, Issued, IssuingError, NewCredential, Part, Revoked, Shown, by_code, credential,
    credentials, credentials_of, file, issue, issue_as, new_code, path_of, revoke, show, sign_again, to_sign_again,
};
pub use crate::issuer::{Compromise, IssuerKey, distrust, rotate};
pub use crate::verify::{Checked, check};
