//! (g) Receipts out of a small ledger and a large one, through the service: found, proved and put together. Warm: what is
//! read lies in the page cache. Cold: before each one, the tiles that it needs and the database are dropped from it.

use super::{
    bulk::Bulk,
    percentiles,
    report::{Aim, aim, line},
    world,
};
use casework::id::CaseId;
use rustix::fs::{Advice, fadvise, sync};
use std::{
    fs::File,
    path::Path,
    time::{Duration, Instant},
};
use tlog::tile::{TILE_LEVELS, TilePath, tiles_at_level, width_of_tile};

const ROUNDS: usize = 5;

pub async fn run(small: &Bulk, large: &Bulk) {
    println!(
        "\n(g) receipts of {} and of {} entries, {} taken in turn, {ROUNDS} times",
        small.size,
        large.size,
        small.cases.len()
    );
    sync();
    for bulk in [small, large] {
        for case in &bulk.cases {
            receipt(bulk, case).await;
        }
    }
    let mut times = [const { Vec::new() }; 4];
    for _ in 0..ROUNDS {
        for (one, other) in small.cases.iter().zip(&large.cases) {
            times[0].push(receipt(small, one).await);
            times[1].push(receipt(large, other).await);
        }
    }
    for (place, (one, other)) in small.cases.iter().zip(&large.cases).enumerate() {
        drop_from_cache(small, place);
        times[2].push(receipt(small, one).await);
        drop_from_cache(large, place);
        times[3].push(receipt(large, other).await);
    }
    let [warm_small, warm, cold_small, cold] = times.map(|mut times| percentiles(&mut times, 99));
    let both = |(median, p99): (Duration, Duration)| format!("{median:.1?} / {p99:.1?}");
    line("warm, median / p99, small", both(warm_small));
    line("warm, median / p99, large", both(warm));
    line("cold, median / p99, small", both(cold_small));
    line("cold, median / p99, large", both(cold));
    let ratio = |large: Duration, small: Duration| large.as_secs_f64() / small.as_secs_f64();
    aim("warm, p99, large against small", ratio(warm.1, warm_small.1), &Aim::AtMost(2.0));
    aim("cold, p99, large against small", ratio(cold.1, cold_small.1), &Aim::AtMost(2.0));
    aim("warm, large, median in milliseconds", warm.0.as_secs_f64() * 1_000.0, &Aim::AtMost(1.0));
    aim("warm, large, p99 in milliseconds", warm.1.as_secs_f64() * 1_000.0, &Aim::AtMost(1.0));
}

async fn receipt(bulk: &Bulk, case: &CaseId) -> Duration {
    let clinician = world::clinician(1).actor;
    let began = Instant::now();
    let receipts = bulk.world.service.receipts(case, &clinician).await.unwrap();
    let took = began.elapsed();
    assert_eq!(receipts.len(), 1);
    took
}

/// Drops what a receipt reads: the tiles on the way of its leaf and at the edge, and the database.
fn drop_from_cache(bulk: &Bulk, place: usize) {
    let size = bulk.size as u64;
    let every = size / bulk.cases.len() as u64;
    let index = place as u64 * every + every / 2;
    for level in 0..TILE_LEVELS {
        let on_the_way = index.checked_shr(8 * (u32::from(level) + 1)).unwrap_or(0);
        let last = tiles_at_level(size, level).saturating_sub(1);
        for tile in [on_the_way, last] {
            if let Some(width) = width_of_tile(size, level, tile) {
                let path = TilePath::hashes(level, tile, width).unwrap();
                drop_file(&bulk.folder.join("ledger").join(path.to_string()));
            }
        }
    }
    drop_file(&bulk.folder.join("candour.db"));
}

fn drop_file(path: &Path) {
    let file = File::open(path).unwrap();
    fadvise(&file, 0, None, Advice::DontNeed).unwrap();
}
