//! The code lists of a form, in the words of whoever fills it in. A test holds that every code has its words; the words
//! themselves are messages, which end in the code.

use crate::{
    pages::asking::kinds::{Kind, Long, NONE},
    web::field::Choice,
};
use casework::codes::ItemClass;
use gate::Pack;

/// Choices from codes with their words.
fn plain(codes: &[&str], words_of: impl Fn(&str) -> String) -> Vec<Choice> {
    codes.iter().map(|&code| Choice::new(code, words_of(code))).collect()
}

/// Choices from codes with their words and, where there is one, a line below.
fn hinted(
    codes: &[&str],
    words_of: impl Fn(&str) -> String,
    hint_of: impl Fn(&str) -> Option<String>,
) -> Vec<Choice> {
    codes
        .iter()
        .map(|&code| Choice::new(code, words_of(code)).hint(hint_of(code).unwrap_or_default()))
        .collect()
}

/// Bodies of the police, of which every officer's account is one.
pub const POLICE: &[&str] = &["local-police", "counter-terrorism-police"];

/// The other bodies that ask.
const OTHERS: &[&str] = &[
    "intelligence-service",
    "court",
    "coroner",
    "local-authority",
    "safeguarding-adults-board",
    "mappa-responsible-authority",
    "channel-panel",
    "violence-reduction-unit",
    "defence-solicitor",
    "health-professional",
    "other",
];

/// What stands beside the police for whoever asks for another body.
pub const ANOTHER: &str = "another";

/// Kinds of body that ask.
pub fn bodies() -> Vec<Choice> {
    plain(&[POLICE, OTHERS].concat(), |code| words::coded_or("asking-body", code))
}

/// For whom an officer asks: the police, of one sort or the other, or another body.
pub fn asks_as() -> Vec<Choice> {
    plain(&[POLICE, &[ANOTHER][..]].concat(), |code| words::coded_or("asking-body", code))
}

/// The bodies besides the police.
pub fn other_bodies() -> Vec<Choice> {
    plain(OTHERS, |code| words::coded_or("asking-body", code))
}

/// Ranks and roles.
pub fn ranks() -> Vec<Choice> {
    let codes = &[
        "police-staff",
        "constable",
        "sergeant",
        "inspector",
        "chief-inspector",
        "superintendent",
        "above-superintendent",
        "judge-or-coroner",
        "other-professional",
        "not-stated",
    ];
    plain(codes, |code| words::coded_or("asking-rank", code))
}

