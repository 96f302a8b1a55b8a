//! The timeline of a case in words: what happened, who did it, and what they wrote.

use crate::{clinic_day::hears_why, clinic_view::is_blind, code_words, words::Words};
use casework::{
    actor::{Actor, By},
    blob::BlobRef,
    breach::{NoteKind, REPORT_SECONDS, is_breach, ordinal},
    case::Case,
    event::{ClockStart, Event},
};

/// One line.
pub(crate) struct Line {
    pub what: String,
    pub by: Option<By>,
    pub text: Option<BlobRef>,
}

/// The line of an event, as this reader may see it; `None` for what they may not.
pub(crate) fn line(event: &Event, case: &Case, reader: &Actor, words: Words<'_>) -> Option<Line> {
    let blind = |n: &u32| case.proposals.get(n).is_some_and(|p| is_blind(p, reader));
    let say = |what: &str, by: Option<&By>, text: Option<&BlobRef>| {
        Some(Line { what: what.to_owned(), by: by.cloned(), text: text.cloned() })
    };
    match event {
        Event::EnquiryReceived { by, .. } => say("An enquiry was received", Some(by), None),
        Event::ReferralReceived { by, .. } => say("The referral was received", Some(by), None),
        Event::ReferralReturned { by, n, .. } => say(
            &format!("Proposal {n} was decided: the referral was returned for what is missing"),
            Some(by),
            None,
        ),
        Event::ReferralCompleted { by, .. } => say("What was missing was supplied", Some(by), None),
        Event::ReferralWithdrawn { by } => say("The officer withdrew the referral", Some(by), None),
        Event::Countersigned { by } => say("A supervisor countersigned", Some(by), None),
        Event::FactsSupplied { by, supplier, .. } => {
            say(&format!("Facts were supplied, as {supplier}"), Some(by), None)
        }
        Event::RecordOpened { by, reason } => say("The record was opened", Some(by), Some(reason)),
        Event::RepetitionReviewed { by, agreed, reasons } => say(
            if *agreed {
                "The reviewer agreed to the record being opened"
            } else {
                "The reviewer did not agree to the record being opened"
            },
            Some(by),
            Some(reasons),
        ),
        Event::ProposalMade { by, n, outcome, .. } => {
            say(&format!("Proposal {n} was made: {}", words.outcome(*outcome).name), Some(by), None)
        }
        Event::PassagesLeftOut { by, n, items, .. } => say(
            &format!(
                "Proposal {n}: passages were left out of {}; the whole text stays with the clinic",
                items.iter().map(|item| lower(&words.item(*item).name)).collect::<Vec<_>>().join(", ")
            ),
            Some(by),
            None,
        ),
        Event::ApprovalGiven { by, n, approval, agreed, reasons, telephone } => {
            if blind(n) {
                return None;
            }
            let verb = if *agreed { "given" } else { "declined" };
            let how = if telephone.is_some() { " by telephone" } else { "" };
            let what = format!("Proposal {n}: approval {verb}{how}, as {}", words.approval(*approval).name);
            say(&what, Some(by), Some(reasons))
        }
        Event::TelephoneApprovalAnswered { by, n, confirmed, .. } => say(
            &format!(
                "Proposal {n}: an approval by telephone was {}",
                if *confirmed { "confirmed" } else { "denied" }
            ),
            Some(by),
            None,
        ),
        Event::TelephoneApprovalEscalated { n, .. } => say(
            &format!("Proposal {n}: an approval by telephone was not confirmed; the reviewer was told"),
            None,
            None,
        ),
        Event::DisclosureDecided { by, n, .. } => {
            say(&format!("Proposal {n}: disclosure was decided"), Some(by), None)
        }
        Event::DisclosureRefused { by, n } => {
            say(&format!("Proposal {n}: refusal was decided"), Some(by), None)
        }
        Event::MonitoringRefused { .. } => {
            say("A request to watch somebody was refused and counted", None, None)
        }
        Event::DisclosureReleased { n, .. } => {
            say(&format!("Disclosure {n} was released, its decision witnessed"), None, None)
        }
        Event::EmergencyReleased { n, .. } => {
            say(&format!("Disclosure {n} was released in an emergency; an after-review is owed"), None, None)
        }
        Event::AdviceGiven { by, text, .. } => say("Advice was given, from no record", Some(by), Some(text)),
        Event::CareOffered { by, .. } => say("Care is offered to the person", Some(by), None),
        Event::DisclosureRecalled { by, n, reasons, .. } => {
            say(&format!("Disclosure {n} was recalled"), Some(by), Some(reasons))
        }
        Event::DestructionConfirmed { by, n, .. } => {
            say(&format!("Disclosure {n}: the force confirmed destruction"), Some(by), None)
        }
        Event::DestructionRefused { by, n, law, .. } => {
            say(&format!("Disclosure {n}: the force keeps it and named its law"), Some(by), Some(law))
        }
        Event::AfterReviewed { by, n, upheld, reasons, .. } => say(
            &format!("Disclosure {n}: the reviewer {} it", if *upheld { "upheld" } else { "did not uphold" }),
            Some(by),
            Some(reasons),
        ),
        Event::SafeRouteRecorded { by, .. } => say("A safe route was recorded", Some(by), None),
        Event::SafeRouteConfirmed { by } => say("The safe route was confirmed", Some(by), None),
        Event::NoticeDue { n, due, .. } => say(
            &match due {
                Some(day) => format!("{}: the person is to be told by {}", about(*n), day.for_people()),
                None => format!("{}: telling the person waits for what starts its clock", about(*n)),
            },
            None,
            None,
        ),
        Event::NoticeDeferred { n, last_day, ground, .. } => say(
            &format!(
                "{}: telling is put off until {}: {}",
                about(*n),
                last_day.for_people(),
                code_words::ground(*ground)
            ),
            None,
            None,
        ),
        Event::NoticeUnsafe { by, n, reasons } => {
            say(&format!("Decision {n}: telling beforehand was recorded as unsafe"), Some(by), Some(reasons))
        }
        Event::NoticeClockStarted { by, start, .. } => say(
            match start {
                ClockStart::Found => "The person was found",
                ClockStart::Recovered => "The person recovered",
            },
            Some(by),
            None,
        ),
        Event::NoticeLapsed { n } => say(&format!("{}: the deferral ended by itself", about(*n)), None, None),
        Event::NoticeEscalated { n, .. } => say(
            &format!("{}: the notice could not go by itself and was put before a person", about(*n)),
            None,
            None,
        ),
        Event::NoticeDirected { by, n, reasons } => {
            say(&format!("{}: the notice is to be sent now", about(*n)), Some(by), Some(reasons))
        }
        Event::NoticeSent { n, .. } => {
            say(&format!("{}: the letter went to the outbox", about(*n)), None, None)
        }
        Event::BreachReported { by, n, kind, aware, what, people, .. } => say(
            &format!(
                "Breach {} was recorded: {}; {} concerned; the trust was aware on {}, so that the 72 hours end on {}",
                ordinal(*n),
                lower(crate::breach_view::kind_name(*kind)),
                if *people == 1 { "1 person".to_owned() } else { format!("{people} people") },
                aware.for_people(),
                aware.plus(REPORT_SECONDS).for_people(),
            ),
            Some(by),
            Some(what),
        ),
        Event::BreachNoted { by, n, kind, text } => say(
            &match kind {
                NoteKind::Advice => format!("Breach {}: advice was given", ordinal(*n)),
                NoteKind::Measure => format!("Breach {}: what was done was recorded", ordinal(*n)),
            },
            Some(by),
            Some(text),
        ),
        Event::BreachReportedToCommissioner { by, n, at, delay, .. } => say(
            &format!(
                "Breach {}: it was reported to the Information Commissioner on {}{}",
                ordinal(*n),
                at.for_people(),
                if delay.is_some() { ", after the 72 hours" } else { "" },
            ),
            Some(by),
            delay.as_ref(),
        ),
        Event::BreachNotReportable { by, n, reasons, .. } => say(
            &format!("Breach {}: it was decided that it need not be reported", ordinal(*n)),
            Some(by),
            Some(reasons),
        ),
        Event::BreachToBeTold { by, n, words } => {
            say(&format!("Breach {}: it was decided that they are told", ordinal(*n)), Some(by), Some(words))
        }
        Event::BreachNotTold { by, n, reasons } => say(
            &format!("Breach {}: it was decided that they are not told", ordinal(*n)),
            Some(by),
            Some(reasons),
        ),
        Event::BreachUnfounded { by, n, reasons, .. } => {
            say(&format!("Breach {}: it was found to be none", ordinal(*n)), Some(by), Some(reasons))
        }
        Event::AffectedRouteRecorded { by, n, .. } => say(
            &format!("Breach {}: a safe route was recorded for whom it concerns", ordinal(*n)),
            Some(by),
            None,
        ),
        Event::AffectedRouteConfirmed { by, n } => {
            say(&format!("Breach {}: that safe route was confirmed", ordinal(*n)), Some(by), None)
        }
        Event::ConflictDeclared { by, why, text } => {
            let hears = hears_why(reader);
            let why = if hears { format!(": {}", why.in_words()) } else { String::new() };
            say(
                &format!("A conflict of interest was declared{why}; somebody else sees to the case"),
                Some(by),
                text.as_ref().filter(|_| hears),
            )
        }
        Event::ConflictWithdrawn { by, n, reasons } => {
            let who = usize::try_from(*n).ok().and_then(|n| n.checked_sub(1));
            let who =
                who.and_then(|place| case.conflicts.get(place)).map(|conflict| conflict.by.role.title());
            say(
                &format!("The conflict that the {} had declared was withdrawn", who.unwrap_or("colleague")),
                Some(by),
                Some(reasons),
            )
        }
        Event::CaseTaken { by } => say("The case was taken", Some(by), None),
        Event::CaseHandedOver { by, to, note } => say(
            if to.is_some() {
                "The case was handed to a colleague"
            } else {
                "The case went back to the queue"
            },
            Some(by),
            Some(note),
        ),
        Event::TimeSpent { by, minutes } => {
            say(&format!("{minutes} minutes of work were recorded"), Some(by), None)
        }
        Event::TimeTakenBack { by, minutes } => {
            say(&format!("A record of {minutes} minutes of work was taken back"), Some(by), None)
        }
        Event::CaseClosed { by, reasons } => say("The case was closed", Some(by), Some(reasons)),
        Event::CaseRead { .. }
        | Event::DisclosureRead { .. }
        | Event::PersonRead {}
        | Event::CaseFound { .. }
        | Event::SearchMade { .. }
        | Event::AccountChanged { .. }
        | Event::SettingsChanged { .. }
        | Event::RotaChanged { .. }
        | Event::DelegationGiven { .. }
        | Event::DelegationRevoked { .. }
        | Event::PackBegun { .. }
        | Event::PackOffered { .. }
        | Event::PackConfirmed { .. }
        | Event::PackWithdrawn { .. } => None,
    }
}

/// What a notice is about.
fn about(n: u32) -> String {
    if is_breach(n) { format!("Breach {}", ordinal(n)) } else { format!("Decision {n}") }
}

/// A name as it stands inside a sentence.
fn lower(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().into_iter().flat_map(char::to_lowercase).chain(chars).collect()
}
