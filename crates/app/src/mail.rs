//! The way out for mail: a real SMTP sender, with TLS as the settings ask for it.

use crate::settings::smtp::{Privacy, SmtpUrl};
use kernel::{DateTime, Lang, MailId, Utc};
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, Header, HeaderName, HeaderValue},
    },
    transport::smtp::{
        authentication::Credentials,
        client::{Tls, TlsParameters},
        extension::ClientId,
    },
};
use people::facade::Mail;
use std::time::{Duration, SystemTime};

/// How long one step of the conversation with the mail server may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// The sender of mail.
#[derive(Clone)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl std::fmt::Debug for Mailer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mailer").finish_non_exhaustive()
    }
}

/// Why a message did not leave.
#[derive(Debug, thiserror::Error)]
pub enum MailFault {
    /// The message cannot be written as mail.
    #[error("the message cannot be written: {0}")]
    Message(String),
    /// The server did not take it.
    #[error("{0}")]
    Server(#[from] lettre::transport::smtp::Error),
}

impl Mailer {
    /// A sender through a server. Nothing is connected yet.
    ///
    /// # Errors
    /// [`MailFault::Server`] when the machine has no certificates to check the server's with.
    pub fn new(server: &SmtpUrl, from: Mailbox) -> Result<Self, MailFault> {
        let host = server.host();
        let tls = match server.privacy() {
            Privacy::Tls => Tls::Wrapper(TlsParameters::new(host.clone())?),
            Privacy::StartTls => Tls::Required(TlsParameters::new(host.clone())?),
            Privacy::StartTlsIfOffered => Tls::Opportunistic(TlsParameters::new(host.clone())?),
            Privacy::None => Tls::None,
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
            .port(server.port())
            .tls(tls)
            .timeout(Some(PATIENCE));
        if let Some((user, password)) = server.credentials() {
            builder = builder.credentials(Credentials::new(user, password));
        }
        // The sender's domain says who greets; the machine's own name may say more than it should.
        builder = builder.hello_name(ClientId::Domain(from.email.domain().to_owned()));
        Ok(Self { transport: builder.build(), from })
    }
    /// Sends a message. Tried again, it has the same id, so that a mail server may know it.
    ///
    /// # Errors
    /// [`MailFault`].
    pub async fn send(&self, id: MailId, mail: &Mail, now: DateTime<Utc>) -> Result<(), MailFault> {
        let message = self.message(id, mail, now)?;
        self.transport.send(message).await?;
        Ok(())
    }
    fn message(&self, id: MailId, mail: &Mail, now: DateTime<Utc>) -> Result<Message, MailFault> {
        let wrong = |error: &dyn std::fmt::Display| MailFault::Message(error.to_string());
        let to = mail.to.as_str().parse().map_err(|error| wrong(&error))?;
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(mail.subject.clone())
            .date(SystemTime::from(now))
            .message_id(Some(format!("<{id}@{}>", self.from.email.domain())))
            .header(ContentType::TEXT_PLAIN)
            .header(AutoSubmitted)
            .header(ContentLanguage(mail.lang))
            .body(mail.body.clone())
            .map_err(|error| wrong(&error))
    }
    /// Whether the server answers and greets.
    ///
    /// # Errors
    /// [`MailFault::Server`] with what went wrong.
    pub async fn greet(&self) -> Result<bool, MailFault> {
        Ok(self.transport.test_connection().await?)
    }
}

/// Says that no person wrote this, so that no machine answers it (RFC 3834).
#[derive(Debug, Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }
    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// In which language the text is, for who has it read aloud.
#[derive(Debug, Clone)]
struct ContentLanguage(Lang);

impl Header for ContentLanguage {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Content-Language")
    }
    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.parse().unwrap_or_default()))
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.tag().to_owned())
    }
}
