//! The whole catalogue in plain English, from the pack alone: each basis with its tests, items, approvals and ways of
//! telling the person, what is no basis and why, and every reason with its law.
//!
//! A test is said by its unmet side, as the reason that is given where it fails: one sentence for what a reader of the
//! rules must know and what somebody who was refused is told. The page of the rules, the API and the command line all
//! show this one form.

use std::fmt::Write as _;

use casework::{
    codes::{Approval, Basis, BasisKind, Item, ItemClass, NoticeRule, Reason, Who},
    time::Day,
};
use serde_json::{Value, json};

use crate::pack::{Ceiling, Pack};

/// A test, by the reason that is given where it is not met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test<'a> {
    /// The reason.
    pub reason: Reason,
    /// It in plain words.
    pub sentence: &'a str,
    /// The law or policy it rests on.
    pub law: &'a str,
    /// Whether somebody could put it right.
    pub curable: bool,
    /// Who can, for people; `None` where nobody can.
    pub who: Option<&'static str>,
}

/// What may at most be given under a basis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach<'a> {
    /// What its paper describes and nothing else.
    AsThePaperDescribes,
    /// These items.
    Items(Vec<&'a str>),
}

/// A basis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BasisExplained<'a> {
    /// The basis.
    pub code: Basis,
    /// Its name.
    pub name: &'a str,
    /// What it is; where it is no gateway, why.
    pub sentence: &'a str,
    /// Where it stands in law.
    pub provision: &'a str,
    /// Where it applies, for people.
    pub nations: Vec<String>,
    /// In force from this day; `None` where no day is confirmed, so that it stays closed.
    pub in_force_from: Option<Day>,
    /// In force to this day; `None` where no end is known.
    pub in_force_to: Option<Day>,
    /// Whether somebody has checked the provision.
    pub confirmed: bool,
    /// When the provision was last looked at; `None` where the pack names no day.
    pub checked: Option<Day>,
    /// Its tests, but for those that every basis of its kind shares.
    pub tests: Vec<Test<'a>>,
    /// What may at most be given.
    pub reach: Reach<'a>,
    /// Who must agree, at least.
    pub approvals: Vec<&'a str>,
    /// How the person may come to be told.
    pub notice: Vec<&'a str>,
}

/// The bases of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter<'a> {
    /// The kind.
    pub kind: BasisKind,
    /// Tests that every basis of the kind has.
    pub shared: Vec<Test<'a>>,
    /// The bases, in file order.
    pub bases: Vec<BasisExplained<'a>>,
}

/// The whole catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rulebook<'a> {
    /// The pack's id and version.
    pub pack: String,
    /// The pack's digest.
    pub digest: &'a str,
    /// The day from which it states the law.
    pub from: Day,
    /// The last day on which it does; `None` while no later pack has taken its place.
    pub to: Option<Day>,
    /// What the pack rests on.
    pub sources: &'a [String],
    /// The bases by kind.
    pub chapters: Vec<Chapter<'a>>,
    /// Items that can be asked for, from what says least about a person to what says most.
    pub items: Vec<(Item, &'a str)>,
    /// Items that are never given.
    pub never: Vec<(Item, &'a str)>,
    /// Everybody who may have to agree.
    pub approvals: Vec<(Approval, &'a str)>,
    /// Every way of telling the person.
    pub notice: Vec<(NoticeRule, &'a str)>,
    /// Every reason for saying no.
    pub reasons: Vec<Test<'a>>,
}

/// Who can put something right, for people.
#[must_use]
pub const fn supplier(who: Who) -> &'static str {
    match who {
        Who::Requester => "whoever asks",
        Who::HealthService => "the health service",
        Who::Issuer => "whoever issued the paper",
    }
}

/// Explains a pack.
#[must_use]
pub fn rulebook(pack: &Pack) -> Rulebook<'_> {
    let words = pack.sentences();
    let picked = |never: bool| {
        let mut rows: Vec<_> =
            pack.items().iter().filter(|row| (row.cls == ItemClass::Never) == never).collect();
        rows.retain(|row| never || matches!(row.cls, ItemClass::NoIdentity | ItemClass::Picker));
        rows.sort_by_key(|row| row.level);
        rows.into_iter().map(|row| (row.code, words.item(row.code))).collect()
    };
    Rulebook {
        pack: pack.name(),
        digest: pack.digest(),
        from: pack.manifest().from,
        to: pack.manifest().to,
        sources: &pack.manifest().sources,
        chapters: BasisKind::ALL.iter().map(|kind| chapter(pack, *kind)).collect(),
        items: picked(false),
        never: picked(true),
        approvals: Approval::ALL.iter().map(|code| (*code, words.approval(*code))).collect(),
        notice: NoticeRule::ALL.iter().map(|code| (*code, words.notice(*code))).collect(),
        reasons: Reason::ALL.iter().map(|code| test(pack, *code, None)).collect(),
    }
}

fn chapter(pack: &Pack, kind: BasisKind) -> Chapter<'_> {
    let of_kind: Vec<Basis> =
        Basis::ALL.iter().copied().filter(|basis| pack.basis(*basis).kind == kind).collect();
    let reaches = |reason: Reason, basis: Basis| {
        let mut forbids = pack.policies.forbids.values();
        forbids.any(|forbid| forbid.reason == reason && forbid.bases.has(Some(basis)))
    };
    let (shared, own): (Vec<Reason>, Vec<Reason>) =
        Reason::ALL.iter().partition(|reason| of_kind.iter().all(|basis| reaches(**reason, *basis)));
    Chapter {
        kind,
        shared: shared.into_iter().map(|reason| test(pack, reason, None)).collect(),
        bases: of_kind
            .into_iter()
            .map(|basis| {
                let tests = own.iter().filter(|reason| reaches(**reason, basis));
                explained(pack, basis, tests.map(|reason| test(pack, *reason, Some(basis))).collect())
            })
            .collect(),
    }
}

