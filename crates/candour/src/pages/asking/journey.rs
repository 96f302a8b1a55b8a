//! The journeys that end in something sent to a clinic, and their steps. One thing a page.

use crate::pages::asking::answers::Answers;

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

    /// The steps, in order, as far as the answers call for them.
    #[must_use]
    pub fn steps(self, answers: &Answers) -> Vec<Step> {
        let more = |name: &str| answers.has("more", name);
        let mut steps = match self {
            Self::Referral => vec![
                Step::Unit,
                Step::Question,
                Step::Asker,
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
                Step::Basis,
                Step::Urgency,
                Step::More,
            ],
            Self::Wound => vec![Step::Unit, Step::Question, Step::Offence, Step::Items, Step::Recipient],
            Self::Harm => vec![
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
            Self::Duty => {
                vec![
                    Step::Duty,
                    Step::Unit,
                    Step::Question,
                    Step::Subject,
                    Step::Person,
                    Step::Items,
                    Step::Recipient,
                ]
            }
        };
        if answers.text("identified") != "yes" {
            steps.retain(|step| *step != Step::Person);
        }
        if self == Self::Referral {
            let asked = [
                (more("missing"), Step::Missing),
                (more("mappa"), Step::Mappa),
                (more("onward"), Step::Onward),
                (answers.ticked("victim"), Step::Victim),
                (more("deferral"), Step::Deferral),
            ];
            steps.extend(asked.into_iter().filter(|(wanted, _)| *wanted).map(|(_, step)| step));
        }
        steps
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

macro_rules! steps {
    ($($(#[$doc:meta])* $name:ident = $slug:literal;)+) => {
        /// One page of a journey.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Step {
            $($(#[$doc])* $name,)+
        }

        impl Step {
            /// Every step.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// As addresses name it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $slug,)+ }
            }

            /// Its heading.
            #[must_use]
            pub fn title(self) -> String {
                words::coded_or("asking-step", self.as_str())
            }
        }
    };
}

steps! {
    /// Which unit is asked.
    Unit = "unit";
    /// The question.
    Question = "question";
    /// Who asks.
    Asker = "who-asks";
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
    /// The purpose.
    Purpose = "purpose";
    /// The information asked for.
    Items = "information";
    /// Why it is needed.
    Why = "reasons";
    /// Why not consent.
    Consent = "consent";
    /// The basis relied on.
    Basis = "basis";
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
    /// Reads a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|step| step.as_str() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_apply_is_not_asked() {
        let plain = Journey::Referral.steps(&Answers::default());
        assert!(!plain.contains(&Step::Missing) && !plain.contains(&Step::Victim));
        assert!(!plain.contains(&Step::Person));
        let more = Answers::of(&[("more", "missing"), ("victim", "yes"), ("identified", "yes")]);
        let steps = Journey::Referral.steps(&more);
        assert!(steps.contains(&Step::Missing) && steps.contains(&Step::Victim));
        assert!(steps.contains(&Step::Person));
        assert!(!steps.contains(&Step::Mappa));
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
