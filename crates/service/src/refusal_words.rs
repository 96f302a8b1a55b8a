//! Refusals as sentences, in the language that is answered in. In English they are what [`Refusal`] says of itself.

use crate::dates::ForReaders as _;
use casework::{
    codes::Approval, conversation::DAYS_BACK_MAX, delegation::DELEGATION_DAYS_MAX, refusal::Refusal,
    search::SEARCHES_PER_HOUR_MAX,
};

/// A refusal as a sentence, without a capital and a stop in English.
#[must_use]
pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::NoSuchCase => ::words::say("refusal-no-such-case"),
        Refusal::NotYourRole => ::words::say("refusal-not-your-role"),
        Refusal::NoSuchProposal => ::words::say("refusal-no-such-proposal"),
        Refusal::Closed => ::words::say("refusal-closed"),
        Refusal::Withdrawn => ::words::say("refusal-withdrawn"),
        Refusal::Returned => ::words::say("refusal-returned"),
        Refusal::NotReturned => ::words::say("refusal-not-returned"),
        Refusal::RepetitionWaits => ::words::say("refusal-repetition-waits"),
        Refusal::EnquiryOnly => ::words::say("refusal-enquiry-only"),
        Refusal::OutcomeClosed(_) => ::words::say("refusal-outcome-closed"),
        Refusal::ItemClosed => ::words::say("refusal-item-closed"),
        Refusal::NoItems => ::words::say("refusal-no-items"),
        Refusal::NoContent => ::words::say("refusal-no-content"),
        Refusal::ItemReasons => ::words::say("refusal-item-reasons"),
        Refusal::NoticeRule => ::words::say("refusal-notice-rule"),
        Refusal::DeferralDays(days) => ::words::phrase("refusal-deferral-days").with("days", days).say(),
        Refusal::DeferralReasons => ::words::say("refusal-deferral-reasons"),
        Refusal::VerdictChanged => ::words::say("refusal-verdict-changed"),
        Refusal::RulesChanged => ::words::say("refusal-rules-changed"),
        Refusal::ProposalNotOpen => ::words::say("refusal-proposal-not-open"),
        Refusal::ApprovalNotNeeded => ::words::say("refusal-approval-not-needed"),
        Refusal::ApprovalGiven => ::words::say("refusal-approval-given"),
        Refusal::OthersFirst(approvals) => {
            ::words::phrase("refusal-others-first").with("approvals", approval_names(approvals)).say()
        }
        Refusal::SamePerson => ::words::say("refusal-same-person"),
        Refusal::NotAnEmergency => ::words::say("refusal-not-an-emergency"),
        Refusal::CallerNotVerified => ::words::say("refusal-caller-not-verified"),
        Refusal::NotByTelephone => ::words::say("refusal-not-by-telephone"),
        Refusal::ReadOutTimes => ::words::say("refusal-read-out-times"),
        Refusal::NothingToConfirm => ::words::say("refusal-nothing-to-confirm"),
        Refusal::NotReady => ::words::say("refusal-not-ready"),
        Refusal::NotReleased => ::words::say("refusal-not-released"),
        Refusal::NotRecalled => ::words::say("refusal-not-recalled"),
        Refusal::NothingToReview => ::words::say("refusal-nothing-to-review"),
        Refusal::NoRoute => ::words::say("refusal-no-route"),
        Refusal::NoNotice => ::words::say("refusal-no-notice"),
        Refusal::StillOwed => ::words::say("refusal-still-owed"),
        Refusal::NoSuchBreach => ::words::say("refusal-no-such-breach"),
        Refusal::BreachTimes => ::words::say("refusal-breach-times"),
        Refusal::DelayReasons => ::words::say("refusal-delay-reasons"),
        Refusal::NoticeOwed => ::words::say("refusal-notice-owed"),
        Refusal::SearchedTooOften => {
            ::words::phrase("refusal-searched-too-often").with("most", SEARCHES_PER_HOUR_MAX).say()
        }
        Refusal::ConflictDeclared => ::words::say("refusal-conflict-declared"),
        Refusal::ColleagueStandsBack => ::words::say("refusal-colleague-stands-back"),
        Refusal::OwnCase => ::words::say("refusal-own-case"),
        Refusal::NoConflict => ::words::say("refusal-no-conflict"),
        Refusal::NoOfficer => ::words::say("refusal-no-officer"),
        Refusal::NoRecipient => ::words::say("refusal-no-recipient"),
        Refusal::NotOfTheirForce => ::words::say("refusal-not-of-their-force"),
        Refusal::NoColleague => ::words::say("refusal-no-colleague"),
        Refusal::Minutes => ::words::say("refusal-minutes"),
        Refusal::NoTime => ::words::say("refusal-no-time"),
        Refusal::ConversationTime => {
            ::words::phrase("refusal-conversation-time").with("most", DAYS_BACK_MAX).say()
        }
        Refusal::NotDelegated => ::words::say("refusal-not-delegated"),
        Refusal::DelegationNotYet(first) => {
            ::words::phrase("refusal-delegation-not-yet").with("first", first.for_readers()).say()
        }
        Refusal::DelegationEnded(last) => {
            ::words::phrase("refusal-delegation-ended").with("last", last.for_readers()).say()
        }
        Refusal::DelegationRevoked => ::words::say("refusal-delegation-revoked"),
        Refusal::BeyondDelegation => ::words::say("refusal-beyond-delegation"),
        Refusal::NotOnCall => ::words::say("refusal-not-on-call"),
        Refusal::WhoIsGuardian => ::words::say("refusal-who-is-guardian"),
        Refusal::DeputyDelegates => ::words::say("refusal-deputy-delegates"),
        Refusal::NoDeputy => ::words::say("refusal-no-deputy"),
        Refusal::DelegationDays => {
            ::words::phrase("refusal-delegation-days").with("most", DELEGATION_DAYS_MAX).say()
        }
        Refusal::NotForRota => ::words::say("refusal-not-for-rota"),
        Refusal::RotaDays => ::words::say("refusal-rota-days"),
        Refusal::NoSuchEntry => ::words::say("refusal-no-such-entry"),
        Refusal::AlreadyDone => ::words::say("refusal-already-done"),
        Refusal::Facts(_) => ::words::say("refusal-facts"),
    }
}

