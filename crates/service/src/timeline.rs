//! The timeline of a case in words: what happened, who did it, and what they wrote.

use crate::{clinic_day::hears_why, clinic_view::is_blind, code_words, dates::ForReaders as _, words::Words};
use ::words::{Phrase, phrase, say};
use casework::{
    actor::{Actor, By},
    blob::BlobRef,
    breach::{NoteKind, REPORT_SECONDS, is_breach, ordinal},
    case::Case,
    conversation::{Means, Party},
    event::{ClockStart, Event},
    facts::Supplier,
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
    let line = |what: String, by: Option<&By>, text: Option<&BlobRef>| {
        Some(Line { what, by: by.cloned(), text: text.cloned() })
    };
    // A message without anything to put in, and one that is about a number.
    let plain = |what: String, by: &By, text: Option<&BlobRef>| line(what, Some(by), text);
    let of = |what: Phrase, n: u32, by: Option<&By>, text: Option<&BlobRef>| {
        line(what.with("n", n).say(), by, text)
    };
    match event {
        Event::EnquiryReceived { by, .. } => plain(say("view-line-enquiry-received"), by, None),
        Event::ReferralReceived { by, caller: Some(caller), .. } => {
            plain(say("view-line-rung"), by, Some(&caller.who))
        }
        Event::ReferralReceived { by, caller: None, .. } => {
            plain(say("view-line-referral-received"), by, None)
        }
        Event::ReferralReturned { by, n, .. } => of(phrase("view-line-returned"), *n, Some(by), None),
        Event::ReferralCompleted { by, .. } => plain(say("view-line-completed"), by, None),
        Event::ReferralWithdrawn { by } => plain(say("view-line-withdrawn"), by, None),
        Event::ReferralReassigned { by, .. } => plain(say("view-line-reassigned"), by, None),
        Event::RecipientNamed { by, reasons, .. } => {
            plain(say("view-line-recipient-named"), by, Some(reasons))
        }
        Event::Countersigned { by } => plain(say("view-line-countersigned"), by, None),
        Event::FactsSupplied { by, supplier, .. } => plain(facts_supplied(*supplier), by, None),
        Event::RecordOpened { by, reason } => plain(say("view-line-record-opened"), by, Some(reason)),
        Event::RepetitionReviewed { by, agreed, reasons } => plain(
            if *agreed { say("view-line-repetition-agreed") } else { say("view-line-repetition-not-agreed") },
            by,
            Some(reasons),
        ),
        Event::ProposalMade { by, n, outcome, .. } => {
            let made = phrase("view-line-proposal-made").with("outcome", words.outcome(*outcome).name);
            of(made, *n, Some(by), None)
        }
        Event::PassagesLeftOut { by, n, items, .. } => {
            let items: Vec<String> = items.iter().map(|item| lower(&words.item(*item).name)).collect();
            of(phrase("view-line-left-out").with("items", items.join(", ")), *n, Some(by), None)
        }
        Event::ApprovalGiven { by, n, approval, agreed, reasons, telephone } => {
            if blind(n) {
                return None;
            }
            let what = match (*agreed, telephone.is_some()) {
                (true, false) => phrase("view-line-approval-given"),
                (true, true) => phrase("view-line-approval-given-by-telephone"),
                (false, false) => phrase("view-line-approval-declined"),
                (false, true) => phrase("view-line-approval-declined-by-telephone"),
            };
            of(what.with("approval", words.approval(*approval).name), *n, Some(by), Some(reasons))
        }
        Event::TelephoneApprovalAnswered { by, n, confirmed, .. } => {
            let what = if *confirmed {
                phrase("view-line-telephone-confirmed")
            } else {
                phrase("view-line-telephone-denied")
            };
            of(what, *n, Some(by), None)
        }
        Event::TelephoneApprovalEscalated { n, .. } => {
            of(phrase("view-line-telephone-escalated"), *n, None, None)
        }
        Event::DisclosureDecided { by, n, .. } => {
            of(phrase("view-line-disclosure-decided"), *n, Some(by), None)
        }
        Event::DisclosureRefused { by, n } => of(phrase("view-line-refusal-decided"), *n, Some(by), None),
        Event::MonitoringRefused { .. } => line(say("view-line-monitoring-refused"), None, None),
        Event::DisclosureReleased { n, .. } => of(phrase("view-line-released"), *n, None, None),
        Event::EmergencyReleased { n, .. } => of(phrase("view-line-emergency-released"), *n, None, None),
        Event::GivenByTelephone { by, n, to, at } => {
            of(phrase("view-line-read-out").with("at", at.for_readers()), *n, Some(by), Some(to))
        }
        Event::AdviceGiven { by, text, .. } => plain(say("view-line-advice-given"), by, Some(text)),
        Event::CareOffered { by, .. } => plain(say("view-line-care-offered"), by, None),
        Event::DisclosureRecalled { by, n, reasons, .. } => {
            of(phrase("view-line-recalled"), *n, Some(by), Some(reasons))
        }
        Event::DestructionConfirmed { by, n, .. } => {
            of(phrase("view-line-destruction-confirmed"), *n, Some(by), None)
        }
        Event::DestructionRefused { by, n, law, .. } => {
            of(phrase("view-line-destruction-refused"), *n, Some(by), Some(law))
        }
        Event::AfterReviewed { by, n, upheld, reasons, .. } => {
            let what = if *upheld { phrase("view-line-upheld") } else { phrase("view-line-not-upheld") };
            of(what, *n, Some(by), Some(reasons))
        }
        Event::SafeRouteRecorded { by, .. } => plain(say("view-line-route-recorded"), by, None),
        Event::SafeRouteConfirmed { by } => plain(say("view-line-route-confirmed"), by, None),
        Event::NoticeDue { n, due, .. } => {
            let what = match due {
                Some(day) => phrase("view-line-notice-due").with("day", day.for_readers()),
                None => phrase("view-line-notice-waits"),
            };
            line(what.with("about", about(*n)).say(), None, None)
        }
        Event::NoticeDeferred { n, last_day, ground, .. } => {
            let what = phrase("view-line-notice-deferred")
                .with("about", about(*n))
                .with("day", last_day.for_readers())
                .with("ground", code_words::ground(*ground));
            line(what.say(), None, None)
        }
        Event::NoticeUnsafe { by, n, reasons } => {
            of(phrase("view-line-notice-unsafe"), *n, Some(by), Some(reasons))
        }
        Event::NoticeClockStarted { by, start, .. } => plain(
            match start {
                ClockStart::Found => say("view-line-found"),
                ClockStart::Recovered => say("view-line-recovered"),
            },
            by,
            None,
        ),
        Event::NoticeLapsed { n } => {
            line(phrase("view-line-notice-lapsed").with("about", about(*n)).say(), None, None)
        }
        Event::NoticeEscalated { n, .. } => {
            line(phrase("view-line-notice-escalated").with("about", about(*n)).say(), None, None)
        }
        Event::NoticeDirected { by, n, reasons } => {
            plain(phrase("view-line-notice-directed").with("about", about(*n)).say(), by, Some(reasons))
        }
        Event::NoticeSent { n, .. } => {
            line(phrase("view-line-notice-sent").with("about", about(*n)).say(), None, None)
        }
        Event::BreachReported { by, n, kind, aware, what, people, .. } => {
            let said = phrase("view-line-breach-reported")
                .with("kind", lower(&crate::breach_view::kind_name(*kind)))
                .with("people", people)
                .with("aware", aware.for_readers())
                .with("end", aware.plus(REPORT_SECONDS).for_readers());
            of(said, ordinal(*n), Some(by), Some(what))
        }
        Event::BreachNoted { by, n, kind, text } => {
            let what = match kind {
                NoteKind::Advice => phrase("view-line-breach-advice"),
                NoteKind::Measure => phrase("view-line-breach-measure"),
            };
            of(what, ordinal(*n), Some(by), Some(text))
        }
        Event::BreachReportedToCommissioner { by, n, at, delay, .. } => {
            let what = match delay {
                Some(_) => phrase("view-line-breach-commissioner-late"),
                None => phrase("view-line-breach-commissioner"),
            };
            of(what.with("at", at.for_readers()), ordinal(*n), Some(by), delay.as_ref())
        }
        Event::BreachNotReportable { by, n, reasons, .. } => {
            of(phrase("view-line-breach-not-reportable"), ordinal(*n), Some(by), Some(reasons))
        }
        Event::BreachToBeTold { by, n, words } => {
            of(phrase("view-line-breach-told"), ordinal(*n), Some(by), Some(words))
        }
        Event::BreachNotTold { by, n, reasons } => {
            of(phrase("view-line-breach-not-told"), ordinal(*n), Some(by), Some(reasons))
        }
        Event::BreachUnfounded { by, n, reasons, .. } => {
            of(phrase("view-line-breach-unfounded"), ordinal(*n), Some(by), Some(reasons))
        }
        Event::AffectedRouteRecorded { by, n, .. } => {
            of(phrase("view-line-affected-route"), ordinal(*n), Some(by), None)
        }
        Event::AffectedRouteConfirmed { by, n } => {
            of(phrase("view-line-affected-route-confirmed"), ordinal(*n), Some(by), None)
        }
        Event::ConflictDeclared { by, why, text } => {
            let hears = hears_why(reader);
            let what = if hears {
                phrase("view-line-conflict-why").with("why", crate::words::conflict(*why)).say()
            } else {
                say("view-line-conflict")
            };
            plain(what, by, text.as_ref().filter(|_| hears))
        }
        Event::ConflictWithdrawn { by, n, reasons } => {
            let declared = usize::try_from(*n).ok().and_then(|n| n.checked_sub(1));
            let declared = declared.and_then(|place| case.conflicts.get(place));
            let what = match declared {
                Some(conflict) => {
                    let who = crate::words::role(conflict.by.role);
                    phrase("view-line-conflict-withdrawn").with("who", who).say()
                }
                None => say("view-line-conflict-withdrawn-colleague"),
            };
            plain(what, by, Some(reasons))
        }
        Event::CaseTaken { by } => plain(say("view-line-taken"), by, None),
        Event::CaseHandedOver { by, to, note } => plain(
            if to.is_some() { say("view-line-handed-over") } else { say("view-line-handed-back") },
            by,
            Some(note),
        ),
        Event::TimeSpent { by, minutes } => {
            plain(phrase("view-line-time").with("minutes", minutes).say(), by, None)
        }
        Event::TimeTakenBack { by, minutes } => {
            plain(phrase("view-line-time-back").with("minutes", minutes).say(), by, None)
        }
        Event::ConversationRecorded { by, means, with, at, text } => {
            let what = match means {
                Means::Telephone => phrase("view-line-call"),
                Means::Meeting => phrase("view-line-meeting"),
            };
            plain(what.with("who", party(*with)).with("at", at.for_readers()).say(), by, Some(text))
        }
        Event::CaseClosed { by, reasons } => plain(say("view-line-closed"), by, Some(reasons)),
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

/// That facts were supplied, by whom.
fn facts_supplied(supplier: Supplier) -> String {
    match supplier {
        Supplier::Requester => say("view-line-facts-requester"),
        Supplier::Supervisor => say("view-line-facts-supervisor"),
        Supplier::Clinic => say("view-line-facts-clinic"),
        Supplier::Safeguarding => say("view-line-facts-safeguarding"),
        Supplier::Legal => say("view-line-facts-legal"),
        Supplier::DutyHolder => say("view-line-facts-duty-holder"),
        Supplier::Candour => say("view-line-facts-candour"),
    }
}

/// With whom somebody spoke.
fn party(with: Party) -> String {
    match with {
        Party::Officer => say("view-spoken-with-officer"),
        Party::Health => say("view-spoken-with-health"),
        Party::PersonOrRelative => say("view-spoken-with-person-or-relative"),
        Party::Other => say("view-spoken-with-other"),
    }
}

/// What a notice is about.
fn about(n: u32) -> String {
    if is_breach(n) {
        phrase("view-line-about-breach").with("n", ordinal(n)).say()
    } else {
        phrase("view-line-about-decision").with("n", n).say()
    }
}

/// A name as it stands inside a sentence.
fn lower(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().into_iter().flat_map(char::to_lowercase).chain(chars).collect()
}
