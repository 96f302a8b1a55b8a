//! Chance that can be foreseen, and vectors made elsewhere; for this crate's own tests.

use std::sync::atomic::{AtomicU64, Ordering};

use sha2::{Digest, Sha256};

use crate::entropy::Entropy;

/// A stream of bytes that differs at every call and depends on the seed alone.
pub(crate) struct Counting(AtomicU64);

impl Counting {
    pub(crate) fn new(seed: u32) -> Self {
        Self(AtomicU64::new(u64::from(seed) << 32))
    }
}

impl Entropy for Counting {
    fn fill(&self, out: &mut [u8]) {
        for chunk in out.chunks_mut(32) {
            let block = Sha256::digest(self.0.fetch_add(1, Ordering::Relaxed).to_be_bytes());
            chunk.copy_from_slice(&block[..chunk.len()]);
        }
    }
}

/// The same bytes at every call, for vectors that fix the nonce.
pub(crate) struct Fixed(pub(crate) Vec<u8>);

impl Entropy for Fixed {
    fn fill(&self, out: &mut [u8]) {
        out.copy_from_slice(&self.0);
    }
}

pub(crate) fn hex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).unwrap()).collect()
}

/// The vector of this name in `testdata/vectors.txt`, as hexadecimal.
pub(crate) fn vector(name: &str) -> &'static str {
    include_str!("../testdata/vectors.txt")
        .lines()
        .find_map(|line| line.split_once(' ').filter(|(n, _)| *n == name).map(|(_, value)| value))
        .unwrap()
}
