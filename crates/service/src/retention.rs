//! What a retention manager needs to know of how much is kept: closed cases of each unit by the year in which they last
//! changed. Counts alone: no case, no reference, and nothing of whom it is about.

use crate::{engine::Service, error::Answer, keepers::keeper_of};
use casework::{
    actor::{Actor, Role},
    id::UnitId,
    time::{Day, Moment},
};
use std::sync::Arc;

/// Counting goes through an index entry for each closed case: a second or two for ten million. It is done once an hour at
/// most, however often somebody looks.
const COUNTED_AGAIN_SECONDS: u64 = 3_600;
/// A year of a unit is counted up to so many, which is more than ten times what a large unit closes.
pub const CLOSED_MAX: u32 = 100_000;

/// The closed cases of a unit that last changed in one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedCount {
    /// The unit's name.
    pub unit: String,
    /// The calendar year, in London.
    pub year: i16,
    /// How many.
    pub cases: u32,
    /// Whether there are more than were counted.
    pub more: bool,
}

/// All of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedCases {
    /// When they were counted.
    pub counted: Moment,
    /// By unit and year.
    pub rows: Vec<ClosedCount>,
}

/// The year of a moment, and the first moment of the next.
fn year_of(moment: Moment) -> Option<(i16, Moment)> {
    let year = moment.day().0.year();
    let next = Day::parse(&format!("{:04}-01-01", year.checked_add(1)?))?;
    Some((year, next.start()))
}

impl Service {
    /// How many closed cases each unit keeps, by the year in which they last changed.
    ///
    /// # Errors
    /// [`casework::refusal::Refusal::NotYourRole`] for anybody but retention managers.
    pub async fn closed_cases(&self, actor: &Actor) -> Answer<Arc<ClosedCases>> {
        keeper_of(Role::RetentionManager, actor)?;
        // Held while counting, so that several who look at once have it counted once.
        let mut kept = self.closed.lock().await;
        let now = self.now();
        let lately = |found: &&Arc<ClosedCases>| now.0.abs_diff(found.counted.0) < COUNTED_AGAIN_SECONDS;
        if let Some(found) = kept.as_ref().filter(lately) {
            return Ok(Arc::clone(found));
        }
        let (places, mut rows) = (self.places().await, Vec::new());
        for unit in places.units.values() {
            self.count_closed(&unit.id, &unit.title, &mut rows).await?;
        }
        let found = Arc::new(ClosedCases { counted: now, rows });
        *kept = Some(Arc::clone(&found));
        Ok(found)
    }

    async fn count_closed(&self, unit: &UnitId, title: &str, rows: &mut Vec<ClosedCount>) -> Answer<()> {
        let store = &self.parts.store;
        let mut from = Moment(0);
        // Each turn begins in a later year than the last.
        while let Some(first) = store.first_closed(unit, from).await? {
            let Some((year, next)) = year_of(first) else { return Ok(()) };
            let cases = store.closed_count(unit, (first, next), CLOSED_MAX + 1).await?;
            let more = cases > CLOSED_MAX;
            rows.push(ClosedCount { unit: title.to_owned(), year, cases: cases.min(CLOSED_MAX), more });
            from = next;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_ends_at_midnight_in_london() {
        let last = Day::parse("2026-12-31").unwrap().end();
        let (year, next) = year_of(last).unwrap();
        assert_eq!((year, next), (2026, Day::parse("2027-01-01").unwrap().start()));
        assert_eq!(last.plus(1), next);
        assert_eq!(year_of(next).unwrap().0, 2027);
    }

    #[test]
    fn no_turn_of_the_count_stands_still() {
        for moment in [Moment(0), Moment(1_795_348_800), Moment(i64::from(u32::MAX))] {
            let (_, next) = year_of(moment).unwrap();
            assert!(next > moment, "{moment:?}");
        }
    }
}
