//! Keys, for the key custodian: whose there are, where they lie, whether an old one is still needed, who signs and cosigns
//! the ledger, and by which command each is changed.

use crate::web::frame::Frame;
use askama::Template;
use service::{
    dates::ForReaders as _,
    key_view::{EpochView, HolderView, KeysView},
};

/// What is done with keys, and the command that does it.
const CHANGES: &[(&str, &str)] = &[
    ("look", "candour keys list --config candour.toml --verify"),
    ("renew", "candour keys renew --config candour.toml --unit NAME"),
    ("wrapping", "candour keys hsm make-wrapping --config candour.toml"),
    ("move", "candour keys hsm move --config candour.toml"),
    ("retire", "candour keys hsm retire --config candour.toml"),
    ("back", "candour keys hsm back --config candour.toml"),
    ("ledger", "candour keys hsm make-ledger --config candour.toml"),
    ("witness", "candour witness keygen --name witness.example/w1 --out witness.key"),
];

/// What is done, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// In words.
    pub what: String,
    /// The command.
    pub command: &'static str,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "admin/keys.html")]
pub struct KeysPage {
    frame: Frame,
    rules: Vec<String>,
    view: KeysView,
}

impl KeysPage {
    /// The page.
    #[must_use]
    pub fn new(frame: Frame, view: KeysView) -> Self {
        let rules = vec![
            words::say("admin-keys-rule-units"),
            words::say("admin-keys-rule-keeper"),
            words::say("admin-keys-rule-destroying"),
            words::say("admin-keys-rule-command"),
        ];
        Self { frame, rules, view }
    }

    fn kept(&self) -> String {
        if self.view.in_module { words::say("console-keys-module") } else { words::say("console-keys-file") }
    }

    fn signer_kept(&self) -> String {
        if self.view.signer_in_module {
            words::say("console-keys-signer-module")
        } else {
            words::say("console-keys-signer-file")
        }
    }

    fn whose(holder: &HolderView) -> String {
        if holder.title.is_empty() {
            words::coded_or("console-holder", holder.kind)
        } else {
            format!("{} ({}: {})", holder.title, words::coded_or("console-holder", holder.kind), holder.name)
        }
    }

    fn epoch(epoch: &EpochView) -> String {
        let said = if epoch.newest {
            words::phrase("console-epoch-newest")
        } else {
            words::phrase("console-epoch-older")
        };
        said.with("epoch", epoch.epoch).say()
    }

    fn since(epoch: &EpochView) -> String {
        match (epoch.since, epoch.wraps) {
            (Some(since), _) => since.for_readers(),
            (None, Some(_)) => words::say("console-since-unused"),
            (None, None) => words::say("console-since-unknown"),
        }
    }

    fn wraps(epoch: &EpochView) -> String {
        match epoch.wraps {
            Some(wraps) => words::coded_or("console-wraps", wraps.as_str()),
            None => words::say("console-wraps-counts"),
        }
    }

    fn changes() -> Vec<Change> {
        let said = |&(code, command): &(&str, &'static str)| Change {
            what: words::coded_or("console-change", code),
            command,
        };
        CHANGES.iter().map(said).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::takes;
    use std::collections::BTreeSet;

    #[test]
    fn every_change_has_words_and_a_command_that_this_program_takes() {
        let changes = KeysPage::changes();
        for (change, (code, command)) in changes.iter().zip(CHANGES) {
            assert_ne!(change.what, *code);
            assert_eq!(change.command, *command, "{code}");
            assert_eq!(takes(change.command), Ok(()), "{code}");
        }
        let (words, commands): (BTreeSet<&str>, BTreeSet<&str>) =
            changes.iter().map(|change| (change.what.as_str(), change.command)).unzip();
        assert_eq!((words.len(), commands.len()), (CHANGES.len(), CHANGES.len()), "each is said once");
        // What the words say of renewing beside its command.
        let renew = CHANGES.iter().find(|(code, _)| *code == "renew").unwrap().1;
        for other in ["--force NAME", "--service"] {
            assert_eq!(takes(&renew.replace("--unit NAME", other)), Ok(()), "{other}");
        }
        // A misspelt command, part or option would be noticed.
        for wrong in ["candour keys burn", "candour keys list --verifies", "candour keyring list"] {
            assert!(takes(wrong).is_err(), "{wrong}");
        }
    }
}
