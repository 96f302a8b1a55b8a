//! How often a door without an account may be tried: fixed windows, counted in memory.

use casework::time::Moment;
use sha2::{Digest as _, Sha256};
use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

/// Length of a window, in seconds.
const WINDOW_SECONDS: i64 = 300;
/// How many counters are kept: at 40 bytes each, under 3 MB. Once full, new names share the door's own limit only.
const COUNTERS_MAX: usize = 65_536;

/// How often one name, code, challenge or session may be tried at a door in a window: whoever mistypes does so a few times.
const EACH_MAX: u32 = 10;
/// How often strangers together may try a password in a window: a whole nation's morning stays below it.
const SIGN_IN_ALL_MAX: u32 = 600;
/// The same for what guessing is no use for, and which costs us next to nothing.
const CHEAP_ALL_MAX: u32 = 30_000;
/// The same where each try has us ask a provider.
const FROM_ORGANISATION_ALL_MAX: u32 = 3_000;
/// The same for codes, of which few are about at a time.
const CODES_ALL_MAX: u32 = 300;

/// How often one client may fail at a door in a window. A whole hospital may be behind one address, so what succeeds is
/// given back; and whoever has one address can shut a door for those behind it alone.
const CLIENT_MAX: u32 = 60;

/// A door that anybody can try.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Door {
    /// Signing in with a password.
    SignIn,
    /// The same in a browser in which whoever has the name signed in before.
    Known,
    /// Signing in with a passkey: it cannot be guessed, so that others' tries shut nobody out.
    Passkey,
    /// Going to an organisation's provider: costs us next to nothing.
    ToOrganisation,
    /// Coming back from one: we ask it, each time once.
    FromOrganisation,
    /// Proving again who one is, behind a session.
    Proof,
    /// The person's page.
    Person,
    /// Enrolling with a code.
    Enrol,
}

impl Door {
    /// How often one name or code may be tried in a window, and how often the door by anybody.
    const fn limits(self) -> (u32, u32) {
        match self {
            Self::SignIn => (EACH_MAX, SIGN_IN_ALL_MAX),
            Self::Passkey | Self::ToOrganisation => (EACH_MAX, CHEAP_ALL_MAX),
            Self::FromOrganisation => (EACH_MAX, FROM_ORGANISATION_ALL_MAX),
            // Who is known, by their browser or their session, is no stranger who might shut the door for everybody.
            Self::Known | Self::Proof => (EACH_MAX, u32::MAX),
            Self::Person | Self::Enrol => (EACH_MAX, CODES_ALL_MAX),
        }
    }
}

/// The counters.
#[derive(Debug, Default)]
pub struct Doors(Mutex<Window>);

#[derive(Debug, Default)]
struct Window {
    number: i64,
    counts: HashMap<(Door, Option<[u8; 16]>), u32>,
    clients: HashMap<(Door, IpAddr), u32>,
}

impl Doors {
    /// Counts a try of a letter's code, whichever way it was typed. Its first six symbols stand for it, so that nobody tries
    /// the rest at leisure.
    pub fn try_code(&self, code: &str, now: Moment) -> bool {
        self.try_open(Door::Person, &begins(code), now)
    }

    /// Counts a try to enrol, under the name and what the code begins with: whoever tries others under the same name keeps
    /// nobody out who has the right one, which has 75 bits.
    pub fn try_enrolling(&self, name: &str, code: &str, now: Moment) -> bool {
        self.try_open(Door::Enrol, &format!("{name} {}", begins(code)), now)
    }

    /// Counts a try of a client before anything else is counted; `false` where there were too many. What is refused here
    /// shuts the door for nobody else.
    pub fn try_from(&self, door: Door, client: IpAddr, now: Moment) -> bool {
        let mut window = self.window(now);
        if window.clients.len() >= COUNTERS_MAX && !window.clients.contains_key(&(door, client)) {
            return true;
        }
        let tries = window.clients.entry((door, client)).or_default();
        *tries = tries.saturating_add(1);
        *tries <= CLIENT_MAX
    }

    /// A try that succeeded does not count.
    pub fn succeeded(&self, door: Door, client: IpAddr, now: Moment) {
        if let Some(tries) = self.window(now).clients.get_mut(&(door, client)) {
            *tries = tries.saturating_sub(1);
        }
    }

