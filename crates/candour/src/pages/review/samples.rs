//! Samples of the reviewer's pages.

use super::packs::PacksPage;
use crate::{
    pages::compared::{CaseRow, Compared},
    web::{Settings, frame::Frame},
};
use askama::Template as _;

pub fn pages() -> Vec<(String, String)> {
    let frame =
        || Frame::public(&Settings::default(), "Law and reported practice compared").at("/review/packs");
    let built_in = Compared::of_the_packs_built_in().unwrap();
    let hostile = Compared {
        cases: vec![CaseRow {
            id: "<b>".to_owned(),
            title: "\"'><script>alert(1)</script>".to_owned(),
            opens: Vec::new(),
            closes: vec!["x".repeat(400)],
            differs: Vec::new(),
        }],
        ..built_in.clone()
    };
    [("packs", built_in), ("packs-hostile", hostile)]
        .map(|(name, compared)| (name.to_owned(), PacksPage { frame: frame(), compared }.render().unwrap()))
        .to_vec()
}
