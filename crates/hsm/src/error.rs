//! What can go wrong with a hardware module. No message holds a PIN or any part of a key.

use std::path::PathBuf;

/// Why a hardware module was not used.
#[derive(Debug, thiserror::Error)]
pub enum HsmError {
    /// The library of the module cannot be loaded.
    #[error("the PKCS#11 library {path} cannot be loaded")]
    Library {
        /// Where it is.
        path: PathBuf,
        /// What the loader said.
        #[source]
        source: cryptoki::error::Error,
    },
    /// No token has this label, or this label and serial number.
    #[error("no token `{wanted}` in the module; there is {there}")]
    NoToken {
        /// The label, and the serial number where one was asked for.
        wanted: String,
        /// The labels that are there.
        there: String,
    },
    /// Several tokens have this label.
    #[error("{count} tokens have the label `{label}`; name the serial number of one in `hsm.serial`")]
    SeveralTokens {
        /// The label.
        label: String,
        /// How many.
        count: usize,
    },
    /// The token refused the PIN. It is not tried again before a restart.
    #[error(
        "the token refused the PIN; it is not tried again, because tokens lock themselves after a few tries"
    )]
    PinRefused,
    /// The token takes no PIN any more.
    #[error("the token is locked after too many wrong PINs; its security officer can set a new one")]
    PinLocked,
    /// A wrong PIN would lock the token.
    #[error(
        "the token has one try of the PIN left; use it yourself, with the module's own tool, before it is used here"
    )]
    LastTry,
    /// The token has no such key.
    #[error("the token has no {what} `{named}`")]
    NoKey {
        /// What kind of key.
        what: &'static str,
        /// Its label, and its identifier where one was asked for.
        named: String,
    },
    /// Several keys of the token have this name.
    #[error("the token has {count} of {what} `{named}`, and which one is meant cannot be told")]
    SeveralKeys {
        /// What kind of key.
        what: &'static str,
        /// Its label, and its identifier where one was asked for.
        named: String,
        /// How many.
        count: usize,
    },
    /// The key is there and must not be used.
    #[error("the {what} `{named}` is refused: {why}")]
    Unfit {
        /// What kind of key.
        what: &'static str,
        /// Its label, and its identifier where one was asked for.
        named: String,
        /// What is wrong with it.
        why: String,
    },
    /// There is one already where a new one was to be made.
    #[error("the token has a {what} `{named}` already, which stays as it is")]
    Exists {
        /// What kind of key.
        what: &'static str,
        /// Its label.
        named: String,
    },
    /// The token cannot do what is needed.
    #[error("the token does not offer {mechanism}")]
    Mechanism {
        /// The mechanism by its name in PKCS#11.
        mechanism: &'static str,
    },
    /// The label of a key is not one that key files can name.
    #[error("`{label}` cannot be the label of a key: 1 to 40 lower-case letters, digits and hyphens")]
    Label {
        /// The label.
        label: String,
    },
    /// What the module gave is not of the form that the standard says.
    #[error("the module answered out of form: {what}")]
    Form {
        /// What was out of form.
        what: &'static str,
    },
    /// A call of the module failed, also with a new session.
    #[error("the hardware module cannot {act}")]
    Failed {
        /// What it was to do.
        act: &'static str,
        /// What it said.
        #[source]
        source: cryptoki::error::Error,
    },
}

pub(crate) fn failed(act: &'static str) -> impl Fn(cryptoki::error::Error) -> HsmError {
    move |source| HsmError::Failed { act, source }
}
