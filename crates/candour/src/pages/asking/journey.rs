//! The journeys that end in something sent to a clinic, and their steps. One thing a page.

use crate::pages::asking::{
    answers::Answers,
    choices::ANOTHER,
    kinds::{Kind, Long},
};

/// What somebody is about to send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Journey {
    /// An officer asks about one person.
    Referral,
    /// A health worker reports a gunshot or knife wound.
    Wound,
    /// A health worker discloses a threat or a risk of serious harm.
    Harm,
    /// A professional reports under a duty of their own.
    Duty,
}

impl Journey {
    /// Every journey.
    pub const ALL: &'static [Self] = &[Self::Referral, Self::Wound, Self::Harm, Self::Duty];

    /// As a draft names it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Referral => "referral",
            Self::Wound => "wound",
            Self::Harm => "harm",
            Self::Duty => "duty",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|journey| journey.as_str() == name)
    }

    /// Where its drafts are.
    #[must_use]
    pub const fn base(self) -> &'static str {
        match self {
            Self::Referral => "/officer",
            Self::Wound | Self::Harm | Self::Duty => "/reports",
        }
    }

    /// What is being made, for headings.
    #[must_use]
    pub fn title(self) -> String {
        words::coded_or("asking-journey", self.as_str())
    }

    /// The heading of a step in this journey.
    #[must_use]
    pub fn heading(self, step: Step) -> String {
        match (self, step) {
            (Self::Referral, Step::Question) => words::say("asking-heading-know"),
            (Self::Wound | Self::Harm | Self::Duty, Step::Question) => words::say("asking-heading-report"),
            (Self::Wound | Self::Harm | Self::Duty, Step::Items) => words::say("asking-heading-given"),
            _ => step.title(),
        }
    }

    /// Every step that it can have, in order: after the page of a list's kinds, the page of each kind.
    fn whole(self) -> Vec<Step> {
        let steps: &[Step] = match self {
            Self::Referral => &[
                Step::Unit,
                Step::Question,
                Step::Asker,
                Step::Body,
                Step::Signer,
                Step::Subject,
                Step::Person,
                Step::HarmToOthers,
                Step::HarmToSelf,
                Step::Offence,
                Step::Purpose,
                Step::Items,
                Step::Why,
                Step::Consent,
                Step::Law,
                Step::Urgency,
                Step::More,
                Step::Missing,
                Step::Mappa,
                Step::Onward,
                Step::Victim,
                Step::Deferral,
            ],
            Self::Wound => &[Step::Unit, Step::Question, Step::Offence, Step::Items, Step::Recipient],
            Self::Harm => &[
                Step::Unit,
                Step::Question,
                Step::Subject,
                Step::Person,
                Step::HarmToOthers,
                Step::HarmToSelf,
                Step::Offence,
                Step::Purpose,
                Step::Items,
                Step::Why,
                Step::Consent,
                Step::Urgency,
                Step::Recipient,
            ],
            Self::Duty => &[
                Step::Duty,
                Step::Unit,
                Step::Question,
                Step::Subject,
                Step::Person,
                Step::Items,
                Step::Recipient,
            ],
        };
        let offered = |kind: &Kind| *kind != Kind::ItemsReport || self == Self::Duty;
        let mut whole = Vec::new();
        for &step in steps {
            whole.push(step);
            if let Some(long) = step.chooses() {
                whole.extend(long.kinds().filter(offered).map(Step::Exactly));
            }
        }
        whole
    }

    /// The steps, in order, as far as the answers call for them.
    #[must_use]
    pub fn steps(self, answers: &Answers) -> Vec<Step> {
        let mut steps = self.whole();
        steps.retain(|step| step.is_called_for(answers));
        steps
    }

    /// The steps that the answers leave out, in order.
    #[must_use]
    pub fn left_out(self, answers: &Answers) -> Vec<Step> {
        let mut steps = self.whole();
        steps.retain(|step| !step.is_called_for(answers));
        steps
    }

    /// Where something is asked for: at its own field or, where the answers leave its step out, at the question that calls
    /// for it; nowhere if the journey has neither.
    #[must_use]
    pub fn asks_at(self, step: Step, field: &'static str, answers: &Answers) -> Option<(Step, &'static str)> {
        let steps = self.steps(answers);
        let found = match step.cause() {
            Some(cause) if !steps.contains(&step) => (cause.step, cause.field),
            _ => (step, field),
        };
        steps.contains(&found.0).then_some(found)
    }

    /// The step after this one, if there is one.
    #[must_use]
    pub fn after(self, step: Step, answers: &Answers) -> Option<Step> {
        let steps = self.steps(answers);
        let place = steps.iter().position(|known| *known == step)?;
        steps.get(place + 1).copied()
    }

    /// The step before this one, if there is one.
    #[must_use]
    pub fn before(self, step: Step, answers: &Answers) -> Option<Step> {
        let steps = self.steps(answers);
        let place = steps.iter().position(|known| *known == step)?;
        steps.get(place.checked_sub(1)?).copied()
    }
}

