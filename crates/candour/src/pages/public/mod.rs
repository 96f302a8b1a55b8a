//! Pages for anybody: what this is, the rules, the ledger, the figures, and how to ask.

mod chart;
mod rules;
#[cfg(test)]
pub(crate) mod samples;

use crate::web::{
    App,
    frame::{Frame, capital},
    problem::{PageAnswer, Problem, page},
    session::Visitor,
};
use askama::Template;
use axum::{Router, response::Response, routing::get};
use service::{
    dates::{self, ForReaders},
    ledger::LedgerStatus,
    ports::{RestoreRow, WeekRow},
};
use tlog::entry::Class;

macro_rules! plain_pages {
    ($($(#[$doc:meta])* $name:ident = $path:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Template)]
        #[template(path = $path)]
        pub struct $name {
            /// What stands around it.
            pub frame: Frame,
        }
    )+};
}

plain_pages! {
    /// What this is and for whom.
    HomePage = "public/home.html";
    /// The way of a referral.
    HowPage = "public/how.html";
    /// Figures, of which there are none yet.
    FiguresPage = "public/figures.html";
    /// How a person asks.
    AboutMePage = "public/about_me.html";
    /// Accessibility.
    AccessibilityPage = "public/accessibility.html";
    /// Privacy.
    PrivacyPage = "public/privacy.html";
}

/// Where a receipt is checked, in the browser or with the program.
#[derive(Debug, Template)]
#[template(path = "public/receipts.html")]
pub struct ReceiptsPage {
    /// What stands around it.
    pub frame: Frame,
    /// The quorum policy of this ledger.
    pub policy: String,
}

impl ReceiptsPage {
    /// The script that checks.
    const fn script(&self) -> &'static str {
        crate::web::assets::RECEIPT_SCRIPT
    }

    /// What that script loads where a policy names an ML-DSA key.
    const fn ml_dsa(&self) -> &'static str {
        crate::web::assets::ML_DSA_SCRIPT
    }

    /// What an entry may have been counted as: codes, and their words.
    fn classes() -> Vec<(&'static str, String)> {
        let classes = Class::ALL.iter().map(|class| class.as_str());
        classes.map(|code| (code, words::coded_or("public-class", code))).collect()
    }
}

/// The ledger as it stands.
#[derive(Debug, Template)]
#[template(path = "public/ledger.html")]
pub struct LedgerPage {
    /// What stands around it.
    pub frame: Frame,
    /// The address under which people reach the service.
    pub address: String,
    /// Its state; `None` where it cannot be read just now.
    pub status: Option<LedgerStatus>,
}

impl LedgerPage {
    /// Promises by week, drawn; `None` before the first batch.
    fn chart(&self) -> Option<chart::Chart> {
        chart::Chart::of(&self.status.as_ref()?.weeks)
    }

    /// A week, by its first day.
    fn week(row: &WeekRow) -> String {
        capital(&dates::week(&row.week))
    }

    /// When the last checkpoint was made.
    fn last_checkpoint(status: &LedgerStatus) -> String {
        status.made.map_or_else(|| words::say("public-ledger-none-yet"), ForReaders::for_readers)
    }

    /// What a restore from a backup cost.
    fn restored(restore: &RestoreRow) -> String {
        let when = restore.made.for_readers();
        if restore.lost == 0 {
            return words::phrase("public-ledger-restored-whole").with("when", when).into();
        }
        words::phrase("public-ledger-restored-lost")
            .with("when", when)
            .with("from", restore.before)
            .with("lost", restore.lost)
            .with("all", restore.after - restore.before)
            .into()
    }
}

/// Where they are.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(home))
        .route("/how-it-works", get(how))
        .route("/rules", get(rules::rules))
        .route("/ledger", get(ledger))
        .route("/receipts/check", get(receipts))
        .route("/figures", get(figures))
        .route("/about-me", get(about_me))
        .route("/accessibility", get(accessibility))
        .route("/privacy", get(privacy))
}

async fn home(visitor: Visitor) -> Response {
    page(&HomePage { frame: visitor.frame(words::say("public-home-title")) })
}

async fn how(visitor: Visitor) -> Response {
    page(&HowPage { frame: visitor.frame(words::say("public-how-title")).at("/how-it-works") })
}

async fn receipts(visitor: Visitor) -> Response {
    let policy = visitor.app.service.quorum_policy().to_owned();
    page(&ReceiptsPage { frame: visitor.frame(words::say("public-receipts-title")), policy })
}

async fn figures(visitor: Visitor) -> Response {
    page(&FiguresPage { frame: visitor.frame(words::say("public-figures-title")).at("/figures") })
}

async fn about_me(visitor: Visitor) -> Response {
    page(&AboutMePage { frame: visitor.frame(words::say("public-about-me-title")).at("/about-me") })
}

async fn accessibility(visitor: Visitor) -> Response {
    page(&AccessibilityPage { frame: visitor.frame(words::say("public-access-title")) })
}

async fn privacy(visitor: Visitor) -> Response {
    page(&PrivacyPage { frame: visitor.frame(words::say("public-privacy-title")) })
}

async fn ledger(visitor: Visitor) -> PageAnswer {
    let status = match visitor.app.service.ledger_status().await {
        Ok(status) => Some(status),
        Err(error) => {
            // Logged with its chain as for any page; the page itself needs nothing of it to be useful.
            let _logged: Problem = error.into();
            None
        }
    };
    let address = visitor.app.settings.origin.clone().unwrap_or_else(|| "https://candour.example".to_owned());
    let frame = visitor.frame(words::say("public-ledger-title")).at("/ledger");
    Ok(page(&LedgerPage { frame, address, status }))
}
