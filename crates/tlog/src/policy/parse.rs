//! Reading a policy file, line by line.

use super::quorum::Quorum;
use super::{MAX_DEFINITIONS, MAX_POLICY_BYTES, Policy, PolicyLog, PolicyWitness};
use crate::encoding::from_decimal;
use crate::key::{Algorithm, KeyError, VerifierKey};
use std::collections::BTreeMap;
use thiserror::Error;

/// Why bytes are not a policy. Lines count from 1.
#[derive(Debug, Error, PartialEq, Eq, Clone)]
pub enum PolicyError {
    /// Above [`MAX_POLICY_BYTES`].
    #[error("the policy is longer than {MAX_POLICY_BYTES} bytes")]
    TooLong,
    /// The last line does not end in a newline.
    #[error("the policy's last line does not end in a newline")]
    Unterminated,
    /// A line is wrong.
    #[error("line {line} of the policy: {fault}")]
    Line {
        /// Which line.
        line: usize,
        /// What is wrong with it.
        fault: LineFault,
    },
    /// There is no quorum line.
    #[error("the policy has no quorum line")]
    NoQuorum,
}

/// What is wrong with a line.
#[derive(Debug, Error, PartialEq, Eq, Clone, Copy)]
pub enum LineFault {
    /// A control character, or bytes that are not UTF-8.
    #[error("it is not plain text")]
    NotText,
    /// Not log, witness, group or quorum.
    #[error("it begins with an unknown word")]
    UnknownKeyword,
    /// Too few or too many items.
    #[error("it has the wrong number of items")]
    WrongItems,
    /// The key cannot be read.
    #[error("{0}")]
    Key(#[from] KeyError),
    /// A log has a witness's key, or a witness a log's.
    #[error("the key is of the wrong kind")]
    WrongKind,
    /// Two log lines or two witness lines with one public key.
    #[error("the key stands on another line already")]
    DuplicateKey,
    /// The name is taken, or is `none`.
    #[error("the name is taken")]
    NameTaken,
    /// The name is not defined on a line above.
    #[error("a name is not defined above")]
    UnknownName,
    /// A name is a member twice, here or in another group.
    #[error("a name is a member twice")]
    MemberTwice,
    /// The threshold is not between 1 and the number of members.
    #[error("the threshold is not between 1 and the number of members")]
    Threshold,
    /// A second quorum line.
    #[error("it is a second quorum line")]
    SecondQuorum,
    /// Above [`MAX_DEFINITIONS`].
    #[error("there are more than {MAX_DEFINITIONS} of these")]
    TooMany,
}

impl Policy {
    /// Reads a policy file.
    ///
    /// Names, URLs and comments must be UTF-8, which the specification recommends and does not demand.
    ///
    /// # Errors
    /// Says which line is wrong, and how.
    pub fn parse(bytes: &[u8]) -> Result<Self, PolicyError> {
        if bytes.len() > MAX_POLICY_BYTES {
            return Err(PolicyError::TooLong);
        }
        let body = match bytes.strip_suffix(b"\n") {
            Some(body) => body,
            None if bytes.is_empty() => return Err(PolicyError::NoQuorum),
            None => return Err(PolicyError::Unterminated),
        };
        let mut reader = Reader::default();
        for (number, line) in body.split(|byte| *byte == b'\n').enumerate() {
            reader.line(line).map_err(|fault| PolicyError::Line { line: number + 1, fault })?;
        }
        let quorum = reader.quorum.ok_or(PolicyError::NoQuorum)?;
        Ok(Self { logs: reader.logs, witnesses: reader.witnesses, quorum })
    }
}

/// What a name stands for, and whether a group already has it as a member.
struct Defined {
    meaning: Quorum,
    is_member: bool,
}

#[derive(Default)]
struct Reader {
    logs: Vec<PolicyLog>,
    witnesses: Vec<PolicyWitness>,
    groups: usize,
    names: BTreeMap<String, Defined>,
    quorum: Option<Option<Quorum>>,
}

impl Reader {
    fn line(&mut self, line: &[u8]) -> Result<(), LineFault> {
        let control = |byte: &u8| (*byte < 0x20 && *byte != b'\t') || *byte == 0x7f;
        if line.iter().any(control) {
            return Err(LineFault::NotText);
        }
        let line = std::str::from_utf8(line).map_err(|_| LineFault::NotText)?;
        let items: Vec<&str> = line.split([' ', '\t']).filter(|item| !item.is_empty()).collect();
        match items.as_slice() {
            [] => Ok(()),
            [first, ..] if first.starts_with('#') => Ok(()),
            ["log", key] => self.log(key, None),
            ["log", key, url] => self.log(key, Some(url)),
            ["witness", name, key] => self.witness(name, key, None),
            ["witness", name, key, url] => self.witness(name, key, Some(url)),
            ["group", name, threshold, members @ ..] if !members.is_empty() => {
                self.group(name, threshold, members)
            }
            ["quorum", name] => self.quorum(name),
            ["log" | "witness" | "group" | "quorum", ..] => Err(LineFault::WrongItems),
            [..] => Err(LineFault::UnknownKeyword),
        }
    }

