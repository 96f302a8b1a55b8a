//! E-mail to the information-rights contact of a force, handed to the trust's own mail server (ADR 0044).
//!
//! At least once: the outbox forgets an e-mail only after the server took it, and each goes out under a Message-ID of its
//! own row, so that one which comes a second time can be told from a second recall. Whatever does not go is tried again
//! after a time that doubles.
//!
//! SECURITY: no address, no subject and nothing that the server said is logged; it often repeats the address.

use crate::PostError;
use casework::time::Moment;
use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, Header, HeaderName, HeaderValue},
    },
    transport::smtp::{
        authentication::Credentials,
        client::{Certificate, CertificateStore, Tls, TlsParameters},
        extension::ClientId,
    },
};
use service::{Service, contacts::EmailAddress, ports::OutboxRow, recall_mail::Mail};
use std::{
    collections::BTreeMap,
    net::{IpAddr, Ipv6Addr},
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, SystemTime},
};

/// How many e-mails one round looks at. A recall is rare: this many never wait unless nothing goes at all.
const MAILS_A_ROUND: u32 = 1_000;
/// How long the server may take for each answer.
const PATIENCE: Duration = Duration::from_secs(20);
/// After how many seconds it is tried again the first time; each time after that, after twice as many.
const AGAIN_SECONDS: i64 = 2;
/// The longest that it waits in between, in seconds: six hours.
const AGAIN_SECONDS_MAX: i64 = 21_600;
/// Ports where none is named (RFC 8314, RFC 5321).
const SUBMISSIONS: u16 = 465;
const SUBMISSION: u16 = 587;
const PLAIN: u16 = 25;
/// With what a certificate begins (RFC 7468, 5.1).
const CERTIFICATE: &[u8] = b"-----BEGIN CERTIFICATE-----";

/// How what goes to the server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Protection {
    /// By TLS from the first byte.
    Tls,
    /// By TLS after STARTTLS, and not at all without it.
    StartTls,
    /// By nothing: it does not leave this machine.
    Loopback,
}

/// Where the mail server is, and how it is spoken to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailServer {
    host: String,
    port: u16,
    protection: Protection,
}

/// Why something is no mail server that can be used. It does not repeat what was written: there may be a password in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MailServerError {
    /// It does not read.
    #[error(
        "expected smtps://HOST, smtp+starttls://HOST or smtp://localhost, each with :PORT or without, and nothing else"
    )]
    Unreadable,
    /// It would be spoken to in the clear over a network.
    #[error("smtp:// goes to this very machine alone; name smtps:// or smtp+starttls:// for another one")]
    InTheClear,
}

impl MailServer {
    /// Reads `smtps://host`, `smtp+starttls://host` or, for this very machine, `smtp://host`; each with a port or without.
    ///
    /// # Errors
    /// [`MailServerError`].
    pub fn parse(text: &str) -> Result<Self, MailServerError> {
        let unreadable = MailServerError::Unreadable;
        let (scheme, rest) = text.split_once("://").ok_or(unreadable)?;
        let (protection, usual) = match scheme {
            "smtps" => (Protection::Tls, SUBMISSIONS),
            "smtp+starttls" => (Protection::StartTls, SUBMISSION),
            "smtp" => (Protection::Loopback, PLAIN),
            _ => return Err(unreadable),
        };
        let (host, port) = match rest.strip_prefix('[') {
            Some(inside) => {
                let (host, behind) = inside.split_once(']').ok_or(unreadable)?;
                host.parse::<Ipv6Addr>().map_err(|_| unreadable)?;
                match behind.strip_prefix(':') {
                    Some(port) => (host, Some(port)),
                    None if behind.is_empty() => (host, None),
                    None => return Err(unreadable),
                }
            }
            None => match rest.split_once(':') {
                Some((host, port)) => (host, Some(port)),
                None => (rest, None),
            },
        };
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-';
        let is_host = !host.is_empty() && (host.bytes().all(is_name) || host.parse::<Ipv6Addr>().is_ok());
        let port = match port {
            // A sign before it would be read, too.
            Some(port) if port.bytes().all(|byte| byte.is_ascii_digit()) => {
                port.parse().ok().filter(|port| *port != 0)
            }
            Some(_) => None,
            None => Some(usual),
        };
        let (true, Some(port)) = (is_host, port) else { return Err(unreadable) };
        let here = host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
        if protection == Protection::Loopback && !here {
            return Err(MailServerError::InTheClear);
        }
        Ok(Self { host: host.to_owned(), port, protection })
    }
}

