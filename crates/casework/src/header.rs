//! The plaintext header of an event, its canonical bytes, and the upcasting of older versions.
//!
//! A header says where an event stands and of what kind it is; nothing in it is about a person.

use crate::{
    canonical,
    event::{Event, PayloadError},
    facts::read_json,
    id::CaseId,
    time::Moment,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Version of the events' wire form that this build writes.
pub const VERSION: u64 = 1;

/// Which sequence of a case an event belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stream {
    /// What was done in the case; its position guards against lost updates.
    Decision,
    /// Who looked; apart, so that looking never invalidates a colleague's form.
    Reads,
    /// What was done to accounts and settings; here "case" is the account or the setting.
    Account,
}

impl Stream {
    /// The code.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Decision => "decision",
            Self::Reads => "reads",
            Self::Account => "account",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Decision, Self::Reads, Self::Account].into_iter().find(|s| s.as_str() == code)
    }
}

/// The header of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Version of the wire form.
    pub v: u64,
    /// The stream.
    pub stream: Stream,
    /// The case.
    pub case: CaseId,
    /// Place in the stream, from 1.
    pub position: u64,
    /// The kind of event, such as `record-opened`.
    pub kind: String,
    /// When it happened.
    pub time: Moment,
    /// SHA-256, hex, of the policy pack in force, where a verdict played a part.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub pack: Option<String>,
}

/// An event that cannot be written or read.
#[derive(Debug, thiserror::Error)]
pub enum WireError {
    /// The header is not one.
    #[error("the event's header does not have the expected form")]
    Header,
    /// Written by a newer build, or no version at all.
    #[error("the event has version {0}, which this build does not know")]
    Version(u64),
    /// The payload does not fit the kind.
    #[error("the event's payload does not fit its kind")]
    Payload(#[source] PayloadError),
    /// The event has no canonical form.
    #[error("the event has no canonical form")]
    Canonical(#[source] canonical::CanonicalError),
}

/// The canonical bytes of an event, as they are stored and committed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wire {
    /// RFC 8785 bytes of the header.
    pub header: Vec<u8>,
    /// RFC 8785 bytes of the payload, in the clear: to be sealed before they are stored.
    pub payload: Vec<u8>,
}

impl Wire {
    /// The bytes that a leaf commits to: RFC 8785 of `{"header": …, "payload": …}`.
    #[must_use]
    pub fn event(&self) -> Vec<u8> {
        // Both parts are canonical and "header" sorts before "payload", so that joining them is canonical too.
        let mut out = Vec::with_capacity(self.header.len() + self.payload.len() + 24);
        out.extend_from_slice(b"{\"header\":");
        out.extend_from_slice(&self.header);
        out.extend_from_slice(b",\"payload\":");
        out.extend_from_slice(&self.payload);
        out.push(b'}');
        out
    }
}

/// Writes an event.
///
/// # Errors
/// [`WireError::Canonical`] where a payload holds a number or name that has no canonical form.
pub fn write(header: &Header, event: &Event) -> Result<Wire, WireError> {
    let head = serde_json::to_value(header).map_err(|_| WireError::Header)?;
    let payload = event.to_payload().map_err(WireError::Payload)?;
    Ok(Wire {
        header: canonical::to_bytes(&head).map_err(WireError::Canonical)?,
        payload: canonical::to_bytes(&payload).map_err(WireError::Canonical)?,
    })
}

/// Reads a header.
///
/// # Errors
/// [`WireError::Header`] or [`WireError::Version`].
pub fn read_header(bytes: &[u8]) -> Result<Header, WireError> {
    let header: Header = serde_json::from_slice(bytes).map_err(|_| WireError::Header)?;
    if header.v == 0 || header.v > VERSION {
        return Err(WireError::Version(header.v));
    }
    Ok(header)
}

/// Reads an event from its header and its payload in the clear, upcasting older versions.
///
/// # Errors
/// [`WireError`] as its variants say.
pub fn read(header: &Header, payload: &[u8]) -> Result<Event, WireError> {
    // Strictly: where a member stands twice, two readers may see two facts.
    let value = std::str::from_utf8(payload).ok().and_then(|text| read_json(text).ok());
    let value = value.ok_or_else(|| {
        WireError::Payload(PayloadError {
            kind: header.kind.chars().take(60).collect(),
            why: "not JSON".to_owned(),
        })
    })?;
    Event::from_payload(&header.kind, upcast(header.v, value)).map_err(WireError::Payload)
}

/// Brings the payload of an older version to the present one. Version 1 is the first, so there is nothing to do yet;
/// each later version adds one step here and keeps its golden file.
fn upcast(_from: u64, payload: Value) -> Value {
    payload
}

/// The event for people and tools, as a full opening shows it.
#[must_use]
pub fn to_value(header: &Header, payload: &Value) -> Value {
    json!({ "header": header, "payload": payload })
}