/// What calls for a step: an answer to another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cause {
    /// The step that asks.
    pub step: Step,
    /// Its field.
    pub field: &'static str,
    /// The answer.
    pub answer: &'static str,
}

macro_rules! steps {
    ($($(#[$doc:meta])* $name:ident = $slug:literal;)+) => {
        /// One page of a journey.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Step {
            $($(#[$doc])* $name,)+
            /// Which of a kind, once the kind was chosen.
            Exactly(Kind),
        }

        impl Step {
            /// Every step but the pages of kinds.
            const PLAIN: &'static [Self] = &[$(Self::$name,)+];

            /// As addresses name it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $slug,)+
                    Self::Exactly(kind) => kind.as_str(),
                }
            }
        }
    };
}

steps! {
    /// Which unit is asked.
    Unit = "unit";
    /// The question.
    Question = "question";
    /// For which police an officer asks, or that they ask for another body.
    Asker = "who-asks";
    /// For which other body.
    Body = "body";
    /// Who signs.
    Signer = "who-signs";
    /// Whether it is about somebody who can be named.
    Subject = "about-whom";
    /// Whom it is about.
    Person = "person";
    /// Harm feared to others.
    HarmToOthers = "harm-to-others";
    /// Harm feared to the person.
    HarmToSelf = "harm-to-self";
    /// Offence and wound.
    Offence = "offence";
    /// Which kind of purpose.
    Purpose = "purpose";
    /// Which kinds of information are asked for.
    Items = "information";
    /// Why it is needed.
    Why = "reasons";
    /// Why not consent.
    Consent = "consent";
    /// Which kinds of law are relied on.
    Law = "law";
    /// Urgency.
    Urgency = "urgency";
    /// What else applies.
    More = "more";
    /// A missing person.
    Missing = "missing-person";
    /// Multi-agency public protection.
    Mappa = "mappa";
    /// Onward sharing.
    Onward = "onward";
    /// A victim or witness.
    Victim = "victim";
    /// Putting off notice.
    Deferral = "deferral";
    /// A duty of one's own.
    Duty = "duty";
    /// Who would receive.
    Recipient = "recipient";
}

impl Step {
    /// Every step.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::PLAIN.iter().copied().chain(Kind::ALL.iter().copied().map(Self::Exactly))
    }

    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::all().find(|step| step.as_str() == name)
    }

    /// Its heading.
    #[must_use]
    pub fn title(self) -> String {
        match self {
            Self::Exactly(kind) => kind.heading(),
            plain => words::coded_or("asking-step", plain.as_str()),
        }
    }

    /// The page on which the kinds of a list are chosen.
    #[must_use]
    pub const fn of(long: Long) -> Self {
        match long {
            Long::Purpose => Self::Purpose,
            Long::Items => Self::Items,
            Long::Law => Self::Law,
        }
    }

    /// The list whose kinds are chosen here, if any are.
    #[must_use]
    pub fn chooses(self) -> Option<Long> {
        [Long::Purpose, Long::Items, Long::Law].into_iter().find(|long| Self::of(*long) == self)
    }

    /// What calls for it; none for a step that every journey which has it asks.
    #[must_use]
    pub const fn cause(self) -> Option<Cause> {
        let (step, field, answer) = match self {
            Self::Body => (Self::Asker, "asks_as", ANOTHER),
            Self::Person => (Self::Subject, "identified", "yes"),
            Self::Victim => (Self::Subject, "victim", "yes"),
            Self::Missing => (Self::More, "more", "missing"),
            Self::Mappa => (Self::More, "more", "mappa"),
            Self::Onward => (Self::More, "more", "onward"),
            Self::Deferral => (Self::More, "more", "deferral"),
            Self::Exactly(kind) => (Self::of(kind.long()), kind.long().field(), kind.code()),
            Self::Unit
            | Self::Question
            | Self::Asker
            | Self::Signer
            | Self::Subject
            | Self::HarmToOthers
            | Self::HarmToSelf
            | Self::Offence
            | Self::Purpose
            | Self::Items
            | Self::Why
            | Self::Consent
            | Self::Law
            | Self::Urgency
            | Self::More
            | Self::Duty
            | Self::Recipient => return None,
        };
        Some(Cause { step, field, answer })
    }

    fn is_called_for(self, answers: &Answers) -> bool {
        self.cause().is_none_or(|cause| answers.has(cause.field, cause.answer))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_apply_is_not_asked() {
        let plain = Journey::Referral.steps(&Answers::default());
        assert!(!plain.contains(&Step::Missing) && !plain.contains(&Step::Victim));
        assert!(!plain.contains(&Step::Person) && !plain.contains(&Step::Body));
        assert!(plain.iter().all(|step| !matches!(step, Step::Exactly(_))));
        let more = Answers::of(&[
            ("more", "missing"),
            ("victim", "yes"),
            ("identified", "yes"),
            ("asks_as", "another"),
            ("law_kinds", "harm"),
        ]);
        let steps = Journey::Referral.steps(&more);
        assert!(steps.contains(&Step::Missing) && steps.contains(&Step::Victim));
        assert!(steps.contains(&Step::Person) && steps.contains(&Step::Body));
        assert!(!steps.contains(&Step::Mappa));
        let kinds: Vec<Step> = steps.into_iter().filter(|step| matches!(step, Step::Exactly(_))).collect();
        assert_eq!(kinds, [Step::Exactly(Kind::LawHarm)]);
    }

    #[test]
    fn every_step_is_asked_or_left_out_and_what_leaves_it_out_is_asked() {
        let answers = Answers::of(&[("item_kinds", "today"), ("more", "mappa")]);
        for journey in Journey::ALL {
            let (asked, left_out) = (journey.steps(&answers), journey.left_out(&answers));
            assert!(asked.iter().all(|step| !left_out.contains(step)));
            assert_eq!(asked.len() + left_out.len(), journey.whole().len());
            for step in left_out {
                let cause = step.cause().unwrap();
                assert!(asked.contains(&cause.step), "{journey:?} {step:?}");
                assert_eq!(journey.asks_at(step, "own", &answers), Some((cause.step, cause.field)));
            }
        }
        assert_eq!(Journey::Referral.asks_at(Step::Unit, "own", &answers), Some((Step::Unit, "own")));
        assert_eq!(Journey::Wound.asks_at(Step::Purpose, "own", &answers), None);
        assert_eq!(Journey::Wound.asks_at(Step::Mappa, "own", &answers), None);
    }

    #[test]
    fn only_a_duty_holder_is_asked_about_a_report() {
        let answers = Answers::of(&[("item_kinds", "report")]);
        for journey in Journey::ALL {
            let asked = journey.steps(&answers).contains(&Step::Exactly(Kind::ItemsReport));
            assert_eq!(asked, *journey == Journey::Duty, "{journey:?}");
        }
    }

    #[test]
    fn every_step_has_a_name_of_its_own_and_reads_back() {
        for step in Step::all() {
            assert_eq!(Step::parse(step.as_str()), Some(step));
            assert_ne!(step.title(), step.as_str());
        }
    }

    #[test]
    fn steps_lead_on_and_back() {
        let answers = Answers::default();
        for journey in Journey::ALL {
            let steps = journey.steps(&answers);
            for pair in steps.windows(2) {
                assert_eq!(journey.after(pair[0], &answers), Some(pair[1]));
                assert_eq!(journey.before(pair[1], &answers), Some(pair[0]));
            }
            assert_eq!(journey.before(steps[0], &answers), None);
        }
    }
}
