//! The turn of a half-year: what the new one commits to waits until the old one is tallied, and until a checkpoint stands
//! behind the last tally, wherever the service is interrupted meanwhile.

#![expect(clippy::unwrap_used, reason = "tests")]

mod sequencing;

use casework::{
    actor::{Place, Role},
    id::{AccountId, IndividualId},
};
use sequencing::World;
use service::{
    accounts::NewAccount,
    ledger::Sequencer,
    ports::{AccountRow, LedgerStore as _},
};
use std::sync::atomic::Ordering;
use tlog::entry::Entry;

/// 31 December 2026, 23:50 in London.
const LATE: i64 = 1_798_761_000;
const MIDNIGHT: i64 = LATE + 600;

/// Something that is committed to: an account is made.
async fn committed(world: &World) {
    let id = AccountId::from_bytes(world.service.fresh_id());
    let row = AccountRow {
        account: id.clone(),
        individual: IndividualId::parse(id.as_str()).unwrap(),
        name: id.to_string(),
        title: "Somebody".to_owned(),
        role: Role::Administrator,
        place: Place::Service,
        password: String::new(),
        token: None,
        active: true,
    };
    let new = NewAccount { row, password: "a password of some length".to_owned(), token: None };
    world.service.make_account(None, new).await.unwrap();
}

/// The forms of what is numbered, each as one letter: `a`ct, `c`ommitment, `t`ally, `p` for promises and keepings.
async fn numbered(world: &World) -> String {
    let entries = world.store.entries(0, 1_000).await.unwrap();
    let letter = |bytes: &[u8]| match Entry::parse(bytes).unwrap().unwrap() {
        Entry::Act(_) => 'a',
        Entry::Commitment { .. } => 'c',
        Entry::Tally { .. } => 't',
        _ => 'p',
    };
    entries.iter().map(|row| letter(&row.entry)).collect()
}

/// The order without promises and acts, runs of one form as one number and letter.
fn in_short(forms: &str) -> String {
    let mut runs: Vec<(char, usize)> = Vec::new();
    for form in forms.chars().filter(|form| "ct".contains(*form)) {
        match runs.last_mut() {
            Some((last, count)) if *last == form => *count += 1,
            _ => runs.push((form, 1)),
        }
    }
    runs.iter().map(|(form, count)| format!("{count}{form}")).collect::<Vec<_>>().join(" ")
}

async fn at(world: &World, now: i64) {
    let seconds = now - world.service.now().0;
    world.clock.advance(seconds);
    for witness in &world.witnesses.witnesses {
        witness.time.fetch_add(seconds, Ordering::SeqCst);
    }
}

/// Crosses the turn, with the sequencer begun anew before each round where `interrupted`, and no witness ever answering
/// where `alone`; otherwise they answer from the tallies on.
async fn across(interrupted: bool, alone: bool) {
    let world = World::make_at(LATE).await;
    let mut sequencer = Sequencer::open(world.service.clone()).await.unwrap();
    let round = async |sequencer: &mut Sequencer| {
        if interrupted {
            *sequencer = Sequencer::open(world.service.clone()).await.unwrap();
        }
        sequencer.round().await.unwrap();
    };
    let answer = |answers: bool| {
        for witness in &world.witnesses.witnesses {
            witness.answers.store(answers, Ordering::SeqCst);
        }
    };
    answer(false);
    for _ in 0..9 {
        committed(&world).await;
    }
    at(&world, MIDNIGHT + 60).await;
    for _ in 0..3 {
        committed(&world).await;
    }
    round(&mut sequencer).await;
    assert_eq!(
        in_short(&numbered(&world).await),
        "9c",
        "the old half-year goes out at once, the new one waits"
    );

    // However old the waiting ones are, and however many.
    at(&world, MIDNIGHT + 599).await;
    for _ in 0..70 {
        committed(&world).await;
    }
    world.service.keep_ledger().await.unwrap();
    round(&mut sequencer).await;
    assert_eq!(in_short(&numbered(&world).await), "9c", "the grace is not over");

    // Witnesses are asked once a second at most, and here that is just before the tallies.
    at(&world, MIDNIGHT + 601).await;
    round(&mut sequencer).await;
    while world.service.keep_ledger().await.unwrap() {}
    let mut signed = Vec::new();
    for second in [601, 601, 602, 602, 603, 604] {
        at(&world, MIDNIGHT + second).await;
        round(&mut sequencer).await;
        signed.push(world.store.checkpoint(false).await.unwrap().unwrap().size);
        if second == 601 && !interrupted {
            assert_eq!(in_short(&numbered(&world).await), "9c 9t", "nothing follows before a checkpoint");
        }
        answer(!alone);
    }
    let after = numbered(&world).await;
    assert_eq!(in_short(&after), "9c 9t 73c", "the new half-year follows");
    let last = after.rfind('t').unwrap() as u64 + 1;
    let first = signed.iter().find(|size| **size >= last);
    assert_eq!(
        first,
        Some(&last),
        "the first checkpoint that holds all tallies ends with the last: {signed:?}"
    );
    assert!(signed.last() > Some(&last));
}

#[tokio::test]
async fn the_new_half_year_waits_for_the_tallies_of_the_old_one() {
    across(false, false).await;
}

#[tokio::test]
async fn also_where_the_sequencer_begins_anew_before_every_step() {
    across(true, false).await;
}

#[tokio::test]
async fn also_where_no_witness_answers() {
    across(false, true).await;
    across(true, true).await;
}

#[tokio::test]
async fn a_weekly_batch_that_was_made_meanwhile_waits_for_that_checkpoint_too() {
    let world = World::make_at(LATE).await;
    let mut sequencer = Sequencer::open(world.service.clone()).await.unwrap();
    for _ in 0..9 {
        committed(&world).await;
    }
    at(&world, MIDNIGHT + 60).await;
    committed(&world).await;
    sequencer.round().await.unwrap();
    // The sequencer waits, for its storage say, while the calendar goes on.
    for later in [601, 8 * 86_400] {
        at(&world, MIDNIGHT + later).await;
        while world.service.keep_ledger().await.unwrap() {}
    }
    let mut signed = Vec::new();
    for second in 1..5 {
        at(&world, MIDNIGHT + 8 * 86_400 + second).await;
        sequencer.round().await.unwrap();
        signed.push(world.store.checkpoint(false).await.unwrap().unwrap().size);
    }
    let forms = numbered(&world).await;
    let last = forms.rfind('t').unwrap() as u64 + 1;
    assert!(forms[last.try_into().unwrap()..].contains('p'), "the batch follows: {forms}");
    assert_eq!(signed.iter().find(|size| **size >= last), Some(&last), "{signed:?} {forms}");
}
