//! What stands around every page: title, menu, account, the error summary, and the hidden fields of a form.

use crate::web::{
    Settings, assets,
    language::{self, Again, Switch},
};
use askama::Template;
use casework::actor::Role;
use service::error::Fault;
use words::Language;

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where to.
    pub href: String,
    /// Its words.
    pub text: String,
}

impl Link {
    /// A link.
    pub fn new(href: impl Into<String>, text: impl Into<String>) -> Self {
        Self { href: href.into(), text: text.into() }
    }
}

/// An entry of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuItem {
    /// Where to.
    pub href: &'static str,
    /// Its words.
    pub text: String,
}

/// An entry before its language is known: where to, and the code of its words.
type Entry = (&'static str, &'static str);

impl MenuItem {
    fn of(&(href, code): &Entry) -> Self {
        Self { href, text: words::coded_or("frame-menu", code) }
    }
}

/// Who is signed in, as the header shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Their name.
    pub title: String,
    /// Their role, for people.
    pub role: String,
    /// The session's form token, for signing out; `None` on pages that anybody may read, which hold no secret (ADR 0046).
    pub csrf: Option<String>,
}

/// How long a session goes on, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionLeft {
    /// Unless something is done in it.
    pub idle: i64,
    /// Whatever is done.
    pub whole: i64,
}

/// What stands around a page. Templates that extend `layout.html` have one as their field `frame`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// What the page is. Never anything about a person.
    pub title: String,
    /// Where the back link leads.
    pub back: Option<Link>,
    /// The menu.
    pub menu: Vec<MenuItem>,
    /// The menu's entry that this page belongs to.
    pub current: &'static str,
    /// Who is signed in.
    pub account: Option<Account>,
    /// How long their session goes on.
    pub session: Option<SessionLeft>,
    /// Faults of the form on this page.
    pub faults: Faults,
    /// Where the quick exit leads, on pages that have one.
    pub exit_to: Option<String>,
    /// Whether whoever has no account around the page is offered to sign in.
    pub offers_sign_in: bool,
    /// Whether everything here is invented.
    pub demonstration: bool,
    /// How the page is had in another language, where it answers what was sent.
    pub again: Option<Again>,
}

/// The menu for whoever has no account: where to, and the code of the words.
const PUBLIC_MENU: &[Entry] = &[
    ("/how-it-works", "how"),
    RULES,
    ("/figures", "figures"),
    ("/ledger", "ledger"),
    ("/about-me", "about-me"),
];

