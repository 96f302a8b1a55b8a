//! The one clock: everything else is handed the time.

use casework::time::Moment;
use service::ports::Clock;
use std::time::{SystemTime, UNIX_EPOCH};

/// The machine's clock, in whole seconds.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine for the time")]
    fn now(&self) -> Moment {
        // A machine set before 1970 counts as 1970: witnesses refuse to sign then, and nothing else falls due.
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Moment(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_tells_a_time_after_this_was_written() {
        assert!(SystemClock.now() > Moment(1_790_000_000));
    }
}
