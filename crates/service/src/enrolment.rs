//! Enrolling: whoever two administrators let in shows name and code, and chooses how they sign in from then on. Whatever
//! opened the account before goes in the same transaction.

use crate::{
    accounts::{Method, SignedIn, place_title},
    dual_control::fault,
    engine::Service,
    error::{Answer, Fault, ServiceError},
    passkeys::Challenge,
    passwords,
    ports::{AccountRow, Credentials, DualChange, DualRow, PasskeyRow, StoreError, Write},
    second_factor::FreshSecret,
    text::Text,
};
use casework::{actor::Place, id::AccountId, refusal::Refusal};
use sha2::{Digest as _, Sha256};
use vault::letter_code::{AccountCode, AccountCodes, LetterCode};

/// Somebody who showed a name and a code that go together.
#[derive(Debug, Clone)]
pub struct Enrolling {
    id: String,
    row: AccountRow,
}

impl Enrolling {
    /// The identifier of what was confirmed.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The account.
    #[must_use]
    pub fn account(&self) -> &AccountId {
        &self.row.account
    }

    /// Their name, for people.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.row.title
    }

    /// The sign-in name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.row.name
    }

    /// Where the account belongs.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.row.place
    }

    pub(crate) fn row(&self) -> &AccountRow {
        &self.row
    }

    /// Whether a password with a second factor may take the place of a passkey: not for police.
    #[must_use]
    pub fn may_have_password(&self) -> bool {
        !matches!(self.row.place, Place::Force(_))
    }
}

/// What was kept of a code before digests were keyed. None is made any more, and none counts for longer than three days.
fn unkeyed_digest(code: &LetterCode) -> [u8; 32] {
    let mut digest = Sha256::new();
    digest.update(b"candour.enrolment-code.v1\n");
    digest.update(code.printed().as_bytes());
    digest.finalize().into()
}

impl Service {
    /// Whoever shows a sign-in name and the code that goes with it; `None` for anything else.
    ///
    /// # Errors
    /// As the store's.
    pub async fn begin_enrolment(&self, name: &str, code: &str) -> Answer<Option<Enrolling>> {
        let Some(code) = LetterCode::parse(code) else { return Ok(None) };
        let keyed = AccountCodes::new(&*self.parts.keks)?.digests(AccountCode::Enrolment, &code);
        for digest in keyed.into_iter().chain([unkeyed_digest(&code)]) {
            if let Some(row) = self.parts.store.dual_control_by_code(&digest).await? {
                let found = self.enrolling(row).await?;
                return Ok(found.filter(|enrolling| enrolling.row.name.eq_ignore_ascii_case(name.trim())));
            }
        }
        Ok(None)
    }

    /// What is kept of a code to enrol with.
    pub(crate) fn enrolment_digest(&self, code: &LetterCode) -> Answer<[u8; 32]> {
        Ok(AccountCodes::new(&*self.parts.keks)?.digest(AccountCode::Enrolment, code)?)
    }

    /// The same by the identifier that a page brought back, sealed, once the code was shown.
    ///
    /// # Errors
    /// As the store's.
    pub async fn enrolment(&self, id: &str) -> Answer<Option<Enrolling>> {
        match self.parts.store.dual_control(id).await? {
            Some(row) => self.enrolling(row).await,
            None => Ok(None),
        }
    }

    async fn enrolling(&self, row: DualRow) -> Answer<Option<Enrolling>> {
        let Some((account, until)) = row.enrols.filter(|_| row.ended.is_none()) else { return Ok(None) };
        if until <= self.now() {
            return Ok(None);
        }
        let account = self.parts.store.account(&account).await?;
        Ok(account.map(|account| Enrolling { id: row.id, row: account }))
    }

