//! `allapari demo`: a made-up network to look at from every side, with nothing to set up.

use super::{
    Console, Failure, Outcome,
    serve::{run, told_to_stop},
};
use crate::{assembly, made_up};
use access::Role;
use clap::Args;
use kernel::Env;
use secrecy::SecretBox;
use std::{
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
};
use store::{DatabaseUrl, Db};
use tokio::net::TcpListener;
use url::Url;
use web::Site;

/// What the command is told.
#[derive(Debug, Args)]
pub struct DemoArgs {
    /// Where the made-up data are kept from one start to the next. Without it, they go with the program.
    #[arg(long)]
    pub data: Option<PathBuf>,
}

/// The port to start on; another one when it is taken.
const PORT: u16 = 8080;

pub(super) async fn demo(
    args: &DemoArgs,
    listen: Option<SocketAddr>,
    console: &mut Console<'_>,
) -> Result<Outcome, Failure> {
    let temporary = tempfile::Builder::new().prefix("allapari-demo-").tempdir()?;
    let folder = args.data.clone().unwrap_or_else(|| temporary.path().to_owned());
    std::fs::create_dir_all(&folder)?;
    let db = made_up_network(&folder, console).await?;
    let listener = bind(listen).await?;
    let address = listener.local_addr()?;
    let base = Url::parse(&format!("http://{address}/")).map_err(anyhow::Error::from)?;
    let assembled = assembly::assemble(db.clone(), site(base.clone(), key(&folder)?))?;
    console.say_with("command-demo-ready", &[("address", base.as_str().into())])?;
    for code in std::iter::once("visitor").chain(Role::ALL.into_iter().map(Role::code)) {
        let label = console.t().get(&format!("demo-{code}"));
        console.line(format!("  {label:<32} {base}prova/{code}"))?;
    }
    console.say("command-demo-stop")?;
    run(db, assembled, None, listener, told_to_stop()).await?;
    Ok(Outcome::Fine)
}

/// The network of an earlier start, or a new one. A start that was broken off leaves no mark, and
/// what it left is made anew.
async fn made_up_network(folder: &Path, console: &mut Console<'_>) -> Result<Db, Failure> {
    let (file, mark) = (folder.join("allapari.db"), folder.join("allapari.whole"));
    let url = DatabaseUrl::file(&file);
    if mark.exists() {
        return Ok(assembly::open(&url).await?);
    }
    for part in ["allapari.db", "allapari.db-wal", "allapari.db-shm"] {
        match std::fs::remove_file(folder.join(part)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    console.say("command-demo-filling")?;
    let db = assembly::open(&url).await?;
    made_up::fill(&db, made_up::Size::DEMO, |_, _, _| {}).await?;
    network::facade::recheck_all(&db).await?;
    std::fs::write(mark, "")?;
    Ok(db)
}

fn site(base_url: Url, secret: SecretBox<[u8; 32]>) -> Site {
    Site {
        base_url,
        demo: true,
        helpline: None,
        behind_proxy: false,
        mail_from: "Alla pari <noreply@example.org>".to_owned(),
        secret,
    }
}

/// The wanted address; else the usual port, or any when that one is taken.
async fn bind(listen: Option<SocketAddr>) -> Result<TcpListener, Failure> {
    let home = |port| SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    if let Some(address) = listen {
        return TcpListener::bind(address).await.map_err(|error| {
            let args = vec![("listen", address.to_string()), ("what", error.to_string())];
            Failure::Said("command-listen-failed", args)
        });
    }
    match TcpListener::bind(home(PORT)).await {
        Ok(listener) => Ok(listener),
        Err(_) => Ok(TcpListener::bind(home(0)).await?),
    }
}

/// The demonstration's own key, kept beside its data.
fn key(folder: &Path) -> Result<SecretBox<[u8; 32]>, Failure> {
    crate::settings::secret::master_key(&folder.join("allapari.key"), &Env::system(), true)
        .map_err(|fault| crate::installation::OpenFault::from(fault).into())
}
