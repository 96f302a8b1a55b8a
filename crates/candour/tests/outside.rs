//! What the service finds out from its witnesses: a lost quorum, and a clock that is wrong. Both stand in the ledger.

mod sequencing;

use sequencing::World;
use service::ledger::{CLOCK_APART_SECONDS_MAX, QUORUM_LOST_SECONDS, Sequencer};
use std::sync::atomic::Ordering;
use tlog::entry::ActKind;

#[tokio::test]
async fn a_lost_quorum_is_said_once_and_its_return_as_well_also_across_a_restart() {
    let world = World::make().await;
    let mut sequencer = Sequencer::open(world.service.clone()).await.unwrap();
    world.later(&mut sequencer, 1).await;
    assert_eq!(world.acts().await, []);

    // A short absence is not worth a word.
    let second = &world.witnesses.witnesses[1].answers;
    second.store(false, Ordering::SeqCst);
    world.something().await;
    world.later(&mut sequencer, 1).await;
    world.later(&mut sequencer, QUORUM_LOST_SECONDS - 1).await;
    second.store(true, Ordering::SeqCst);
    world.later(&mut sequencer, 1).await;
    assert_eq!(world.acts().await, []);

    second.store(false, Ordering::SeqCst);
    world.something().await;
    world.later(&mut sequencer, 1).await;
    for _ in 0..3 {
        world.later(&mut sequencer, QUORUM_LOST_SECONDS).await;
    }
    assert_eq!(world.acts().await, [ActKind::QuorumLost]);
    drop(sequencer);
    let mut sequencer = Sequencer::open(world.service.clone()).await.unwrap();
    for _ in 0..3 {
        world.later(&mut sequencer, QUORUM_LOST_SECONDS).await;
    }
    assert_eq!(world.acts().await, [ActKind::QuorumLost], "it was said before the restart");

    second.store(true, Ordering::SeqCst);
    for _ in 0..3 {
        world.later(&mut sequencer, 1).await;
    }
    assert_eq!(world.acts().await, [ActKind::QuorumLost, ActKind::QuorumBack]);
    // And a second time.
    second.store(false, Ordering::SeqCst);
    world.something().await;
    for _ in 0..4 {
        world.later(&mut sequencer, QUORUM_LOST_SECONDS).await;
    }
    assert_eq!(
        world.acts().await,
        [ActKind::QuorumLost, ActKind::QuorumBack, ActKind::QuorumLost],
        "every loss is said"
    );
}

#[tokio::test]
async fn a_clock_far_from_every_witness_is_said_and_stops_what_time_makes_due_until_one_agrees() {
    let world = World::make().await;
    let mut sequencer = Sequencer::open(world.service.clone()).await.unwrap();
    world.later(&mut sequencer, 1).await;
    for (behind, stopped) in [(false, false), (true, false), (true, true)] {
        // One witness alone stops nothing; a little is not far.
        let [one, two] = &world.witnesses.witnesses;
        let now = world.service.now().0;
        let far = CLOCK_APART_SECONDS_MAX + 60;
        one.time.store(if behind { now - far } else { now - CLOCK_APART_SECONDS_MAX }, Ordering::SeqCst);
        two.time.store(if stopped { now + far } else { now }, Ordering::SeqCst);
        world.something().await;
        world.later(&mut sequencer, 1).await;
        assert_eq!(world.service.is_clock_stopped(), stopped, "{behind} {stopped}");
    }
    world.later(&mut sequencer, 1).await;
    assert_eq!(world.acts().await, [ActKind::ClockStopped]);
    assert!(world.service.clone().current().is_clock_stopped(), "every copy of the service knows");

    // Nothing new is in the ledger, and witnesses are asked for the time all the same.
    let [one, _] = &world.witnesses.witnesses;
    one.time.store(world.service.now().0, Ordering::SeqCst);
    for _ in 0..3 {
        world.later(&mut sequencer, 30).await;
    }
    assert!(!world.service.is_clock_stopped());
    assert_eq!(world.acts().await, [ActKind::ClockStopped]);
}