/// What a mailer is made from.
#[derive(Clone)]
pub struct MailSettings {
    /// The server.
    pub server: MailServer,
    /// From whom e-mails are, such as `Candour <candour@trust.example>`.
    pub from: String,
    /// Whom the server knows us as, and by which password.
    pub credentials: Option<(String, String)>,
    /// The certificate, as PEM, of whoever vouches for the server, in the place of the public authorities.
    pub authority: Option<Vec<u8>>,
    /// Where people read, without a slash at the end.
    pub service_address: String,
}

impl std::fmt::Debug for MailSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MailSettings").field("server", &self.server).finish_non_exhaustive()
    }
}

/// Why there is no mailer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MailerError {
    /// `from` is no address.
    #[error("`mail.from` is no e-mail address such as “Candour <candour@trust.example>”")]
    From,
    /// The authority does not read.
    #[error("the certificate of the mail server's authority does not read")]
    Authority,
    /// TLS cannot be set up.
    #[error("TLS to the mail server cannot be set up")]
    Tls,
}

/// When something is tried again, after how many times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Later {
    tries: u32,
    next: Moment,
}

impl Later {
    fn after(before: Option<Self>, now: Moment) -> Self {
        let tries = before.map_or(0, |before| before.tries) + 1;
        // 2 * 2^15 is more than the most already.
        let seconds = (AGAIN_SECONDS << (tries - 1).min(15)).min(AGAIN_SECONDS_MAX);
        Self { tries, next: now.plus(seconds) }
    }
}

/// What waits for its next time. It is kept in memory: whoever starts or leads anew tries everything at once.
#[derive(Debug, Default)]
struct Waiting {
    /// The server, which took nothing.
    server: Option<Later>,
    /// E-mails that it refused by themselves, by the identifiers of their rows.
    mails: BTreeMap<String, Later>,
}

/// Hands e-mails to a mail server.
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    service_address: String,
    waiting: Mutex<Waiting>,
}

impl std::fmt::Debug for Mailer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mailer").finish_non_exhaustive()
    }
}

/// Tells mail servers and whoever is away that nobody wants their answer (RFC 3834, 5).
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

/// Why an e-mail did not go, in words that say nothing of it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Failure {
    why: &'static str,
    /// The server's three digits, where it answered.
    code: String,
    /// Whether it is about this e-mail alone, so that another one may go.
    alone: bool,
}

impl Failure {
    const fn unwritable() -> Self {
        Self { why: "it cannot be written", code: String::new(), alone: true }
    }

    fn of(error: &lettre::transport::smtp::Error) -> Self {
        let code = error.status().map_or_else(String::new, |code| code.to_string());
        let why = if error.is_timeout() {
            "the mail server did not answer in time"
        } else if error.is_tls() {
            "the mail server did not show who it is"
        } else if error.is_permanent() {
            "the mail server refused it"
        } else if error.is_transient() {
            "the mail server put it off"
        } else {
            "the mail server cannot be reached"
        };
        // 450 and 55x are about a mailbox or a message (RFC 5321, 4.2.3); anything else would meet the next one, too.
        let alone = code == "450" || code.starts_with("55");
        Self { why, code, alone }
    }
}

