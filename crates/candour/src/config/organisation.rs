//! Organisations whose people sign in through a provider of their own (ADR 0033).

use anyhow::{Context as _, bail};
use casework::actor::Place;
use serde::Deserialize;
use service::dual_control::parse_place;
use std::path::PathBuf;
use webauthn_rs::prelude::Url;

/// Methods (RFC 8176) that somebody in between can pass on, or that say nothing of a key: they never stand for a method that
/// resists phishing, whatever a configuration says. `mfa` says that there were several and not which.
const CAN_BE_PASSED_ON: &[&str] = &[
    "face", "fpt", "geo", "iris", "kba", "mca", "mfa", "otp", "pin", "pwd", "rba", "retina", "sms", "tel",
    "user", "vbm", "wia",
];
/// Methods that are no second factor beside a password, or none by themselves.
const ONE_FACTOR: &[&str] = &["geo", "kba", "pin", "pwd", "rba", "user", "wia"];

/// One organisation and its provider.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganisationConfig {
    /// `force:ID`, `trust:ID` (with all its units) or `unit:ID`: whose people the provider speaks for, and nobody else's.
    pub organisation: String,
    /// Its name on buttons.
    pub name: String,
    /// The issuer, exactly as the provider writes it.
    pub issuer: String,
    /// What the provider calls us.
    pub client_id: String,
    /// A file with what the provider knows us by; a public client where left out.
    pub client_secret_file: Option<PathBuf>,
    /// Values of `acr` by which this provider says that nobody can have come between, such as `phr` and `phrh`
    /// (OpenID Connect Extended Authentication Profile, ACR Values).
    #[serde(default)]
    pub phishing_resistant_acr: Vec<String>,
    /// Values of `amr` by which it says so.
    #[serde(default)]
    pub phishing_resistant_amr: Vec<String>,
    /// Values of `acr` by which it says that there was a second factor.
    #[serde(default)]
    pub second_factor_acr: Vec<String>,
    /// Values of `amr` by which it says so.
    #[serde(default)]
    pub second_factor_amr: Vec<String>,
}

impl OrganisationConfig {
    /// Whose people it speaks for.
    ///
    /// # Errors
    /// Where it names no organisation that can have a provider.
    pub fn place(&self) -> anyhow::Result<Place> {
        match parse_place(&self.organisation) {
            Some(place @ (Place::Force(_) | Place::Trust(_) | Place::Unit(_))) => Ok(place),
            _ => bail!(
                "`organisation.organisation` is “force:…”, “trust:…” or “unit:…”, and not “{}”",
                self.organisation
            ),
        }
    }

    fn check(&self) -> anyhow::Result<()> {
        self.place()?;
        let issuer = Url::parse(&self.issuer).context("`organisation.issuer` is no address")?;
        if !may_be_asked(&issuer) || issuer.query().is_some() || issuer.fragment().is_some() {
            bail!("`organisation.issuer` begins with https:// and has neither query nor fragment");
        }
        if self.name.trim().is_empty() || self.client_id.trim().is_empty() {
            bail!("`organisation.name` and `organisation.client_id` are not empty");
        }
        for (setting, values, never) in [
            ("phishing_resistant_amr", &self.phishing_resistant_amr, CAN_BE_PASSED_ON),
            ("second_factor_amr", &self.second_factor_amr, ONE_FACTOR),
        ] {
            if let Some(value) = values.iter().find(|value| never.contains(&value.as_str())) {
                bail!("`organisation.{setting}` cannot have “{value}”: RFC 8176 says too little of it");
            }
        }
        let all = [
            &self.phishing_resistant_acr,
            &self.phishing_resistant_amr,
            &self.second_factor_acr,
            &self.second_factor_amr,
        ];
        if all.into_iter().flatten().any(|value| value.is_empty() || value.contains(char::is_whitespace)) {
            bail!("values of `acr` and `amr` are not empty and have no spaces");
        }
        Ok(())
    }
}

/// Whether an address may be asked: by HTTPS, or on this very machine.
pub fn may_be_asked(url: &Url) -> bool {
    let plain = url.username().is_empty() && url.password().is_none();
    let here = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
    plain && url.host_str().is_some() && (url.scheme() == "https" || (url.scheme() == "http" && here))
}

/// Each organisation stands once, and so does each issuer: whom one provider means is one of one organisation's people.
pub(super) fn check(all: &[OrganisationConfig]) -> anyhow::Result<()> {
    for (at, one) in all.iter().enumerate() {
        one.check()?;
        let before = all.get(..at).unwrap_or_default();
        if before.iter().any(|other| other.organisation == one.organisation || other.issuer == one.issuer) {
            bail!("`organisation` has “{}” or its issuer twice", one.organisation);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(change: &str) -> anyhow::Result<()> {
        let mut table: toml::Table = toml::from_str(
            "organisation = \"force:north\"\nname = \"North\"\nissuer = \"https://id.example\"\nclient_id = \"candour\"\n",
        )?;
        table.extend(toml::from_str::<toml::Table>(change)?);
        let config: OrganisationConfig = table.try_into()?;
        check(&[config])
    }

    #[test]
    fn a_provider_is_reached_over_tls_and_stands_for_one_organisation() {
        read("").unwrap();
        read("issuer = \"http://127.0.0.1:9000\"").unwrap();
        read("organisation = \"trust:one\"").unwrap();
        for bad in [
            "issuer = \"http://id.example\"",
            "issuer = \"http://127.0.0.1.evil.example\"",
            "issuer = \"https://id.example?x=1\"",
            "issuer = \"https://user@id.example\"",
            "issuer = \"id.example\"",
            "organisation = \"service\"",
            "organisation = \"independent\"",
            "organisation = \"force:../x\"",
            "client_id = \" \"",
            "client_secret = \"hunter2\"",
        ] {
            let error = format!("{:#}", read(bad).expect_err(bad));
            assert!(!error.contains("hunter2"), "{error}");
        }
    }

    #[test]
    fn a_method_that_can_be_passed_on_never_resists_phishing() {
        read("phishing_resistant_acr = [\"phr\", \"phrh\"]\nphishing_resistant_amr = [\"hwk\", \"pop\"]")
            .unwrap();
        read("second_factor_amr = [\"mfa\", \"otp\"]").unwrap();
        for bad in [
            "phishing_resistant_amr = [\"hwk\", \"otp\"]",
            "phishing_resistant_amr = [\"mfa\"]",
            "phishing_resistant_amr = [\"sms\"]",
            "second_factor_amr = [\"pwd\"]",
            "phishing_resistant_acr = [\"\"]",
            "second_factor_acr = [\"a b\"]",
        ] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn nobody_stands_twice() {
        let one = |organisation: &str, issuer: &str| OrganisationConfig {
            organisation: organisation.to_owned(),
            name: "x".to_owned(),
            issuer: issuer.to_owned(),
            client_id: "c".to_owned(),
            client_secret_file: None,
            phishing_resistant_acr: Vec::new(),
            phishing_resistant_amr: Vec::new(),
            second_factor_acr: Vec::new(),
            second_factor_amr: Vec::new(),
        };
        let (a, b) = ("https://a.example", "https://b.example");
        check(&[one("force:north", a), one("trust:one", b)]).unwrap();
        assert!(check(&[one("force:north", a), one("force:north", b)]).is_err());
        assert!(check(&[one("force:north", a), one("trust:one", a)]).is_err());
    }
}
