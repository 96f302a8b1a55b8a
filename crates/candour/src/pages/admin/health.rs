//! The health of the service: one line for each thing that may be wrong, with the state in words and what to do next.

use crate::{
    machine::{Looked, Room},
    web::{
        frame::Frame,
        problem::{PageAnswer, page},
        session::Reader,
    },
};
use askama::Template;
use casework::time::Moment;
use service::{
    dates::{ForReaders as _, week},
    health::{COUNTED_MAX, Health, QuorumState, Waiting, WitnessState},
    ledger::{QUORUM_LOST_SECONDS, sequencer::BATCH_SECONDS},
};

/// A leaf that is this old should have a number: twice the age at which its batch goes out.
const PENDING_SECONDS_MAX: i64 = 2 * BATCH_SECONDS;
/// A letter that waits this long is not being handed over: that is tried every other second.
const LETTER_SECONDS_MAX: i64 = 600;
/// A backup should be made every night; one night may fail.
const BACKUP_SECONDS_MAX: i64 = 2 * 24 * 3_600;
/// Below this share of the whole, room is short, in hundredths.
const ROOM_HUNDREDTHS_MIN: u64 = 10;
/// Bytes of a gigabyte, as disks are sold.
const GIGABYTE: u64 = 1_000_000_000;

/// Whether a line is as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is.
    Good,
    /// Somebody has to look at it.
    Look,
    /// It is neither good nor bad.
    Plain,
}

impl State {
    const fn good(is_good: bool) -> Self {
        if is_good { Self::Good } else { Self::Look }
    }

    /// In words.
    fn words(self) -> String {
        words::coded_or(
            "console-state",
            match self {
                Self::Good => "good",
                Self::Look => "look",
                Self::Plain => "plain",
            },
        )
    }

    const fn is_good(self) -> bool {
        matches!(self, Self::Good)
    }

    const fn is_bad(self) -> bool {
        matches!(self, Self::Look)
    }
}

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its code, by which the row can be pointed at.
    pub code: &'static str,
    /// What it is about.
    pub what: String,
    /// Whether it is as it should be.
    pub state: State,
    /// What was found.
    pub found: String,
    /// What to do next, where there is something.
    pub next: Option<String>,
}

impl Line {
    fn new(code: &'static str, state: State, found: impl Into<String>) -> Self {
        let what = words::coded_or("console-health", code);
        let next = state.is_bad().then(|| words::coded("console-next", code)).flatten();
        Self { code, what, state, found: found.into(), next }
    }
}

/// The page.
#[derive(Debug, Template)]
#[template(path = "admin/health.html")]
pub struct HealthPage {
    frame: Frame,
    at: String,
    /// How many lines have to be looked at.
    bad: usize,
    lines: Vec<Line>,
    witnesses: Vec<WitnessState>,
}

impl HealthPage {
    /// The page.
    #[must_use]
    pub fn new(frame: Frame, health: &Health, looked: Looked) -> Self {
        let mut lines = lines(health, looked);
        // What somebody has to look at is seen without looking for it.
        lines.sort_by_key(|line| !line.state.is_bad());
        let bad = lines.iter().filter(|line| line.state.is_bad()).count();
        Self { frame, at: health.now.for_readers(), bad, lines, witnesses: health.witnesses.clone() }
    }

    fn seen(witness: &WitnessState) -> String {
        witness.seen.map_or_else(|| words::say("console-witness-unseen"), Moment::for_readers)
    }

    fn cosigned(witness: &WitnessState) -> String {
        if witness.cosigned_last { words::say("console-yes") } else { words::say("console-no") }
    }
}

/// Since when something waits; where nothing does, that.
fn waits(waiting: &Waiting) -> String {
    let Some(oldest) = waiting.oldest else { return words::say("console-waits-none") };
    let said = if waiting.more {
        words::phrase("console-waits-more").with("count", COUNTED_MAX)
    } else {
        words::phrase("console-waits").with("count", waiting.count)
    };
    said.with("oldest", oldest.for_readers()).say()
}

fn is_younger(waiting: &Waiting, now: Moment, seconds: i64) -> bool {
    waiting.oldest.is_none_or(|oldest| now.0 - oldest.0 <= seconds)
}

/// Every line, in the order in which one looks.
fn lines(health: &Health, looked: Looked) -> Vec<Line> {
    let mut lines = vec![
        Line::new("version", State::Plain, format!("Candour {}", env!("CARGO_PKG_VERSION"))),
        Line::new("store", State::Plain, store(health)),
        Line::new(
            "records",
            State::good(health.records),
            if health.records { words::say("console-records") } else { words::say("console-records-not") },
        ),
        lead(health),
        ledger(health),
        Line::new(
            "pending",
            State::good(is_younger(&health.ledger.pending, health.now, PENDING_SECONDS_MAX)),
            waits(&health.ledger.pending),
        ),
        quorum(health),
        clock(health),
        Line::new(
            "keys",
            State::good(health.keys),
            if health.keys { words::say("console-keys-answer") } else { words::say("console-keys-silent") },
        ),
        Line::new(
            "letters",
            State::good(is_younger(&health.letters, health.now, LETTER_SECONDS_MAX)),
            waits(&health.letters),
        ),
        late(health),
        overdue(health),
        Line::new(
            "pack",
            State::Plain,
            words::phrase("console-pack").with("name", &health.pack).with("digest", &health.pack_digest),
        ),
        backup(health.now, looked.backup),
        room(looked.room),
    ];
    if let Some(restored) = &health.restored {
        let found = words::phrase("console-restored")
            .with("when", restored.made.for_readers())
            .with("lost", restored.lost);
        lines.push(Line::new("restored", State::Plain, found));
    }
    lines
}