impl Mailer {
    /// A mailer. Nothing is asked of the server yet.
    ///
    /// # Errors
    /// [`MailerError`].
    pub fn new(settings: &MailSettings) -> Result<Self, MailerError> {
        if settings.from.contains(char::is_control) {
            return Err(MailerError::From);
        }
        let from: Mailbox = settings.from.parse().map_err(|_| MailerError::From)?;
        let server = &settings.server;
        let tls = match server.protection {
            Protection::Loopback => Tls::None,
            Protection::Tls => Tls::Wrapper(tls(server, settings.authority.as_deref())?),
            Protection::StartTls => Tls::Required(tls(server, settings.authority.as_deref())?),
        };
        let mut transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(server.host.clone())
            .port(server.port)
            .tls(tls)
            .timeout(Some(PATIENCE))
            .hello_name(ClientId::Domain(from.email.domain().to_owned()));
        if let Some((name, password)) = &settings.credentials {
            transport = transport.credentials(Credentials::new(name.clone(), password.clone()));
        }
        Ok(Self {
            transport: transport.build(),
            from,
            service_address: settings.service_address.clone(),
            waiting: Mutex::default(),
        })
    }

    /// Hands over every e-mail that waits and whose time has come; says how many.
    ///
    /// # Errors
    /// [`PostError`] where the outbox cannot be read or an e-mail does not open; one that the server did not take is logged
    /// and stays.
    pub async fn deliver(&self, service: &Service) -> Result<usize, PostError> {
        let now = service.now();
        if self.waiting().server.is_some_and(|later| later.next > now) {
            return Ok(0);
        }
        let rows = service.mails(MAILS_A_ROUND).await?;
        self.waiting().mails.retain(|id, _| rows.iter().any(|row| row.id == *id));
        let mut delivered = 0;
        for row in rows {
            if self.waiting().mails.get(&row.id).is_some_and(|later| later.next > now) {
                continue;
            }
            // One of an erased case has nothing to say any more; the outbox forgets it.
            if let Some(mail) = service.open_mail(&row, &self.service_address).await?
                && let Err(failure) = self.send(&row, &mail).await
            {
                self.failed(&row, &failure, now);
                if failure.alone {
                    continue;
                }
                return Ok(delivered);
            }
            service.outbox_done(&row).await?;
            self.went(&row);
            delivered += 1;
        }
        Ok(delivered)
    }

    async fn send(&self, row: &OutboxRow, mail: &Mail) -> Result<(), Failure> {
        let message = self.message(row, mail).ok_or_else(Failure::unwritable)?;
        match self.transport.send(message).await {
            Ok(_) => Ok(()),
            Err(error) => Err(Failure::of(&error)),
        }
    }

    /// The e-mail, the same to the byte each time: its identifier is that of its row, its date that of the recall.
    fn message(&self, row: &OutboxRow, mail: &Mail) -> Option<Message> {
        // Twice: what a contact may be is said by the service, what can be written to by the library.
        let to: Address = EmailAddress::parse(&mail.to)?.as_str().parse().ok()?;
        let made = Duration::from_secs(u64::try_from(row.made.0).ok()?);
        Message::builder()
            .message_id(Some(format!("<{}@{}>", row.id, self.from.email.domain())))
            .date(SystemTime::UNIX_EPOCH + made)
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(mail.subject.clone())
            .header(AutoSubmitted)
            .header(ContentType::TEXT_PLAIN)
            .body(mail.body.clone())
            .ok()
    }

    fn failed(&self, row: &OutboxRow, failure: &Failure, now: Moment) {
        let mut waiting = self.waiting();
        let later = if failure.alone {
            let later = Later::after(waiting.mails.get(&row.id).copied(), now);
            waiting.mails.insert(row.id.clone(), later);
            later
        } else {
            let later = Later::after(waiting.server, now);
            waiting.server = Some(later);
            later
        };
        drop(waiting);
        tracing::warn!(
            mail = %row.id,
            why = failure.why,
            code = failure.code,
            tries = later.tries,
            again_in_seconds = later.next.0 - now.0,
            "an e-mail waits: it was not handed over"
        );
    }

    fn went(&self, row: &OutboxRow) {
        let mut waiting = self.waiting();
        waiting.server = None;
        waiting.mails.remove(&row.id);
    }

