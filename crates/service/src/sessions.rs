//! Sessions: opened once somebody has proved who they are, bound to the browser that they began in, kept as long as
//! something is done in them and never beyond a working day; seen and ended by whoever they belong to, and ended by
//! administrators.
//!
//! SECURITY: whatever raises what a session may do gives it another token: signing in opens a new one, and a fresh proof
//! goes on under a new one. So a token that somebody planted or took is worth no more afterwards.

use crate::{
    accounts::{Method, Passwords, SignedIn, actor_of},
    dates::ForReaders as _,
    engine::Service,
    error::{Answer, ServiceError},
    keepers::keeper_of,
    ports::{AccountRow, ProvedSession, SessionRow, SessionsGone, StoreError, Write},
    text::Text,
};
use casework::{
    actor::{Actor, Role},
    id::AccountId,
    refusal::Refusal,
    time::{HOUR, MINUTE, Moment},
};
use sha2::{Digest as _, Sha256};
use vault::token::Token;

/// How long a session lasts whatever is done in it, in seconds: a working day.
pub const SESSION_SECONDS: i64 = 8 * HOUR;
/// How long a session lasts in which nothing is done, in seconds.
pub const IDLE_SECONDS: i64 = 30 * MINUTE;
/// How many sessions an account has at once: somebody has a few browsers, and nobody has more (OWASP ASVS 5.0, 7.1.2). The
/// oldest ends for the next. Not in demonstrations, whose accounts everybody uses.
pub const SESSIONS_MAX: usize = 10;
/// How much earlier than it could a session is kept on, in seconds, so that not every page writes.
const KEPT_EVERY: i64 = MINUTE;
/// Before a form is begun that matters much, its reader has proved who they are within so many seconds.
pub const PROVED_TO_BEGIN: i64 = 10 * MINUTE;
/// When it is sent, within so many: there is time to fill it in.
pub const PROVED_TO_SEND: i64 = 40 * MINUTE;

/// How many bytes of a digest name a session: as many as identifiers have.
const NAME_BYTES: usize = 16;

/// What stands for a browser in its sessions.
fn browser_digest(browser: &str) -> Vec<u8> {
    Sha256::digest(browser.as_bytes()).to_vec()
}

/// What a session is called in the address that ends it. It stays the same when a proof changes the session's token, and
/// leads to neither that token nor the one of its forms.
fn name_of(session: &SessionRow) -> String {
    let mut digest = Sha256::new();
    digest.update(b"candour.session-name.v1\n");
    digest.update(&session.csrf);
    digest.finalize().iter().take(NAME_BYTES).map(|byte| format!("{byte:02x}")).collect()
}

/// A session, for whoever it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct SessionView {
    /// What it is called in the address that ends it: 32 hexadecimal digits.
    pub name: String,
    /// When it was opened, for people.
    pub opened: String,
    /// When it ends, for people.
    pub ends: String,
    /// How its holder proved who they are, for people.
    pub method: String,
    /// Whether it is the one that asks.
    pub this_one: bool,
}

impl Service {
    /// Opens a session for an account that has proved who it is.
    pub(crate) async fn open_session(
        &self,
        row: AccountRow,
        method: Method,
        browser: &str,
    ) -> Answer<SignedIn> {
        self.open_session_proved(row, method, self.now(), browser).await
    }

    /// The same where its holder proved at another moment who they are, or not well enough for what matters much.
    pub(crate) async fn open_session_proved(
        &self,
        row: AccountRow,
        method: Method,
        proved: Moment,
        browser: &str,
    ) -> Answer<SignedIn> {
        let token = Token::fresh(self.entropy());
        let now = self.now();
        let session = SessionRow {
            digest: token.digest().0.to_vec(),
            account: row.account.clone(),
            csrf: Token::fresh(self.entropy()).expose().to_string(),
            opened: now,
            expires: now.plus(IDLE_SECONDS),
            ends: now.plus(SESSION_SECONDS),
            proved,
            method: method.as_str().to_owned(),
            browser: browser_digest(browser),
        };
        self.parts.store.open_session(session.clone()).await?;
        if self.parts.passwords != Passwords::Alone {
            let rows = self.parts.store.sessions_of(&row.account, now).await?;
            for before in too_many(&rows, &session.digest) {
                self.parts.store.end_session(before).await?;
            }
        }
        tracing::info!(account = %row.account, method = method.as_str(), "somebody signed in");
        Ok(signed_in(token.expose().to_string(), session, row))
    }

