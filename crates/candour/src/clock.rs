//! The one clock, and the one ear for signals: everything else is handed the time, and told to stop.

use casework::time::Moment;
use service::ports::Clock;
use std::time::{SystemTime, UNIX_EPOCH};
use tokio::signal::unix::{SignalKind, signal};

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

/// From this call on, signals do not end the process; what is returned is done once SIGTERM or SIGINT has come. It
/// is done at once where signals cannot be watched, since a process that cannot be stopped in order should not
/// start. Belongs into an executor.
pub(crate) fn told_to_stop() -> impl Future<Output = ()> + Send {
    // Not inside the future: a signal that comes before it is first polled would end the process on the spot.
    let watched = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()));
    async move {
        let (Ok(mut terminate), Ok(mut interrupt)) = watched else {
            tracing::error!("signals cannot be watched");
            return;
        };
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
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