/// A group of purposes: the code of its kind, or that of none, which also ends the identifier of its heading; and its
/// codes.
type PurposeGroup = (&'static str, &'static [&'static str]);

const PURPOSES: &[PurposeGroup] = &[
    (
        "safe",
        &[
            "save-life",
            "prevent-serious-harm",
            "find-missing-person",
            "safe-detention",
            "protect-child",
            "section-47-enquiry",
            "adult-safeguarding",
            "safeguarding-adults-review",
            "obtain-care",
        ],
    ),
    (
        "investigate",
        &[
            "investigate-serious-crime",
            "investigate-assault",
            "investigate-domestic-abuse",
            "fgm-enquiry",
            "identify-driver",
            "detect-minor-crime",
            "antisocial-behaviour",
            "victim-statement",
        ],
    ),
    ("courts", &["charging-decision", "criminal-trial", "manage-convicted-offender", "inquest"]),
    (
        "terrorism",
        &[
            "prevent-act-of-terrorism",
            "terrorist-investigation",
            "counter-terrorism-unspecified",
            "prevent-triage",
            "channel-support",
            "assist-intelligence-service",
        ],
    ),
    (
        "understand",
        &[
            "assess-vulnerability",
            "communication-advice",
            "intelligence-gathering",
            "strategic-needs-assessment",
        ],
    ),
    ("watch", &["treatment-compliance", "covert-alert", "resume-surveillance", "automated-feed"]),
    (NONE, &["other"]),
];

/// Kinds with their words and, where there is one, a line of examples below; last of all, that it is none of them.
fn kinds(long: Long, hint_of: impl Fn(&str) -> Option<String>, none: String) -> Vec<Choice> {
    long.kinds()
        .map(|kind| (kind.code(), kind.words()))
        .chain([(NONE, none)])
        .map(|(code, words)| Choice::new(code, words).hint(hint_of(code).unwrap_or_default()))
        .collect()
}

/// Kinds of purpose.
pub fn purpose_kinds() -> Vec<Choice> {
    let hint = |code: &str| words::coded("asking-hint-purposes", code);
    kinds(Long::Purpose, hint, words::coded_or("asking-purposes", NONE))
}

/// The purposes of a kind.
pub fn purposes_of(kind: Kind) -> Vec<Choice> {
    let group = PURPOSES.iter().find(|(group, _)| *group == kind.code());
    plain(group.map(|(_, codes)| *codes).unwrap_or_default(), |code| words::coded_or("asking-purpose", code))
}

/// Of which kind a purpose is; none for one that has no kind.
pub fn kind_of_purpose(purpose: &str) -> Option<Kind> {
    let (group, _) = PURPOSES.iter().find(|(_, codes)| codes.contains(&purpose))?;
    Long::Purpose.kinds().find(|kind| kind.code() == *group)
}

/// Purposes, in groups.
pub fn purposes() -> Vec<Choice> {
    PURPOSES
        .iter()
        .flat_map(|&(group, codes)| {
            codes.iter().enumerate().map(move |(place, &code)| {
                let choice = Choice::new(code, words::coded_or("asking-purpose", code));
                if place == 0 { choice.group(words::coded_or("asking-purposes", group)) } else { choice }
            })
        })
        .collect()
}

/// Whether it is one of the purposes that have no answer but refusal.
pub fn asks_to_watch(purpose: &str) -> bool {
    PURPOSES.iter().any(|(group, codes)| *group == "watch" && codes.contains(&purpose))
}

/// Harm to others.
pub fn harm_to_others() -> Vec<Choice> {
    let codes = &["none", "low-or-unclear", "asserted", "serious", "imminent-serious"];
    let hint = |code: &str| words::coded("asking-hint-others", code);
    hinted(codes, |code| words::coded_or("asking-others", code), hint)
}

/// Harm to the person.
pub fn harm_to_self() -> Vec<Choice> {
    let codes = &["none", "low-or-unclear", "serious", "imminent-death"];
    let hint = |code: &str| words::coded("asking-hint-self", code);
    hinted(codes, |code| words::coded_or("asking-self", code), hint)
}

/// Gravity of the offence.
pub fn offences() -> Vec<Choice> {
    let codes = &["none", "minor", "serious", "terrorism"];
    let hint = |code: &str| words::coded("asking-hint-offence", code);
    hinted(codes, |code| words::coded_or("asking-offence", code), hint)
}

/// Wounds.
pub fn wounds() -> Vec<Choice> {
    let codes = &["none", "gunshot", "knife-attack", "accidental-or-self-inflicted"];
    plain(codes, |code| words::coded_or("asking-wound", code))
}

/// Urgency.
pub fn urgencies() -> Vec<Choice> {
    let codes = &["routine", "order-deadline", "custody-clock", "same-day", "immediate"];
    let hint = |code: &str| words::coded("asking-hint-urgency", code);
    hinted(codes, |code| words::coded_or("asking-urgency", code), hint)
}

/// Why consent is not being sought.
pub fn reasons_against_consent() -> Vec<Choice> {
    let codes = &["unsafe", "inappropriate", "impracticable", "not-stated"];
    let hint = |code: &str| words::coded("asking-hint-no-consent", code);
    hinted(codes, |code| words::coded_or("asking-no-consent", code), hint)
}

/// Exceptions to telling a victim.
pub fn victim_exceptions() -> Vec<Choice> {
    let codes = &["none", "not-practicable", "unsafe", "prejudice"];
    plain(codes, |code| words::coded_or("asking-exception", code))
}

/// Police risk grades of a missing person.
pub fn risk_grades() -> Vec<Choice> {
    let codes = &["none", "low", "medium", "high"];
    plain(codes, |code| words::coded_or("asking-grade", code))
}

/// Who would receive it next.
pub fn onward_to() -> Vec<Choice> {
    let codes = &["gp", "mental-health-team", "social-care", "police", "intelligence-service", "other"];
    plain(codes, |code| words::coded_or("asking-next", code))
}

/// The law of a ground, where that is all there is to say of it. Citations are the same in every language.
fn provision(ground: &str) -> Option<&'static str> {
    match ground {
        "n-ta39" => Some("Terrorism Act 2000 s.39"),
        "n-sch2p2" => Some("DPA 2018 Sch 2 para 2"),
        "n-vir" => Some("PCSC Act 2022 ss.44A-44F"),
        _ => None,
    }
}

/// Grounds for putting off notice.
pub fn grounds() -> Vec<Choice> {
    let codes =
        &["n-ta39", "n-court", "n-sch2p2", "n-safety", "n-vir", "n-ta21d", "n-sch3p5", "n-sch3p4", "none"];
    let hint = |code: &str| {
        provision(code).map(ToOwned::to_owned).or_else(|| words::coded("asking-hint-ground", code))
    };
    hinted(codes, |code| words::coded_or("asking-ground", code), hint)
}

/// A choice under its heading, which is said where it differs from the one before.
fn headed(choice: Choice, heading: String, before: &mut String) -> Choice {
    if heading == *before {
        return choice;
    }
    before.clone_from(&heading);
    choice.group(heading)
}

/// Items that a form may ask for, in order of intrusion. Items of class never are not offered, nor are those that only
/// a duty-holder gives, unless they are the one who asks.
pub fn items(pack: &Pack, for_duty: bool) -> Vec<Choice> {
    let mut group = String::new();
    of_intrusion(pack, for_duty)
        .into_iter()
        .map(|(kind, choice)| headed(choice, kind.words(), &mut group))
        .collect()
}

/// Kinds of items, from what says least about a person to what says most.
pub fn item_kinds(for_duty: bool) -> Vec<Choice> {
    Long::Items
        .kinds()
        .filter(|kind| for_duty || *kind != Kind::ItemsReport)
        .map(|kind| {
            let hint = words::coded("asking-hint-items", kind.code()).unwrap_or_default();
            Choice::new(kind.code(), kind.words()).hint(hint)
        })
        .collect()
}

/// The items of a kind, in order of intrusion.
pub fn items_of(kind: Kind, pack: &Pack, for_duty: bool) -> Vec<Choice> {
    of_intrusion(pack, for_duty)
        .into_iter()
        .filter(|(own, _)| *own == kind)
        .map(|(_, choice)| choice)
        .collect()
}

/// Items with their kinds, in order of intrusion.
fn of_intrusion(pack: &Pack, for_duty: bool) -> Vec<(Kind, Choice)> {
    let mut rows: Vec<_> = pack
        .items()
        .iter()
        .filter(|row| match row.cls {
            ItemClass::NoIdentity | ItemClass::Picker => true,
            ItemClass::Duty => for_duty,
            ItemClass::Never => false,
        })
        .collect();
    // What has no level is for a statutory report, which its holder is asked about first.
    rows.sort_by_key(|row| row.level);
    rows.into_iter()
        .map(|row| {
            let code = row.code.as_str();
            let name = words::translated(&format!("pack-name-item-{code}"), &row.name);
            (Kind::of_level(row.level), Choice::new(code, name))
        })
        .collect()
}

/// Kinds of law, each under what it does, and that one knows of none.
pub fn law_kinds() -> Vec<Choice> {
    let hint = |code: &str| words::coded("asking-hint-law", code);
    let mut group = String::new();
    kinds(Long::Law, hint, words::coded_or("asking-law", NONE))
        .into_iter()
        .map(|choice| {
            let kind = Long::Law.kinds().find(|kind| kind.code() == choice.value);
            let heading = match kind {
                Some(Kind::LawOrder | Kind::LawTerrorism) => words::say("asking-bases-compel"),
                Some(kind) if kind.opens_nothing() => words::say("asking-bases-no-gateway"),
                Some(_) => words::say("asking-bases-permit"),
                None => words::say("asking-bases-or"),
            };
            headed(choice, heading, &mut group)
        })
        .collect()
}

/// The bases of a kind that whoever asks may name, in the order of the catalogue.
pub fn bases_of(kind: Kind, pack: &Pack) -> Vec<Choice> {
    use casework::codes::{Basis, BasisKind};
    Basis::ALL
        .iter()
        .filter(|basis| Kind::of_basis(**basis) == Some(kind))
        .map(|basis| pack.basis(*basis))
        // A pack may make a duty of what another one does not; a duty is its holder's own.
        .filter(|row| row.kind != BasisKind::PersonalDuty)
        .map(|row| {
            let code = row.code.as_str();
            let name = words::translated(&format!("pack-name-basis-{code}"), &row.name);
            Choice::new(code, name).hint(row.provision.to_string())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use casework::codes::{
        Basis, BasisKind, Body, Code, Ground, HarmToOthers, HarmToSelf, Offence, OnwardTo, Purpose, Rank,
        RiskGrade, Urgency, VictimException, WhyNotConsent, Wound,
    };

    fn check<C: Code>(choices: &[Choice]) {
        let mut offered: Vec<&str> = choices.iter().map(|choice| choice.value.as_str()).collect();
        let mut codes: Vec<&str> = C::ALL.iter().map(|code| code.code()).collect();
        offered.sort_unstable();
        codes.sort_unstable();
        assert_eq!(offered, codes, "{}", C::LIST);
        // A code that stands as it is has no words.
        assert!(choices.iter().all(|choice| choice.label != choice.value), "{}", C::LIST);
    }

    #[test]
    fn every_code_is_offered_in_words() {
        check::<Body>(&bodies());
        check::<Rank>(&ranks());
        check::<Purpose>(&purposes());
        check::<HarmToOthers>(&harm_to_others());
        check::<HarmToSelf>(&harm_to_self());
        check::<Offence>(&offences());
        check::<Wound>(&wounds());
        check::<Urgency>(&urgencies());
        check::<WhyNotConsent>(&reasons_against_consent());
        check::<VictimException>(&victim_exceptions());
        check::<RiskGrade>(&risk_grades());
        check::<OnwardTo>(&onward_to());
        check::<Ground>(&grounds());
    }

    #[test]
    fn what_is_never_given_is_not_offered() {
        let gate = gate::embedded().unwrap();
        let offered = items(gate.pack(), false);
        for never in
            ["prospective-monitoring", "record-flag", "attendance-list-bulk", "reason-for-notification"]
        {
            assert!(offered.iter().all(|choice| choice.value != never), "{never}");
        }
        assert!(items(gate.pack(), true).iter().any(|choice| choice.value == "reason-for-notification"));
    }

    #[test]
    fn a_duty_is_not_offered_to_whoever_asks() {
        let gate = gate::embedded().unwrap();
        let offered: Vec<Choice> = Long::Law.kinds().flat_map(|kind| bases_of(kind, gate.pack())).collect();
        assert!(offered.iter().all(|choice| choice.value != "ta2000-s38b"));
        let duty = |basis: &&Basis| gate.pack().basis(**basis).kind == BasisKind::PersonalDuty;
        assert_eq!(offered.len(), Basis::ALL.len() - Basis::ALL.iter().filter(duty).count());
    }

    #[test]
    fn in_two_pages_everything_is_offered_that_one_page_offered_and_no_page_is_long() {
        let gate = gate::embedded().unwrap();
        let values = |choices: Vec<Choice>| choices.into_iter().map(|c| c.value).collect::<Vec<_>>();
        let mut purposes: Vec<String> =
            Long::Purpose.kinds().flat_map(|kind| values(purposes_of(kind))).collect();
        purposes.push("other".to_owned());
        assert_eq!(purposes, values(super::purposes()));
        for for_duty in [false, true] {
            let of = |kind| values(items_of(kind, gate.pack(), for_duty));
            let split: Vec<String> = Long::Items.kinds().flat_map(of).collect();
            assert_eq!(split, values(items(gate.pack(), for_duty)));
        }
        for kind in Kind::ALL {
            let choices = match kind.long() {
                Long::Purpose => purposes_of(*kind),
                Long::Items => items_of(*kind, gate.pack(), true),
                Long::Law => bases_of(*kind, gate.pack()),
            };
            assert!((1..=10).contains(&choices.len()), "{kind:?}: {}", choices.len());
            assert!(choices.iter().all(|choice| choice.label != choice.value), "{kind:?}");
            assert_ne!(kind.words(), kind.code(), "{kind:?}");
        }
        for choices in [purpose_kinds(), item_kinds(true), law_kinds(), asks_as(), other_bodies()] {
            assert!(choices.len() <= 12 && choices.iter().all(|choice| choice.label != choice.value));
        }
    }
}
