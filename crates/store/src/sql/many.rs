//! Statements that do one thing to many rows at once.
//!
//! Handing a statement to the database costs more than what it does to one short row. So where many rows are written
//! together, one statement takes many of them. Its text is the same but for how often the placeholders of a row are
//! repeated, and there are only a few such texts, so that each stays prepared.

use super::Change;
use std::{fmt::Write as _, sync::OnceLock};

/// How many rows one statement takes: as many as fit of the first, then of the next.
pub(crate) const ROWS: [usize; 5] = [512, 64, 16, 8, 1];
/// How many values one statement takes at most, unless one row has more. SQLite takes 32,766 and PostgreSQL 65,535; with
/// so many, handing a statement over is no longer what costs most.
const VALUES_MAX: usize = 1_024;

/// How a statement says where its values go.
///
/// PostgreSQL knows numbers alone. To SQLite `$1` is a name, and its driver looks for the name of every value among
/// those of all the others, so that twice as many values cost four times as much; a place without a name costs nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Places {
    /// `$1`, `$2` and so on.
    Numbered,
    /// `?`, in the order of the values.
    Nameless,
}

/// A statement over many rows of values: what stands before them and after them, and how many columns they have.
#[derive(Debug)]
pub(crate) struct Many {
    before: &'static str,
    columns: usize,
    after: &'static str,
    numbered: Texts,
    nameless: Texts,
}

/// A text for each of the numbers of rows, made when it is first asked for.
type Texts = [OnceLock<&'static str>; ROWS.len()];

const fn none_yet() -> Texts {
    [const { OnceLock::new() }; ROWS.len()]
}

impl Many {
    /// Rows that are inserted as they are.
    const fn new(before: &'static str, columns: usize) -> Self {
        Self { before, columns, after: "", numbered: none_yet(), nameless: none_yet() }
    }

    /// Leaves by the rows in which they wait, each with its number: `after` says what is done with both.
    const fn of_numbers(after: &'static str) -> Self {
        let before = "WITH numbers (idx, id) AS (VALUES ";
        Self { before, columns: 2, after, numbered: none_yet(), nameless: none_yet() }
    }

    /// Cuts rows into as few statements as there are texts for: each with its share of the rows.
    pub(crate) fn cut<'a, T>(
        &'static self,
        places: Places,
        rows: &'a [T],
    ) -> impl Iterator<Item = (Change, &'a [T])> {
        let mut rest = rows;
        std::iter::from_fn(move || {
            let place = ROWS.iter().position(|rows| *rows <= rest.len() && self.takes(*rows))?;
            let (now, later) = rest.split_at_checked(*ROWS.get(place)?)?;
            rest = later;
            Some((self.text(places, place)?, now))
        })
    }

    const fn takes(&self, rows: usize) -> bool {
        rows == 1 || rows * self.columns <= VALUES_MAX
    }

    /// The text for one of the numbers of rows. It is made once and kept for as long as the process lives.
    fn text(&self, places: Places, place: usize) -> Option<Change> {
        let texts = match places {
            Places::Numbered => &self.numbered,
            Places::Nameless => &self.nameless,
        };
        let (rows, text) = (*ROWS.get(place)?, texts.get(place)?);
        Some(Change(text.get_or_init(|| self.spell(places, rows).leak())))
    }

    fn spell(&self, places: Places, rows: usize) -> String {
        let mut text = self.before.to_owned();
        for row in 0..rows {
            let place = |column| {
                let value = match places {
                    Places::Numbered => format!("${}", row * self.columns + column),
                    Places::Nameless => "?".to_owned(),
                };
                // What is not inserted as it is has no type but this one, which the first row gives to all.
                if row == 0 && !self.after.is_empty() { format!("CAST({value} AS BIGINT)") } else { value }
            };
            let places: Vec<String> = (1..=self.columns).map(place).collect();
            // Writing to a string cannot fail.
            let _ = write!(text, "{}({})", if row == 0 { "" } else { ", " }, places.join(", "));
        }
        text + self.after
    }
}