    /// Who a session belongs to, which goes on by being used; `None` if there is none, or it ended, or the account was
    /// closed. A session that turns up in another browser ends.
    ///
    /// # Errors
    /// As the store's.
    pub async fn session(&self, token: &str, browser: &str) -> Answer<Option<SignedIn>> {
        let Some(parsed) = Token::parse(token) else { return Ok(None) };
        let now = self.now();
        let digest = parsed.digest();
        let Some(mut session) = self.parts.store.session(digest.0.as_slice(), now).await? else {
            return Ok(None);
        };
        if session.browser != browser_digest(browser) {
            tracing::warn!("a session turned up in another browser and was ended");
            self.parts.store.end_session(&session.digest).await?;
            return Ok(None);
        }
        let Some(row) = self.parts.store.account(&session.account).await?.filter(|row| row.active) else {
            return Ok(None);
        };
        let until = idle_end(now, session.ends);
        if until.0 - session.expires.0 >= KEPT_EVERY {
            match self.parts.store.keep_session(&session.digest, until).await {
                Ok(()) => session.expires = until,
                // Where nothing can be written, what can be read is still read.
                Err(error) => tracing::warn!(%error, "a session could not be kept on"),
            }
        }
        Ok(Some(signed_in(token.to_owned(), session, row)))
    }

    /// Whose session a token was that ended for want of use, with the token that its forms carried: what was typed in it
    /// is theirs to send once they have proved who they are.
    ///
    /// # Errors
    /// As the store's.
    pub async fn ended_session(&self, token: &str, browser: &str) -> Answer<Option<(AccountId, String)>> {
        let Some(parsed) = Token::parse(token) else { return Ok(None) };
        let session = self.parts.store.session(parsed.digest().0.as_slice(), Moment(0)).await?;
        let session = session.filter(|session| session.browser == browser_digest(browser));
        Ok(session.map(|session| (session.account, session.csrf)))
    }

    /// Somebody signed in proved again who they are: the token that their session has from now on. The one before opens
    /// nothing any more. `None` where the session ended meanwhile.
    ///
    /// # Errors
    /// As the store's.
    pub(crate) async fn prove_session(&self, token: &str, method: Method) -> Answer<Option<Token>> {
        self.prove_session_at(token, method, self.now()).await
    }

    /// The same where they did so a moment ago, elsewhere.
    pub(crate) async fn prove_session_at(
        &self,
        token: &str,
        method: Method,
        at: Moment,
    ) -> Answer<Option<Token>> {
        let parsed = Token::parse(token).ok_or(ServiceError::Broken("a session's token does not read"))?;
        let (digest, now) = (parsed.digest(), self.now());
        let Some(session) = self.parts.store.session(digest.0.as_slice(), now).await? else {
            return Ok(None);
        };
        let fresh = Token::fresh(self.entropy());
        let proved = ProvedSession {
            digest: fresh.digest().0.to_vec(),
            expires: idle_end(now, session.ends),
            // In the very second in which they signed in, it comes after that all the same.
            proved: if at == session.opened { at.plus(1) } else { at },
            method: method.as_str().to_owned(),
        };
        match self.parts.store.prove_session(digest.0.as_slice(), proved).await {
            Ok(()) => Ok(Some(fresh)),
            // Ended, or proved for in another window, since it was looked at.
            Err(StoreError::Conflict) => Ok(None),
            Err(other) => Err(other.into()),
        }
    }

    /// Ends a session.
    ///
    /// # Errors
    /// As the store's.
    pub async fn sign_out(&self, token: &str) -> Answer<()> {
        if let Some(parsed) = Token::parse(token) {
            self.parts.store.end_session(parsed.digest().0.as_slice()).await?;
        }
        Ok(())
    }

    /// The sessions of one's own account that have not ended, oldest first; `token` is that of the one that asks.
    ///
    /// # Errors
    /// As the store's.
    pub async fn my_sessions(&self, actor: &Actor, token: &str) -> Answer<Vec<SessionView>> {
        let digest = Token::parse(token).map(|token| token.digest().0.to_vec());
        let rows = self.parts.store.sessions_of(&actor.account, self.now()).await?;
        Ok(rows
            .into_iter()
            .map(|row| SessionView {
                name: name_of(&row),
                opened: row.opened.for_readers(),
                ends: row.ends.for_readers(),
                this_one: digest.as_ref() == Some(&row.digest),
                method: Method::parse(&row.method).map_or_else(String::new, Method::title),
            })
            .collect())
    }

    /// Ends one session of one's own account, by its name. One that is gone already is gone.
    ///
    /// # Errors
    /// As the store's.
    pub async fn end_my_session(&self, actor: &Actor, name: &str) -> Answer<()> {
        let rows = self.parts.store.sessions_of(&actor.account, self.now()).await?;
        if let Some(row) = rows.iter().find(|row| name_of(row) == name) {
            self.parts.store.end_session(&row.digest).await?;
        }
        Ok(())
    }

