//! The pack of England and Wales as it was when the binary was built, so that the binary runs anywhere.

use super::Files;

macro_rules! embed {
    ($($path:literal,)+) => {
        [$(($path, include_str!(concat!("../../../../policy/england-and-wales/", $path))),)+]
    };
}

impl Files {
    /// The files of the pack of England and Wales that was built in.
    #[must_use]
    pub fn embedded() -> Self {
        Self::new(embed! {
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
}
