//! Accounts and organisations, keys, retention: three different people, none of whom sees a case.

pub mod access;
pub mod acts;
#[cfg(test)]
pub(crate) mod console_samples;
pub mod contact;
pub mod health;
pub mod keys;
pub mod retention;
pub mod rota;
#[cfg(test)]
pub(crate) mod samples;
pub mod sessions;

use self::{keys::KeysPage, retention::RetentionPage};
use crate::web::{
    App,
    frame::Frame,
    problem::{PageAnswer, Problem, page},
    session::Reader,
};
use askama::Template;
use axum::{Router, extract::Query, routing::get};
use casework::{actor::Role, id::ForceId};
use service::{accounts::AccountView, dual_control::DualView, places::Places};
use std::collections::{BTreeMap, HashMap};

/// The pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/admin", get(home))
        .route("/admin/acts", get(acts::show))
        .route("/admin/health", get(health::show))
        .merge(access::routes())
        .merge(contact::routes())
        .merge(rota::routes())
        .merge(sessions::routes())
}

/// A trust with its units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustRow {
    /// Its name.
    pub title: String,
    /// Its units.
    pub units: Vec<String>,
}

/// A force, and whom it wants to be told of a recall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForceRow {
    /// Which.
    pub id: ForceId,
    /// Its name.
    pub title: String,
    /// The address of its information-rights contact, if it has one.
    pub contact: Option<String>,
}

/// What the administrator sees.
#[derive(Debug, Template)]
#[template(path = "admin/accounts.html")]
pub struct AccountsPage {
    frame: Frame,
    accounts: Vec<AccountView>,
    trusts: Vec<TrustRow>,
    forces: Vec<ForceRow>,
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
        let forces = places
            .forces
            .iter()
            .map(|(id, title)| ForceRow { id: id.clone(), title: title.clone(), contact: None })
            .collect();
        Self { frame, accounts, trusts, forces, waiting, done: None, rules_wait }
    }

    /// With the contacts of forces that have one.
    #[must_use]
    pub fn contacts(mut self, contacts: &BTreeMap<ForceId, String>) -> Self {
        for force in &mut self.forces {
            force.contact = contacts.get(&force.id).cloned();
        }
        self
    }

    /// With what was just done.
    #[must_use]
    pub fn done(mut self, done: Option<String>) -> Self {
        self.done = done;
        self
    }
}

/// The page of whoever enters.
///
/// # Errors
/// No such page for any other role.
pub async fn home(reader: Reader, Query(query): Query<HashMap<String, String>>) -> PageAnswer {
    match reader.actor.role {
        Role::Administrator => {
            let places = reader.app.service.places().await;
            let accounts = reader.app.service.account_list(&reader.actor).await?;
            let waiting = reader.app.service.dual_open(&reader.actor).await?;
            let rules_wait = reader.app.service.rules_wait_for(&reader.actor).await?;
            let frame = reader.frame(words::say("admin-accounts-title")).at("/admin");
            let done = query.get("done").and_then(|done| access::done_in_words(done));
            let contacts = reader.app.service.contacts().await?;
            let accounts = AccountsPage::new(frame, accounts, &places, waiting, rules_wait);
            Ok(page(&accounts.contacts(&contacts).done(done)))
        }
        Role::KeyCustodian => {
            let view = reader.app.service.keys_view(&reader.actor).await?;
            Ok(page(&KeysPage::new(reader.frame(words::say("admin-keys-title")).at("/admin"), view)))
        }
        Role::RetentionManager => {
            let closed = reader.app.service.closed_cases(&reader.actor).await?;
            let frame = reader.frame(words::say("admin-retention-title")).at("/admin");
            Ok(page(&RetentionPage::new(frame, closed, reader.app.service.now())))
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
        id::{TrustId, UnitId},
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
            csrf: Some("t".to_owned()),
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
    fn the_administrators_page_leads_to_no_case() {
        let places = places();
        let accounts = AccountsPage::new(
            frame(Role::Administrator, "Accounts and organisations"),
            samples::accounts(),
            &places,
            crate::pages::admin::samples::waiting(),
            true,
        );
        check("admin", &accounts);
        let none = accounts.render().unwrap();
        assert!(none.contains("No contact: nobody is told by e-mail"), "{none}");
        let address = "information.rights@wessex.example".to_owned();
        let contacts = BTreeMap::from([(ForceId::parse("wessex").unwrap(), address.clone())]);
        let accounts = accounts.contacts(&contacts);
        check("admin-contacts", &accounts);
        let one = accounts.render().unwrap();
        assert!(one.contains(&address) && !one.contains("No contact:"), "{one}");
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
    }
}