fn explained<'a>(pack: &'a Pack, basis: Basis, tests: Vec<Test<'a>>) -> BasisExplained<'a> {
    let (row, words) = (pack.basis(basis), pack.sentences());
    BasisExplained {
        code: basis,
        name: &row.name,
        sentence: words.basis(basis),
        provision: &row.provision,
        nations: row.nations.iter().map(|nation| capitalised(nation.as_str())).collect(),
        in_force_from: row.in_force_from,
        in_force_to: row.in_force_to,
        confirmed: row.confirmed,
        checked: pack.manifest().checked,
        tests,
        reach: match &row.ceiling {
            Ceiling::AsInstrumentDescribes => Reach::AsThePaperDescribes,
            Ceiling::Items(items) => {
                let within = Item::ALL.iter().filter(|item| items.has(**item));
                Reach::Items(within.map(|item| words.item(*item)).collect())
            }
        },
        approvals: row.approvals.iter().map(|code| words.approval(*code)).collect(),
        notice: row.notice.iter().map(|code| words.notice(*code)).collect(),
    }
}

fn test(pack: &Pack, reason: Reason, basis: Option<Basis>) -> Test<'_> {
    let row = pack.reason(reason);
    let law = match basis {
        _ if row.law != "basis" => row.law.as_str(),
        Some(basis) => &pack.basis(basis).provision,
        None => "the law of each",
    };
    let sentence = pack.sentences().reason(reason);
    Test { reason, sentence, law, curable: row.curable, who: row.who.map(supplier) }
}

fn capitalised(word: &str) -> String {
    let words = word.split('-').map(|word| {
        let mut letters = word.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    });
    words.collect::<Vec<_>>().join(" ")
}

impl BasisExplained<'_> {
    /// Whether, when and by whom the provision was checked, in a sentence.
    #[must_use]
    pub fn verified(&self) -> String {
        match (self.confirmed, self.checked) {
            (true, Some(day)) => format!("Checked against the law on {}.", day.for_people()),
            (true, None) => "Checked against the law.".to_owned(),
            (false, Some(day)) => format!(
                "Not verified: when it was last looked at, on {}, its wording was not confirmed.",
                day.for_people()
            ),
            (false, None) => "Not verified: nobody has checked its wording.".to_owned(),
        }
    }

    /// From and to when it is in force, in a sentence; empty for what has always been law.
    #[must_use]
    pub fn in_force(&self) -> String {
        let to = self.in_force_to.map_or(String::new(), |day| format!(" to {}", day.for_people()));
        match self.in_force_from {
            None => {
                "Not known to be in force. It opens nothing until a new version of these rules gives the day."
                    .to_owned()
            }
            // The pack writes the first day of all for law without a beginning, such as common law.
            Some(day) if day.to_string().starts_with("0001-") => String::new(),
            Some(day) => format!("In force from {}{to}.", day.for_people()),
        }
    }
}

