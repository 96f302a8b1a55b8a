//! Promises by week as bars: a drawing without script or colour alone, its figures in the table beside it.

use casework::time::Day;
use service::{dates::first_of_week, ports::WeekRow};

/// Height of the tallest bar, in the drawing's units.
const TALL: u64 = 160;
/// Width of a week.
const WIDE: u64 = 46;
/// Room above and below the bars.
const MARGIN: u64 = 24;

/// One part of a week's bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// Left edge.
    pub x: u64,
    /// Upper edge.
    pub y: u64,
    /// Height.
    pub height: u64,
    /// `open`, `late` or `broken`.
    pub kind: &'static str,
}

/// A week below its bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Its middle.
    pub x: u64,
    /// What it says.
    pub text: String,
}

/// The drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// Its width.
    pub width: u64,
    /// Its height.
    pub height: u64,
    /// The line on which bars stand.
    pub base: u64,
    /// Parts of bars.
    pub bars: Vec<Bar>,
    /// Weeks.
    pub labels: Vec<Label>,
    /// The figure that the tallest bar stands for.
    pub most: u64,
}

impl Chart {
    /// Bars of what stood open, was kept late, and was broken at the end of each week; `None` without weeks.
    #[must_use]
    pub fn of(weeks: &[WeekRow]) -> Option<Self> {
        let most = weeks.iter().map(|week| week.open + week.kept_late + week.broken).max()?.max(1);
        let base = MARGIN + TALL;
        let (mut bars, mut labels) = (Vec::new(), Vec::new());
        for (place, week) in (0..).zip(weeks) {
            let x = place * WIDE + 8;
            let mut y = base;
            for (kind, count) in [("open", week.open), ("late", week.kept_late), ("broken", week.broken)] {
                // What there is has a height, however little it is.
                let height = if count == 0 { 0 } else { (count * TALL / most).max(2) };
                y = y.saturating_sub(height);
                if height > 0 {
                    bars.push(Bar { x, y, height, kind });
                }
            }
            // The table beside it says the same day in words.
            let text = first_of_week(&week.week)
                .map_or_else(|| week.week.clone(), |Day(first)| format!("{}/{}", first.day(), first.month()));
            labels.push(Label { x: x + (WIDE - 16) / 2, text });
        }
        let width = weeks.len() as u64 * WIDE;
        Some(Self { width, height: base + MARGIN, base, bars, labels, most })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_stand_on_each_other_and_none_that_is_something_is_invisible() {
        let week = |open, kept_late, broken| WeekRow {
            week: "2026-W07".to_owned(),
            opened: 0,
            kept: 0,
            kept_late,
            open,
            broken,
        };
        let chart = Chart::of(&[week(1_000, 0, 1), week(0, 0, 0)]).unwrap();
        let parts: Vec<_> = chart.bars.iter().map(|bar| (bar.kind, bar.height)).collect();
        assert_eq!(parts, [("open", 159), ("broken", 2)]);
        assert_eq!(chart.bars[0].y, chart.bars[1].y + 2);
        assert_eq!(chart.labels[1].text, "9/2");
        assert_eq!(Chart::of(&[]), None);
    }
}
