//! The code lists of a form, in the words of whoever fills it in. A test holds that every code has its words.

use crate::web::field::Choice;
use casework::codes::ItemClass;
use gate::Pack;

/// Choices from codes with their words.
fn plain(pairs: &[(&str, &str)]) -> Vec<Choice> {
    pairs.iter().map(|&(code, words)| Choice::new(code, words)).collect()
}

/// Choices from codes with their words and a line below.
fn hinted(rows: &[(&str, &str, &str)]) -> Vec<Choice> {
    rows.iter().map(|&(code, words, hint)| Choice::new(code, words).hint(hint)).collect()
}

/// Kinds of body that ask.
pub fn bodies() -> Vec<Choice> {
    plain(&[
        ("local-police", "Local police"),
        ("counter-terrorism-police", "Counter-terrorism police"),
        ("intelligence-service", "An intelligence service"),
        ("court", "A court"),
        ("coroner", "A coroner"),
        ("local-authority", "A local authority"),
        ("safeguarding-adults-board", "A safeguarding adults board"),
        ("mappa-responsible-authority", "A MAPPA responsible authority"),
        ("channel-panel", "A Channel panel"),
        ("violence-reduction-unit", "A violence reduction unit"),
        ("defence-solicitor", "A defence solicitor"),
        ("health-professional", "A health professional"),
        ("other", "Somebody else"),
    ])
}

/// Ranks and roles.
pub fn ranks() -> Vec<Choice> {
    plain(&[
        ("police-staff", "Police staff"),
        ("constable", "Constable"),
        ("sergeant", "Sergeant"),
        ("inspector", "Inspector"),
        ("chief-inspector", "Chief inspector"),
        ("superintendent", "Superintendent"),
        ("above-superintendent", "Above superintendent"),
        ("judge-or-coroner", "Judge or coroner"),
        ("other-professional", "Another professional"),
        ("not-stated", "I would rather not say"),
    ])
}

/// A group of purposes: its heading and its codes with their words.
type PurposeGroup = (&'static str, &'static [(&'static str, &'static str)]);

const PURPOSES: &[PurposeGroup] = &[
    (
        "To keep somebody safe",
        &[
            ("save-life", "To save a life"),
            ("prevent-serious-harm", "To prevent serious harm to somebody"),
            ("find-missing-person", "To find a missing person"),
            ("safe-detention", "To keep somebody safe in custody"),
            ("protect-child", "To protect a child"),
            ("section-47-enquiry", "A section 47 enquiry about a child"),
            ("adult-safeguarding", "To safeguard an adult"),
            ("safeguarding-adults-review", "A safeguarding adults review"),
            ("obtain-care", "To get somebody care"),
        ],
    ),
    (
        "To investigate",
        &[
            ("investigate-serious-crime", "To investigate a serious crime"),
            ("investigate-assault", "To investigate an assault"),
            ("investigate-domestic-abuse", "To investigate domestic abuse"),
            ("fgm-enquiry", "An enquiry about female genital mutilation"),
            ("identify-driver", "To identify a driver"),
            ("detect-minor-crime", "To detect a minor crime"),
            ("antisocial-behaviour", "Antisocial behaviour"),
            ("victim-statement", "A victim's statement"),
        ],
    ),
    (
        "Courts and inquests",
        &[
            ("charging-decision", "A decision whether to charge"),
            ("criminal-trial", "A criminal trial"),
            ("manage-convicted-offender", "To manage a convicted offender"),
            ("inquest", "An inquest"),
        ],
    ),
    (
        "Terrorism and security",
        &[
            ("prevent-act-of-terrorism", "To prevent an act of terrorism"),
            ("terrorist-investigation", "A terrorist investigation"),
            ("counter-terrorism-unspecified", "Counter-terrorism, not more precisely"),
            ("prevent-triage", "To sort a Prevent referral"),
            ("channel-support", "Support through Channel"),
            ("assist-intelligence-service", "To assist an intelligence service"),
        ],
    ),
    (
        "To understand",
        &[
            ("assess-vulnerability", "To assess how vulnerable somebody is"),
            ("communication-advice", "Advice on how to talk with somebody"),
            ("intelligence-gathering", "To gather intelligence"),
            ("strategic-needs-assessment", "An assessment of needs in an area"),
        ],
    ),
    (
        "To go on knowing (always refused, and counted in public)",
        &[
            ("treatment-compliance", "To learn whether somebody takes their treatment"),
            ("covert-alert", "To be alerted without the person knowing"),
            ("resume-surveillance", "To decide whether to watch somebody again"),
            ("automated-feed", "A regular or automatic feed"),
        ],
    ),
    ("None of these", &[("other", "Something else")]),
];