/// Leaves as entries under their numbers. The rows of values come first (`CROSS JOIN`), each with one look for its leaf.
pub(crate) static NUMBER_LEAVES: Many = Many::of_numbers(
    ") INSERT INTO ledger_entries (idx, entry, commitment, made) SELECT numbers.idx, p.entry, p.commitment, p.made \
     FROM numbers CROSS JOIN ledger_pending AS p WHERE p.id = numbers.id",
);
/// What is kept for their tallies of leaves that are commitments.
pub(crate) static KEEP_TALLIES: Many = Many::of_numbers(
    ") INSERT INTO ledger_tallies (made, commitment, idx, class, salt, day) \
     SELECT p.made, p.commitment, numbers.idx, p.class, p.tally_salt, p.day \
     FROM numbers CROSS JOIN ledger_pending AS p WHERE p.id = numbers.id",
);
/// Leaves that wait for a number.
pub(crate) static ADD_LEAVES: Many = Many::new(
    "INSERT INTO ledger_pending (entry, commitment, class, tally_salt, flush, made, day) VALUES ",
    7,
);
/// Leaves that keep their order, in the order in which they are given.
pub(crate) static ADD_ORDERED_LEAVES: Many =
    Many::new("INSERT INTO ledger_pending (entry, flush, in_order, made, day) VALUES ", 5);

/// Every text for a database, for the test of plans.
#[cfg(test)]
pub(crate) fn texts(places: Places) -> Vec<(&'static str, &'static str)> {
    [
        ("NUMBER_LEAVES", &NUMBER_LEAVES),
        ("KEEP_TALLIES", &KEEP_TALLIES),
        ("ADD_LEAVES", &ADD_LEAVES),
        ("ADD_ORDERED_LEAVES", &ADD_ORDERED_LEAVES),
    ]
    .into_iter()
    .flat_map(|(name, many)| {
        (0..ROWS.len()).filter_map(move |place| Some((name, many.text(places, place)?.text())))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_cut_into_few_statements_and_each_has_a_place_for_every_value() {
        let rows: Vec<u32> = (0..512 + 64 * 2 + 8 + 3).collect();
        for places in [Places::Numbered, Places::Nameless] {
            let lengths =
                |many: &'static Many| many.cut(places, &rows).map(|(_, rows)| rows.len()).collect::<Vec<_>>();
            assert_eq!(lengths(&NUMBER_LEAVES), [512, 64, 64, 8, 1, 1, 1]);
            let cut: Vec<_> = ADD_LEAVES.cut(places, &rows).collect();
            assert_eq!(lengths(&ADD_LEAVES), [vec![64; 10], vec![8, 1, 1, 1]].concat());
            assert_eq!(cut.iter().flat_map(|(_, rows)| rows.iter().copied()).collect::<Vec<_>>(), rows);
            for (statement, rows) in cut {
                let text = statement.text();
                let there = match places {
                    Places::Numbered => text.ends_with(&format!("${})", rows.len() * 7)),
                    Places::Nameless => text.matches('?').count() == rows.len() * 7,
                };
                assert!(there, "{text}");
            }
            assert_eq!(ADD_LEAVES.cut(places, &[0_u8; 0]).count(), 0);
        }
        assert_eq!(
            ADD_ORDERED_LEAVES.spell(Places::Numbered, 2),
            "INSERT INTO ledger_pending (entry, flush, in_order, made, day) \
             VALUES ($1, $2, $3, $4, $5), ($6, $7, $8, $9, $10)"
        );
        assert!(KEEP_TALLIES.spell(Places::Numbered, 2).starts_with(
            "WITH numbers (idx, id) AS (VALUES (CAST($1 AS BIGINT), CAST($2 AS BIGINT)), ($3, $4)) INSERT INTO"
        ));
        assert!(KEEP_TALLIES.spell(Places::Nameless, 2).starts_with(
            "WITH numbers (idx, id) AS (VALUES (CAST(? AS BIGINT), CAST(? AS BIGINT)), (?, ?)) INSERT INTO"
        ));
    }
}
