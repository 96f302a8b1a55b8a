//! Statements that do one thing to many rows at once.
//!
//! Handing a statement to the database costs more than what it does to one short row. So where many rows are written
//! together, one statement takes many of them. Its text is the same but for how often the placeholders of a row are
//! repeated, and there are only a few such texts, so that each stays prepared.

use super::Change;
use std::{fmt::Write as _, sync::OnceLock};

/// How many rows one statement takes: as many as fit of the first, then of the next. Not more, because the driver for
/// SQLite looks for the name of every value among those of all the others.
pub(crate) const ROWS: [usize; 3] = [64, 8, 1];

/// A statement that inserts many rows: what stands before them, and how many columns they have.
#[derive(Debug)]
pub(crate) struct Many {
    before: &'static str,
    columns: usize,
    texts: [OnceLock<&'static str>; ROWS.len()],
}

impl Many {
    const fn new(before: &'static str, columns: usize) -> Self {
        Self { before, columns, texts: [const { OnceLock::new() }; ROWS.len()] }
    }

    /// Cuts rows into as few statements as there are texts for: each with its share of the rows.
    pub(crate) fn cut<'a, T>(&'static self, rows: &'a [T]) -> impl Iterator<Item = (Change, &'a [T])> {
        let mut rest = rows;
        std::iter::from_fn(move || {
            let place = ROWS.iter().position(|rows| *rows <= rest.len())?;
            let (now, later) = rest.split_at_checked(*ROWS.get(place)?)?;
            rest = later;
            Some((self.text(place)?, now))
        })
    }

    /// The text for one of the numbers of rows. It is made once and kept for as long as the process lives.
    fn text(&self, place: usize) -> Option<Change> {
        let (rows, text) = (*ROWS.get(place)?, self.texts.get(place)?);
        Some(Change(text.get_or_init(|| self.spell(rows).leak())))
    }

    fn spell(&self, rows: usize) -> String {
        let mut text = self.before.to_owned();
        for row in 0..rows {
            let places: Vec<String> =
                (1..=self.columns).map(|column| format!("${}", row * self.columns + column)).collect();
            // Writing to a string cannot fail.
            let _ = write!(text, "{}({})", if row == 0 { "" } else { ", " }, places.join(", "));
        }
        text
    }
}

/// Entries under their numbers.
pub(crate) static NUMBER_ENTRIES: Many =
    Many::new("INSERT INTO ledger_entries (idx, entry, commitment) VALUES ", 3);
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
        ("NUMBER_ENTRIES", &NUMBER_ENTRIES),
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
        let cut: Vec<_> = NUMBER_ENTRIES.cut(&rows).collect();
        assert_eq!(cut.iter().map(|(_, rows)| rows.len()).collect::<Vec<_>>(), [64, 64, 8, 1, 1, 1]);
        assert_eq!(cut.iter().flat_map(|(_, rows)| rows.iter().copied()).collect::<Vec<_>>(), rows);
        for (statement, rows) in cut {
            assert!(statement.text().ends_with(&format!("${})", rows.len() * 3)), "{}", statement.text());
        }
        assert_eq!(NUMBER_ENTRIES.cut(&[0_u8; 0]).count(), 0);
        assert_eq!(
            ADD_ORDERED_LEAVES.spell(2),
            "INSERT INTO ledger_pending (entry, flush, in_order, made, day) \
             VALUES ($1, $2, $3, $4, $5), ($6, $7, $8, $9, $10)"
        );
    }
}
