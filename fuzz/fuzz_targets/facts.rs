//! Bytes as facts: refused in words, or judged without an alert; what is read is written alike.
#![no_main]

use std::sync::LazyLock;

use candour_casework::facts::Facts;
use candour_gate::Gate;
use libfuzzer_sys::fuzz_target;

static GATE: LazyLock<Gate> = LazyLock::new(|| candour_gate::embedded().expect("the built-in pack holds together"));

fuzz_target!(|text: &str| {
    if let Ok(facts) = Facts::parse(text) {
        assert_eq!(Facts::from_value(&facts.to_value()).as_ref(), Ok(&facts));
        assert!(GATE.judge(&facts).alert.is_none());
    }
});