    fn log(&mut self, key: &str, url: Option<&str>) -> Result<(), LineFault> {
        let key = VerifierKey::parse(key)?;
        if key.algorithm() == Algorithm::Ed25519Cosignature {
            return Err(LineFault::WrongKind);
        }
        if self.logs.iter().any(|log| log.key.public_key() == key.public_key()) {
            return Err(LineFault::DuplicateKey);
        }
        within_limit(self.logs.len())?;
        self.logs.push(PolicyLog { key, url: url.map(str::to_owned) });
        Ok(())
    }

    fn witness(&mut self, name: &str, key: &str, url: Option<&str>) -> Result<(), LineFault> {
        let key = VerifierKey::parse(key)?;
        if key.algorithm() == Algorithm::Ed25519 {
            return Err(LineFault::WrongKind);
        }
        if self.witnesses.iter().any(|witness| witness.key.public_key() == key.public_key()) {
            return Err(LineFault::DuplicateKey);
        }
        within_limit(self.witnesses.len())?;
        self.define(name, Quorum::Witness(self.witnesses.len()))?;
        self.witnesses.push(PolicyWitness { name: name.to_owned(), key, url: url.map(str::to_owned) });
        Ok(())
    }

    fn group(&mut self, name: &str, threshold: &str, members: &[&str]) -> Result<(), LineFault> {
        within_limit(self.groups)?;
        let threshold = match threshold {
            "all" => members.len(),
            "any" => 1,
            number => from_decimal(number)
                .and_then(|number| usize::try_from(number).ok())
                .filter(|number| (1..=members.len()).contains(number))
                .ok_or(LineFault::Threshold)?,
        };
        let mut found = Vec::new();
        for member in members {
            let defined = self.names.get_mut(*member).ok_or(LineFault::UnknownName)?;
            if defined.is_member {
                return Err(LineFault::MemberTwice);
            }
            defined.is_member = true;
            found.push(defined.meaning.clone());
        }
        self.groups += 1;
        self.define(name, Quorum::Group { threshold, members: found })
    }

    fn quorum(&mut self, name: &str) -> Result<(), LineFault> {
        if self.quorum.is_some() {
            return Err(LineFault::SecondQuorum);
        }
        self.quorum = Some(if name == "none" {
            None
        } else {
            Some(self.names.get(name).ok_or(LineFault::UnknownName)?.meaning.clone())
        });
        Ok(())
    }

    fn define(&mut self, name: &str, meaning: Quorum) -> Result<(), LineFault> {
        if name == "none" || self.names.contains_key(name) {
            return Err(LineFault::NameTaken);
        }
        self.names.insert(name.to_owned(), Defined { meaning, is_member: false });
        Ok(())
    }
}

fn within_limit(have: usize) -> Result<(), LineFault> {
    if have < MAX_DEFINITIONS { Ok(()) } else { Err(LineFault::TooMany) }
}
