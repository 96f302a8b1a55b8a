//! The reviewer's sample of a half-year: which tallies are looked at, so that nobody can choose or foresee them.
//!
//! Before the period ends the reviewer commits to 32 random bytes; the root of the ledger is fixed once all
//! tallies are in it; the seed needs both. The service does not know the bytes when it numbers the tallies,
//! and the reviewer cannot change them afterwards.

use crate::entry::{Class, Period};
use crate::merkle::Hash;
use sha2::{Digest, Sha256};

/// The least that a sample takes, where there is as much.
pub const SAMPLE_MIN: u64 = 20;

/// Whether tallies of this class are candidates. Of `other`, the reviewer passes over what is none of the rest.
#[must_use]
pub const fn is_candidate(class: Class) -> bool {
    matches!(
        class,
        Class::DisclosureDecided
            | Class::DisclosureRefused
            | Class::AdviceGiven
            | Class::MonitoringRefused
            | Class::RecordOpened
            | Class::OnwardDecided
            | Class::OnwardSent
            | Class::ReferralReturned
            | Class::EmergencyReleased
            | Class::Other
    )
}

/// What the reviewer commits to: SHA-256 of their bytes.
#[must_use]
pub fn commitment(r: &[u8; 32]) -> [u8; 32] {
    Sha256::digest(r).into()
}

/// The seed: `SHA-256("candour.sample.v1\n" ‖ period ‖ "\n" ‖ r ‖ root)`, the root being that of the first
/// checkpoint that holds all tallies of the period.
#[must_use]
pub fn seed(period: Period, r: &[u8; 32], root: &Hash) -> [u8; 32] {
    let mut digest = Sha256::new();
    digest.update("candour.sample.v1\n");
    digest.update(period.to_string());
    digest.update("\n");
    digest.update(r);
    digest.update(root.as_bytes());
    digest.finalize().into()
}

/// How many of `candidates` are taken: a tenth of them, rounded up, at least [`SAMPLE_MIN`], at most all.
#[must_use]
pub const fn size(candidates: u64) -> u64 {
    let tenth = candidates.div_ceil(10);
    let wanted = if tenth > SAMPLE_MIN { tenth } else { SAMPLE_MIN };
    if wanted < candidates { wanted } else { candidates }
}

/// The indices taken, in the order in which they were drawn: the smallest of `SHA-256(seed ‖ index)`, the
/// index as 8 bytes, big-endian.
#[must_use]
pub fn choose(seed: &[u8; 32], candidates: &[u64]) -> Vec<u64> {
    let mut ordered: Vec<([u8; 32], u64)> = candidates
        .iter()
        .map(|index| {
            let mut digest = Sha256::new();
            digest.update(seed);
            digest.update(index.to_be_bytes());
            (digest.finalize().into(), *index)
        })
        .collect();
    ordered.sort_unstable();
    let taken = usize::try_from(size(candidates.len() as u64)).unwrap_or(usize::MAX);
    ordered.into_iter().take(taken).map(|(_, index)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::to_hex;

    #[test]
    fn a_tenth_is_taken_and_never_fewer_than_twenty_where_there_are_as_many() {
        for (candidates, taken) in [(0, 0), (7, 7), (20, 20), (21, 20), (200, 20), (201, 21), (1_001, 101)] {
            assert_eq!(size(candidates), taken, "{candidates}");
        }
    }

    #[test]
    fn the_digests_are_those_of_the_formats() {
        // printf 'candour.sample.v1\n2026-H1\n%s%s' 32×'r' 32×'t' | sha256sum
        let period = Period::parse("2026-H1").unwrap();
        assert_eq!(to_hex(&seed(period, &[b'r'; 32], &Hash::from_bytes([b't'; 32]))), SEED);
        // printf '%s' 32×'r' | sha256sum
        assert_eq!(to_hex(&commitment(&[b'r'; 32])), COMMITTED);
    }

    const SEED: &str = "7acabe4f45210637be6f1189bc68c909008ec28499cf8d4ef0ded9626f200e78";
    const COMMITTED: &str = "515a733d7320b35b2117893952f93a9400dc4d5ca8bb6972453cae4cab993a07";

    #[test]
    fn the_sample_depends_on_the_seed_and_on_nothing_else() {
        let candidates: Vec<u64> = (1_000..1_300).collect();
        let mut reversed = candidates.clone();
        reversed.reverse();
        let one = choose(&[1; 32], &candidates);
        assert_eq!(one.len(), 30);
        assert_eq!(one, choose(&[1; 32], &reversed));
        assert_ne!(one, choose(&[2; 32], &candidates));
    }
}