    /// What waits. Nothing is left half-done in it by whoever panics.
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn tls(server: &MailServer, authority: Option<&[u8]>) -> Result<TlsParameters, MailerError> {
    let mut parameters = TlsParameters::builder(server.host.clone());
    parameters = match authority {
        // Where there is none in it, the library would go on with none.
        Some(pem) if !pem.windows(CERTIFICATE.len()).any(|part| part == CERTIFICATE) => {
            return Err(MailerError::Authority);
        }
        Some(pem) => {
            let certificate = Certificate::from_pem(pem).map_err(|_| MailerError::Authority)?;
            parameters.certificate_store(CertificateStore::None).add_root_certificate(certificate)
        }
        None => parameters.certificate_store(CertificateStore::WebpkiRoots),
    };
    parameters.build_rustls().map_err(|_| MailerError::Tls)
}

#[cfg(test)]
mod tests {
    use super::*;
    use casework::id::{BlobId, CaseId};

    fn mailer() -> Mailer {
        Mailer::new(&MailSettings {
            server: MailServer::parse("smtp://localhost").unwrap(),
            from: "Candour <candour@trust.example>".to_owned(),
            credentials: Some(("candour".to_owned(), "hunter2".to_owned())),
            authority: None,
            service_address: "https://candour.example".to_owned(),
        })
        .unwrap()
    }

    fn row() -> OutboxRow {
        OutboxRow {
            id: "0123456789abcdef0123456789abcdef".to_owned(),
            kind: "mail".to_owned(),
            case: CaseId::from_bytes([1; 16]),
            blob: BlobId::from_bytes([2; 16]),
            made: Moment(1_777_000_000),
        }
    }

    fn mail(to: &str) -> Mail {
        Mail {
            to: to.to_owned(),
            subject: "A disclosure was recalled".to_owned(),
            body: "Released: 1 May 2026\n\nHeddlu Gŵyr\n".to_owned(),
        }
    }

    #[test]
    fn a_server_is_reached_by_tls_or_on_this_machine() {
        for (text, host, port, protection) in [
            ("smtps://mail.trust.example", "mail.trust.example", 465, Protection::Tls),
            ("smtps://mail.trust.example:4465", "mail.trust.example", 4465, Protection::Tls),
            ("smtp+starttls://mail.trust.example", "mail.trust.example", 587, Protection::StartTls),
            ("smtp+starttls://[2001:db8::1]:25", "2001:db8::1", 25, Protection::StartTls),
            ("smtp://localhost", "localhost", 25, Protection::Loopback),
            ("smtp://127.0.0.1:2525", "127.0.0.1", 2525, Protection::Loopback),
            ("smtp://[::1]", "::1", 25, Protection::Loopback),
        ] {
            let expected = MailServer { host: host.to_owned(), port, protection };
            assert_eq!(MailServer::parse(text), Ok(expected), "{text}");
        }
        for bad in [
            "",
            "mail.trust.example",
            "https://mail.trust.example",
            "smtps://",
            "smtps://user:hunter2@mail.trust.example",
            "smtps://mail.trust.example/path",
            "smtps://mail.trust.example?tls=none",
            "smtps://mail.trust.example:0",
            "smtps://mail.trust.example:+25",
            "smtps://mail.trust.example:65536",
            "smtps://mail.trust.example:",
            "smtps://[::1",
            "smtps://[mail]",
            "smtps://a b",
        ] {
            assert_eq!(MailServer::parse(bad), Err(MailServerError::Unreadable), "{bad}");
        }
        for clear in ["smtp://mail.trust.example", "smtp://192.0.2.1:25", "smtp://localhost.evil.example"] {
            assert_eq!(MailServer::parse(clear), Err(MailServerError::InTheClear), "{clear}");
        }
    }

