//! Drafts that were saved when each list was asked for on one page: a draft is kept for seven days, and nobody is to choose
//! again what they chose. What this does to a draft that is not older is nothing.

use crate::pages::asking::{
    answers::Answers,
    choices::{self, ANOTHER},
    journey::Journey,
    kinds::{Kind, Long, NONE},
};
use casework::codes::{Basis, Item};
use gate::Pack;

/// Puts each answer where it is asked for now.
pub fn bring_up_to_date(journey: Journey, answers: &mut Answers, pack: &Pack) {
    for code in answers.remove("purpose") {
        match choices::kind_of_purpose(&code) {
            Some(kind) => choose(answers, kind, &code),
            None => answers.put(Long::Purpose.field(), NONE),
        }
    }
    for code in answers.remove("items") {
        if let Some(row) = Item::parse(&code).and_then(|item| pack.item(item)) {
            choose(answers, Kind::of_level(row.level), &code);
        }
    }
    for code in answers.remove("claimed_bases") {
        if let Some(kind) = Basis::parse(&code).and_then(Kind::of_basis) {
            choose(answers, kind, &code);
        }
    }
    // Of a report, it is still the body that would receive.
    if journey == Journey::Referral
        && answers.said("asks_as").is_none()
        && let Some(body) = answers.said("body").map(ToOwned::to_owned)
    {
        let police = choices::POLICE.contains(&body.as_str());
        answers.put("asks_as", if police { body.as_str() } else { ANOTHER });
    }
}

fn choose(answers: &mut Answers, kind: Kind, code: &str) {
    if !kind.is_chosen(answers) {
        answers.put(kind.long().field(), kind.code());
    }
    answers.put(kind.as_str(), code);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::asking::{kinds, request};

    #[test]
    fn a_draft_of_the_time_of_single_pages_loses_nothing() {
        let gate = gate::embedded().unwrap();
        let mut answers = Answers::of(&[
            ("body", "local-police"),
            ("purpose", "prevent-serious-harm"),
            ("items", "safety-handling-advice"),
            ("items", "current-risk-to-others-statement"),
            ("items", "diagnosis-headline"),
            ("claimed_bases", "court-order"),
            ("claimed_bases", "foi"),
            ("unit", "london"),
        ]);
        bring_up_to_date(Journey::Referral, &mut answers, gate.pack());
        let facts = request::of(Journey::Referral, &answers, None).facts;
        assert_eq!(facts["requester"]["body"], "local-police");
        assert_eq!(facts["purpose"], "prevent-serious-harm");
        let items = ["safety-handling-advice", "current-risk-to-others-statement", "diagnosis-headline"];
        assert_eq!(facts["items"], serde_json::json!(items));
        assert_eq!(facts["claimed_bases"], serde_json::json!(["court-order", "foi"]));
        assert_eq!(answers.all("item_kinds"), ["little", "today"]);
        assert_eq!(answers.text("unit"), "london");
        let now = answers.clone();
        bring_up_to_date(Journey::Referral, &mut answers, gate.pack());
        assert_eq!(answers, now);
    }

    #[test]
    fn what_has_no_kind_and_who_is_not_the_police_are_kept_too() {
        let gate = gate::embedded().unwrap();
        let mut answers = Answers::of(&[("purpose", "other"), ("body", "court")]);
        bring_up_to_date(Journey::Referral, &mut answers, gate.pack());
        assert_eq!(kinds::purpose(&answers), Some("other"));
        assert_eq!((answers.text("asks_as"), answers.text("body")), ("another", "court"));
        let mut report = Answers::of(&[("body", "local-police")]);
        bring_up_to_date(Journey::Harm, &mut report, gate.pack());
        assert_eq!(report, Answers::of(&[("body", "local-police")]));
    }
}
