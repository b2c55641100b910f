//! Signing again what bears the signature of a key that is trusted no more. The paper bears none and
//! stays as it is.

use super::issue::as_job;
use crate::panel;
use access::Act;
use kernel::{IssuerKeyId, OrganisationId};
use store::Fault;
use web::App;

/// How many certificates are signed again in one transaction: few enough for other writers to come
/// in between.
const PORTION: i64 = 40;

/// Does the next portion, and says how many certificates that were; 0 when nothing waits. It may be
/// broken off at any moment: what bears the new signature is not signed again.
pub(in crate::certificate) async fn portion(app: &App) -> Result<usize, Fault> {
    let Some(waiting) = credentials::facade::to_sign_again(app.db().reader()).await? else { return Ok(0) };
    store::retrying(app.env(), || some(app, waiting)).await
}

/// Signs a portion. Whoever has no more that waits is told, once for all that is theirs.
async fn some(app: &App, waiting: (IssuerKeyId, OrganisationId)) -> Result<usize, Fault> {
    let mut tx = as_job(app, waiting.1, Act::ManageCertificates).await?;
    let again = credentials::facade::sign_again(&mut tx, app, waiting, PORTION).await?;
    let link = app.site().link("/attestati");
    for holder in &again.holders {
        let key = "certificate-mail-again";
        panel::write_to(&mut tx, app, *holder, key, |_| vec![("link", link.as_str().into())]).await?;
    }
    tx.commit().await?;
    Ok(again.count)
}
