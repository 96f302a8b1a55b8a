//! The law beside the practice that public reports describe.

use crate::{pages::compared::Compared, web::frame::Frame};
use askama::Template;

/// The page.
#[derive(Debug, Template)]
#[template(path = "review/packs.html")]
pub struct PacksPage {
    /// What stands around it.
    pub frame: Frame,
    /// What it shows.
    pub compared: Compared,
}
