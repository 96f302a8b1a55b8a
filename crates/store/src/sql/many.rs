//! Statements that do one thing to many rows at once.
//!
//! Handing a statement to the database costs more than what it does to one short row. So where many rows are written
//! together, one statement takes many of them. Its text is the same but for how often the placeholders of a row are
//! repeated, and there are only a few such texts, so that each stays prepared.

use super::Change;
use std::{fmt::Write as _, sync::OnceLock};

/// How many rows one statement takes: as many as fit of the first, then of the next.
pub(crate) const ROWS: [usize; 4] = [64, 16, 8, 1];
/// How many values one statement takes at most, unless one row has more: the driver for SQLite looks for the name of
/// every value among those of all the others, so that twice as many values cost four times as much.
const VALUES_MAX: usize = 128;

/// A statement over many rows of values: what stands before them and after them, and how many columns they have.
#[derive(Debug)]
pub(crate) struct Many {
    before: &'static str,
    columns: usize,
    after: &'static str,
    texts: [OnceLock<&'static str>; ROWS.len()],
}

impl Many {
    /// Rows that are inserted as they are.
    const fn new(before: &'static str, columns: usize) -> Self {
        Self { before, columns, after: "", texts: [const { OnceLock::new() }; ROWS.len()] }
    }

    /// Leaves by the rows in which they wait, each with its number: `after` says what is done with both.
    const fn of_numbers(after: &'static str) -> Self {
        let before = "WITH numbers (idx, id) AS (VALUES ";
        Self { before, columns: 2, after, texts: [const { OnceLock::new() }; ROWS.len()] }
    }

    /// Cuts rows into as few statements as there are texts for: each with its share of the rows.
    pub(crate) fn cut<'a, T>(&'static self, rows: &'a [T]) -> impl Iterator<Item = (Change, &'a [T])> {
        let mut rest = rows;
        std::iter::from_fn(move || {
            let place = ROWS.iter().position(|rows| *rows <= rest.len() && self.takes(*rows))?;
            let (now, later) = rest.split_at_checked(*ROWS.get(place)?)?;
            rest = later;
            Some((self.text(place)?, now))
        })
    }

    const fn takes(&self, rows: usize) -> bool {
        rows == 1 || rows * self.columns <= VALUES_MAX
    }

    /// The text for one of the numbers of rows. It is made once and kept for as long as the process lives.
    fn text(&self, place: usize) -> Option<Change> {
        let (rows, text) = (*ROWS.get(place)?, self.texts.get(place)?);
        Some(Change(text.get_or_init(|| self.spell(rows).leak())))
    }

    fn spell(&self, rows: usize) -> String {
        let mut text = self.before.to_owned();
        for row in 0..rows {
            let place = |column| match row * self.columns + column {
                // What is not inserted as it is has no type but this one, which the first row gives to all.
                number if row == 0 && !self.after.is_empty() => format!("CAST(${number} AS BIGINT)"),
                number => format!("${number}"),
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

/// Every text, for the test of plans.
#[cfg(test)]
pub(crate) fn texts() -> Vec<(&'static str, &'static str)> {
    [
        ("NUMBER_LEAVES", &NUMBER_LEAVES),
        ("KEEP_TALLIES", &KEEP_TALLIES),
        ("ADD_LEAVES", &ADD_LEAVES),
        ("ADD_ORDERED_LEAVES", &ADD_ORDERED_LEAVES),
    ]
    .into_iter()
    .flat_map(|(name, many)| (0..ROWS.len()).filter_map(move |place| Some((name, many.text(place)?.text()))))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_cut_into_few_statements_and_each_has_a_place_for_every_value() {
        let rows: Vec<u32> = (0..64 * 2 + 8 + 3).collect();
        let lengths = |many: &'static Many| many.cut(&rows).map(|(_, rows)| rows.len()).collect::<Vec<_>>();
        assert_eq!(lengths(&NUMBER_LEAVES), [64, 64, 8, 1, 1, 1]);
        let cut: Vec<_> = ADD_LEAVES.cut(&rows).collect();
        assert_eq!(lengths(&ADD_LEAVES), [vec![16; 8], vec![8, 1, 1, 1]].concat());
        assert_eq!(cut.iter().flat_map(|(_, rows)| rows.iter().copied()).collect::<Vec<_>>(), rows);
        for (statement, rows) in cut {
            assert!(statement.text().ends_with(&format!("${})", rows.len() * 7)), "{}", statement.text());
        }
        assert_eq!(ADD_LEAVES.cut(&[0_u8; 0]).count(), 0);
        assert_eq!(
            ADD_ORDERED_LEAVES.spell(2),
            "INSERT INTO ledger_pending (entry, flush, in_order, made, day) \
             VALUES ($1, $2, $3, $4, $5), ($6, $7, $8, $9, $10)"
        );
        assert!(KEEP_TALLIES.spell(2).starts_with(
            "WITH numbers (idx, id) AS (VALUES (CAST($1 AS BIGINT), CAST($2 AS BIGINT)), ($3, $4)) INSERT INTO"
        ));
    }
}