/// Purposes, in groups.
pub fn purposes() -> Vec<Choice> {
    PURPOSES
        .iter()
        .flat_map(|(heading, codes)| {
            codes.iter().enumerate().map(move |(place, &(code, words))| {
                let choice = Choice::new(code, words);
                if place == 0 { choice.group(*heading) } else { choice }
            })
        })
        .collect()
}

/// Harm to others.
pub fn harm_to_others() -> Vec<Choice> {
    hinted(&[
        ("none", "None", ""),
        ("low-or-unclear", "Low, or not clear", ""),
        ("asserted", "Somebody says so, and nothing yet bears it out", ""),
        ("serious", "Serious", "Death, serious injury, or abuse of somebody."),
        ("imminent-serious", "Serious, and about to happen", "Within hours or days."),
    ])
}

/// Harm to the person.
pub fn harm_to_self() -> Vec<Choice> {
    hinted(&[
        ("none", "None", ""),
        ("low-or-unclear", "Low, or not clear", ""),
        ("serious", "Serious", ""),
        ("imminent-death", "They may die soon", "Within hours or days."),
    ])
}

/// Gravity of the offence.
pub fn offences() -> Vec<Choice> {
    hinted(&[
        ("none", "No offence", ""),
        ("minor", "A minor offence", ""),
        ("serious", "A serious offence", "Such as murder, rape, grievous harm, abuse of a child."),
        ("terrorism", "A terrorist offence", ""),
    ])
}

/// Wounds.
pub fn wounds() -> Vec<Choice> {
    plain(&[
        ("none", "No wound of these kinds"),
        ("gunshot", "A gunshot wound"),
        ("knife-attack", "A wound from an attack with a knife or blade"),
        ("accidental-or-self-inflicted", "An accidental or self-inflicted wound"),
    ])
}

/// Urgency.
pub fn urgencies() -> Vec<Choice> {
    hinted(&[
        ("routine", "Routine", "You hear within 21 days."),
        ("order-deadline", "A court order sets a day", "Say which day in your question."),
        ("custody-clock", "Somebody is in custody", ""),
        ("same-day", "Today", ""),
        (
            "immediate",
            "Emergency: somebody may die or be seriously hurt",
            "You hear within 2 days. Every emergency is reviewed afterwards by somebody independent, and one that was \
             none is counted in public against your force.",
        ),
    ])
}

/// Why consent is not being sought.
pub fn reasons_against_consent() -> Vec<Choice> {
    hinted(&[
        ("unsafe", "Asking would be unsafe", "It would put somebody in danger."),
        ("inappropriate", "Asking would defeat the purpose", "Say how in your reasons."),
        ("impracticable", "There is no way to ask in time", ""),
        (
            "not-stated",
            "There is no reason: the clinic may ask them",
            "The simplest way. Consent is tried first.",
        ),
    ])
}

/// Exceptions to telling a victim.
pub fn victim_exceptions() -> Vec<Choice> {
    plain(&[
        ("none", "No exception"),
        ("not-practicable", "It is not practicable to tell them"),
        ("unsafe", "Telling them would be unsafe"),
        ("prejudice", "Telling them would prejudice an investigation"),
    ])
}

/// Police risk grades of a missing person.
pub fn risk_grades() -> Vec<Choice> {
    plain(&[("none", "None"), ("low", "Low"), ("medium", "Medium"), ("high", "High")])
}