    /// Enrols with a passkey that answered a challenge, and signs in.
    ///
    /// # Errors
    /// [`ServiceError::Invalid`] for a label that is no line and a passkey that is in use; [`ServiceError::Busy`] where the
    /// code was used meanwhile.
    pub async fn enrol_with_passkey(
        &self,
        enrolling: &Enrolling,
        label: &str,
        (id, key): (Vec<u8>, Vec<u8>),
        challenge: &Challenge,
        browser: &str,
    ) -> Answer<SignedIn> {
        let label = Text::line("/label", label).map_err(|fault| ServiceError::Invalid(vec![fault]))?;
        self.answer(challenge).await?;
        let passkey = PasskeyRow {
            id,
            account: enrolling.row.account.clone(),
            label: label.as_str().to_owned(),
            key,
            made: self.now(),
            used: None,
        };
        let write = Write { passkeys: vec![passkey], ..Write::default() };
        self.enrol(enrolling, String::new(), None, Vec::new(), "enrolled with a passkey", write)
            .await
            .map_err(|error| match error {
                ServiceError::Store(StoreError::Taken(_)) => {
                    fault("", ::words::say("refusal-expected-unused-passkey"))
                }
                other => other,
            })?;
        self.open_session(active(enrolling), Method::Passkey, browser).await
    }

    /// Enrols with a password and a second factor whose first code was typed, and signs in; gives the recovery codes, which
    /// are shown this once.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`] for police; [`ServiceError::Invalid`] for a password that may not be chosen and a code that
    /// does not go with the secret; [`ServiceError::Busy`] where the code to enrol was used meanwhile.
    pub async fn enrol_with_password(
        &self,
        enrolling: &Enrolling,
        password: &str,
        (secret, code): (&FreshSecret, &str),
        browser: &str,
    ) -> Answer<(SignedIn, Vec<String>)> {
        if !enrolling.may_have_password() {
            return Err(Refusal::NotYourRole.into());
        }
        let mut faults = Vec::new();
        let place = place_title(&*self.places().await, enrolling.place());
        let about = [enrolling.name(), enrolling.title(), place.as_str()];
        faults.extend(passwords::fault(password, &about).map(|expected| Fault::new("/password", expected)));
        let now = u64::try_from(self.now().0).unwrap_or(0);
        let step = secret.step_of(code, now)?;
        if step.is_none() {
            faults.push(Fault::new("/code", ::words::say("refusal-expected-six-digits")));
        }
        if !faults.is_empty() {
            return Err(ServiceError::Invalid(faults));
        }
        let hash = self.hashed_password(password).await?;
        let sealed = self.seal_secret(&enrolling.row.account, secret).await?;
        let (shown, kept) = self.fresh_recovery_codes()?;
        let change = "enrolled with a password and a second factor";
        self.enrol(enrolling, hash, Some(sealed), kept, change, Write::default()).await?;
        if let Some(step) = step
            && let Err(error) = self.parts.store.use_second_factor(&enrolling.row.account, step).await
        {
            // The code was typed and should count no more; as it is, it counts once again for a minute.
            tracing::warn!(%error, "the code that was enrolled with could not be marked as used");
        }
        let signed_in = self.open_session(active(enrolling), Method::PasswordAndCode, browser).await?;
        Ok((signed_in, shown))
    }

    pub(crate) async fn enrol(
        &self,
        enrolling: &Enrolling,
        password: String,
        second: Option<Vec<u8>>,
        recovery: Vec<[u8; 32]>,
        change: &str,
        write: Write,
    ) -> Answer<()> {
        let account = enrolling.row.account.clone();
        let credentials = Credentials { account, active: true, password, second, recovery };
        let end = DualChange::End { id: enrolling.id.clone(), at: self.now(), why: "used" };
        let write = Write { credentials: Some(credentials), dual: Some(end), ..write };
        let by = crate::accounts::actor_of(&enrolling.row);
        self.change_account(Some(&by), &enrolling.row.account, change, write).await
    }
}

/// The account as it is once its holder has enrolled.
pub(crate) fn active(enrolling: &Enrolling) -> AccountRow {
    AccountRow { active: true, ..enrolling.row.clone() }
}
