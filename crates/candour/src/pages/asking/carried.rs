//! What an officer's last referral says of who asks whom, as the answers that a new one begins with. They see each on its
//! page, marked as taken over, and change what is different this time; nobody signs by what they signed before.

use crate::pages::asking::{answers::Answers, journey::Step};
use casework::codes::Rank;
use service::views::AskedLast;

/// The name under which a draft holds the steps whose answers were taken over and not yet looked at.
const CARRIED: &str = "carried";

/// Takes over what was said last.
///
/// SECURITY: what an officer's account does not say is not guessed. A force is the police, but not of which sort, and one
/// sort closes what the other leaves open; so this comes from the officer's own words or not at all.
pub fn take_over(last: &AskedLast, answers: &mut Answers) {
    let mut take = |step: Step, name: &str, value: &str| {
        answers.put(name, value);
        answers.put(CARRIED, step.as_str());
    };
    take(Step::Unit, "unit", last.unit.as_str());
    take(Step::Asker, "asks_as", last.body.as_str());
    if last.rank != Rank::NotStated {
        take(Step::Signer, "rank", last.rank.as_str());
    }
}

/// Whether what stands on this page was taken over, and whoever fills it in has not sent the page yet.
pub fn is_taken_over(answers: &Answers, step: Step) -> bool {
    answers.has(CARRIED, step.as_str())
}

/// The page was sent: what stands on it is their answer now.
pub fn confirm(answers: &mut Answers, step: Step) {
    answers.forget(CARRIED, step.as_str());
}

#[cfg(test)]
mod tests {
    use super::*;
    use casework::{codes::Body, id::UnitId};

    #[test]
    fn who_asks_whom_is_taken_over_until_its_page_is_sent_and_the_signature_never() {
        let last = AskedLast {
            unit: UnitId::parse("london").unwrap(),
            body: Body::CounterTerrorismPolice,
            rank: Rank::Sergeant,
        };
        let mut answers = Answers::default();
        take_over(&last, &mut answers);
        let said = ["unit", "asks_as", "rank", "signed", "acts_for"].map(|name| answers.text(name));
        assert_eq!(said, ["london", "counter-terrorism-police", "sergeant", "", ""]);
        for step in [Step::Unit, Step::Asker, Step::Signer] {
            assert!(is_taken_over(&answers, step), "{step:?}");
        }
        assert!(!is_taken_over(&answers, Step::Question));
        confirm(&mut answers, Step::Unit);
        assert!(!is_taken_over(&answers, Step::Unit) && is_taken_over(&answers, Step::Asker));
        assert_eq!(answers.text("unit"), "london");
    }

    #[test]
    fn a_rank_that_was_not_stated_is_asked_for_again() {
        let last = AskedLast {
            unit: UnitId::parse("london").unwrap(),
            body: Body::LocalPolice,
            rank: Rank::NotStated,
        };
        let mut answers = Answers::default();
        take_over(&last, &mut answers);
        assert!(answers.text("rank").is_empty() && !is_taken_over(&answers, Step::Signer));
    }
}
