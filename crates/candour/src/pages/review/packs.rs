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

impl PacksPage {
    /// What reported practice rests on.
    #[must_use]
    pub fn sources(&self) -> Vec<String> {
        let numbered = self.compared.sources.iter().zip(1..);
        numbered.map(|(source, n)| words::translated(&format!("review-source-{n}"), source)).collect()
    }
}
