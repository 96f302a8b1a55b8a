//! Retention, for its manager: what the law and the code say of how long things are kept, how much is kept, and what the
//! service does about it, which is nothing by itself yet.
//!
//! Source: the Records Management Code of Practice of NHS England, as updated on 7 August 2023, and what stands beside each
//! line. What is policy is ours, and says so.

use crate::{backup::KEYSTORE_DAYS, web::frame::Frame};
use askama::Template;
use casework::time::Moment;
use service::{
    dates::ForReaders as _,
    retention::{ClosedCases, ClosedCount},
};
use std::sync::Arc;

/// How a line of the schedule is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    /// Read in the code itself.
    Code,
    /// Read in what the Medical Defence Union says of it.
    SecondHand,
    /// Not held against its source yet.
    Unchecked,
    /// The service's own rule, and no law.
    Policy,
}

impl Known {
    fn words(self) -> String {
        words::coded_or(
            "console-known",
            match self {
                Self::Code => "code",
                Self::SecondHand => "second-hand",
                Self::Unchecked => "unchecked",
                Self::Policy => "policy",
            },
        )
    }
}

/// What is kept, by the code of its words.
const SCHEDULE: &[(&str, Known)] = &[
    ("mental-health", Known::SecondHand),
    ("adult", Known::SecondHand),
    ("child", Known::SecondHand),
    ("hold", Known::Code),
    ("wales", Known::Code),
    ("access", Known::Unchecked),
    ("freedom", Known::Unchecked),
    ("assessment", Known::Unchecked),
    ("complaint", Known::Unchecked),
    ("incident", Known::Unchecked),
    ("decision", Known::Policy),
    ("refused", Known::Policy),
    ("skeleton", Known::Policy),
    ("order", Known::Policy),
];

/// A line of the schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What is kept.
    pub what: String,
    /// How long.
    pub long: String,
    /// How that is known.
    pub known: String,
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "admin/retention.html")]
pub struct RetentionPage {
    frame: Frame,
    rules: Vec<String>,
    closed: Arc<ClosedCases>,
    now: Moment,
}

impl RetentionPage {
    /// The page.
    #[must_use]
    pub fn new(frame: Frame, closed: Arc<ClosedCases>, now: Moment) -> Self {
        let rules = vec![
            words::say("admin-retention-rule-erased"),
            words::say("admin-retention-rule-before"),
            words::say("admin-retention-rule-second"),
            words::say("admin-retention-rule-figures"),
        ];
        Self { frame, rules, closed, now }
    }

    fn schedule() -> Vec<Kept> {
        let line = |&(code, known): &(&str, Known)| Kept {
            what: words::coded_or("console-kept", code),
            long: words::coded_or("console-long", code),
            known: known.words(),
        };
        SCHEDULE.iter().map(line).collect()
    }

    fn counted(&self) -> String {
        words::phrase("console-closed-lead").with("when", self.closed.counted.for_readers()).say()
    }

    fn cases(row: &ClosedCount) -> String {
        if row.more {
            words::phrase("console-closed-more").with("count", row.cases).say()
        } else {
            row.cases.to_string()
        }
    }

    fn backups() -> String {
        words::phrase("console-erasure-backups").with("days", KEYSTORE_DAYS).say()
    }

    /// From when on a case whose key were destroyed now could be read from no backup.
    fn complete(&self) -> String {
        let day = self.now.day().plus_days(KEYSTORE_DAYS);
        words::phrase("console-erasure-complete").with("day", day.for_readers()).say()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_schedule_has_words_and_says_how_it_is_known() {
        for (line, (code, _)) in RetentionPage::schedule().iter().zip(SCHEDULE) {
            assert!(line.what != *code && line.long != *code, "{code}");
            assert!(line.known.contains(' '), "{code}: {}", line.known);
        }
    }

    #[test]
    fn what_is_policy_is_marked_and_nothing_of_it_as_law() {
        let policy = Known::Policy.words();
        for (line, (code, known)) in RetentionPage::schedule().iter().zip(SCHEDULE) {
            assert_eq!(line.known == policy, *known == Known::Policy, "{code}");
        }
        for code in ["decision", "refused", "skeleton", "order"] {
            assert!(SCHEDULE.contains(&(code, Known::Policy)), "{code}");
        }
    }
}
