//! Use cases: load, ask the gate, decide, seal, append.

pub mod ports;