    /// An administrator ends every session of an account, which stays open: its holder signs in again. An event of the
    /// account.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`]; [`Refusal::SamePerson`] for one's own, which one ends oneself; [`ServiceError::Invalid`]
    /// without a reason.
    pub async fn end_sessions_of(&self, actor: &Actor, account: &AccountId, why: &str) -> Answer<()> {
        keeper_of(Role::Administrator, actor)?;
        let why = reason(why)?;
        let row = self.parts.store.account(account).await?;
        let row = row.ok_or(ServiceError::Refused(Refusal::NoSuchCase))?;
        if row.individual == actor.individual {
            return Err(Refusal::SamePerson.into());
        }
        let gone = SessionsGone::Of(row.account.clone());
        let write = Write { sessions_gone: Some(gone), ..Write::default() };
        self.change_account(Some(actor), &row.account, &format!("sessions ended: {}", why.as_str()), write)
            .await
    }

    /// An administrator ends every session of everybody, the one in which they ask among them. An event of their own
    /// account.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`]; [`ServiceError::Invalid`] without a reason.
    pub async fn end_every_session(&self, actor: &Actor, why: &str) -> Answer<()> {
        keeper_of(Role::Administrator, actor)?;
        let why = reason(why)?;
        let write = Write { sessions_gone: Some(SessionsGone::Everybodys), ..Write::default() };
        let change = format!("every session ended: {}", why.as_str());
        self.change_account(Some(actor), &actor.account, &change, write).await
    }

    /// Ends every other session of one's own account; says how many there were.
    ///
    /// # Errors
    /// As the store's.
    pub async fn end_my_other_sessions(&self, actor: &Actor, token: &str) -> Answer<u64> {
        let token = Token::parse(token).ok_or(ServiceError::Broken("a session's token does not read"))?;
        Ok(self.parts.store.end_other_sessions(&actor.account, token.digest().0.as_slice()).await?)
    }
}

/// Why an administrator ends sessions.
fn reason(why: &str) -> Answer<Text> {
    Text::line("/why", why).map_err(|fault| ServiceError::Invalid(vec![fault]))
}

/// The digests of the oldest sessions, where there are more than an account has at once; never the new one.
fn too_many<'a>(rows: &'a [SessionRow], new: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
    let over = rows.len().saturating_sub(SESSIONS_MAX);
    rows.iter().map(|row| row.digest.as_slice()).filter(move |digest| *digest != new).take(over)
}

fn idle_end(now: Moment, ends: Moment) -> Moment {
    Moment(now.plus(IDLE_SECONDS).0.min(ends.0))
}

fn signed_in(token: String, session: SessionRow, row: AccountRow) -> SignedIn {
    SignedIn {
        token,
        csrf: session.csrf,
        actor: actor_of(&row),
        title: row.title,
        opened: session.opened,
        expires: session.expires,
        ends: session.ends,
        proved: session.proved,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(n: u8) -> SessionRow {
        SessionRow {
            digest: vec![n],
            account: AccountId::parse("ann").unwrap(),
            csrf: String::new(),
            opened: Moment(i64::from(n)),
            expires: Moment(0),
            ends: Moment(0),
            proved: Moment(0),
            method: Method::Passkey.as_str().to_owned(),
            browser: Vec::new(),
        }
    }

    #[test]
    fn a_session_that_is_used_goes_on_and_never_beyond_the_working_day() {
        let opened = Moment(1_000_000);
        let ends = opened.plus(SESSION_SECONDS);
        assert_eq!(idle_end(opened, ends), opened.plus(IDLE_SECONDS));
        let late = ends.plus(-MINUTE);
        assert_eq!(idle_end(late, ends), ends);
    }

    #[test]
    fn a_session_is_called_by_nothing_that_opens_it_and_keeps_its_name_under_another_token() {
        let session = SessionRow { csrf: "a form's token".to_owned(), ..row(1) };
        let proved = SessionRow { digest: vec![2], ..session.clone() };
        assert_eq!(name_of(&session), name_of(&proved));
        assert_ne!(name_of(&session), name_of(&SessionRow { csrf: "another".to_owned(), ..session.clone() }));
        assert_eq!(name_of(&session).len(), 2 * NAME_BYTES);
        let plain = Sha256::digest(session.csrf.as_bytes());
        let plain: String = plain.iter().take(NAME_BYTES).map(|byte| format!("{byte:02x}")).collect();
        assert_ne!(name_of(&session), plain, "nor by what stands for a form's token elsewhere");
    }

    #[test]
    fn the_oldest_session_ends_for_one_too_many() {
        let rows: Vec<SessionRow> = (0..12).map(row).collect();
        let ended =
            |count: usize, new: u8| too_many(&rows[..count], &[new]).map(<[u8]>::to_vec).collect::<Vec<_>>();
        assert!(ended(SESSIONS_MAX, 9).is_empty());
        assert_eq!(ended(SESSIONS_MAX + 1, 10), [[0]]);
        // Two nodes may each have let one in.
        assert_eq!(ended(SESSIONS_MAX + 2, 11), [[0], [1]]);
        // Opened in the same second as others, the new one may stand before them.
        assert_eq!(ended(SESSIONS_MAX + 1, 0), [[1]]);
    }
}