    #[test]
    fn each_time_it_is_the_same_message() {
        let mailer = mailer();
        let written =
            mailer.message(&row(), &mail("information.rights@thamesside.example")).unwrap().formatted();
        let again =
            mailer.message(&row(), &mail("information.rights@thamesside.example")).unwrap().formatted();
        assert_eq!(written, again);
        let text = String::from_utf8(written).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        for line in [
            "Message-ID: <0123456789abcdef0123456789abcdef@trust.example>",
            "To: information.rights@thamesside.example",
            "Auto-Submitted: auto-generated",
            "Content-Type: text/plain; charset=utf-8",
        ] {
            assert!(head.lines().any(|found| found == line), "{line}: {head}");
        }
        assert!(head.contains("From: ") && head.contains("candour@trust.example"), "{head}");
        assert!(body.contains("Released: 1 May 2026"), "{body}");
    }

    #[test]
    fn no_address_becomes_a_header_or_a_second_address() {
        for bad in [
            "x@x.example\r\nBcc: y@y.example",
            "x@x.example\nSubject: y",
            "x@x.example, y@y.example",
            "x@x.example\r\n\r\ntext",
            "X <x@x.example>",
            "",
        ] {
            assert!(mailer().message(&row(), &mail(bad)).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn what_is_taken_as_a_contact_can_be_written_to() {
        for good in
            ["information.rights@thamesside.example", "records+recall@a-b.example.org", "o'brien_1@x.example"]
        {
            assert!(EmailAddress::parse(good).is_some(), "{good}");
            assert!(mailer().message(&row(), &mail(good)).is_some(), "{good}");
        }
    }

    #[test]
    fn it_waits_twice_as_long_each_time_and_never_for_ever() {
        let now = Moment(1_000);
        let mut later = None;
        let mut waits = Vec::new();
        for _ in 0..40 {
            let next = Later::after(later, now);
            waits.push(next.next.0 - now.0);
            later = Some(next);
        }
        assert_eq!(waits[..4], [2, 4, 8, 16]);
        assert!(waits.windows(2).all(|two| two[0] <= two[1]));
        assert_eq!(waits.last(), Some(&AGAIN_SECONDS_MAX));
    }

    #[test]
    fn one_that_is_refused_by_itself_holds_up_no_other() {
        let (mailer, row, now) = (mailer(), row(), Moment(1_000));
        let failure = |alone| Failure { why: "x", code: String::new(), alone };
        mailer.failed(&row, &failure(true), now);
        assert!(mailer.waiting().server.is_none());
        assert_eq!(mailer.waiting().mails.get(&row.id).map(|later| later.tries), Some(1));
        mailer.failed(&row, &failure(false), now);
        assert_eq!(mailer.waiting().server.map(|later| later.next), Some(Moment(1_002)));
        mailer.went(&row);
        assert!(mailer.waiting().server.is_none() && mailer.waiting().mails.is_empty());
    }

    #[test]
    fn neither_the_password_nor_an_address_is_shown() {
        let settings = MailSettings {
            server: MailServer::parse("smtp://localhost").unwrap(),
            from: "candour@trust.example".to_owned(),
            credentials: Some(("candour".to_owned(), "hunter2".to_owned())),
            authority: None,
            service_address: "https://candour.example".to_owned(),
        };
        let shown = format!("{settings:?} {:?} {:?}", mailer(), mail("x@x.example"));
        assert!(!shown.contains("hunter2") && !shown.contains("x@x.example"), "{shown}");
    }

    #[test]
    fn what_cannot_be_used_is_named() {
        let with = |from: &str, authority: Option<&str>| {
            Mailer::new(&MailSettings {
                server: MailServer::parse("smtps://mail.trust.example").unwrap(),
                from: from.to_owned(),
                credentials: None,
                authority: authority.map(|pem| pem.as_bytes().to_vec()),
                service_address: "https://candour.example".to_owned(),
            })
            .err()
        };
        assert_eq!(with("candour@trust.example", None), None);
        assert_eq!(with("nobody", None), Some(MailerError::From));
        assert_eq!(with("a@x.example\r\nBcc: b@x.example", None), Some(MailerError::From));
        assert_eq!(with("candour@trust.example", Some("no certificate")), Some(MailerError::Authority));
    }
}
