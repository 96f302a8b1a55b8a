//! One token of a module, and the session with it.

use std::fmt;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::error::{Error, RvError};
use cryptoki::session::{Session, UserType};
use cryptoki::slot::Slot;
use cryptoki::types::AuthPin;
use zeroize::Zeroizing;

use crate::error::{HsmError, failed};

/// Which token of which module, and how to sign in to it.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The module's library.
    pub module: PathBuf,
    /// The token's label.
    pub token: String,
    /// The token's serial number, where several have this label.
    pub serial: Option<String>,
}

/// A token. One thread at a time speaks with it, through one session.
///
/// The lock is held for the length of one call; nothing else is locked meanwhile.
pub struct Token {
    settings: Settings,
    pin: AuthPin,
    state: Mutex<State>,
}

#[derive(Debug)]
enum State {
    /// No session: at the beginning, and after one was lost.
    Closed,
    Open(Open),
    /// The PIN was refused.
    Refused,
}

/// A session that is signed in. Fields are dropped in this order: the session before its library.
#[derive(Debug)]
pub(crate) struct Open {
    pub(crate) session: Session,
    pub(crate) slot: Slot,
    pub(crate) context: Pkcs11,
}

impl fmt::Debug for Token {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Token({})", self.settings.token)
    }
}

impl Token {
    /// Signs in to a token. The PIN stays in memory, for making a lost session anew.
    ///
    /// # Errors
    /// [`HsmError`]: which of library, token and PIN it is.
    pub fn open(settings: Settings, pin: &Zeroizing<String>) -> Result<Self, HsmError> {
        let pin = AuthPin::from(pin.as_str());
        let token = Self { settings, pin, state: Mutex::new(State::Closed) };
        token.with(|_| Ok(()))?;
        Ok(token)
    }

    /// The token's label.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.settings.token
    }

    /// Does something with the session, which is made first where there is none. Where the module fails, its library is
    /// begun anew and it is done once more: sessions end with tokens, connections and restarts of modules.
    pub(crate) fn with<T>(&self, work: impl Fn(&Open) -> Result<T, HsmError>) -> Result<T, HsmError> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let had_session = match &*state {
            State::Refused => return Err(HsmError::PinRefused),
            State::Closed => false,
            State::Open(_) => true,
        };
        let done = self.attempt(&mut state, &work);
        match done {
            Err(HsmError::Failed { .. } | HsmError::NoKey { .. }) if had_session => {
                self.attempt(&mut state, &work)
            }
            done => done,
        }
    }

    fn attempt<T>(
        &self,
        state: &mut State,
        work: &impl Fn(&Open) -> Result<T, HsmError>,
    ) -> Result<T, HsmError> {
        if let State::Closed = state {
            match self.connect() {
                Ok(open) => *state = State::Open(open),
                Err(error) => {
                    if matches!(error, HsmError::PinRefused) {
                        *state = State::Refused;
                    }
                    return Err(error);
                }
            }
        }
        let done = match state {
            State::Open(open) => work(open),
            State::Closed | State::Refused => Err(HsmError::PinRefused),
        };
        if let Err(HsmError::Failed { .. } | HsmError::NoKey { .. }) = &done
            && let State::Open(open) = std::mem::replace(state, State::Closed)
        {
            open.close();
        }
        done
    }

    fn connect(&self) -> Result<Open, HsmError> {
        let module = &self.settings.module;
        let context =
            Pkcs11::new(module).map_err(|source| HsmError::Library { path: module.clone(), source })?;
        match context.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK)) {
            Ok(()) | Err(Error::Pkcs11(RvError::CryptokiAlreadyInitialized, _)) => {}
            Err(source) => return Err(HsmError::Failed { act: "begin", source }),
        }
        let joined = self.join(&context);
        match joined {
            Ok((session, slot)) => Ok(Open { session, slot, context }),
            Err(error) => {
                // Left begun, the library would not look for tokens again.
                let _ = context.finalize();
                Err(error)
            }
        }
    }

    fn join(&self, context: &Pkcs11) -> Result<(Session, Slot), HsmError> {
        let slot = self.slot(context)?;
        let token = context.get_token_info(slot).map_err(failed("describe its token"))?;
        // SECURITY: these two look before the PIN is tried: a service that starts again and again would lock the token.
        if token.user_pin_locked() {
            return Err(HsmError::PinLocked);
        }
        if token.user_pin_final_try() {
            return Err(HsmError::LastTry);
        }
        let session = context.open_rw_session(slot).map_err(failed("open a session"))?;
        match session.login(UserType::User, Some(&self.pin)) {
            Ok(()) | Err(Error::Pkcs11(RvError::UserAlreadyLoggedIn, _)) => Ok((session, slot)),
            Err(Error::Pkcs11(RvError::PinIncorrect | RvError::PinInvalid | RvError::PinLenRange, _)) => {
                Err(HsmError::PinRefused)
            }
            Err(Error::Pkcs11(RvError::PinLocked, _)) => Err(HsmError::PinLocked),
            Err(source) => Err(HsmError::Failed { act: "sign in", source }),
        }
    }

    fn slot(&self, context: &Pkcs11) -> Result<Slot, HsmError> {
        let (label, serial) = (&self.settings.token, self.settings.serial.as_ref());
        let mut found = Vec::new();
        let mut there = Vec::new();
        for slot in context.get_slots_with_token().map_err(failed("list its tokens"))? {
            // One that was taken out a moment ago is not ours to stumble over.
            let Ok(token) = context.get_token_info(slot) else { continue };
            if !token.token_initialized() {
                continue;
            }
            there.push(format!("`{}` ({})", token.label(), token.serial_number()));
            if token.label() == label && serial.is_none_or(|serial| token.serial_number() == serial) {
                found.push(slot);
            }
        }
        match found.as_slice() {
            [slot] => Ok(*slot),
            [] => Err(HsmError::NoToken {
                wanted: serial.map_or_else(|| label.clone(), |serial| format!("{label} ({serial})")),
                there: if there.is_empty() { "none".to_owned() } else { there.join(", ") },
            }),
            several => Err(HsmError::SeveralTokens { label: label.clone(), count: several.len() }),
        }
    }
}

impl Open {
    fn close(self) {
        let Self { session, context, .. } = self;
        drop(session);
        // A library that cannot end was ended already, by what made the session fail.
        let _ = context.finalize();
    }
}

impl Drop for Token {
    fn drop(&mut self) {
        let state =
            std::mem::replace(self.state.get_mut().unwrap_or_else(PoisonError::into_inner), State::Closed);
        if let State::Open(open) = state {
            open.close();
        }
    }
}
