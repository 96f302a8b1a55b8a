//! The tallies of a half-year: exactly one for each commitment, under its class or, where the class is small, `other`.
//!
//! Class and second salt lie apart from the case and survive its erasure, so an erased event is tallied like any other.

use crate::ports::{TalliedRow, TallyRow};
use std::collections::BTreeMap;
use tlog::entry::{Class, Entry, Period, tally_leaf};

/// A class with fewer than this in a period is written `other`, and `other` holds at least as many.
pub const CLASS_MIN: u64 = 8;

/// Makes the tallies of a period, in their order. `None` where a row's class is no class.
#[must_use]
pub fn compose(period: Period, rows: &[TallyRow]) -> Option<(Vec<Entry>, Vec<TalliedRow>)> {
    let mut counts: BTreeMap<Class, u64> = BTreeMap::new();
    let mut tallied = Vec::with_capacity(rows.len());
    for row in rows {
        let class = Class::parse(&row.class)?;
        *counts.entry(class).or_default() += 1;
        tallied.push((tally_leaf(&row.salt, &row.commitment), class, row.made, row.commitment));
    }
    let small = written_other(&counts);
    tallied.sort_unstable();
    let mut entries = Vec::with_capacity(tallied.len());
    let mut places = Vec::with_capacity(tallied.len());
    for (rank, (l, class, made, commitment)) in (0..).zip(tallied) {
        let class = if small.contains(&class) { Class::Other } else { class };
        entries.push(Entry::Tally { class, l, period });
        places.push(TalliedRow { made, commitment, class: class.as_str(), rank });
    }
    Some((entries, places))
}

/// The classes that are written `other`: each with fewer than [`CLASS_MIN`], and then the next smallest (of equal ones
/// the first in the order of the formats) until `other` holds at least as many.
#[must_use]
pub fn written_other(counts: &BTreeMap<Class, u64>) -> Vec<Class> {
    let is_other = |class: &Class| *class == Class::Other;
    let mut other: u64 = counts.iter().filter(|(class, _)| is_other(class)).map(|(_, n)| n).sum();
    let mut named: Vec<(u64, Class)> = counts
        .iter()
        .filter(|(class, n)| !is_other(class) && **n > 0)
        .map(|(class, n)| (*n, *class))
        .collect();
    named.sort_unstable();
    let mut written = Vec::new();
    for (count, class) in named {
        let needs_company = other > 0 && other < CLASS_MIN;
        if count >= CLASS_MIN && !needs_company {
            break;
        }
        other += count;
        written.push(class);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use casework::time::Moment;
    use proptest::prelude::*;

    fn row(number: u64, class: Class) -> TallyRow {
        let mut commitment = [0; 32];
        commitment[..8].copy_from_slice(&number.to_be_bytes());
        TallyRow { made: Moment(0), commitment, class: class.as_str().to_owned(), salt: [3; 32] }
    }

    fn check(counts: &[(Class, u64)], other: &[Class]) {
        assert_eq!(written_other(&counts.iter().copied().collect()), other, "{counts:?}");
    }

    #[test]
    fn small_classes_are_other_and_other_is_never_small_where_anything_can_join_it() {
        use Class::{AdviceGiven, CaseRead, ConsentAsked, NoticeSent, Other};
        check(&[(CaseRead, 8), (NoticeSent, 9)], &[]);
        check(&[(CaseRead, 7), (NoticeSent, 9), (AdviceGiven, 40)], &[CaseRead, NoticeSent]);
        check(&[(CaseRead, 4), (NoticeSent, 4), (AdviceGiven, 8)], &[CaseRead, NoticeSent]);
        check(&[(Other, 1), (NoticeSent, 12), (AdviceGiven, 11)], &[AdviceGiven]);
        check(&[(Other, 8), (NoticeSent, 12)], &[]);
        // Each small class goes, though `other` is large enough without it.
        check(&[(Other, 100), (ConsentAsked, 7), (NoticeSent, 8)], &[ConsentAsked]);
        check(&[(CaseRead, 3)], &[CaseRead]);
    }

    #[test]
    fn a_class_that_is_none_is_not_passed_over() {
        let mut rows = vec![row(1, Class::CaseRead)];
        rows[0].class = "case-seen".to_owned();
        assert_eq!(compose(Period::parse("2026-H1").unwrap(), &rows), None);
    }

    proptest! {
        #[test]
        fn each_commitment_is_tallied_once_in_order_and_no_class_is_small(
            classes in prop::collection::vec(0usize..12, 0..300),
        ) {
            let rows: Vec<TallyRow> =
                (0..).zip(&classes).map(|(number, class)| row(number, Class::ALL[*class * 3])).collect();
            let period = Period::parse("2026-H1").unwrap();
            let (entries, places) = compose(period, &rows).unwrap();
            let leaves: Vec<[u8; 32]> = entries.iter().map(|e| match e {
                Entry::Tally { l, .. } => *l,
                _ => unreachable!(),
            }).collect();
            prop_assert!(leaves.is_sorted());
            let mut expected: Vec<[u8; 32]> = rows.iter().map(|r| tally_leaf(&r.salt, &r.commitment)).collect();
            expected.sort_unstable();
            prop_assert_eq!(&leaves, &expected);
            let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
            for (place, entry) in places.iter().zip(&entries) {
                let Entry::Tally { class, l, .. } = entry else { unreachable!() };
                prop_assert_eq!(class.as_str(), place.class);
                prop_assert_eq!(*l, tally_leaf(&[3; 32], &place.commitment));
                *counts.entry(place.class).or_default() += 1;
            }
            let alone = counts.len() == 1;
            for (class, count) in counts {
                prop_assert!(count >= CLASS_MIN || (alone && class == "other"), "{} {}", class, count);
            }
        }
    }
}
