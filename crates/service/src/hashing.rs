//! Turns at hashing: passwords and phrases are hashed off the threads that serve, and only so many at once.

use crate::error::{Answer, ServiceError};
use std::sync::Arc;
use tokio::sync::Semaphore;

/// How many passwords are hashed at once: each takes 19 MiB and a core for tens of milliseconds.
const HASHING_MAX: usize = 4;

/// The turns, shared by all copies of a service.
#[derive(Debug, Clone)]
pub(crate) struct Hashing(Arc<Semaphore>);

impl Default for Hashing {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(HASHING_MAX)))
    }
}

impl Hashing {
    /// Does what takes long aside. Whoever comes while all turns are taken waits.
    pub(crate) async fn aside<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Answer<T> {
        let interrupted = || ServiceError::Broken("hashing was interrupted");
        let turn = Arc::clone(&self.0).acquire_owned().await.map_err(|_| interrupted())?;
        // SECURITY: the turn lasts as long as the work, which goes on where whoever asked for it has hung up.
        let in_turn = move || {
            let _turn = turn;
            work()
        };
        tokio::task::spawn_blocking(in_turn).await.map_err(|_| interrupted())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use tokio::sync::mpsc::unbounded_channel;

    #[tokio::test]
    async fn only_so_many_are_hashed_at_once_and_whoever_comes_later_waits() {
        let hashing = Hashing::default();
        let (begins, mut begun) = unbounded_channel();
        let (release, released) = mpsc::channel();
        let released = Arc::new(std::sync::Mutex::new(released));
        let all: Vec<_> = (0..3 * HASHING_MAX)
            .map(|n| {
                let (hashing, begins, released) = (hashing.clone(), begins.clone(), Arc::clone(&released));
                tokio::spawn(async move {
                    let work = move || {
                        begins.send(n).unwrap();
                        released.lock().unwrap().recv().unwrap();
                    };
                    hashing.aside(work).await.unwrap();
                })
            })
            .collect();
        // This thread goes on serving meanwhile: it is the only one that the executor has.
        for _ in 0..HASHING_MAX {
            begun.recv().await.unwrap();
        }
        for n in HASHING_MAX..all.len() {
            assert_eq!(hashing.0.available_permits(), 0, "as many as there may be");
            assert!(begun.try_recv().is_err(), "{n} are at it, and no more");
            release.send(()).unwrap();
            begun.recv().await.unwrap();
        }
        for _ in 0..HASHING_MAX {
            release.send(()).unwrap();
        }
        for one in all {
            one.await.unwrap();
        }
        assert_eq!(hashing.0.available_permits(), HASHING_MAX);
    }

    #[tokio::test]
    async fn whoever_hangs_up_gives_their_turn_back_when_the_work_is_done() {
        let hashing = Hashing::default();
        let (begins, mut begun) = unbounded_channel();
        let (release, released) = mpsc::channel();
        let asking = hashing.clone();
        let asked = tokio::spawn(async move {
            let work = move || {
                begins.send(()).unwrap();
                released.recv().unwrap();
            };
            asking.aside(work).await.unwrap();
        });
        begun.recv().await.unwrap();
        asked.abort();
        assert!(asked.await.unwrap_err().is_cancelled());
        assert_eq!(hashing.0.available_permits(), HASHING_MAX - 1);
        release.send(()).unwrap();
        while hashing.0.available_permits() < HASHING_MAX {
            tokio::task::yield_now().await;
        }
    }
}
