//! (c) The case page and the queue page, as views in process, with a thousand and with a hundred thousand cases.

use super::{percentiles, world};
use std::time::{Duration, Instant};

const SMALL: usize = 1_000;
const LARGE: usize = 100_000;
const LOOKS: usize = 300;

pub async fn run() {
    let folder = tempfile::tempdir().unwrap();
    let world = world::make(folder.path()).await;
    let mut kept = Vec::new();
    fill(&world, 0, SMALL, &mut kept).await;
    let (small_case, small_queue) = measure(&world, &kept).await;
    let began = Instant::now();
    fill(&world, SMALL, LARGE, &mut kept).await;
    eprintln!("    {} cases in {:.0?}", LARGE - SMALL, began.elapsed());
    let (large_case, large_queue) = measure(&world, &kept).await;
    println!(
        "\n(c) views with {SMALL} and {LARGE} cases, median of {LOOKS} (each case view records its read)"
    );
    println!("    case                         {small_case:>10.1?} / {large_case:.1?}");
    println!("    queue                        {small_queue:>10.1?} / {large_queue:.1?}");
    let ratio = |large: Duration, small: Duration| large.as_secs_f64() / small.as_secs_f64();
    println!("    case, large against small:   {:.2} (aim: within 1.3)", ratio(large_case, small_case));
    println!("    queue, large against small:  {:.2} (aim: within 1.3)", ratio(large_queue, small_queue));
    println!("    that no query scans is asserted by the store's own tests");
}

async fn fill(world: &world::World, from: usize, to: usize, kept: &mut Vec<casework::id::CaseId>) {
    let mut number = from;
    while number < to {
        let batch: Vec<_> = (number..(number + 128).min(to))
            .map(|number| {
                let service = world.service.clone();
                tokio::spawn(async move { world::new_case(&service, number).await })
            })
            .collect();
        for (place, task) in batch.into_iter().enumerate() {
            let id = task.await.unwrap();
            if (number + place).is_multiple_of((to / 100).max(1)) {
                kept.push(id);
            }
        }
        number += 128;
    }
}

async fn measure(world: &world::World, cases: &[casework::id::CaseId]) -> (Duration, Duration) {
    let (mut case_times, mut queue_times) = (Vec::new(), Vec::new());
    let clinician = world::clinician(1).actor;
    for look in 0..LOOKS {
        let began = Instant::now();
        world.service.clinic_case(&cases[look % cases.len()], &clinician).await.unwrap();
        case_times.push(began.elapsed());
        let began = Instant::now();
        world.service.queue(&clinician, None).await.unwrap();
        queue_times.push(began.elapsed());
    }
    (percentiles(&mut case_times, 95).0, percentiles(&mut queue_times, 95).0)
}
