//! Each table over every combination of the conditions that it reads, of which more are tried than facts can bring
//! about: what holds of all of them holds of all facts.

use std::{collections::BTreeSet, sync::LazyLock};

use casework::{
    codes::{
        After, Approval, Basis, BasisKind, Code, Condition, Ground, Item, ItemClass, Nation, NoticeRule,
        Reason,
    },
    facts::Facts,
    time::Day,
    verdict::issue,
};
use cedar_policy::Schema;

use super::{
    approvals::Approvals, items::ItemRules, notice::NoticeRules, obligations::Obligations, outcomes::Outcomes,
};
use crate::{
    pack::{BasisSet, Catalogue, Ceiling, Conditions, Files, Groups, PackError, groups},
    schema,
    truths::{Ending, Reader, TruthTable, Truths},
};

struct Read {
    files: Files,
    catalogue: Catalogue,
    groups: Groups,
    conditions: Conditions,
    schema: Schema,
}

static PACK: LazyLock<Read> = LazyLock::new(|| {
    let files = Files::embedded();
    let catalogue = Catalogue::read(&files).unwrap();
    let (_, groups) = groups::read(&files, &catalogue).unwrap();
    let conditions = Conditions::read(&files, &catalogue, &groups).unwrap();
    let (schema, _) = Schema::from_cedarschema_str(&schema::text(&groups)).unwrap();
    Read { files, catalogue, groups, conditions, schema }
});

/// A table, with the conditions that it alone reads.
fn table<T>(read: impl FnOnce(&Files, &mut Reader<'_>) -> Result<T, PackError>) -> (T, TruthTable) {
    let mut reader = Reader::new(&PACK.conditions, &PACK.groups);
    let table = read(&PACK.files, &mut reader).unwrap();
    (table, reader.finish(&PACK.schema).unwrap())
}

/// Calls for every combination of some conditions; every other is false.
fn every(truths: &TruthTable, free: &[&str], mut check: impl FnMut(&Truths<'_>, &dyn Fn(&str) -> bool)) {
    assert!(free.len() < 20, "{} conditions", free.len());
    for chosen in 0_u32..1 << free.len() {
        let holds =
            |name: &str| free.iter().position(|free| *free == name).is_some_and(|at| chosen >> at & 1 == 1);
        check(&truths.assumed(holds), &holds);
    }
}

fn facts() -> Facts {
    Facts::defaults(Nation::England, Day::parse("2026-11-22").unwrap())
}

fn class(item: Item) -> ItemClass {
    PACK.catalogue.items[item.place()].cls
}

#[test]
fn items_given_are_among_items_asked_within_their_bounds_and_never_of_class_never() {
    let (rules, truths) = table(ItemRules::read);
    let free = truths.conditions();
    let halves = [Item::ALL.to_vec(), Item::ALL.iter().copied().step_by(2).collect()];
    for row in &PACK.catalogue.bases {
        for (asked, bounded) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
            let mut facts = facts();
            facts.items.clone_from(&halves[asked]);
            facts.consent.covers = if bounded == 1 {
                Item::ALL.iter().copied().skip(1).step_by(2).collect()
            } else {
                Item::ALL.to_vec()
            };
            let mut paper = issue_paper();
            paper.describes_items.clone_from(&facts.consent.covers);
            facts.instrument = Some(paper);
            every(&truths, &free, |truths, holds| {
                let sorted = rules.sort(row, &facts, truths);
                if row.kind == BasisKind::NotAGateway {
                    assert!(sorted.given.is_empty() && sorted.closed.is_empty());
                    return;
                }
                let closed = sorted.closed.iter().map(|(item, _)| *item);
                let all: BTreeSet<Item> = sorted.given.iter().copied().chain(closed).collect();
                assert_eq!(all, facts.items.iter().copied().collect::<BTreeSet<_>>());
                assert_eq!(sorted.given.len() + sorted.closed.len(), facts.items.len());
                for item in &sorted.given {
                    assert_ne!(class(*item), ItemClass::Never, "{}", row.code);
                    match row.ceiling {
                        Ceiling::AsInstrumentDescribes => {
                            assert!(holds("own_paper_served") && facts.consent.covers.contains(item));
                        }
                        Ceiling::Items(ceiling) => {
                            assert_ne!(*item, Item::FullRecord);
                            let added = [
                                Item::DiagnosisHeadline,
                                Item::MedicationCurrent,
                                Item::MedicalHistoryExtract,
                            ];
                            let widened =
                                row.code == Basis::PublicInterestSeriousHarm && added.contains(item);
                            assert!(ceiling.has(*item) || widened, "{}: {item}", row.code);
                        }
                    }
                    if row.code == Basis::ExplicitConsent {
                        assert!(facts.consent.covers.contains(item));
                    }
                }
            });
        }
    }
}

fn issue_paper() -> casework::facts::Instrument {
    let text = r#"{"kind":"court-order","issuer":"judge","written":true,"sealed":true,"in_date":true,"names_holder":true,
        "names_requester":true,"describes_items":[],"particulars_stated":true,"access_conditions":null,
        "future_material":false,"future_days":null,"ordinary_care_only":false,"sab_conditions":[],"person_heard":true,
        "forbids_notice":false,"ends_on":null,"ban_ends_on":null}"#;
    let mut facts = facts().to_value();
    facts["instrument"] = serde_json::from_str(text).unwrap();
    Facts::from_value(&facts).unwrap().instrument.unwrap()
}