    /// The counters of now.
    fn window(&self, now: Moment) -> std::sync::MutexGuard<'_, Window> {
        let mut window = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let number = now.0.div_euclid(WINDOW_SECONDS);
        if window.number != number {
            *window = Window { number, ..Window::default() };
        }
        window
    }

    /// Counts a try; `false` where there were too many. The name is kept as a digest and forgotten with the window.
    pub fn try_open(&self, door: Door, name: &str, now: Moment) -> bool {
        let (each_max, all_max) = door.limits();
        let mut window = self.window(now);
        let mut digest = [0_u8; 16];
        let full = Sha256::digest(name.trim().to_lowercase().as_bytes());
        digest.iter_mut().zip(full).for_each(|(kept, byte)| *kept = byte);
        let all = window.counts.entry((door, None)).or_default();
        *all = all.saturating_add(1);
        if *all > all_max {
            return false;
        }
        if window.counts.len() >= COUNTERS_MAX && !window.counts.contains_key(&(door, Some(digest))) {
            return true;
        }
        let each = window.counts.entry((door, Some(digest))).or_default();
        *each = each.saturating_add(1);
        *each <= each_max
    }
}

/// The first six symbols of a code, whichever way it was typed.
fn begins(code: &str) -> String {
    let symbol = |c: char| match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    code.chars().filter(char::is_ascii_alphanumeric).take(6).map(symbol).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_is_refused_after_its_limit_and_another_is_not() {
        let doors = Doors::default();
        for _ in 0..10 {
            assert!(doors.try_open(Door::SignIn, "Ann", Moment(0)));
        }
        assert!(!doors.try_open(Door::SignIn, " ann ", Moment(1)));
        assert!(doors.try_open(Door::SignIn, "ben", Moment(1)));
        assert!(doors.try_open(Door::Person, "ann", Moment(1)));
        assert!(doors.try_open(Door::SignIn, "ann", Moment(WINDOW_SECONDS)));
    }

    #[test]
    fn what_strangers_try_under_a_name_does_not_count_in_a_known_browser() {
        let doors = Doors::default();
        for stranger in 0..700 {
            doors.try_open(Door::SignIn, "ann", Moment(0));
            doors.try_open(Door::SignIn, &stranger.to_string(), Moment(0));
        }
        assert!(!doors.try_open(Door::SignIn, "ann", Moment(1)));
        assert!(doors.try_open(Door::Known, "ann 01", Moment(1)));
        // It is no way to guess more often either.
        let opened = (0..100).filter(|_| doors.try_open(Door::Known, "ann 02", Moment(1))).count();
        assert_eq!(opened, 10);
    }

    #[test]
    fn one_client_shuts_a_door_for_itself_alone_and_what_succeeds_does_not_count() {
        let doors = Doors::default();
        let [stranger, hospital] = ["192.0.2.1", "192.0.2.2"].map(|text| text.parse().unwrap());
        let opened = (0..100).filter(|_| doors.try_from(Door::SignIn, stranger, Moment(0))).count();
        assert_eq!(opened, 60);
        assert!(doors.try_from(Door::Person, stranger, Moment(0)));
        for _ in 0..500 {
            assert!(doors.try_from(Door::SignIn, hospital, Moment(0)));
            doors.succeeded(Door::SignIn, hospital, Moment(0));
        }
        assert!(doors.try_from(Door::SignIn, stranger, Moment(WINDOW_SECONDS)));
    }

    #[test]
    fn a_code_is_one_name_whichever_way_it_is_typed() {
        let doors = Doors::default();
        let ways = ["7O3M-9QZT-2HVB-XW48", "7o3m9qzt2hvbxw48", "703M 9Q", " 7-0-3-M-9-Q "];
        let opened = (0..40).filter(|n| doors.try_code(ways[n % 4], Moment(0))).count();
        assert_eq!(opened, 10);
        assert!(doors.try_code("8O3M-9QZT-2HVB-XW48", Moment(0)));
    }

    #[test]
    fn other_codes_under_a_name_keep_nobody_out_who_has_the_right_one() {
        let doors = Doors::default();
        let opened = (0..40).filter(|_| doors.try_enrolling("ann", "AAAA-AAAA-AAAA-AAAA", Moment(0))).count();
        assert_eq!(opened, 10);
        assert!(doors.try_enrolling("ann", "7O3M-9QZT-2HVB-XW48", Moment(0)));
    }

    #[test]
    fn the_door_itself_is_refused_after_its_limit_whatever_the_names() {
        let doors = Doors::default();
        let opened = (0..400).filter(|n| doors.try_open(Door::Person, &n.to_string(), Moment(0))).count();
        assert_eq!(opened, 300);
    }
}
