//! What a role can do in a case: the codes that the service gives, where their pages are, and what they say.

use super::area::Area;
use service::views::{ClinicCase, ProposalView, QueueRow};

/// One act, as `ClinicCase::acts` names it: `code`, `code:n` or `code:n:approval`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// What is done.
    pub code: String,
    /// About which proposal; 0 for none.
    pub n: u32,
    /// Which approval.
    pub approval: Option<String>,
}

impl Act {
    /// Reads a code of the service; `None` where it has no page here.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, ':');
        let code = parts.next()?.to_owned();
        let n = match parts.next() {
            None => 0,
            Some(n) => n.parse().ok()?,
        };
        let approval = parts.next().map(str::to_owned);
        KNOWN.contains(&code.as_str()).then_some(Self { code, n, approval })
    }

    /// Where its page is.
    #[must_use]
    pub fn href(&self, area: Area, case: &str) -> String {
        // Its page shows nothing of a case, so that it can be opened by somebody who must not read it.
        if self.code == "conflict" {
            return format!("{}/conflict?case={case}", area.base());
        }
        let code = if self.code == "supply-facts" { "facts" } else { &self.code };
        let mut href = format!("{}/cases/{case}/{code}", area.base());
        if self.n > 0 {
            href.push_str(&format!("/{}", self.n));
        }
        if let Some(approval) = &self.approval {
            href.push('/');
            href.push_str(approval);
        }
        href
    }

    /// What its link says.
    #[must_use]
    pub fn label(&self, case: &ClinicCase) -> String {
        let n = self.n;
        let about = || case.proposals.iter().find(|proposal| proposal.n == n).map(proposal_name);
        let about = about().unwrap_or_else(|| super::words::about(n));
        if let Some(label) = super::breach::label(self) {
            return label;
        }
        match self.code.as_str() {
            "supply-facts" => ::words::say("case-act-supply-facts"),
            "open-record" => ::words::say("case-act-open-record"),
            "advise" => ::words::say("case-act-advise"),
            "propose" => ::words::say("case-act-propose"),
            "approve" => {
                let approval = self.approval.as_deref().map(super::words::approval).unwrap_or_default();
                ::words::phrase("case-act-approve").with("about", about).with("approval", approval).say()
            }
            "telephone" => ::words::phrase("case-act-telephone").with("about", about).say(),
            "confirm-telephone" => ::words::phrase("case-act-confirm-telephone").with("about", about).say(),
            "safe-route" if case.route.is_some() => ::words::say("case-act-another-safe-route"),
            "safe-route" => ::words::say("case-act-safe-route"),
            "confirm-route" => ::words::say("case-act-confirm-route"),
            "notice-unsafe" => ::words::phrase("case-act-notice-unsafe").with("about", about).say(),
            "found" => ::words::say("case-act-found"),
            "recovered" => ::words::say("case-act-recovered"),
            "direct-notice" => ::words::phrase("case-act-direct-notice").with("about", about).say(),
            "recall" => ::words::phrase("case-act-recall").with("about", about).say(),
            "review-repetition" => ::words::say("case-act-review-repetition"),
            "after-review" => ::words::phrase("case-act-after-review").with("about", about).say(),
            "take" => ::words::say("case-act-take"),
            "hand-over" if case.colleagues.is_empty() => ::words::say("case-act-put-back"),
            "hand-over" => ::words::say("case-act-hand-over"),
            "record-call" => ::words::say("case-act-record-call"),
            "time" => ::words::say("case-act-time"),
            "time-back" => ::words::say("case-act-time-back"),
            "conflict" => ::words::say("case-act-conflict"),
            "withdraw-conflict" => ::words::say("case-act-withdraw-conflict"),
            "name-recipient" => ::words::say("case-act-name-recipient"),
            "give-by-telephone" => ::words::phrase("case-act-give-by-telephone").with("about", about).say(),
            "record-destruction" => ::words::phrase("case-act-record-destruction").with("about", about).say(),
            "close" => ::words::say("case-act-close"),
            _ => ::words::say("case-act-look"),
        }
    }
}

/// A proposal in a few words: its number and outcome.
#[must_use]
pub fn proposal_name(proposal: &ProposalView) -> String {
    let outcome = lower(&proposal.outcome.name);
    ::words::phrase("case-proposal-name").with("n", proposal.n).with("outcome", outcome).say()
}

/// A name as it stands inside a sentence.
#[must_use]
pub fn lower(name: &str) -> String {
    let mut chars = name.chars();
    let first: String = chars.next().into_iter().flat_map(char::to_lowercase).collect();
    format!("{first}{}", chars.as_str())
}

/// Acts that have a page.
const KNOWN: &[&str] = &[
    "supply-facts",
    "open-record",
    "advise",
    "propose",
    "approve",
    "telephone",
    "confirm-telephone",
    "safe-route",
    "confirm-route",
    "notice-unsafe",
    "found",
    "recovered",
    "direct-notice",
    "recall",
    "review-repetition",
    "after-review",
    "take",
    "hand-over",
    "record-call",
    "time",
    "time-back",
    "conflict",
    "withdraw-conflict",
    "name-recipient",
    "give-by-telephone",
    "record-destruction",
    "close",
    "report-breach",
    "breach-advice",
    "breach-measure",
    "breach-commissioner",
    "breach-telling",
    "no-breach",
    "affected-route",
    "confirm-affected-route",
];

/// The acts of a case that have a page, in the order of the service.
#[must_use]
pub fn acts(case: &ClinicCase) -> Vec<Act> {
    case.acts.iter().filter_map(|code| Act::parse(code)).collect()
}

/// Whether an act is among those of the case.
#[must_use]
pub fn allowed(case: &ClinicCase, code: &str, n: u32) -> bool {
    acts(case).iter().any(|act| act.code == code && act.n == n)
}

/// The act that does a task, where the reader has it.
#[must_use]
pub fn for_task(task: &QueueRow, case: &ClinicCase) -> Option<Act> {
    let codes: &[&str] = match task.kind.as_str() {
        "answer-enquiry" => &["advise"],
        "consider-referral" => &["propose"],
        "approve" => &["approve"],
        "confirm-telephone" => &["confirm-telephone"],
        "safe-route" => &["confirm-route", "safe-route"],
        "review-repetition" => &["review-repetition"],
        "after-review" => &["after-review"],
        "direct-notice" => &["direct-notice"],
        "confirm-destruction" => &["record-destruction"],
        "close" => &["close"],
        "breach-report" => &["breach-commissioner", "breach-advice"],
        "breach-telling" => &["breach-telling"],
        "affected-route" => &["confirm-affected-route", "affected-route"],
        _ => &[],
    };
    let acts = acts(case);
    codes.iter().find_map(|code| acts.iter().find(|act| act.code == *code && act.n == task.n).cloned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_is_read_with_its_proposal_and_approval() {
        let act = Act::parse("approve:2:caldicott-guardian").unwrap();
        assert_eq!(act.href(Area::Guardian, "c1"), "/guardian/cases/c1/approve/2/caldicott-guardian");
        assert_eq!(Act::parse("supply-facts").unwrap().href(Area::Legal, "c1"), "/legal/cases/c1/facts");
        assert_eq!(Act::parse("recall:x"), None);
        assert_eq!(Act::parse("set-fire"), None);
    }
}
