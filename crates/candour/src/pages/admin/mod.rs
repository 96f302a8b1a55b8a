//! Accounts and organisations, keys, retention: three different people, none of whom sees a case.

pub mod access;
pub mod rota;
#[cfg(test)]
pub(crate) mod samples;

use crate::web::{
    App,
    frame::Frame,
    problem::{PageAnswer, Problem, page},
    session::Reader,
};
use askama::Template;
use axum::{Router, extract::Query, routing::get};
use casework::actor::Role;
use service::{accounts::AccountView, dual_control::DualView, places::Places};
use std::collections::HashMap;

/// The pages.
pub fn routes() -> Router<App> {
    Router::new().route("/admin", get(home)).merge(access::routes()).merge(rota::routes())
}

/// A trust with its units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustRow {
    /// Its name.
    pub title: String,
    /// Its units.
    pub units: Vec<String>,
}

/// What the administrator sees.
#[derive(Debug, Template)]
#[template(path = "admin/accounts.html")]
pub struct AccountsPage {
    frame: Frame,
    accounts: Vec<AccountView>,
    trusts: Vec<TrustRow>,
    forces: Vec<String>,
    /// What one administrator asked for and a second one has to confirm, or somebody has to use.
    waiting: Vec<DualView>,
    /// What was just done.
    done: Option<String>,
    /// Whether a change of rules waits for their confirmation.
    rules_wait: bool,
}

impl AccountsPage {
    /// The page.
    #[must_use]
    pub fn new(
        frame: Frame,
        accounts: Vec<AccountView>,
        places: &Places,
        waiting: Vec<DualView>,
        rules_wait: bool,
    ) -> Self {
        let trusts = places
            .trusts
            .iter()
            .map(|(id, title)| TrustRow {
                title: title.clone(),
                units: places
                    .units
                    .values()
                    .filter(|unit| &unit.trust == id)
                    .map(|unit| unit.title.clone())
                    .collect(),
            })
            .collect();
        let forces = places.forces.values().cloned().collect();
        Self { frame, accounts, trusts, forces, waiting, done: None, rules_wait }
    }

    /// With what was just done.
    #[must_use]
    pub fn done(mut self, done: Option<String>) -> Self {
        self.done = done;
        self
    }
}

/// What a key custodian or retention manager sees: what their part is, and what there is.
#[derive(Debug, Template)]
#[template(path = "admin/part.html")]
pub struct PartPage {
    frame: Frame,
    lead: String,
    rules: Vec<String>,
    now: Vec<String>,
}

impl PartPage {
    /// The page of a key custodian.
    #[must_use]
    pub fn keys(frame: Frame, places: &Places) -> Self {
        Self {
            frame,
            lead: words::say("admin-keys-lead"),
            rules: vec![
                words::say("admin-keys-rule-units"),
                words::say("admin-keys-rule-keeper"),
                words::say("admin-keys-rule-destroying"),
                words::say("admin-keys-rule-command"),
            ],
            now: vec![
                words::phrase("admin-keys-now-units").with("units", places.units.len()).say(),
                words::phrase("admin-keys-now-forces").with("forces", places.forces.len()).say(),
            ],
        }
    }

    /// The page of a retention manager.
    #[must_use]
    pub fn retention(frame: Frame, places: &Places) -> Self {
        Self {
            frame,
            lead: words::say("admin-retention-lead"),
            rules: vec![
                words::say("admin-retention-rule-erased"),
                words::say("admin-retention-rule-before"),
                words::say("admin-retention-rule-second"),
                words::say("admin-retention-rule-figures"),
            ],
            now: vec![
                words::phrase("admin-retention-now-trusts").with("trusts", places.trusts.len()).say(),
                words::say("admin-retention-now-erasure"),
            ],
        }
    }
}

/// The page of whoever enters.
///
/// # Errors
/// No such page for any other role.
pub async fn home(reader: Reader, Query(query): Query<HashMap<String, String>>) -> PageAnswer {
    let places = reader.app.service.places().await;
    match reader.actor.role {
        Role::Administrator => {
            let accounts = reader.app.service.account_list(&reader.actor).await?;
            let waiting = reader.app.service.dual_open(&reader.actor).await?;
            let rules_wait = reader.app.service.rules_wait_for(&reader.actor).await?;
            let frame = reader.frame(words::say("admin-accounts-title")).at("/admin");
            let done = query.get("done").and_then(|done| access::done_in_words(done));
            Ok(page(&AccountsPage::new(frame, accounts, &places, waiting, rules_wait).done(done)))
        }
        Role::KeyCustodian => {
            Ok(page(&PartPage::keys(reader.frame(words::say("admin-keys-title")).at("/admin"), &places)))
        }
        Role::RetentionManager => {
            let frame = reader.frame(words::say("admin-retention-title")).at("/admin");
            Ok(page(&PartPage::retention(frame, &places)))
        }
        Role::Officer
        | Role::Supervisor
        | Role::HealthWorker
        | Role::Clinician
        | Role::SecondClinician
        | Role::Guardian
        | Role::Safeguarding
        | Role::Legal
        | Role::DataProtectionOfficer
        | Role::Reviewer => Err(Problem::NoSuchPage),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        pages::clinic::samples,
        web::{Settings, frame::Account},
    };
    use casework::{
        codes::Nation,
        id::{ForceId, TrustId, UnitId},
    };
    use service::places::Unit;

    fn places() -> Places {
        let mut places = Places::default();
        let trust = TrustId::parse("northern").unwrap();
        places.trusts.insert(trust.clone(), "Northern Fictive Trust".to_owned());
        for (id, title) in [("north", "Northern unit"), ("city", "City unit")] {
            let id = UnitId::parse(id).unwrap();
            let unit = Unit {
                id: id.clone(),
                title: title.to_owned(),
                trust: trust.clone(),
                nation: Nation::England,
            };
            places.units.insert(id, unit);
        }
        places.forces.insert(ForceId::parse("wessex").unwrap(), "Wessex and Mercia Police".to_owned());
        places
    }

    fn frame(role: Role, title: &str) -> Frame {
        let account = Account {
            title: "Ifan Rees".to_owned(),
            role: crate::web::frame::role_in_words(role),
            csrf: "t".to_owned(),
        };
        Frame::signed_in(&Settings::default(), title, role, account)
    }

    fn check(name: &str, page: &impl Template) {
        let html = page.render().unwrap();
        if let Some(folder) = std::env::var_os("CANDOUR_PAGES") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{name}.html")), &html).unwrap();
        }
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        assert!(!html.contains(" style="), "{name}");
        assert!(!html.contains("/cases/"), "{name}: a case");
    }

    #[test]
    fn the_three_parts_have_a_page_and_none_leads_to_a_case() {
        let places = places();
        let accounts = AccountsPage::new(
            frame(Role::Administrator, "Accounts and organisations"),
            samples::accounts(),
            &places,
            crate::pages::admin::samples::waiting(),
            true,
        );
        check("admin", &accounts);
        check(
            "admin-empty",
            &AccountsPage::new(
                frame(Role::Administrator, "Accounts"),
                Vec::new(),
                &Places::default(),
                Vec::new(),
                false,
            ),
        );
        check("admin-keys", &PartPage::keys(frame(Role::KeyCustodian, "Keys"), &places));
        check("admin-retention", &PartPage::retention(frame(Role::RetentionManager, "Retention"), &places));
    }
}
