//! Lists too long for one page are asked for in two: first which kind, then which of that kind. Nobody sees the boxes of a
//! kind that they did not choose.
//!
//! Pages are cut like this and facts are not: what goes to the gate is the same list of the same codes. What was chosen of
//! a kind that is chosen no more stays in the draft, for whoever comes back to it, and is not sent.

use crate::pages::asking::answers::Answers;
use casework::codes::Basis;

/// What stands beside the kinds for whoever finds none that fits.
pub const NONE: &str = "none";

/// A list that is asked for in two pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Long {
    /// The purpose: one, of one kind.
    Purpose,
    /// The information asked for: any, of several kinds.
    Items,
    /// The law relied on: any, of several kinds, or none.
    Law,
}

impl Long {
    /// The field that holds which kinds were chosen.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Purpose => "purpose_kind",
            Self::Items => "item_kinds",
            Self::Law => "law_kinds",
        }
    }

    /// Its kinds, in order.
    pub fn kinds(self) -> impl Iterator<Item = Kind> {
        Kind::ALL.iter().copied().filter(move |kind| kind.long() == self)
    }
}

macro_rules! kinds {
    ($($long:ident $begins:literal { $($(#[$doc:meta])* $name:ident = $code:literal,)+ })+) => {
        /// A kind within a long list.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Kind {
            $($($(#[$doc])* $name,)+)+
        }

        impl Kind {
            /// Every kind, list by list.
            pub const ALL: &'static [Self] = &[$($(Self::$name,)+)+];

            /// The list that it is a part of.
            #[must_use]
            pub const fn long(self) -> Long {
                match self { $($(Self::$name)|+ => Long::$long,)+ }
            }

            /// What is sent where it is chosen.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $($(Self::$name => $code,)+)+ }
            }

            /// Its page as addresses name it, and the field that stands there.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $($(Self::$name => concat!($begins, "-", $code),)+)+ }
            }
        }
    };
}

kinds! {
    Purpose "purpose" {
        /// Keeping somebody safe.
        PurposeSafe = "safe",
        /// Investigating.
        PurposeInvestigate = "investigate",
        /// Courts and inquests.
        PurposeCourts = "courts",
        /// Terrorism and security.
        PurposeTerrorism = "terrorism",
        /// Understanding.
        PurposeUnderstand = "understand",
        /// Going on knowing, which has no answer but refusal.
        PurposeWatch = "watch",
    }
    Items "information" {
        /// For a statutory report alone.
        ItemsReport = "report",
        /// About nobody in particular.
        ItemsNobody = "nobody",
        /// About the person, little of it private.
        ItemsLittle = "little",
        /// About their health, today.
        ItemsToday = "today",
        /// About their health and life, in depth.
        ItemsDepth = "depth",
    }
    Law "law" {
        /// Orders and notices, and the duty about a child, which compel.
        LawOrder = "order",
        /// Papers under the Terrorism Act, which compel.
        LawTerrorism = "terrorism",
        /// Danger of death or serious harm.
        LawHarm = "harm",
        /// Consent, and what stands in its place.
        LawConsent = "consent",
        /// Protecting children and adults, and managing offenders.
        LawSafeguarding = "safeguarding",
        /// Coroners and intelligence services without an order.
        LawService = "service",
        /// Exemptions and conditions of data protection, which open nothing.
        LawExemption = "exemption",
        /// General duties and powers to work together, which open nothing.
        LawDuty = "duty",
        /// What else is often named, and opens nothing.
        LawNamed = "named",
    }
}

impl Kind {
    /// Whether it is among those that were chosen.
    #[must_use]
    pub fn is_chosen(self, answers: &Answers) -> bool {
        answers.has(self.long().field(), self.code())
    }

    /// Its words.
    #[must_use]
    pub fn words(self) -> String {
        match self.long() {
            Long::Purpose => words::coded_or("asking-purposes", self.code()),
            Long::Items => words::coded_or("asking-items", self.code()),
            Long::Law => words::coded_or("asking-law", self.code()),
        }
    }

    /// The heading of its page.
    #[must_use]
    pub fn heading(self) -> String {
        let which = match self.long() {
            Long::Purpose => words::phrase("asking-which-purpose"),
            Long::Items => words::phrase("asking-which-items"),
            Long::Law => words::phrase("asking-which-law"),
        };
        which.with("kind", self.words()).say()
    }

    /// Whether it is law that opens nothing, however often it is named.
    #[must_use]
    pub const fn opens_nothing(self) -> bool {
        matches!(self, Self::LawExemption | Self::LawDuty | Self::LawNamed)
    }

    /// Of which kind a basis is; a duty is its holder's own, and nobody else's to name.
    #[must_use]
    pub const fn of_basis(basis: Basis) -> Option<Self> {
        Some(match basis {
            Basis::CourtOrder
            | Basis::PaceSch1
            | Basis::Rta1988S172
            | Basis::Cja2009Sch5Para1
            | Basis::CareActS45
            | Basis::Sswba2014S137
            | Basis::Ca2004S16la => Self::LawOrder,
            Basis::Ta2000Sch5Para5
            | Basis::Ta2000Sch5Para7
            | Basis::Ta2000Sch5Para11
            | Basis::Ta2000Sch5Para13
            | Basis::Ta2000Sch5Para15 => Self::LawTerrorism,
            Basis::PublicInterestSeriousHarm
            | Basis::GunshotKnifeReport
            | Basis::VitalInterestsIncapacity
            | Basis::SuicideRisk
            | Basis::MissingPerson => Self::LawHarm,
            Basis::ExplicitConsent | Basis::IncapacityBestInterests => Self::LawConsent,
            Basis::ChildSafeguardingS17S47 | Basis::AdultSafeguardingS42 | Basis::MappaCja2003S325 => {
                Self::LawSafeguarding
            }
            Basis::Cta2008S19 | Basis::CoronerVoluntary => Self::LawService,
            Basis::DpaSch2Para2
            | Basis::DpaSch1Para10
            | Basis::DpaSch1Para18
            | Basis::DpaS26NationalSecurity
            | Basis::Art61EaRecognisedLegitimateInterest
            | Basis::Duaa2025S71CompatiblePurpose => Self::LawExemption,
            Basis::Cda1998S115
            | Basis::VictimInformationRequest
            | Basis::Ctsa2015S26
            | Basis::Ctsa2015S36S38
            | Basis::Pcsc2022S16
            | Basis::Pcsc2022S15S17 => Self::LawDuty,
            Basis::Nhsact2006S251Copi
            | Basis::DsaOnly
            | Basis::ImpliedConsent
            | Basis::RankOrNationalSecurityAsserted
            | Basis::Foi => Self::LawNamed,
            Basis::Fgm2003S5b
            | Basis::Ta2000S19
            | Basis::Ta2000S38b
            | Basis::Cpa2026CsaReport
            | Basis::Sswba2014S128
            | Basis::Sswba2014S130 => return None,
        })
    }

    /// Of which kind an item of this level of intrusion is.
    #[must_use]
    pub const fn of_level(level: Option<u8>) -> Self {
        match level {
            None => Self::ItemsReport,
            Some(0..=2) => Self::ItemsNobody,
            Some(3..=10) => Self::ItemsLittle,
            Some(11..=18) => Self::ItemsToday,
            Some(_) => Self::ItemsDepth,
        }
    }
}

/// What was chosen of a list, of the kinds alone that are chosen now, in their order.
#[must_use]
pub fn chosen(long: Long, answers: &Answers) -> Vec<&str> {
    let mut found = Vec::new();
    for kind in long.kinds().filter(|kind| kind.is_chosen(answers)) {
        found.extend(answers.all(kind.as_str()));
    }
    found
}

/// The purpose, once there is one.
#[must_use]
pub fn purpose(answers: &Answers) -> Option<&str> {
    if answers.text(Long::Purpose.field()) == NONE {
        return Some("other");
    }
    chosen(Long::Purpose, answers).first().copied()
}

/// The bases that were named, in the order of the catalogue.
#[must_use]
pub fn bases(answers: &Answers) -> Vec<&str> {
    let mut named = chosen(Long::Law, answers);
    named.sort_by_key(|code| Basis::ALL.iter().position(|basis| basis.as_str() == *code));
    named
}

#[cfg(test)]
mod tests {
    use super::*;
    use casework::codes::BasisKind;

    #[test]
    fn every_basis_but_a_duty_is_of_one_kind_and_stands_under_what_it_does() {
        let gate = gate::embedded().unwrap();
        for basis in Basis::ALL {
            let does = gate.pack().basis(*basis).kind;
            let Some(kind) = Kind::of_basis(*basis) else {
                assert_eq!(does, BasisKind::PersonalDuty, "{basis:?}");
                continue;
            };
            assert_eq!(kind.long(), Long::Law, "{basis:?}");
            let compels = matches!(kind, Kind::LawOrder | Kind::LawTerrorism);
            assert_eq!(compels, does == BasisKind::Compels, "{basis:?}");
            assert_eq!(kind.opens_nothing(), does == BasisKind::NotAGateway, "{basis:?}");
        }
    }

    #[test]
    fn what_was_chosen_of_a_kind_that_is_chosen_no_more_is_not_sent() {
        let mut answers = Answers::of(&[
            ("law_kinds", "order"),
            ("law_kinds", "harm"),
            ("law-harm", "suicide-risk"),
            ("law-order", "court-order"),
            ("law-consent", "explicit-consent"),
            ("purpose_kind", "safe"),
            ("purpose-safe", "save-life"),
            ("purpose-courts", "inquest"),
        ]);
        assert_eq!(bases(&answers), ["court-order", "suicide-risk"]);
        assert_eq!(purpose(&answers), Some("save-life"));
        answers.remove("law_kinds");
        answers.put("law_kinds", NONE);
        answers.remove("purpose_kind");
        assert_eq!(bases(&answers), Vec::<&str>::new());
        assert_eq!(purpose(&answers), None);
        answers.put("purpose_kind", NONE);
        assert_eq!(purpose(&answers), Some("other"));
    }
}