fn store(health: &Health) -> String {
    let said = if health.store.is_on_a_server {
        words::phrase("console-store-server")
    } else {
        words::phrase("console-store-files")
    };
    said.with("version", health.store.version).with("keystore", health.store.keystore_version).say()
}

fn lead(health: &Health) -> Line {
    let (state, found) = match (health.shared, health.leads) {
        (false, true) => (State::Good, words::say("console-lead-alone")),
        (true, true) => (State::Good, words::say("console-lead-this")),
        (true, false) => (State::Plain, words::say("console-lead-other")),
        // It begins to lead within the first second.
        (false, false) => (State::Look, words::say("console-lead-nobody")),
    };
    Line::new("lead-node", state, found)
}

fn ledger(health: &Health) -> Line {
    let ledger = &health.ledger;
    let Some((size, made)) = ledger.witnessed.or(ledger.signed) else {
        return Line::new("ledger", State::Plain, words::say("console-ledger-none"));
    };
    let behind = ledger.signed.is_some_and(|(signed, at)| {
        signed > ledger.witnessed.map_or(0, |(size, _)| size) && health.now.0 - at.0 > QUORUM_LOST_SECONDS
    });
    // Where nobody has to cosign, what is signed is published.
    let is_good = !behind || health.quorum == QuorumState::Without;
    let found = words::phrase("console-ledger")
        .with("size", ledger.size)
        .with("covered", size)
        .with("when", made.for_readers());
    Line::new("ledger", State::good(is_good), found)
}

fn quorum(health: &Health) -> Line {
    let (state, found) = match health.quorum {
        QuorumState::Met => (State::Good, words::say("console-quorum-met")),
        QuorumState::Lost => (State::Look, words::say("console-quorum-lost")),
        QuorumState::Without => (State::Plain, words::say("console-quorum-without")),
    };
    Line::new("quorum", state, found)
}

fn clock(health: &Health) -> Line {
    let (state, found) = if health.clock_stopped {
        (State::Look, words::say("console-clock-stopped"))
    } else if health.witnesses.is_empty() || !health.leads {
        (State::Plain, words::say("console-clock-unknown"))
    } else {
        (State::Good, words::say("console-clock-agrees"))
    };
    Line::new("clock", state, found)
}

fn late(health: &Health) -> Line {
    let found = if health.late > COUNTED_MAX {
        words::phrase("console-late-more").with("count", COUNTED_MAX)
    } else {
        words::phrase("console-late").with("count", health.late)
    };
    Line::new("late", State::good(health.late == 0), found)
}

fn overdue(health: &Health) -> Line {
    let Some(overdue) = &health.overdue else {
        return Line::new("overdue", State::Plain, words::say("console-overdue-none-yet"));
    };
    let found =
        words::phrase("console-overdue").with("count", overdue.promises).with("week", week(&overdue.week));
    Line::new("overdue", State::good(overdue.promises == 0), found)
}

fn backup(now: Moment, last: Option<Moment>) -> Line {
    let Some(last) = last else {
        return Line::new("backup", State::Look, words::say("console-backup-unknown"));
    };
    let found = words::phrase("console-backup").with("when", last.for_readers());
    Line::new("backup", State::good(now.0 - last.0 <= BACKUP_SECONDS_MAX), found)
}

fn room(room: Option<Room>) -> Line {
    let Some(Room { free, whole }) = room else {
        return Line::new("room", State::Plain, words::say("console-room-unknown"));
    };
    let hundredths = free.saturating_mul(100) / whole.max(1);
    let found = words::phrase("console-room")
        .with("free", free / GIGABYTE)
        .with("whole", whole / GIGABYTE)
        .with("share", hundredths);
    Line::new("room", State::good(hundredths >= ROOM_HUNDREDTHS_MIN), found)
}

