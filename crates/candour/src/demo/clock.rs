//! The demonstration's clock: set while history is made, then the system's.

use crate::clock::SystemClock;
use casework::time::Moment;
use service::ports::Clock;
use std::sync::atomic::{AtomicI64, Ordering};

/// A clock that can be set until it follows the system's.
#[derive(Debug, Default)]
pub struct DemoClock {
    /// Seconds; 0 once it follows the system's.
    set_to: AtomicI64,
}

impl DemoClock {
    /// Sets the clock.
    pub fn set(&self, to: Moment) {
        self.set_to.store(to.0, Ordering::SeqCst);
    }

    /// Moves a set clock on.
    pub fn advance(&self, seconds: i64) {
        self.set_to.fetch_add(seconds, Ordering::SeqCst);
    }

    /// From now on, the system's time.
    pub fn follow_the_system(&self) {
        self.set_to.store(0, Ordering::SeqCst);
    }
}

impl Clock for DemoClock {
    fn now(&self) -> Moment {
        match self.set_to.load(Ordering::SeqCst) {
            0 => SystemClock.now(),
            seconds => Moment(seconds),
        }
    }
}
