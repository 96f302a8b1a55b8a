//! What an administrator, key custodian or retention manager did themselves, the latest first.

use crate::web::{
    frame::Frame,
    problem::{PageAnswer, page},
    session::Reader,
};
use askama::Template;
use axum::extract::Query;
use service::keepers::{KeeperAct, KeeperActs};
use std::collections::HashMap;

/// The page.
#[derive(Debug, Template)]
#[template(path = "admin/acts.html")]
pub struct ActsPage {
    /// What stands around it.
    pub frame: Frame,
    /// The acts.
    pub found: KeeperActs,
    /// Whether these are the latest.
    pub first: bool,
}

impl ActsPage {
    fn what(act: &KeeperAct) -> String {
        words::coded_or("console-act", &act.kind)
    }

    fn about(act: &KeeperAct) -> String {
        act.about.clone().unwrap_or_else(|| words::say("console-acts-oneself"))
    }
}

/// The page for whoever keeps accounts, keys or retention.
///
/// # Errors
/// As the service's.
pub async fn show(reader: Reader, Query(query): Query<HashMap<String, String>>) -> PageAnswer {
    let before = query.get("before").map(String::as_str);
    let found = reader.app.service.keeper_acts(&reader.actor, before).await?;
    let frame = reader
        .frame(words::say("console-acts-title"))
        .back("/admin", words::say("admin-administration"))
        .at("/admin/acts");
    Ok(page(&ActsPage { frame, found, first: before.is_none() }))
}