#[test]
fn every_permission_about_a_child_needs_two_people_and_nobody_vetoes_a_duty() {
    let (approvals, truths) = table(Approvals::read);
    let free = truths.conditions();
    for row in &PACK.catalogue.bases {
        for rule in NoticeRule::ALL {
            for days in [None, Some(1), Some(3), Some(4), Some(28)] {
                let notice = issue::notice(*rule, None, days, None);
                every(&truths, &free, |truths, holds| {
                    let needed: BTreeSet<Approval> = approvals.of(row, &notice, truths).into_iter().collect();
                    let guardians =
                        [Approval::CaldicottGuardian, Approval::OnCallGuardianDeputyThenReviewWithin24h];
                    assert!(guardians.iter().filter(|guardian| needed.contains(guardian)).count() <= 1);
                    match row.kind {
                        BasisKind::PersonalDuty => {
                            assert_eq!(
                                needed,
                                BTreeSet::from([Approval::IndividualProfessionalPersonalDuty])
                            );
                        }
                        BasisKind::Permits if holds("child_or_unknown") => {
                            assert!(
                                needed.contains(&Approval::SecondSeniorClinicianTwoPerson),
                                "{}",
                                row.code
                            );
                            if row.code != Basis::GunshotKnifeReport || needed.len() > 1 {
                                assert!(needed.len() >= 2, "{}: {needed:?}", row.code);
                            }
                            assert!(
                                guardians.iter().any(|guardian| needed.contains(guardian))
                                    || row.code == Basis::GunshotKnifeReport
                            );
                        }
                        BasisKind::Permits => {
                            assert!(!needed.contains(&Approval::SecondSeniorClinicianTwoPerson));
                            let before = holds("earlier_twice") && !holds("urgent");
                            assert_eq!(needed.contains(&Approval::IndependentReviewerBeforeOpening), before);
                        }
                        BasisKind::Compels => {
                            assert!(!needed.contains(&Approval::IndependentReviewerBeforeOpening));
                        }
                        BasisKind::NotAGateway => assert_eq!(needed, BTreeSet::new()),
                    }
                    let long = *rule == NoticeRule::MayDeferWithReview && days > Some(3);
                    let reviewed = matches!(row.kind, BasisKind::Permits | BasisKind::Compels) && long;
                    assert_eq!(needed.contains(&Approval::IndependentDeferralReviewer), reviewed);
                });
            }
        }
    }
}

/// What an obligation may depend on.
struct Around<'a> {
    ending: Ending,
    basis: Option<Basis>,
    asked: &'a [Item],
    open: BasisSet,
    holds: &'a dyn Fn(&str) -> bool,
}

impl Around<'_> {
    fn disclosed(&self) -> bool {
        self.ending == Ending::Disclose
    }

    fn of_kind(&self, kinds: &[BasisKind]) -> bool {
        let kind =
            |basis: Basis| PACK.catalogue.bases.iter().find(|row| row.code == basis).map(|row| row.kind);
        self.disclosed() && self.basis.and_then(kind).is_some_and(|kind| kinds.contains(&kind))
    }

    fn on(&self, bases: &[Basis]) -> bool {
        self.disclosed() && self.basis.is_some_and(|basis| bases.contains(&basis))
    }

    fn asks(&self, items: &[Item]) -> bool {
        self.asked.iter().any(|item| items.contains(item))
    }

    /// Refused, or returned to be completed.
    fn unanswered(&self) -> bool {
        matches!(self.ending, Ending::Refuse | Ending::Return)
    }
}

