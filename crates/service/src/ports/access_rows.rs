//! What passes between the service and the rows by which people get in: sessions, passkeys, second factors, and what two
//! administrators do.

use casework::{id::AccountId, time::Moment};

/// A session.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// SHA-256 of its token.
    pub digest: Vec<u8>,
    /// Whose it is.
    pub account: AccountId,
    /// The token that forms must carry.
    pub csrf: String,
    /// When it was opened.
    pub opened: Moment,
    /// When it ends unless something is done in it.
    pub expires: Moment,
    /// When it ends whatever is done.
    pub ends: Moment,
    /// When its holder last proved who they are.
    pub proved: Moment,
    /// By what: the code of a method.
    pub method: String,
    /// SHA-256 of what the browser that it began in calls itself; empty where that is not known.
    pub browser: Vec<u8>,
}

impl std::fmt::Debug for SessionRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SessionRow").field("account", &self.account).finish_non_exhaustive()
    }
}

/// What a session is from the moment on in which its holder proved again who they are.
#[derive(Clone, PartialEq, Eq)]
pub struct ProvedSession {
    /// SHA-256 of its new token.
    pub digest: Vec<u8>,
    /// When it ends unless something is done in it.
    pub expires: Moment,
    /// When they proved it.
    pub proved: Moment,
    /// By what: the code of a method.
    pub method: String,
}

impl std::fmt::Debug for ProvedSession {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ProvedSession").field("method", &self.method).finish_non_exhaustive()
    }
}

/// Sessions that an administrator ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionsGone {
    /// Those of one account.
    Of(AccountId),
    /// All that there are.
    Everybodys,
}

/// A passkey of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasskeyRow {
    /// The credential's identifier, as the authenticator chose it.
    pub id: Vec<u8>,
    /// Whose it is.
    pub account: AccountId,
    /// What its holder calls it.
    pub label: String,
    /// What verifies it, as the library writes it.
    pub key: Vec<u8>,
    /// When it was added.
    pub made: Moment,
    /// When it was last used.
    pub used: Option<Moment>,
}

/// Whom the provider of an organisation means, and the account that is theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationLinkRow {
    /// A digest of issuer and subject.
    pub id: Vec<u8>,
    /// Whose account.
    pub account: AccountId,
    /// The issuer.
    pub issuer: String,
    /// When it was linked.
    pub made: Moment,
    /// When it was last used.
    pub used: Option<Moment>,
}

/// What somebody typed before they went to their organisation's provider, without the key that opens it.
#[derive(Clone, PartialEq, Eq)]
pub struct KeptFormRow {
    /// Its identifier, as its key names it.
    pub id: String,
    /// Who typed it; one for an account.
    pub account: AccountId,
    /// The ciphertext.
    pub sealed: Vec<u8>,
    /// When it goes.
    pub expires: Moment,
}

impl std::fmt::Debug for KeptFormRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KeptFormRow").field("account", &self.account).finish_non_exhaustive()
    }
}

/// By what an account can be signed in to. It takes the place of everything before: password, second factor, passkeys,
/// the organisation's sign-in, recovery codes, bearer token and sessions.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    /// Which account.
    pub account: AccountId,
    /// Whether it may be used.
    pub active: bool,
    /// Argon2id, PHC string; empty where there is none.
    pub password: String,
    /// The sealed secret of its second factor.
    pub second: Option<Vec<u8>>,
    /// SHA-256 of each recovery code.
    pub recovery: Vec<[u8; 32]>,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Credentials").field("account", &self.account).finish_non_exhaustive()
    }
}

/// What one administrator asked for and a second one confirms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DualRow {
    /// Its identifier.
    pub id: String,
    /// What is asked for: JSON.
    pub wanted: String,
    /// How whoever asks knows that it is right.
    pub said: String,
    /// Who asked.
    pub asked_by: AccountId,
    /// When.
    pub asked: Moment,
    /// Who confirmed, and when.
    pub confirmed: Option<(AccountId, Moment)>,
    /// How they checked it.
    pub checked: Option<String>,
    /// The account that its code enrols, and until when the code counts.
    pub enrols: Option<(AccountId, Moment)>,
    /// Whether it is over: used, taken back.
    pub ended: Option<Moment>,
}

/// A step of what two administrators do; each fails with [`StoreError::Conflict`](super::StoreError::Conflict) where
/// somebody was quicker.
#[derive(Clone, PartialEq, Eq)]
pub enum DualChange {
    /// Asked for.
    Ask(DualRow),
    /// Confirmed by a second one; with SHA-256 of a code where it enrols somebody.
    Confirm {
        /// Which.
        id: String,
        /// By whom.
        by: AccountId,
        /// When.
        at: Moment,
        /// How they checked it.
        checked: String,
        /// The account that the code enrols, SHA-256 of the code, and until when it counts; without, it is over.
        enrols: Option<(AccountId, [u8; 32], Moment)>,
    },
    /// Over.
    End {
        /// Which.
        id: String,
        /// When.
        at: Moment,
        /// Why: `used` or `taken-back`.
        why: &'static str,
    },
}

impl std::fmt::Debug for DualChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The digest of a code that is still good does not belong in logs.
        let (step, id) = match self {
            Self::Ask(row) => ("Ask", &row.id),
            Self::Confirm { id, .. } => ("Confirm", id),
            Self::End { id, .. } => ("End", id),
        };
        f.debug_struct(step).field("id", id).finish_non_exhaustive()
    }
}
