//! What the reviewer sees beside their queue: their sample of a half-year, and the law beside the practice that public
//! reports describe, over the same cases. The latter has nothing personal: its cases are those of the pack, invented from
//! published guidance.

mod entry;
mod packs;
pub mod sample;
#[cfg(test)]
pub(crate) mod samples;
mod searches;

use crate::{
    pages::compared::Compared,
    web::{
        App,
        problem::{PageAnswer, Problem, page},
        session::Reader,
    },
};
use axum::{Router, routing::get};
use packs::PacksPage;
use std::sync::LazyLock;

/// The pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/review/packs", get(packs_page))
        .merge(sample::routes())
        .merge(entry::routes())
        .merge(searches::routes())
}

/// Both packs were built in, so that their comparison is made once.
static COMPARED: LazyLock<Option<Compared>> = LazyLock::new(|| Compared::of_the_packs_built_in().ok());

/// The page of the two packs.
///
/// # Errors
/// Not the reader's role.
async fn packs_page(reader: Reader) -> PageAnswer {
    // Building two gates takes a moment, in which nobody else should wait.
    let compared = tokio::task::spawn_blocking(|| LazyLock::force(&COMPARED).clone()).await;
    let compared = compared.ok().flatten().ok_or(Problem::NoSuchPage)?;
    Ok(page(&PacksPage {
        frame: reader.frame(words::say("review-packs-title")).at("/review/packs"),
        compared,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::{Settings, frame::Frame};
    use casework::event::Class;
    use words::{Language, Scope};

    #[test]
    fn every_class_has_its_words() {
        for class in Class::ALL {
            let said = words::coded("review-class", class.as_str()).unwrap();
            assert_eq!(said.to_lowercase(), class.as_str().replace('-', " "));
        }
    }

    #[test]
    fn the_sources_are_still_those_that_were_translated() {
        let compared = Compared::of_the_packs_built_in().unwrap();
        let page = PacksPage { frame: Frame::public(&Settings::default(), ""), compared };
        let said = words::scope(Scope { language: Language::Welsh, address: None }, || page.sources());
        assert!(said.iter().zip(&page.compared.sources).all(|(said, source)| said != source), "{said:?}");
    }
}
