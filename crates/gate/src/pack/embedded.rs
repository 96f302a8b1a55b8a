//! The packs as they were when the binary was built, so that the binary runs anywhere.

use super::Files;

macro_rules! embed {
    ($folder:literal: $($path:literal,)+) => {
        [$(($path, include_str!(concat!("../../../../policy/", $folder, "/", $path))),)+]
    };
}

impl Files {
    /// The files of the pack of England and Wales that was built in.
    #[must_use]
    pub fn embedded() -> Self {
        Self::new(embed! { "england-and-wales":
            "approvals.toml",
            "bases.json",
            "conditions.toml",
            "item-rules.toml",
            "items.json",
            "notice.toml",
            "obligations.toml",
            "outcomes.toml",
            "pack.toml",
            "policies/common.cedar",
            "policies/consent.cedar",
            "policies/duties.cedar",
            "policies/incapacity.cedar",
            "policies/missing-service-coroner.cedar",
            "policies/not-gateways.cedar",
            "policies/papers.cedar",
            "policies/safeguarding.cedar",
            "policies/serious-harm.cedar",
            "reasons.json",
            "words.toml",
        })
    }

    /// The files of the pack of reported practice that was built in, for comparison alone.
    #[must_use]
    pub fn as_reported() -> Self {
        Self::new(embed! { "as-reported":
            "approvals.toml",
            "bases.json",
            "conditions.toml",
            "item-rules.toml",
            "items.json",
            "notice.toml",
            "obligations.toml",
            "outcomes.toml",
            "pack.toml",
            "policies/common.cedar",
            "policies/consent.cedar",
            "policies/duties.cedar",
            "policies/incapacity.cedar",
            "policies/missing-service-coroner.cedar",
            "policies/not-gateways.cedar",
            "policies/papers.cedar",
            "policies/reported.cedar",
            "policies/safeguarding.cedar",
            "policies/serious-harm.cedar",
            "reasons.json",
            "words.toml",
        })
    }

    /// The cases that the pack of England and Wales carries, as JSON: each with an id, a title and facts.
    #[must_use]
    pub fn cases() -> &'static str {
        include_str!("../../../../policy/england-and-wales/cases.json")
    }
}