/// That others were quicker, several times over: [`ServiceError::Busy`](crate::ServiceError::Busy).
#[must_use]
pub fn busy() -> String {
    ::words::say("refusal-busy")
}

/// Approvals in a row; in English by their codes, which programs know.
fn approval_names(approvals: &[Approval]) -> String {
    let name = |code: &Approval| ::words::coded_or("refusal-approver", code.as_str());
    approvals.iter().map(name).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use casework::time::Day;

    #[test]
    fn in_english_a_refusal_says_what_it_says_of_itself() {
        let day = Day::parse("2026-11-22").unwrap();
        let all = [
            Refusal::NoSuchCase,
            Refusal::NotYourRole,
            Refusal::NoSuchProposal,
            Refusal::Closed,
            Refusal::Withdrawn,
            Refusal::Returned,
            Refusal::NotReturned,
            Refusal::RepetitionWaits,
            Refusal::EnquiryOnly,
            Refusal::OutcomeClosed(Vec::new()),
            Refusal::ItemClosed,
            Refusal::NoItems,
            Refusal::NoContent,
            Refusal::ItemReasons,
            Refusal::NoticeRule,
            Refusal::DeferralDays(28),
            Refusal::DeferralReasons,
            Refusal::VerdictChanged,
            Refusal::RulesChanged,
            Refusal::ProposalNotOpen,
            Refusal::ApprovalNotNeeded,
            Refusal::ApprovalGiven,
            Refusal::OthersFirst(vec![Approval::CaldicottGuardian, Approval::LegalServicesValidation]),
            Refusal::SamePerson,
            Refusal::NotAnEmergency,
            Refusal::CallerNotVerified,
            Refusal::NotByTelephone,
            Refusal::ReadOutTimes,
            Refusal::NothingToConfirm,
            Refusal::NotReady,
            Refusal::NotReleased,
            Refusal::NotRecalled,
            Refusal::NothingToReview,
            Refusal::NoRoute,
            Refusal::NoNotice,
            Refusal::StillOwed,
            Refusal::NoSuchBreach,
            Refusal::BreachTimes,
            Refusal::DelayReasons,
            Refusal::NoticeOwed,
            Refusal::SearchedTooOften,
            Refusal::ConflictDeclared,
            Refusal::ColleagueStandsBack,
            Refusal::OwnCase,
            Refusal::NoConflict,
            Refusal::NoOfficer,
            Refusal::NoRecipient,
            Refusal::NotOfTheirForce,
            Refusal::NoColleague,
            Refusal::Minutes,
            Refusal::NoTime,
            Refusal::ConversationTime,
            Refusal::NotDelegated,
            Refusal::DelegationNotYet(day),
            Refusal::DelegationEnded(day),
            Refusal::DelegationRevoked,
            Refusal::BeyondDelegation,
            Refusal::NotOnCall,
            Refusal::WhoIsGuardian,
            Refusal::DeputyDelegates,
            Refusal::NoDeputy,
            Refusal::DelegationDays,
            Refusal::NotForRota,
            Refusal::RotaDays,
            Refusal::NoSuchEntry,
            Refusal::AlreadyDone,
            Refusal::Facts(Vec::new()),
        ];
        for one in &all {
            assert_eq!(refusal(one), one.to_string());
        }
        assert_eq!(busy(), crate::ServiceError::Busy.to_string());
    }

    #[test]
    fn no_refusal_is_in_english_for_whoever_reads_welsh() {
        let welsh = ::words::Scope { language: ::words::Language::Welsh, address: None };
        let both = |one: &Refusal| (refusal(one), one.to_string());
        let one = Refusal::OthersFirst(vec![Approval::CaldicottGuardian]);
        for one in [one, Refusal::Closed, Refusal::DelegationDays] {
            let (said, original) = ::words::scope(welsh.clone(), || both(&one));
            assert_ne!(said, original);
            assert!(!said.contains("caldicott-guardian"), "{said}");
        }
    }
}
