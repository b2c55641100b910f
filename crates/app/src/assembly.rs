//! The program put together: database and slices.

use access::{Act, Actor, Permit, Target};
use anyhow::Context as _;
use kernel::Env;
use store::{DatabaseUrl, Db, Options};
use web::{Assembled, Site};

/// Opens the database, brings it up to the present and installs the first Charter where there is
/// none.
///
/// # Errors
/// When the database cannot be reached, or a migration fails.
pub async fn open(url: &DatabaseUrl) -> anyhow::Result<Db> {
    let db = Db::connect(url, Env::system(), Options::default())
        .await
        .with_context(|| format!("cannot open the database {url}"))?;
    store::migrate(&db, crate::migrations).await.context("cannot bring the database up to the present")?;
    if consensus::facade::charter_in_force(db.reader()).await?.is_none() {
        let permit = Permit::ask(&Actor::Program("first start".to_owned()), Act::ManageCharter, Target::Network)
            .map_err(|refusal| anyhow::anyhow!("{refusal:?}"))?;
        let mut tx = permit.begin(&db).await?;
        consensus::facade::install_first_charter(&mut tx).await?;
        tx.commit().await?;
    }
    Ok(db)
}

/// Puts the slices together on an open database.
///
/// # Errors
/// When a text of the program is broken.
pub fn assemble(db: Db, site: Site) -> anyhow::Result<Assembled> {
    Ok(web::assemble_with(crate::texts()?, db, site, Box::new(people::facade::Identity), crate::slices()))
}
