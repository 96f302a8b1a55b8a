//! The rules, from the adopted pack alone.

use crate::web::{assets, frame::Frame, problem::page, session::Visitor};
use askama::Template;
use axum::{http::HeaderMap, response::Response};
use casework::codes::{Approval, BasisKind, Item, NoticeRule, Who};
use gate::{
    Pack, Sentences,
    rulebook::{BasisExplained, Chapter, Reach, Rulebook, Test, rulebook, supplier},
};
use service::dates::ForReaders as _;
use words::Marked;

/// The rules.
#[derive(Debug, Template)]
#[template(path = "public/rules.html")]
pub struct RulesPage<'a> {
    /// What stands around it.
    pub frame: Frame,
    /// The catalogue.
    pub book: Rulebook<'a>,
    /// The pack's sentences, by which the catalogue's are known again.
    sentences: &'a Sentences,
}

/// What stands above the bases of a kind.
#[derive(Debug, Clone)]
pub struct Opening {
    /// Its anchor.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// What it is about.
    pub lead: String,
}

impl<'a> RulesPage<'a> {
    /// The rules of a pack.
    #[must_use]
    pub fn of(frame: Frame, pack: &'a Pack) -> Self {
        Self { frame, book: rulebook(pack), sentences: pack.sentences() }
    }

    /// What stands above the bases of a kind.
    #[must_use]
    pub fn opening(chapter: &Chapter<'_>) -> Opening {
        let (id, title, lead) = match chapter.kind {
            BasisKind::Compels => {
                ("compels", words::say("public-rules-compels-title"), words::say("public-rules-compels"))
            }
            BasisKind::PersonalDuty => {
                ("duties", words::say("public-rules-duties-title"), words::say("public-rules-duties"))
            }
            BasisKind::Permits => {
                ("permits", words::say("public-rules-permits-title"), words::say("public-rules-permits"))
            }
            BasisKind::NotAGateway => {
                ("no-basis", words::say("public-rules-no-basis-title"), words::say("public-rules-no-basis"))
            }
        };
        Opening { id, title, lead }
    }

    /// What a basis is called.
    fn name(basis: &BasisExplained<'_>) -> String {
        words::translated(&format!("pack-name-basis-{}", basis.code), basis.name)
    }

    /// What a basis is; where it is no gateway, why.
    fn basis(basis: &BasisExplained<'_>) -> String {
        words::translated(&format!("pack-bases-{}", basis.code), basis.sentence)
    }

    /// A test by its unmet side.
    fn says(test: &Test<'_>) -> String {
        words::translated(&format!("pack-reasons-{}", test.reason), test.sentence)
    }

    /// The law of a test. Citations stay as they are cited.
    fn law(test: &Test<'_>) -> String {
        match test.law {
            "the law of each" => words::say("public-rules-law-of-each"),
            law => law.to_owned(),
        }
    }

    /// Who can put right what a test asks for.
    fn cure(test: &Test<'_>) -> String {
        let who = test.who.and_then(|said| Who::ALL.iter().find(|who| supplier(**who) == said));
        match who {
            Some(Who::Requester) => words::say("public-rules-cure-requester"),
            Some(Who::HealthService) => words::say("public-rules-cure-health-service"),
            Some(Who::Issuer) => words::say("public-rules-cure-issuer"),
            None => words::say("public-rules-cure-nobody"),
        }
    }

    /// An item, by the pack's sentence.
    fn item(&self, sentence: &str) -> String {
        let item = Item::ALL.iter().find(|item| self.sentences.item(**item) == sentence);
        item.map_or_else(
            || sentence.to_owned(),
            |item| words::translated(&format!("pack-items-{item}"), sentence),
        )
    }

    /// Who must agree, by the pack's sentence.
    fn approval(&self, sentence: &str) -> String {
        let approval = Approval::ALL.iter().find(|approval| self.sentences.approval(**approval) == sentence);
        approval.map_or_else(
            || sentence.to_owned(),
            |approval| words::translated(&format!("pack-approvals-{approval}"), sentence),
        )
    }

    /// A way of telling the person, by the pack's sentence.
    fn notice(&self, sentence: &str) -> String {
        let rule = NoticeRule::ALL.iter().find(|rule| self.sentences.notice(**rule) == sentence);
        rule.map_or_else(
            || sentence.to_owned(),
            |rule| words::translated(&format!("pack-notice-{rule}"), sentence),
        )
    }

    /// Where a basis applies.
    fn nations(basis: &BasisExplained<'_>) -> String {
        let codes: Vec<_> =
            basis.nations.iter().map(|nation| nation.to_lowercase().replace(' ', "-")).collect();
        words::coded("public-nations", &codes.join("-")).unwrap_or_else(|| basis.nations.join(" and "))
    }

    /// From and to when a basis is in force; empty for what has always been law.
    fn in_force(basis: &BasisExplained<'_>) -> String {
        match (basis.in_force_from, basis.in_force_to) {
            (None, _) => words::say("public-rules-not-in-force"),
            // The pack writes the first day of all for law without a beginning, such as common law.
            (Some(from), _) if from.to_string().starts_with("0001-") => String::new(),
            (Some(from), None) => {
                words::phrase("public-rules-in-force").with("from", from.for_readers()).into()
            }
            (Some(from), Some(to)) => words::phrase("public-rules-in-force-to")
                .with("from", from.for_readers())
                .with("to", to.for_readers())
                .into(),
        }
    }

    /// Whether and when the provision was checked.
    fn verified(basis: &BasisExplained<'_>) -> Marked {
        match (basis.confirmed, basis.checked) {
            (true, Some(day)) => words::marked("public-rules-checked-on").with("day", day.for_readers()),
            (true, None) => words::marked("public-rules-checked"),
            (false, Some(day)) => words::marked("public-rules-unverified-on").with("day", day.for_readers()),
            (false, None) => words::marked("public-rules-unverified"),
        }
    }

    /// From and to when the pack states the law.
    fn period(&self) -> String {
        let from = self.book.from.for_readers();
        match self.book.to {
            Some(to) => words::phrase("public-rules-from-to").with("from", from).with("to", to.for_readers()),
            None => words::phrase("public-rules-from").with("from", from),
        }
        .into()
    }
}

pub(super) async fn rules(visitor: Visitor, headers: HeaderMap) -> Response {
    let frame = visitor.frame(words::say("public-rules-title")).at("/rules");
    let rules = RulesPage::of(frame, visitor.app.service.gate().pack());
    // SECURITY: it may be packed, for it holds no secret and nothing that whoever asks could choose (ADR 0046).
    match rules.render() {
        Ok(html) => assets::packed_page(&headers, &html),
        Err(_) => page(&rules),
    }
}