/// Who would receive it next.
pub fn onward_to() -> Vec<Choice> {
    plain(&[
        ("gp", "Their GP"),
        ("mental-health-team", "A mental health team"),
        ("social-care", "Social care"),
        ("police", "Another police team"),
        ("intelligence-service", "An intelligence service"),
        ("other", "Somebody else"),
    ])
}

/// Grounds for putting off notice.
pub fn grounds() -> Vec<Choice> {
    hinted(&[
        (
            "n-ta39",
            "Telling would be likely to prejudice a terrorist investigation",
            "Terrorism Act 2000 s.39",
        ),
        ("n-court", "An order forbids telling", "The order says so"),
        ("n-sch2p2", "Telling would prejudice the investigation of a crime", "DPA 2018 Sch 2 para 2"),
        ("n-safety", "Telling would put somebody in danger", "Serious harm to the person or to others"),
        ("n-vir", "An exception for victims and witnesses applies", "PCSC Act 2022 ss.44A-44F"),
        ("n-ta21d", "Tipping off", "Terrorism Act 2000 s.21D: not for the NHS"),
        ("n-sch3p5", "Serious harm from seeing a health record", "DPA 2018 Sch 3 para 5: about access only"),
        ("n-sch3p4", "What the person would not expect", "DPA 2018 Sch 3 para 4: about access only"),
        ("none", "No ground", ""),
    ])
}

/// Items that a form may ask for, in order of intrusion. Items of class never are not offered, nor are those that only
/// a duty-holder gives, unless they are the one who asks.
pub fn items(pack: &Pack, for_duty: bool) -> Vec<Choice> {
    let mut rows: Vec<_> = pack
        .items()
        .iter()
        .filter(|row| match row.cls {
            ItemClass::NoIdentity | ItemClass::Picker => true,
            ItemClass::Duty => for_duty,
            ItemClass::Never => false,
        })
        .collect();
    rows.sort_by_key(|row| row.level.unwrap_or(0));
    let mut group = "";
    rows.into_iter()
        .map(|row| {
            let heading = match row.level {
                None => "For a statutory report only",
                Some(0..=2) => "About nobody in particular",
                Some(3..=10) => "About the person, little of it private",
                Some(11..=18) => "About their health, today",
                Some(_) => "About their health and life, in depth",
            };
            let choice = Choice::new(row.code.as_str(), row.name.clone());
            if heading == group {
                choice
            } else {
                group = heading;
                choice.group(heading)
            }
        })
        .collect()
}

/// Bases that whoever asks may name, in file order. A duty is its holder's own and nobody else's to name.
pub fn bases(pack: &Pack) -> Vec<Choice> {
    use casework::codes::{Basis, BasisKind};
    let mut group = "";
    Basis::ALL
        .iter()
        .map(|basis| pack.basis(*basis))
        .filter_map(|row| {
            let heading = match row.kind {
                BasisKind::Compels => "An order or notice that you have in hand",
                BasisKind::Permits => "Law that permits, where its conditions are met",
                BasisKind::NotAGateway => "Often named, but no basis to disclose anything",
                BasisKind::PersonalDuty => return None,
            };
            let choice = Choice::new(row.code.as_str(), row.name.clone()).hint(row.provision.to_string());
            Some(if heading == group {
                choice
            } else {
                group = heading;
                choice.group(heading)
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use casework::codes::{
        Body, Code, Ground, HarmToOthers, HarmToSelf, Offence, OnwardTo, Purpose, Rank, RiskGrade, Urgency,
        VictimException, WhyNotConsent, Wound,
    };

    fn check<C: Code>(choices: &[Choice]) {
        let mut offered: Vec<&str> = choices.iter().map(|choice| choice.value.as_str()).collect();
        let mut codes: Vec<&str> = C::ALL.iter().map(|code| code.code()).collect();
        offered.sort_unstable();
        codes.sort_unstable();
        assert_eq!(offered, codes, "{}", C::LIST);
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
        assert!(bases(gate.pack()).iter().all(|choice| choice.value != "ta2000-s38b"));
    }
}