impl Frame {
    /// The frame of a page that needs no account.
    pub fn public(settings: &Settings, title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            back: None,
            menu: PUBLIC_MENU.iter().map(MenuItem::of).collect(),
            current: "",
            account: None,
            session: None,
            faults: Faults::default(),
            exit_to: None,
            offers_sign_in: true,
            demonstration: settings.demonstration,
            again: None,
        }
    }

    /// The frame of a page behind an account.
    pub fn signed_in(settings: &Settings, title: impl Into<String>, role: Role, account: Account) -> Self {
        Self { menu: menu_of(role), account: Some(account), ..Self::public(settings, title) }
    }

    /// With how long the session goes on, so that its end is announced.
    #[must_use]
    pub const fn for_session(mut self, left: SessionLeft) -> Self {
        self.session = Some(left);
        self
    }

    /// With a back link.
    #[must_use]
    pub fn back(mut self, href: impl Into<String>, text: impl Into<String>) -> Self {
        self.back = Some(Link::new(href, text));
        self
    }

    /// With this entry of the menu marked as the current one.
    #[must_use]
    pub const fn at(mut self, href: &'static str) -> Self {
        self.current = href;
        self
    }

    /// With the faults of its form.
    #[must_use]
    pub fn faults(mut self, faults: &Faults) -> Self {
        self.faults = faults.clone();
        self
    }

    /// With a way to the same answer in another language.
    #[must_use]
    pub fn again(mut self, again: Again) -> Self {
        self.again = Some(again);
        self
    }

    /// With a quick exit, and without a menu that would lead a hurried reader astray.
    #[must_use]
    pub fn quick_exit(mut self, exit_to: &str) -> Self {
        self.exit_to = Some(exit_to.to_owned());
        self.offers_sign_in = false;
        self.menu.clear();
        self
    }

    /// Whether there is anything to be put beside the service's name.
    #[must_use]
    pub fn has_account_links(&self) -> bool {
        self.account.is_some() || self.offers_sign_in || self.again.is_some() || !self.languages().is_empty()
    }

    /// The language of the page.
    #[must_use]
    pub fn language(&self) -> words::Language {
        words::language()
    }

    /// The same page in other languages.
    #[must_use]
    pub fn languages(&self) -> Vec<Switch> {
        language::switches()
    }

    /// The languages in which an answer can be had again.
    #[must_use]
    pub fn other_languages(&self) -> Vec<Language> {
        language::others()
    }

    /// Whether a machine drafted the page's words and nobody has signed them.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        words::signed::is_draft(words::language())
    }

    /// The stylesheet of the design system, for the way in which the language is written.
    #[must_use]
    pub fn design_system(&self) -> &'static str {
        if words::language().direction() == "rtl" {
            assets::MIRRORED_DESIGN_SYSTEM
        } else {
            assets::DESIGN_SYSTEM
        }
    }

    /// The stylesheet of our own.
    #[must_use]
    pub const fn style(&self) -> &'static str {
        assets::STYLE
    }

    /// The stylesheet of the clinic's pages.
    #[must_use]
    pub const fn clinic_style(&self) -> &'static str {
        assets::CLINIC_STYLE
    }

    /// The script that comes before the page is drawn.
    #[must_use]
    pub const fn early_script(&self) -> &'static str {
        assets::EARLY_SCRIPT
    }

    /// The script that starts the components.
    #[must_use]
    pub const fn script(&self) -> &'static str {
        assets::SCRIPT
    }

    /// The script that announces the end of a session.
    #[must_use]
    pub const fn session_script(&self) -> &'static str {
        assets::SESSION_SCRIPT
    }

    /// The quick exit's script.
    #[must_use]
    pub const fn exit_script(&self) -> &'static str {
        assets::EXIT_SCRIPT
    }

    /// The icon.
    #[must_use]
    pub const fn icon(&self) -> &'static str {
        assets::ICON
    }
}

/// A role as a title.
#[must_use]
pub fn role_title(role: Role) -> String {
    words::coded_or("frame-role", role.as_str())
}

/// A role as within a sentence; what bears somebody's name keeps its capital.
#[must_use]
pub fn role_in_words(role: Role) -> String {
    words::coded_or("frame-role-words", role.as_str())
}

/// The entry of the rules in force, which every menu has.
const RULES: Entry = ("/rules", "rules");

/// The entry of whoever sees which rules are offered.
const CHANGE_OF_RULES: Entry = ("/rules/change", "change-of-rules");

/// The entries of whoever keeps accounts, keys or retention.
const HEALTH: Entry = ("/admin/health", "health");
const OWN_ACTS: Entry = ("/admin/acts", "own-acts");

