//! One file of the built-in pack replaced by bytes: refused by a file, or it loads and judges.
//! The first byte chooses the file.
#![no_main]

use candour_gate::{Files, Pack};
use libfuzzer_sys::fuzz_target;

const NAMES: [&str; 12] = [
    "approvals.toml", "bases.json", "conditions.toml", "item-rules.toml", "items.json", "notice.toml",
    "obligations.toml", "outcomes.toml", "pack.toml", "reasons.json", "words.toml", "policies/common.cedar",
];

fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let name = NAMES[usize::from(choice) % NAMES.len()];
    if let Err(fault) = Pack::from_files(&Files::embedded().with(name, text)) {
        assert!(!fault.file.is_empty() && !fault.fault.contains('\n'));
    }
});
