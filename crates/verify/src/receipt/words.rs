//! What a receipt proves and what it does not, in sentences that need no knowledge of logs.

use super::{ReceiptReport, TallyReport};

pub(super) fn proved(report: &ReceiptReport) -> Vec<String> {
    let ReceiptReport { origin, index, size, .. } = report;
    let mut proved = vec![format!(
        "This entry is number {index} of the {size} entries that the ledger {origin} has signed for."
    )];
    if !report.cosignatures.is_empty() {
        let names: Vec<&str> = report.cosignatures.iter().map(|one| one.key.as_str()).collect();
        proved.push(format!(
            "Witnesses have signed that they saw the ledger in this state: {}.",
            names.join(", ")
        ));
        proved.push(
            "The ledger cannot drop or change the entry without the witnesses, or anybody who compares, noticing."
                .to_owned(),
        );
    }
    if report.event.is_some() {
        proved
            .push("The event shown in this receipt is exactly the one that the entry stands for.".to_owned());
    }
    if let TallyReport::Proved { index, class, period } = &report.tally {
        proved.push(format!(
            "The entry was counted in the figures of {period} as \"{class}\", by the tally that is entry number {index}."
        ));
    }
    proved
}

pub(super) fn not_proved(report: &ReceiptReport) -> Vec<String> {
    let mut not_proved = Vec::new();
    if report.cosignatures.is_empty() {
        not_proved.push(
            "Nobody but the ledger itself has signed: the policy used asks for no witnesses, or none has signed."
                .to_owned(),
        );
    }
    if report.event.is_none() {
        not_proved.push(
            "What happened is not shown: this receipt proves that something was recorded, not what."
                .to_owned(),
        );
    } else {
        not_proved.push(
            "That what the event says is true: a record can be complete and still be wrong.".to_owned(),
        );
    }
    match &report.tally {
        TallyReport::Absent => {
            not_proved.push("That the entry was counted in published figures: the receipt names no tally.".to_owned());
        }
        TallyReport::Claimed { index } => not_proved.push(format!(
            "That the entry was counted: the receipt says that entry number {index} counts it, which only the ledger itself can show."
        )),
        TallyReport::Proved { .. } => {}
    }
    not_proved
        .push("That everything which happened was recorded: a receipt speaks of one entry only.".to_owned());
    not_proved
}