/// An obligation: the conditions that its rule reads, and when it is owed.
type Rule<T> = (T, &'static [&'static str], fn(&Around<'_>) -> bool);

const TA2000_SCH5: [Basis; 5] = [
    Basis::Ta2000Sch5Para5,
    Basis::Ta2000Sch5Para7,
    Basis::Ta2000Sch5Para11,
    Basis::Ta2000Sch5Para13,
    Basis::Ta2000Sch5Para15,
];
const HARM: [Basis; 2] = [Basis::PublicInterestSeriousHarm, Basis::MappaCja2003S325];

/// The conditions of an outcome, stated again from the text of the rules and not from the table.
const CONDITIONS: [Rule<Condition>; 33] = [
    (Condition::NothingOutsideTheInstrument, &[], |a| a.of_kind(&[BasisKind::Compels])),
    (Condition::ConfirmWithIssuingOffice, &[], |a| a.of_kind(&[BasisKind::Compels])),
    (Condition::ExcludePrivilegedMaterial, &[], |a| {
        a.on(&[Basis::CourtOrder, Basis::PaceSch1]) || a.on(&TA2000_SCH5)
    }),
    (Condition::TellOnlyWhoIsDriving, &[], |a| a.on(&[Basis::Rta1988S172])),
    (Condition::OrdinaryCarePapersOnly, &[], |a| a.on(&[Basis::Ta2000Sch5Para7])),
    (Condition::HardStopDay28, &[], |a| a.on(&[Basis::Ta2000Sch5Para7])),
    (Condition::RaiseWithCourtThatPersonNotHeard, &["person_not_heard"], |a| {
        a.on(&[Basis::CourtOrder]) && (a.holds)("person_not_heard")
    }),
    (Condition::InformGuardianNoVeto, &[], |a| a.of_kind(&[BasisKind::PersonalDuty])),
    (Condition::VerifyRequesterFirst, &["verified"], |a| {
        (a.of_kind(&[BasisKind::PersonalDuty]) || a.ending == Ending::Advise) && !(a.holds)("verified")
    }),
    (Condition::CountAsMonitoringRefused, &["watch"], |a| {
        let para7 = Basis::Ta2000Sch5Para7;
        let gateway = a.of_kind(&[BasisKind::Compels, BasisKind::PersonalDuty, BasisKind::Permits]);
        let disclosed = gateway && a.basis != Some(para7);
        (a.holds)("watch") && (disclosed || a.unanswered() && !a.open.has(Some(para7)))
    }),
    (Condition::CountAsRepeat, &["earlier"], |a| (a.disclosed() || a.unanswered()) && (a.holds)("earlier")),
    (Condition::RecordCompetenceBeforeNotice, &["competence_not_recorded"], |a| {
        (a.disclosed() || a.unanswered()) && (a.holds)("competence_not_recorded")
    }),
    (Condition::WarnS39, &[], |a| a.on(&TA2000_SCH5) || a.on(&[Basis::Ta2000S19, Basis::Ta2000S38b])),
    (Condition::NoOnwardCopy, &["onward_to_police_or_service"], |a| {
        a.disclosed() && (a.holds)("onward_to_police_or_service")
    }),
    (Condition::TreatingClinicianIfReachable, &["urgent"], |a| {
        a.of_kind(&[BasisKind::Permits]) && (a.holds)("urgent")
    }),
    (Condition::StateHowRiskWasAssessed, &[], |a| a.on(&HARM)),
    (Condition::RecordBalanceBeforeDeciding, &["balance_written"], |a| {
        a.on(&HARM) && !(a.holds)("balance_written")
    }),
    (Condition::RecordWhyItemChangesTactics, &[], |a| {
        a.on(&[Basis::PublicInterestSeriousHarm])
            && a.asks(&[Item::DiagnosisHeadline, Item::MedicationCurrent])
    }),
    (Condition::MinimumExtractOnly, &[], |a| {
        let extracts = [Item::MedicalHistoryExtract, Item::RiskAssessmentExtract, Item::CarePlanExtract];
        a.of_kind(&[BasisKind::Permits]) && a.asks(&extracts)
    }),
    (Condition::PersonSeesItFirst, &[], |a| a.on(&[Basis::ExplicitConsent])),
    (Condition::SingleUseNoUpdates, &[], |a| a.on(&[Basis::ExplicitConsent])),
    (Condition::CustodyHealthcareFirst, &["safe_detention"], |a| {
        a.of_kind(&[BasisKind::Permits]) && (a.holds)("safe_detention")
    }),
    (Condition::CloseFlowWhenFound, &["finding_missing"], |a| {
        a.on(&[Basis::MissingPerson]) || a.of_kind(&[BasisKind::Permits]) && (a.holds)("finding_missing")
    }),
    (Condition::TellChildrensServices, &["child"], |a| {
        let owed = a.on(&[Basis::ChildSafeguardingS17S47, Basis::PublicInterestSeriousHarm]);
        (owed || a.ending == Ending::AdviseWound) && (a.holds)("child")
    }),
    (Condition::CountAsIntelligenceDisclosure, &[], |a| a.on(&[Basis::Cta2008S19])),
    (Condition::LegalAndSiroTold, &["observation_asked"], |a| {
        a.unanswered() && (a.holds)("observation_asked")
    }),
    (Condition::RecallWhatWasSent, &["consent_withdrawn"], |a| {
        a.unanswered() && (a.holds)("consent_withdrawn")
    }),
    (Condition::CountAsDowngradedEmergency, &["downgraded_emergency"], |a| {
        a.unanswered() && (a.holds)("downgraded_emergency")
    }),
    (Condition::PreserveMaterial, &["judges_order"], |a| {
        a.unanswered() && a.open == BasisSet::EMPTY && (a.holds)("judges_order")
    }),
    (Condition::ReturnToCourtBeforeDeadline, &["judges_order_sealed"], |a| {
        a.unanswered() && a.open == BasisSet::EMPTY && (a.holds)("judges_order_sealed")
    }),
    (Condition::DoNotSearchForThePerson, &[], |a| a.ending == Ending::Advise),
    (Condition::NothingReturnsToOfficer, &[], |a| a.ending == Ending::OfferCare),
    (Condition::OfferThroughParentOrCarer, &["under_16_not_capable"], |a| {
        a.ending == Ending::OfferCare && (a.holds)("under_16_not_capable")
    }),
];

/// The acts due afterwards, stated again in the same way.
const AFTER: [Rule<After>; 4] = [
    (After::StatutoryDeadlineOneMonth, &[], |a| a.on(&[Basis::Fgm2003S5b])),
    (After::ReviewWithin24Hours, &["urgent"], |a| {
        let owed = a.of_kind(&[BasisKind::Compels, BasisKind::Permits]) || a.on(&[Basis::Ta2000S38b]);
        owed && (a.holds)("urgent")
    }),
    (After::NamedSafeguardingProfessionalWithin24Hours, &["urgent", "child_or_unknown"], |a| {
        a.of_kind(&[BasisKind::Permits]) && (a.holds)("urgent") && (a.holds)("child_or_unknown")
    }),
    (
        After::WrittenConfirmationWithin24Hours,
        &["spoken", "life_and_urgent", "harm_reasoning", "victim_untold"],
        |a| {
            let reasoned = !a.on(&[Basis::ChildSafeguardingS17S47]) || (a.holds)("harm_reasoning");
            let later = (a.holds)("life_and_urgent") && (!reasoned || (a.holds)("victim_untold"));
            a.of_kind(&[BasisKind::Permits]) && ((a.holds)("spoken") || later)
        },
    ),
];

/// Calls for every combination of the conditions that a rule reads, once with every other false and once with every
/// other true, over every ending and basis, with items asked or not, and with nothing, something or one basis open.
fn around(truths: &TruthTable, reads: &[&str], mut check: impl FnMut(&Truths<'_>, &Around<'_>)) {
    let opened = [
        BasisSet::EMPTY,
        BasisSet::of(Some(Basis::Ta2000Sch5Para7)),
        BasisSet::of(Some(Basis::ExplicitConsent)),
    ];
    let plain = [Ending::Refuse, Ending::Return, Ending::Advise, Ending::AdviseWound, Ending::OfferCare];
    let endings = plain.map(|ending| (ending, None)).into_iter();
    let endings = endings.chain(Basis::ALL.iter().map(|basis| (Ending::Disclose, Some(*basis))));
    let items = [
        Vec::new(),
        Item::ALL.to_vec(),
        Item::ALL.iter().copied().step_by(2).collect(),
        Item::ALL.iter().copied().skip(1).step_by(2).collect(),
    ];
    for (ending, basis) in endings {
        for (asked, open) in items.iter().flat_map(|asked| opened.map(|open| (asked, open))) {
            for (chosen, others) in (0_u32..1 << reads.len()).flat_map(|c| [(c, false), (c, true)]) {
                let holds = |name: &str| {
                    reads.iter().position(|read| *read == name).map_or(others, |at| chosen >> at & 1 == 1)
                };
                check(&truths.assumed(holds), &Around { ending, basis, asked, open, holds: &holds });
            }
        }
    }
}

#[test]
fn obligations_are_those_of_the_rules_and_of_nothing_else() {
    let (obligations, truths) = table(Obligations::read);
    let mut stated: BTreeSet<&str> = BTreeSet::new();
    let of = |truths: &Truths<'_>, a: &Around<'_>| {
        let mut facts = facts();
        facts.items = a.asked.to_vec();
        obligations.of(a.ending, a.basis, &facts, a.open, truths)
    };
    for (code, reads, owed) in &CONDITIONS {
        stated.extend(reads.iter());
        around(&truths, reads, |truths, a| {
            assert_eq!(of(truths, a).0.contains(code), owed(a), "{code:?} {:?} {:?}", a.ending, a.basis);
        });
    }
    for (code, reads, owed) in &AFTER {
        stated.extend(reads.iter());
        around(&truths, reads, |truths, a| {
            assert_eq!(of(truths, a).1.contains(code), owed(a), "{code:?} {:?} {:?}", a.ending, a.basis);
        });
    }
    assert_eq!(stated, truths.conditions().into_iter().collect(), "every condition that the table reads");
    let codes: BTreeSet<String> = CONDITIONS.iter().map(|(code, ..)| format!("{code:?}")).collect();
    assert_eq!(
        codes,
        Condition::ALL.iter().map(|code| format!("{code:?}")).collect(),
        "every code is stated"
    );
    assert_eq!(AFTER.len(), After::ALL.len());
}

/// The conditions of the rules of notice, apart from those that only say whether a ground holds.
const OF_RULES: [&str; 14] = [
    "ta2000_paper",
    "terrorism_duty",
    "person_identified",
    "person_alive",
    "ban",
    "victim_or_witness",
    "young",
    "domestic_abuse_or_coercion",
    "child_or_unknown",
    "age_unknown_for_notice",
    "finding_missing",
    "coercion",
    "lacks_long_term",
    "lacks_temporary",
];

/// The conditions of grounds, caps and holds.
const OF_GROUNDS: [&str; 15] = [
    "deferral_reasoned",
    "prejudice_to_terrorist_investigation",
    "ban",
    "victim_or_witness",
    "victim_exception",
    "offence_minor",
    "offence_named",
    "telling_is_unsafe",
    "child_or_unknown",
    "child_harm_significant",
    "emergency",
    "verified",
    "ta2000_paper",
    "terrorism_duty",
    "legal_service_agrees",
];

fn is_put_off(rule: NoticeRule) -> bool {
    matches!(rule, NoticeRule::MayDeferWithReview | NoticeRule::LegalHoldIndependentReviewEvery28Days)
}

#[test]
fn the_conditions_of_notice_are_all_tried() {
    let (_, truths) = table(NoticeRules::read);
    let tried: BTreeSet<&str> = OF_RULES.iter().chain(&OF_GROUNDS).copied().collect();
    assert_eq!(tried, truths.conditions().into_iter().collect());
}

#[test]
fn without_being_asked_nobody_is_told_later_but_by_an_order_or_for_terrorism() {
    let (rules, truths) = table(NoticeRules::read);
    let facts = facts();
    let terrorism = |basis: Option<Basis>| PACK.groups.bases["ta2000"].has(basis) && basis.is_some();
    every(&truths, &OF_RULES, |truths, holds| {
        for basis in Basis::ALL.iter().copied().map(Some).chain([None]) {
            let ending = if basis.is_some() { Ending::Disclose } else { Ending::Refuse };
            let told = rules.told(ending, basis, &facts, truths);
            let legal = terrorism(basis) || holds("ta2000_paper") || holds("terrorism_duty");
            assert_eq!(told.rule == NoticeRule::LegalHoldIndependentReviewEvery28Days, legal);
            assert_eq!(told.max_days, legal.then_some(3), "nobody is verified here");
            assert_ne!(told.rule, NoticeRule::MayDeferWithReview);
            assert_eq!(told.refused, None);
            let known = holds("person_identified") || basis == Some(Basis::Rta1988S172);
            let ordered = !legal && known && holds("person_alive") && holds("ban");
            assert_eq!(told.rule == NoticeRule::AsOrderDirects, ordered);
            assert_eq!(told.rule == NoticeRule::NoNoticeNoPersonIdentified, !legal && !known);
            assert_eq!(told.ground.is_some(), legal || ordered);
        }
    });
}

#[test]
fn telling_is_put_off_only_on_a_ground_that_holds_with_reasons_and_within_its_days() {
    let (rules, truths) = table(NoticeRules::read);
    let bases = [
        Some(Basis::ExplicitConsent),
        Some(Basis::CourtOrder),
        Some(Basis::SuicideRisk),
        Some(Basis::Ta2000S38b),
        None,
    ];
    for ground in Ground::ALL.iter().copied() {
        for days in [None, Some(0), Some(5), Some(3650)] {
            let mut facts = facts();
            (facts.deferral.asked, facts.deferral.ground, facts.deferral.days) = (true, ground, days);
            every(&truths, &OF_GROUNDS, |truths, holds| {
                for basis in bases {
                    let ending = if basis.is_some() { Ending::Disclose } else { Ending::Refuse };
                    let told = rules.told(ending, basis, &facts, truths);
                    assert_eq!(is_put_off(told.rule), told.max_days.is_some());
                    let Some(max) = told.max_days else { continue };
                    assert!((1..=28).contains(&max));
                    if told.rule == NoticeRule::MayDeferWithReview {
                        assert!(told.refused.is_none() && holds("deferral_reasoned"));
                        assert_ne!(basis, Some(Basis::ExplicitConsent));
                        assert!(!holds("emergency") || max <= 3);
                        assert!(days.is_none_or(|days| days == 0 || max <= days));
                        let met = match ground {
                            Ground::NVir => holds("victim_or_witness") && holds("victim_exception"),
                            Ground::NSch2p2 => holds("offence_named") || holds("offence_minor"),
                            Ground::NSafety => holds("telling_is_unsafe"),
                            _ => false,
                        };
                        assert!(met && told.ground == Some(ground));
                    } else {
                        let serious = PACK.groups.bases["ta2000"].has(basis) && basis.is_some()
                            || holds("ta2000_paper")
                            || holds("terrorism_duty")
                            || holds("legal_service_agrees");
                        assert_eq!(max, if holds("verified") && serious { 28 } else { 3 });
                    }
                }
            });
        }
    }
}

#[test]
fn where_watching_is_asked_for_nothing_is_advised_or_offered_and_nothing_is_curable_but_future_papers() {
    let (outcomes, truths) = table(Outcomes::read);
    let free = truths.conditions();
    let closed_by_watching = [Ending::Advise, Ending::AdviseWound, Ending::OfferCare];
    every(&truths, &free, |truths, holds| {
        for ending in [Ending::Refuse, Ending::Return] {
            assert_eq!(outcomes.closed(ending, truths), []);
        }
        let reasons = [
            (holds("ongoing"), Reason::MonitoringRequest),
            (holds("watching_item"), Reason::NeverItemRequested),
        ];
        let watching: Vec<Reason> =
            reasons.iter().filter(|(holds, _)| *holds).map(|(_, reason)| *reason).collect();
        for ending in closed_by_watching {
            let closed = outcomes.closed(ending, truths);
            assert!(watching.iter().all(|reason| closed.contains(reason)));
            assert_eq!(closed.iter().filter(|reason| watching.contains(reason)).count(), watching.len());
            if ending == Ending::Advise {
                assert_eq!(closed, watching);
            }
            let given = outcomes.given(ending, truths);
            assert!(given.iter().all(|item| class(*item) == ItemClass::NoIdentity), "{given:?}");
        }
        for basis in Basis::ALL.iter().copied() {
            let alone = BasisSet::of(Some(basis));
            let curable = outcomes.returned.any_curable(BasisSet::EMPTY, alone, truths);
            if holds("watch") {
                assert_eq!(curable, basis == Basis::Ta2000Sch5Para7 && holds("own_paper_served"));
            } else {
                assert_eq!(curable, basis != Basis::ExplicitConsent || holds("consent_in_play"));
            }
            assert!(outcomes.returned.any_curable(alone, BasisSet::EMPTY, truths));
        }
        assert!(!outcomes.returned.any_curable(BasisSet::EMPTY, BasisSet::EMPTY, truths));
    });
}
