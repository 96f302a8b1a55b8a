//! The information-rights contact of a force: an e-mail address that two administrators agreed on, and that is told when
//! something that was disclosed to the force is recalled (`recall_mail`, ADR 0044).

use crate::{
    dual_control::{fault, organisation_stream},
    engine::Service,
    error::{Answer, Fault},
    places::Places,
    ports::{DualChange, Write},
};
use casework::{actor::Actor, id::ForceId};
use std::collections::BTreeMap;

/// Longest address (RFC 5321, 4.5.3.1.3: a path of 256 with its two brackets).
const ADDRESS_BYTES_MAX: usize = 254;
/// Longest part before the `@` (RFC 5321, 4.5.3.1.1).
const LOCAL_BYTES_MAX: usize = 64;
/// Longest label of a domain (RFC 1035, 2.3.4).
const LABEL_BYTES_MAX: usize = 63;

/// An e-mail address in the plain form that offices have: ASCII, a dot-atom before the `@` and a domain name of two labels
/// or more behind it (RFC 5321, 4.1.2, without quoted strings and address literals).
///
/// SECURITY: it has no space, no bracket, no comma and no line end, so that it can be nothing but one address wherever it
/// is put.
#[derive(Clone, PartialEq, Eq)]
pub struct EmailAddress(String);

impl std::fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EmailAddress(…)")
    }
}

impl EmailAddress {
    /// Reads an address; spaces around it do not count.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let text = typed.trim_matches(' ');
        let (local, domain) = text.split_once('@')?;
        let atom = |part: &str| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte))
        };
        let label = |part: &str| {
            (1..=LABEL_BYTES_MAX).contains(&part.len())
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
                && !part.starts_with('-')
                && !part.ends_with('-')
        };
        let named = domain.rsplit_once('.').is_some_and(|(_, last)| {
            // An address of a machine is no domain name.
            last.bytes().any(|byte| byte.is_ascii_alphabetic())
        });
        let fits = text.len() <= ADDRESS_BYTES_MAX && local.len() <= LOCAL_BYTES_MAX;
        (fits && named && local.split('.').all(atom) && domain.split('.').all(label))
            .then(|| Self(text.to_owned()))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Service {
    /// The contacts of forces that have one.
    ///
    /// # Errors
    /// As the store's.
    pub async fn contacts(&self) -> Answer<BTreeMap<ForceId, String>> {
        let rows = self.parts.store.contacts().await?;
        Ok(rows.into_iter().map(|row| (row.force, row.address)).collect())
    }

    /// What is wrong with a contact that is asked for. No address asks that there be none any more.
    pub(crate) async fn contact_faults(
        &self,
        places: &Places,
        force: &str,
        address: &str,
    ) -> Answer<Vec<Fault>> {
        let mut faults = Vec::new();
        let known = ForceId::parse(force).ok().filter(|id| places.forces.contains_key(id));
        if known.is_none() {
            faults.push(Fault::new("/force", ::words::say("refusal-expected-force")));
        }
        let stands = match &known {
            Some(id) => self.contacts().await?.contains_key(id),
            None => false,
        };
        // Whether an empty address is one to be taken away or one to be written is known once the force is.
        let reads = if address.trim().is_empty() {
            stands || known.is_none()
        } else {
            EmailAddress::parse(address).is_some()
        };
        if !reads {
            faults.push(Fault::new("/address", ::words::say("refusal-expected-email")));
        }
        Ok(faults)
    }

    /// Sets what two administrators agreed on.
    pub(crate) async fn set_contact(
        &self,
        actor: &Actor,
        force: &str,
        address: &str,
        dual: Option<DualChange>,
    ) -> Answer<()> {
        let Ok(id) = ForceId::parse(force) else {
            return Err(fault("/force", ::words::say("refusal-expected-force")));
        };
        let address = EmailAddress::parse(address).map(|address| address.as_str().to_owned());
        let value = address.clone().unwrap_or_default();
        let write = Write { contact: Some((id, address)), dual, ..Write::default() };
        let setting = format!("information-rights contact force:{force}");
        self.record_setting(actor, &organisation_stream("force", force), setting, &value, write).await
    }
}

#[cfg(test)]
mod tests {
    use super::EmailAddress;

    #[test]
    fn an_address_of_an_office_reads() {
        for good in [
            "information.rights@thamesside.example",
            " records+recall@records.northmoor.example.org ",
            "o'brien_1@a-b.example",
        ] {
            assert_eq!(EmailAddress::parse(good).map(|found| found.0), Some(good.trim().to_owned()));
        }
    }

    #[test]
    fn whatever_could_be_more_than_one_address_is_refused() {
        let long = format!("{}@x.example", "a".repeat(65));
        let longer = format!("a@{}.example", "b".repeat(64));
        for bad in [
            "",
            "x",
            "x@",
            "@x.example",
            "x@example",
            "x@127.0.0.1",
            "x@[127.0.0.1]",
            "x@x.example\r\nBcc: y@y.example",
            "x\n@x.example",
            "x@x.example\n",
            "x@x.example,y@y.example",
            "x@x.example y@y.example",
            "X <x@x.example>",
            "\"x\"@x.example",
            "x@y@x.example",
            ".x@x.example",
            "x..y@x.example",
            "x@-x.example",
            "x@x.example.",
            "é@x.example",
            "x@é.example",
            long.as_str(),
            longer.as_str(),
        ] {
            assert!(EmailAddress::parse(bad).is_none(), "{bad:?}");
        }
    }
}
