//! How often codes may be guessed by somebody who has the right password: after a few wrong ones each waits longer than the
//! one before, up to a day.
//!
//! NIST SP 800-63B (revision 3, 5.2.2) limits tries that fail on one account, and lets a verifier tell apart where they
//! come from; OWASP ASVS 5.0 (6.1.1, 6.3.1) wants nobody to be able to shut the holder out by it. So whoever is nobody we
//! know counts apart from a browser in which the holder has signed in before, and from a session of theirs: what strangers
//! guess makes neither of those wait.

use crate::devices::Device;
use casework::{
    id::AccountId,
    time::{DAY_SECONDS, MINUTE, Moment},
};
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

/// How many codes in a row may be wrong before the next one has to wait.
const FREE: u32 = 5;
/// How many counters are kept: at about 150 bytes each, 10 MB. Only who shows a right password makes one.
const COUNTERS_MAX: usize = 65_536;
/// How long a counter is kept at least, in seconds, once there are too many: no wait is longer than a day.
const KEPT_SECONDS: i64 = 2 * DAY_SECONDS;

/// From where a code comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Whence {
    /// From anywhere.
    Anywhere,
    /// From a browser in which the holder has signed in before.
    Device(Device),
    /// From a session of the holder's, by the digest of its token.
    Session([u8; 32]),
}

/// The counters, in memory: each node counts for itself, and a start begins anew.
#[derive(Debug, Default)]
pub(crate) struct CodeTries(Mutex<HashMap<(AccountId, Whence), Tries>>);

#[derive(Debug, Clone, Copy)]
struct Tries {
    /// How many were wrong in a row.
    wrong: u32,
    /// When the next one counts.
    until: Moment,
}

impl CodeTries {
    /// Counts a code as wrong before anybody looks at it, so that many at once are as many tries; `false` where it has to
    /// wait, and is not looked at.
    pub(crate) fn may_try(&self, account: &AccountId, whence: Whence, now: Moment) -> bool {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= COUNTERS_MAX {
            kept.retain(|_, tries| tries.until.plus(KEPT_SECONDS) > now);
        }
        let key = (account.clone(), whence);
        if kept.len() >= COUNTERS_MAX && !kept.contains_key(&key) {
            // SECURITY: so many accounts whose passwords are known cannot be; nothing is let through uncounted.
            return false;
        }
        let tries = kept.entry(key).or_insert(Tries { wrong: 0, until: now });
        if now < tries.until {
            return false;
        }
        tries.wrong = tries.wrong.saturating_add(1);
        tries.until = now.plus(wait_after(tries.wrong));
        true
    }

    /// It was right: what was wrong before, from the same place, is forgotten.
    pub(crate) fn was_right(&self, account: &AccountId, whence: Whence) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&(account.clone(), whence));
    }
}

/// How long the next code waits after so many wrong ones, in seconds: a minute after the fifth, and twice as long after each
/// further one, up to a day. Fifteen tries take seventeen hours, and further ones come to one a day: of three in a million
/// that count at any moment, somebody who knows the password finds one in a year with a chance of one in nine hundred.
fn wait_after(wrong: u32) -> i64 {
    match wrong.checked_sub(FREE) {
        None => 0,
        // 2^11 minutes are more than a day.
        Some(more) => (MINUTE << more.min(11)).min(DAY_SECONDS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use casework::time::HOUR;

    fn account(name: &str) -> AccountId {
        AccountId::parse(name).unwrap()
    }

    #[test]
    fn after_a_few_wrong_codes_each_waits_longer_than_the_one_before_up_to_a_day() {
        let tries = CodeTries::default();
        let ann = account("ann");
        let may = |now: i64| tries.may_try(&ann, Whence::Anywhere, Moment(now));
        assert_eq!((0..100).filter(|_| may(0)).count(), 5, "many at once");
        assert!(!may(MINUTE - 1));
        assert!(may(MINUTE));
        assert!(!may(3 * MINUTE - 1));
        assert!(may(3 * MINUTE));
        let tried = (0..10 * DAY_SECONDS / MINUTE).filter(|minute| may(minute * MINUTE)).count();
        assert!((15..=22).contains(&tried), "{tried} in ten days");
        // What waits is not counted, so that asking again does not make it longer.
        assert!(may(12 * DAY_SECONDS));
    }

    #[test]
    fn a_right_code_begins_anew() {
        let tries = CodeTries::default();
        let ann = account("ann");
        for _ in 0..5 {
            assert!(tries.may_try(&ann, Whence::Anywhere, Moment(0)));
        }
        assert!(!tries.may_try(&ann, Whence::Anywhere, Moment(1)));
        assert!(tries.may_try(&ann, Whence::Anywhere, Moment(HOUR)));
        tries.was_right(&ann, Whence::Anywhere);
        assert!(tries.may_try(&ann, Whence::Anywhere, Moment(HOUR)));
    }

    #[test]
    fn what_strangers_guess_makes_neither_the_holder_nor_anybody_else_wait() {
        let tries = CodeTries::default();
        let (ann, ben) = (account("ann"), account("ben"));
        for _ in 0..50 {
            tries.may_try(&ann, Whence::Anywhere, Moment(0));
        }
        assert!(!tries.may_try(&ann, Whence::Anywhere, Moment(0)));
        let known = [Whence::Device(Device::from([1; 16])), Whence::Session([1; 32])];
        for whence in known {
            assert!(tries.may_try(&ann, whence, Moment(0)), "{whence:?}");
        }
        assert!(tries.may_try(&ben, Whence::Anywhere, Moment(0)));
        // A stolen browser guesses no better than a stranger, and shuts out itself alone.
        for _ in 0..10 {
            tries.may_try(&ann, known[0], Moment(0));
        }
        assert!(!tries.may_try(&ann, known[0], Moment(0)));
        assert!(tries.may_try(&ann, Whence::Device(Device::from([2; 16])), Moment(0)));
        assert!(tries.may_try(&ann, known[1], Moment(0)));
    }
}