/// The entries of a role alone. The first is the role's home.
const fn entries_of(role: Role) -> &'static [Entry] {
    match role {
        Role::Officer => &[("/officer", "your-referrals"), ("/officer/new", "ask-the-clinic")],
        Role::Supervisor => &[("/officer/countersign", "to-countersign"), ("/officer/reassign", "reassign")],
        Role::HealthWorker => &[("/reports", "your-reports"), ("/reports/new", "make-a-report")],
        Role::Clinician | Role::SecondClinician => {
            &[("/clinic", "your-queue"), ("/clinic/cases", "all-cases"), ("/clinic/search", "find-a-case")]
        }
        Role::Guardian => &[
            ("/guardian", "your-queue"),
            ("/guardian/search", "find-a-case"),
            ("/guardian/delegations", "delegations"),
            CHANGE_OF_RULES,
        ],
        Role::Safeguarding => &[("/safeguarding", "your-queue"), ("/safeguarding/search", "find-a-case")],
        Role::Legal => &[("/legal", "your-queue"), ("/legal/search", "find-a-case"), CHANGE_OF_RULES],
        Role::DataProtectionOfficer => {
            &[("/clinic", "cases-for-advice"), ("/clinic/search", "find-a-case"), CHANGE_OF_RULES]
        }
        Role::Reviewer => &[
            ("/review", "your-queue"),
            ("/review/search", "find-a-case"),
            ("/review/searches", "searches"),
            ("/review/delegations", "delegations"),
            ("/review/sample", "your-sample"),
            ("/review/packs", "packs"),
            CHANGE_OF_RULES,
        ],
        Role::Administrator => {
            &[("/admin", "administration"), ("/admin/rota", "rota"), HEALTH, OWN_ACTS, CHANGE_OF_RULES]
        }
        Role::KeyCustodian | Role::RetentionManager => &[("/admin", "administration"), HEALTH, OWN_ACTS],
    }
}

/// The menu of a role. The first entry is the role's home.
#[must_use]
pub fn menu_of(role: Role) -> Vec<MenuItem> {
    entries_of(role).iter().chain([&RULES]).map(MenuItem::of).collect()
}

/// Where a role begins.
#[must_use]
pub fn home_of(role: Role) -> &'static str {
    entries_of(role).first().map_or("/", |&(href, _)| href)
}

/// One fault, as the error summary lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageFault {
    /// Element id of the field.
    pub id: String,
    /// What to do about it.
    pub message: String,
}

/// Every fault of a form at once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults(pub Vec<PageFault>);

impl Faults {
    /// Adds a fault beside a field.
    pub fn add(&mut self, id: impl Into<String>, message: impl Into<String>) {
        self.0.push(PageFault { id: id.into(), message: message.into() });
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is wrong with a field, if anything.
    #[must_use]
    pub fn of(&self, id: &str) -> Option<&str> {
        self.0.iter().find(|fault| fault.id == id).map(|fault| fault.message.as_str())
    }

    /// With what was merely left empty named as [`named`] does.
    #[must_use]
    pub fn naming(mut self, label_of: impl Fn(&str) -> Option<String>) -> Self {
        for fault in &mut self.0 {
            if let Some(said) = label_of(&fault.id).and_then(|label| named(&label, &fault.message)) {
                fault.message = said;
            }
        }
        self
    }

    /// Faults of the service, each at the field that `field_of` names for its JSON pointer; those of no field go
    /// to the top of the form.
    pub fn from_service(faults: &[Fault], field_of: impl for<'f> Fn(&'f str) -> Option<&'f str>) -> Self {
        let mut found = Self::default();
        for fault in faults {
            found.add(field_of(&fault.at).unwrap_or("main-content"), sentence(&fault.expected));
        }
        found
    }
}

/// What was merely left empty, named by the label of its field, so that a summary of faults can be understood alone; `None`
/// for a message that says itself what it is about.
#[must_use]
pub fn named(label: &str, message: &str) -> Option<String> {
    let general = [
        words::say("refusal-expected-something"),
        words::say("refusal-expected-one-of-these"),
        words::say("refusal-expected-day"),
    ];
    let expected = general.iter().find(|expected| sentence(expected) == message)?;
    Some(if label.ends_with('?') { format!("{label} {message}") } else { format!("{label}: {expected}") })
}

/// What was expected, as a request to the reader. English says some of it as a noun alone; other languages have whole
/// sentences.
#[must_use]
pub fn sentence(expected: &str) -> String {
    let first = expected.split(' ').next().unwrap_or_default();
    let asks = matches!(first, "write" | "choose" | "give" | "say" | "remove" | "take");
    if asks || words::language() != Language::English {
        capital(expected)
    } else if first == "no" {
        // “No such field”: there is nothing to enter.
        format!("There is {expected}")
    } else {
        format!("Enter {expected}")
    }
}

