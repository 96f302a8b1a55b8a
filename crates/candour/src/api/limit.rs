//! How fast strangers may ask the gate: token buckets, one for everybody and one for each network address.

use casework::time::Moment;
use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::{Mutex, PoisonError},
};

/// A limit: how many at once, and how many a second after that.
#[derive(Debug, Clone, Copy)]
struct Rate {
    burst: u32,
    per_second: u32,
}

/// For everybody together. A verdict takes under a millisecond of one core, so at its worst the gate takes two cores
/// from everything else, and that only after half a minute of it.
const ALL: Rate = Rate { burst: ALL_BURST_MAX, per_second: ALL_PER_SECOND_MAX };
const ALL_BURST_MAX: u32 = 40_000;
const ALL_PER_SECOND_MAX: u32 = 2_000;
/// For one address: whoever checks tens of thousands of cases against the gate is welcome, and takes one core at most.
const EACH: Rate = Rate { burst: EACH_BURST_MAX, per_second: EACH_PER_SECOND_MAX };
const EACH_BURST_MAX: u32 = 20_000;
const EACH_PER_SECOND_MAX: u32 = 1_000;
/// How many addresses are remembered: at about 50 bytes each, under 1 MB. Once full, and all of them busy, new ones
/// share the limit for everybody only.
const PEERS_MAX: usize = 16_384;

/// The buckets. Held for a few instructions at a time, never across an await.
#[derive(Debug, Default)]
pub(super) struct Limiter(Mutex<Buckets>);

#[derive(Debug, Default)]
struct Buckets {
    all: Option<Bucket>,
    each: HashMap<IpAddr, Bucket>,
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    tokens: u32,
    /// When it was last filled up.
    filled: Moment,
}

impl Bucket {
    const fn full(rate: Rate, now: Moment) -> Self {
        Self { tokens: rate.burst, filled: now }
    }

    fn fill(&mut self, rate: Rate, now: Moment) {
        let seconds = u32::try_from(now.0.saturating_sub(self.filled.0).max(0)).unwrap_or(u32::MAX);
        let fresh = seconds.saturating_mul(rate.per_second);
        self.tokens = self.tokens.saturating_add(fresh).min(rate.burst);
        self.filled = now;
    }

    fn take(&mut self, rate: Rate, now: Moment) -> bool {
        self.fill(rate, now);
        match self.tokens.checked_sub(1) {
            Some(left) => {
                self.tokens = left;
                true
            }
            None => false,
        }
    }
}

impl Limiter {
    /// Takes a token; `false` where there is none left.
    pub(super) fn take(&self, peer: Option<IpAddr>, now: Moment) -> bool {
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // The peer's own bucket first: what it is refused must not cost everybody else a token.
        if let Some(peer) = peer.map(network)
            && !buckets.take_of(peer, now)
        {
            return false;
        }
        buckets.all.get_or_insert(Bucket::full(ALL, now)).take(ALL, now)
    }
}

impl Buckets {
    fn take_of(&mut self, peer: IpAddr, now: Moment) -> bool {
        if self.each.len() >= PEERS_MAX && !self.each.contains_key(&peer) {
            self.each.retain(|_, bucket| {
                bucket.fill(EACH, now);
                bucket.tokens < EACH.burst
            });
            if self.each.len() >= PEERS_MAX {
                return true;
            }
        }
        self.each.entry(peer).or_insert(Bucket::full(EACH, now)).take(EACH, now)
    }
}

/// Who counts as one: an IPv4 address, or the 64-bit prefix of an IPv6 address, which is what one household gets.
fn network(peer: IpAddr) -> IpAddr {
    match peer.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX))),
        IpAddr::V4(address) => IpAddr::V4(address),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn peer(text: &str) -> Option<IpAddr> {
        Some(text.parse().unwrap())
    }

    fn taken(limiter: &Limiter, peer: Option<IpAddr>, now: Moment) -> u32 {
        let mut count = 0;
        while limiter.take(peer, now) {
            count += 1;
        }
        count
    }

    #[test]
    fn one_address_empties_its_own_bucket_and_not_its_neighbours() {
        let limiter = Limiter::default();
        assert_eq!(taken(&limiter, peer("192.0.2.1"), Moment(0)), EACH.burst);
        assert!(limiter.take(peer("192.0.2.2"), Moment(0)));
        assert_eq!(taken(&limiter, peer("192.0.2.1"), Moment(2)), 2 * EACH.per_second);
    }

    #[test]
    fn everybody_together_has_a_limit_too() {
        let limiter = Limiter::default();
        assert_eq!(taken(&limiter, None, Moment(0)), ALL.burst);
        assert!(!limiter.take(peer("192.0.2.3"), Moment(0)));
    }

    #[test]
    fn a_household_counts_as_one_however_many_addresses_it_takes() {
        assert_eq!(network("2001:db8::1".parse().unwrap()), network("2001:db8::ffff:1".parse().unwrap()));
        assert_ne!(network("2001:db8::1".parse().unwrap()), network("2001:db8:0:1::1".parse().unwrap()));
        assert_eq!(network("::ffff:192.0.2.1".parse().unwrap()), network("192.0.2.1".parse().unwrap()));
    }

    #[test]
    fn a_clock_that_goes_backwards_fills_nothing() {
        let limiter = Limiter::default();
        assert_eq!(taken(&limiter, peer("192.0.2.1"), Moment(1_000)), EACH.burst);
        assert!(!limiter.take(peer("192.0.2.1"), Moment(0)));
    }

    #[test]
    fn a_flood_of_addresses_is_not_remembered_without_end() {
        let limiter = Limiter::default();
        for n in 0..u32::try_from(PEERS_MAX + 10).unwrap() {
            limiter.take(Some(IpAddr::V4(n.into())), Moment(0));
        }
        assert!(limiter.0.lock().unwrap().each.len() <= PEERS_MAX);
    }
}