impl Rulebook<'_> {
    /// The catalogue as JSON.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let pairs = |rows: &[(&str, &str)]| -> Value {
            rows.iter().map(|(code, says)| json!({"code": code, "says": says})).collect()
        };
        let coded =
            |rows: &[(Item, &str)]| pairs(&rows.iter().map(|(c, s)| (c.as_str(), *s)).collect::<Vec<_>>());
        let agree: Vec<_> = self.approvals.iter().map(|(c, s)| (c.as_str(), *s)).collect();
        let told: Vec<_> = self.notice.iter().map(|(c, s)| (c.as_str(), *s)).collect();
        json!({
            "pack": self.pack,
            "digest": self.digest,
            "sources": self.sources,
            "kinds": self.chapters.iter().map(Chapter::to_value).collect::<Value>(),
            "items": coded(&self.items),
            "never": coded(&self.never),
            "approvals": pairs(&agree),
            "notice": pairs(&told),
            "reasons": self.reasons.iter().map(Test::to_value).collect::<Value>(),
        })
    }

    /// The catalogue as text for people, lines ended by `\n`.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        // Writing to a string cannot fail.
        let mut line = |text: &str| {
            let _ = writeln!(out, "{text}");
        };
        line(&format!("The rules of the policy pack {} (SHA-256 {}).", self.pack, self.digest));
        line("What is not here opens nothing. This is not legal advice.");
        for chapter in &self.chapters {
            line("");
            line(&heading(chapter.kind).to_uppercase());
            for test in &chapter.shared {
                line(&format!("  Each is closed if: {} [{}]", test.sentence, test.law));
            }
            for basis in &chapter.bases {
                basis.to_lines(&mut line);
            }
        }
        for (title, rows) in [
            ("WHAT CAN BE ASKED FOR", self.items.iter().map(|(_, says)| *says).collect::<Vec<_>>()),
            ("WHAT IS NEVER GIVEN", self.never.iter().map(|(_, says)| *says).collect()),
            ("WHO MAY HAVE TO AGREE", self.approvals.iter().map(|(_, says)| *says).collect()),
            ("HOW THE PERSON IS TOLD", self.notice.iter().map(|(_, says)| *says).collect()),
        ] {
            line("");
            line(title);
            rows.into_iter().for_each(|says| line(&format!("  - {says}")));
        }
        line("");
        line("WHY SOMETHING IS CLOSED");
        for test in &self.reasons {
            let cure = test
                .who
                .map_or("This cannot be put right.".to_owned(), |who| format!("{who} can put it right."));
            line(&format!("  - {} [{}] {}", test.sentence, test.law, capitalised_first(&cure)));
        }
        out
    }
}

fn capitalised_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// What a kind of basis is called.
#[must_use]
pub const fn heading(kind: BasisKind) -> &'static str {
    match kind {
        BasisKind::Compels => "What the law compels",
        BasisKind::PersonalDuty => "Duties of one professional",
        BasisKind::Permits => "What the law permits",
        BasisKind::NotAGateway => "What is often named, and is no basis",
    }
}

impl Chapter<'_> {
    fn to_value(&self) -> Value {
        json!({
            "kind": self.kind.as_str(),
            "closed_if": self.shared.iter().map(Test::to_value).collect::<Value>(),
            "bases": self.bases.iter().map(BasisExplained::to_value).collect::<Value>(),
        })
    }
}

impl Test<'_> {
    fn to_value(&self) -> Value {
        json!({"code": self.reason.as_str(), "says": self.sentence, "law": self.law, "curable": self.curable, "who": self.who})
    }
}

impl BasisExplained<'_> {
    fn to_value(&self) -> Value {
        let day = |day: Option<Day>| day.map(|day| day.to_string());
        json!({
            "code": self.code.as_str(),
            "name": self.name,
            "says": self.sentence,
            "provision": self.provision,
            "nations": self.nations,
            "in_force_from": day(self.in_force_from),
            "in_force_to": day(self.in_force_to),
            "confirmed": self.confirmed,
            "checked": day(self.checked),
            "closed_if": self.tests.iter().map(Test::to_value).collect::<Value>(),
            "at_most": match &self.reach {
                Reach::AsThePaperDescribes => json!("as-the-paper-describes"),
                Reach::Items(items) => json!(items),
            },
            "approvals": self.approvals,
            "notice": self.notice,
        })
    }

    fn to_lines(&self, line: &mut impl FnMut(&str)) {
        line("");
        line(&format!("  {}. {}", self.name, self.sentence));
        line(&format!(
            "    Law: {} ({}). {} {}",
            self.provision,
            self.nations.join(", "),
            self.in_force(),
            self.verified()
        ));
        if self.code_is_no_gateway() {
            return;
        }
        for test in &self.tests {
            line(&format!("    Closed if: {} [{}]", test.sentence, test.law));
        }
        match &self.reach {
            Reach::AsThePaperDescribes => line("    At most: what the paper describes."),
            Reach::Items(items) => line(&format!("    At most: {}.", items.join("; "))),
        }
        line(&format!("    Must agree: {}.", self.approvals.join("; ")));
        self.notice.iter().for_each(|says| line(&format!("    Telling the person: {says}")));
    }

    fn code_is_no_gateway(&self) -> bool {
        self.approvals.is_empty() && self.reach == Reach::Items(Vec::new())
    }
}
