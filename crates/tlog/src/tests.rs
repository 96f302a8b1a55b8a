//! Tests that span modules: public vectors, other implementations, golden files, arbitrary bytes.

mod arbitrary;
mod golden;
mod oracle;
mod tiles;
mod trees;