/// With a capital at its beginning.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The hidden fields that every form of a session carries: `_csrf` and the idempotency key `_key`.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/seal.html")]
pub struct Seal {
    /// The session's form token.
    pub csrf: String,
    /// Drawn when the form was made, so that sending it twice does once.
    pub key: String,
}

impl Seal {
    /// For tests and samples.
    #[cfg(test)]
    pub fn sample() -> Self {
        Self { csrf: "sample-token".to_owned(), key: "sample-key".to_owned() }
    }
}

impl askama::filters::HtmlSafe for Seal {}

#[cfg(test)]
mod tests {
    use super::*;
    use words::Scope;

    /// The messages that are given to [`sentence`], by what their identifiers begin with.
    const EXPECTED: &[(&str, &[&str])] = &[
        (include_str!("../../../words/locales/en/refusal.ftl"), &["refusal-expected-", "refusal-facts-"]),
        (include_str!("../../../words/locales/en/act.ftl"), &["act-fault-"]),
        (include_str!("../../../words/locales/en/breach.ftl"), &["breach-fault-"]),
        (include_str!("../../../words/locales/en/case.ftl"), &["case-choose-one", "case-write-something"]),
        (include_str!("../../../words/locales/en/facts.ftl"), &["facts-fault-"]),
        (include_str!("../../../words/locales/en/propose.ftl"), &["propose-fault-"]),
    ];
    /// What can follow “Enter”: the beginning of a noun, or of a list of codes.
    const NOUNS: &[&str] = &[
        "a",
        "an",
        "the",
        "one",
        "two",
        "each",
        "this",
        "at",
        "null",
        "true",
        "facts",
        "items",
        "only",
        "nothing",
        "something",
        "text",
        "who",
        "JSON",
        "JSON,",
        "advice",
        "found",
        "post,",
        "refuse,",
        "en,",
    ];

    #[test]
    fn in_english_every_fault_is_a_sentence() {
        let mut seen = 0;
        for (file, beginnings) in EXPECTED {
            for (id, expected) in file.lines().filter_map(|line| line.split_once(" = ")) {
                // Those are put into others.
                let part = id.starts_with("refusal-facts-by-") || expected.starts_with('{');
                if part || !beginnings.iter().any(|beginning| id.starts_with(beginning)) {
                    continue;
                }
                let said = sentence(expected);
                let noun = said.strip_prefix("Enter ").and_then(|rest| rest.split(' ').next());
                let asks = ["Write ", "Choose ", "Give ", "Say ", "Remove ", "Take ", "There is no "];
                let reads = noun.map_or_else(
                    || asks.iter().any(|ask| said.starts_with(ask)),
                    |noun| NOUNS.contains(&noun),
                );
                assert!(reads, "{id}: {said}");
                seen += 1;
            }
        }
        assert!(seen > 80, "{seen}");
    }

    #[test]
    fn what_was_left_empty_is_named_and_what_names_itself_is_left_alone() {
        let mut faults = Faults::default();
        faults.add("question", "Write something here");
        faults.add("unit", "Choose the unit");
        faults.add("other", "Write something here");
        let named = faults.naming(|id| (id != "other").then(|| "Your question".to_owned()));
        let said: Vec<&str> = named.0.iter().map(|fault| fault.message.as_str()).collect();
        assert_eq!(said, ["Your question: write something here", "Choose the unit", "Write something here"]);
    }

    #[test]
    fn what_asks_by_itself_is_not_asked_twice() {
        assert_eq!(sentence("a name"), "Enter a name");
        assert_eq!(sentence("remove a passkey first"), "Remove a passkey first");
        assert_eq!(sentence("no such field"), "There is no such field");
        let welsh = Scope { language: Language::Welsh, address: None };
        assert_eq!(words::scope(welsh, || sentence("dywedwch pam")), "Dywedwch pam");
    }
}
