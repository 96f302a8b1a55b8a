//! Tiles that were fetched lately. A tile never changes, so what was read once need not be fetched again; checkpoints
//! and the policy do change and are never kept.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, PoisonError},
};

/// How much is kept: 4,096 full tiles of hashes, which reach over a million entries, or 250 full bundles of entries.
const BYTES_MAX: usize = 32 * 1024 * 1024;

/// What is kept, in the order in which it came; the oldest goes first.
#[derive(Debug, Default)]
pub(super) struct Cache(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    tiles: HashMap<String, Arc<[u8]>>,
    order: VecDeque<String>,
    bytes: usize,
}

impl Cache {
    pub(super) fn get(&self, path: &str) -> Option<Vec<u8>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.tiles.get(path).map(|bytes| bytes.to_vec())
    }

    pub(super) fn keep(&self, path: &str, bytes: &[u8]) {
        // What a panic left behind counts a little wrong at worst.
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if bytes.len() > BYTES_MAX || kept.tiles.contains_key(path) {
            return;
        }
        kept.bytes += bytes.len();
        kept.tiles.insert(path.to_owned(), bytes.into());
        kept.order.push_back(path.to_owned());
        while kept.bytes > BYTES_MAX {
            let Some(oldest) = kept.order.pop_front() else { break };
            let gone = kept.tiles.remove(&oldest).map_or(0, |bytes| bytes.len());
            kept.bytes = kept.bytes.saturating_sub(gone);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_is_given_back_until_there_is_no_room_and_the_oldest_goes_first() {
        let cache = Cache::default();
        let half = vec![1; BYTES_MAX / 2];
        for path in ["a", "b", "c"] {
            assert_eq!(cache.get(path), None, "{path}");
            cache.keep(path, &half);
            assert_eq!(cache.get(path).as_deref(), Some(&half[..]), "{path}");
        }
        assert_eq!(cache.get("a"), None);
        assert!(cache.get("b").is_some());
        cache.keep("too much", &vec![0; BYTES_MAX + 1]);
        assert_eq!(cache.get("too much"), None);
        assert!(cache.get("c").is_some());
    }
}
