//! `allapari serve`: the pages, the API and the jobs, until the program is told to stop.

use super::{Console, Failure, Outcome};
use crate::{
    installation,
    jobs::{self, House},
    mail::Mailer,
    settings::Settings,
};
use secrecy::SecretBox;
use std::{future::Future, net::SocketAddr, sync::Arc, time::Duration};
use store::Db;
use tokio::net::TcpListener;
use web::{Assembled, Site};

/// How long requests that are under way may take when the program is told to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(10);

/// The installation as the pages know it.
pub fn site(settings: &Settings, secret: SecretBox<[u8; 32]>) -> Site {
    Site {
        base_url: settings.base_url.clone(),
        demo: false,
        helpline: settings.helpline.clone(),
        behind_proxy: settings.behind_proxy,
        mail_from: settings.mail_from.to_string(),
        secret,
    }
}

/// Opens the installation and puts the slices together, without serving yet.
///
/// # Errors
/// [`Failure`] with words for the person who runs the program.
pub async fn assembled(settings: &Settings, make: bool) -> Result<(Db, Assembled), Failure> {
    let db = installation::open(settings, make).await?;
    let secret = installation::key(settings, &db).await?;
    let assembled = crate::assembly::assemble(db.clone(), site(settings, secret))?;
    Ok((db, assembled))
}

pub(super) async fn serve(settings: &Settings, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let (db, assembled) = assembled(settings, true).await?;
    let mailer = match &settings.smtp {
        Some(server) => Some(Mailer::new(server, settings.mail_from.clone()).map_err(anyhow::Error::from)?),
        None => {
            tracing::warn!("no mail server is set: mail waits in the outbox");
            None
        }
    };
    let listener = TcpListener::bind(settings.listen).await.map_err(|error| {
        let args = vec![("listen", settings.listen.to_string()), ("what", error.to_string())];
        Failure::Said("command-listen-failed", args)
    })?;
    console.say_with("command-serving", &[("address", settings.base_url.as_str().into())])?;
    run(db, assembled, mailer, listener, told_to_stop()).await?;
    console.say("command-stopped")?;
    Ok(Outcome::Fine)
}

/// Serves until `stop`; then lets requests and jobs come to their end and closes the database.
///
/// # Errors
/// As the listener says.
pub async fn run(
    db: Db,
    assembled: Assembled,
    mailer: Option<Mailer>,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let Assembled { app, holdings, router, .. } = assembled;
    let running = jobs::start(Arc::new(House { db: db.clone(), app, holdings, mailer }));
    let (stopping, stopped) = tokio::sync::oneshot::channel();
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, service).with_graceful_shutdown(async move {
        stop.await;
        let _ = stopping.send(());
    });
    let last = async {
        let _ = stopped.await;
        tokio::time::sleep(LAST_REQUESTS).await;
    };
    let ended = tokio::select! {
        ended = server.into_future() => ended,
        () = last => Ok(()),
    };
    running.stop().await;
    db.close().await;
    ended
}

/// Waits for Ctrl-C or SIGTERM.
pub async fn told_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
