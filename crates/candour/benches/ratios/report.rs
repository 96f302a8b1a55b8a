//! How figures are taken and shown: sides in turn, the median of the turns, the aim beside it.

use std::{fmt::Display, time::Duration};

/// Prints one line of a part.
pub fn line(what: &str, figure: impl Display) {
    println!("    {what:<44} {figure}");
}

/// Prints a figure that has an aim, and whether it is met.
pub fn aim(what: &str, figure: f64, aim: &Aim) {
    let (met, words) = match aim {
        Aim::AtLeast(limit) => (figure >= *limit, format!("at least {}", short(*limit))),
        Aim::AtMost(limit) => (figure <= *limit, format!("at most {}", short(*limit))),
    };
    let met = if met { "met" } else { "NOT MET" };
    println!("    {what:<44} {:>12}   aim: {words}: {met}", short(figure));
}

/// What a figure should be.
#[derive(Clone, Copy)]
pub enum Aim {
    AtLeast(f64),
    AtMost(f64),
}

/// Whole where it is large, two places where it is a ratio.
pub fn short(figure: f64) -> String {
    if figure >= 1_000.0 { format!("{figure:.0}") } else { format!("{figure:.2}") }
}

pub fn median(figures: &mut [f64]) -> f64 {
    figures.sort_unstable_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// How many of something a second.
pub fn per_second(count: usize, time: Duration) -> f64 {
    count as f64 / time.as_secs_f64()
}
