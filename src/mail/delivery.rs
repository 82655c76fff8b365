//! Where mail goes: a mail server, a directory, or nowhere but here.

use std::fs;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message as Rfc5322, Tokio1Executor};
use url::Url;

use super::model::{Attachment, Outgoing};
use crate::config::{Config, MailRoute};
use crate::error::Fault;

/// An open way for mail.
pub struct Delivery {
    route: Route,
    from: Mailbox,
}

enum Route {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Directory(PathBuf),
    Kept,
}

/// What became of an attempt.
#[derive(Debug)]
pub enum Outcome {
    /// The next server has it, or the file is there.
    Sent,
    /// It stays in the database, to be read at `/mail`.
    Kept,
    /// Not now; trying again may help.
    Later(String),
    /// Never: the server said so, or there is no such address.
    Never(String),
}

/// RFC 3834: so that no holiday reply answers a program.
#[derive(Clone)]
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

impl Delivery {
    /// Opens the way the configuration names. Connects to nothing yet.
    ///
    /// # Errors
    /// A sender that is no address, an unreadable certificate, a directory that cannot be made.
    pub fn open(config: &Config) -> Result<Self, Fault> {
        let from = config
            .mail_from
            .parse()
            .map_err(|_| Fault::new(format!("--mail-from {:?} is no address", config.mail_from)))?;
        let route = match &config.mail {
            MailRoute::Smtp { server, authority } => Route::Smtp(smtp(server, authority.as_deref())?),
            MailRoute::Directory(directory) => {
                fs::create_dir_all(directory)?;
                Route::Directory(directory.clone())
            }
            MailRoute::Kept => Route::Kept,
        };
        Ok(Self { route, from })
    }

    /// Tries to deliver one mail.
    pub async fn deliver(&self, mail: &Outgoing, attachment: Option<&Attachment>) -> Outcome {
        let message = match self.compose(mail, attachment) {
            Ok(message) => message,
            Err(error) => return Outcome::Never(error),
        };
        match &self.route {
            Route::Kept => Outcome::Kept,
            Route::Directory(directory) => {
                let (file, bytes) = (directory.join(format!("{}.eml", mail.id)), message.formatted());
                match tokio::task::spawn_blocking(move || write_whole(&file, &bytes)).await {
                    Ok(Ok(())) => Outcome::Sent,
                    Ok(Err(error)) => Outcome::Later(error.to_string()),
                    Err(error) => Outcome::Later(error.to_string()),
                }
            }
            Route::Smtp(server) => match server.send(message).await {
                Ok(_) => Outcome::Sent,
                // 5xx: the recipient's server will say the same tomorrow. Everything else (4xx, no
                // connection, a broken one) may be over by then.
                Err(error) if error.is_permanent() => Outcome::Never(error.to_string()),
                Err(error) => Outcome::Later(error.to_string()),
            },
        }
    }

    fn compose(&self, mail: &Outgoing, attachment: Option<&Attachment>) -> Result<Rfc5322, String> {
        let address: Address = mail.to_address.parse().map_err(|_| "this is no mail address".to_owned())?;
        let name = Some(mail.to_name.clone()).filter(|name| !name.is_empty());
        let seconds = u64::try_from(mail.created_at.as_micros() / 1_000_000).unwrap_or_default();
        let message_id = format!("<{}@{}>", mail.id, self.from.email.domain());
        let text = mail.text_part.clone().unwrap_or_default();
        let html = mail.html_part.clone().unwrap_or_default();
        let words = MultiPart::alternative_plain_html(text, html);
        let body = match attachment {
            Some(file) => {
                let kind = ContentType::parse(&file.media_type).map_err(|error| error.to_string())?;
                let part = lettre::message::Attachment::new(file.file_name.clone());
                MultiPart::mixed().multipart(words).singlepart(part.body(file.content.clone(), kind))
            }
            None => words,
        };
        Rfc5322::builder()
            .from(self.from.clone())
            .to(Mailbox::new(name, address))
            .subject(&mail.subject)
            .date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
            // The same at every attempt: a server that took a mail and lost its answer knows it again.
            .message_id(Some(message_id))
            .header(AutoSubmitted)
            .multipart(body)
            .map_err(|error| error.to_string())
    }
}

fn smtp(server: &Url, authority: Option<&Path>) -> Result<AsyncSmtpTransport<Tokio1Executor>, Fault> {
    let host = server.host_str().unwrap_or_default();
    let bare_host = host.trim_start_matches('[').trim_end_matches(']');
    let mut tls = TlsParameters::builder(bare_host.to_owned());
    if let Some(file) = authority {
        let certificate = Certificate::from_pem(&fs::read(file)?).map_err(Fault::from_error)?;
        tls = tls.add_root_certificate(certificate);
    }
    let tls = tls.build().map_err(Fault::from_error)?;
    let local =
        bare_host == "localhost" || bare_host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback());
    let (tls, port) = match server.scheme() {
        "smtps" => (Tls::Wrapper(tls), 465),
        // On this machine there is nobody between; elsewhere a mail that opens accounts does not
        // cross the network in the clear, even if the server forgets to offer TLS.
        _ if local => (Tls::Opportunistic(tls), 25),
        _ => (Tls::Required(tls), 587),
    };
    let mut transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(bare_host)
        .port(server.port().unwrap_or(port))
        .tls(tls)
        .timeout(Some(Duration::from_secs(60)));
    if !server.username().is_empty() {
        let plain = |text: &str| {
            url::form_urlencoded::parse(format!("x={}", text.replace('+', "%2B")).as_bytes())
                .map(|(_, value)| value.into_owned())
                .collect::<String>()
        };
        let password = server.password().unwrap_or_default();
        transport = transport.credentials(Credentials::new(plain(server.username()), plain(password)));
    }
    Ok(transport.build())
}

/// Under its name a file is whole or not there.
fn write_whole(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let unfinished = file.with_extension("unfinished");
    // A mail can hold a link that opens something: for nobody else on this machine.
    let mut options = fs::OpenOptions::new();
    options.create(true).truncate(true).write(true).mode(0o600).open(&unfinished)?.write_all(bytes)?;
    fs::rename(unfinished, file)
}
