//! The ordered tables of a pack, each with the one small function that reads it.

pub(crate) mod approvals;
pub(crate) mod items;
pub(crate) mod notice;
pub(crate) mod obligations;
pub(crate) mod outcomes;

#[cfg(test)]
mod tests;