/// The page for whoever keeps accounts, keys or retention.
///
/// # Errors
/// As the service's.
pub async fn show(reader: Reader) -> PageAnswer {
    let health = reader.app.service.health(&reader.actor).await?;
    let looked = reader.app.settings.machine.look().await;
    let frame = reader
        .frame(words::say("console-health-title"))
        .back("/admin", words::say("admin-administration"))
        .at("/admin/health");
    Ok(page(&HealthPage::new(frame, &health, looked)))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use service::{
        health::{LedgerState, Overdue},
        ports::{RestoreRow, StoreAbout},
    };

    const NOW: Moment = Moment(1_795_348_800);

    /// Everything as it should be, and nothing that may be absent.
    pub(crate) fn well() -> Health {
        Health {
            now: NOW,
            store: StoreAbout { is_on_a_server: false, version: 14, keystore_version: 2 },
            records: true,
            shared: false,
            leads: true,
            ledger: LedgerState { size: 0, signed: None, witnessed: None, pending: Waiting::default() },
            quorum: QuorumState::Without,
            witnesses: Vec::new(),
            clock_stopped: false,
            keys: true,
            letters: Waiting::default(),
            late: 0,
            overdue: None,
            pack: "england-and-wales 1".to_owned(),
            pack_digest: "0123456789ab".to_owned(),
            restored: None,
        }
    }

    /// Everything that can be wrong, and names that somebody else chose.
    pub(crate) fn ill() -> Health {
        let long_ago = NOW.plus(-40 * 24 * 3_600);
        let witness =
            |name: &str, seen, cosigned_last| WitnessState { name: name.to_owned(), seen, cosigned_last };
        Health {
            store: StoreAbout { is_on_a_server: true, version: 14, keystore_version: 2 },
            records: false,
            shared: true,
            leads: false,
            ledger: LedgerState {
                size: 200_000_123,
                signed: Some((200_000_100, long_ago)),
                witnessed: Some((199_999_999, long_ago.plus(-60))),
                pending: Waiting { count: COUNTED_MAX, more: true, oldest: Some(long_ago) },
            },
            quorum: QuorumState::Lost,
            witnesses: vec![
                witness("witness-north.example", Some(NOW.plus(-5)), true),
                witness("<b>\"x\"</b>", None, false),
                witness(&"w".repeat(200), Some(long_ago), false),
            ],
            clock_stopped: true,
            keys: false,
            letters: Waiting { count: 1, more: false, oldest: Some(long_ago) },
            late: COUNTED_MAX + 1,
            overdue: Some(Overdue { week: "2026-W46".to_owned(), promises: 12 }),
            pack: "\"><script>alert(1)</script> 9".to_owned(),
            restored: Some(RestoreRow { made: long_ago, before: 10, after: 20, lost: 3 }),
            ..well()
        }
    }

    fn state(lines: &[Line], code: &str) -> State {
        lines.iter().find(|line| line.code == code).unwrap_or_else(|| panic!("no line {code}")).state
    }

    fn full() -> Looked {
        Looked {
            room: Some(Room { free: 5 * GIGABYTE, whole: 100 * GIGABYTE }),
            backup: Some(NOW.plus(-3 * 24 * 3_600)),
        }
    }

    #[test]
    fn every_bad_line_says_what_to_do_next_and_no_good_one_does() {
        for (health, looked) in [(well(), Looked::default()), (ill(), full())] {
            for line in lines(&health, looked) {
                assert_eq!(line.next.is_some(), line.state == State::Look, "{}", line.code);
                assert_ne!(line.what, line.code, "{} has words", line.code);
            }
        }
    }

    #[test]
    fn what_is_wrong_is_seen_line_by_line() {
        let good = lines(&well(), Looked { backup: Some(NOW), ..Looked::default() });
        assert!(good.iter().all(|line| line.state != State::Look), "{good:#?}");
        let bad = lines(&ill(), full());
        for code in [
            "records", "ledger", "pending", "quorum", "clock", "keys", "letters", "late", "overdue",
            "backup", "room",
        ] {
            assert_eq!(state(&bad, code), State::Look, "{code}");
        }
        // Another node leads: of several that is as it should be.
        assert_eq!(state(&bad, "lead-node"), State::Plain);
    }

    #[test]
    fn what_is_young_may_wait() {
        let since = |seconds: i64| Waiting { count: 1, more: false, oldest: Some(NOW.plus(-seconds)) };
        for (seconds, expected) in [(LETTER_SECONDS_MAX, State::Good), (LETTER_SECONDS_MAX + 1, State::Look)]
        {
            let health = Health { letters: since(seconds), ..well() };
            assert_eq!(state(&lines(&health, Looked::default()), "letters"), expected, "{seconds}");
        }
        let mut health = well();
        health.quorum = QuorumState::Met;
        health.ledger.size = 9;
        health.ledger.witnessed = Some((8, NOW.plus(-7_200)));
        health.ledger.signed = Some((9, NOW.plus(-QUORUM_LOST_SECONDS)));
        assert_eq!(state(&lines(&health, Looked::default()), "ledger"), State::Good);
        health.ledger.signed = Some((9, NOW.plus(-QUORUM_LOST_SECONDS - 1)));
        assert_eq!(state(&lines(&health, Looked::default()), "ledger"), State::Look);
        health.ledger.witnessed = health.ledger.signed;
        assert_eq!(state(&lines(&health, Looked::default()), "ledger"), State::Good, "an idle ledger");
    }

    #[test]
    fn without_a_backup_that_is_known_somebody_has_to_look() {
        assert_eq!(backup(NOW, None).state, State::Look);
        assert_eq!(backup(NOW, Some(NOW.plus(-BACKUP_SECONDS_MAX))).state, State::Good);
        assert_eq!(backup(NOW, Some(NOW.plus(-BACKUP_SECONDS_MAX - 1))).state, State::Look);
    }
}
