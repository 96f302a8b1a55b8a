//! (b) Durable commands a second: one client and sixty-four, in process, against bare SQLite transactions that write the
//! same rows, bytes and indices at the same durability, one transaction a command.

use super::{bare, world};
use std::time::{Duration, Instant};

const SECONDS: Duration = Duration::from_secs(5);

pub async fn run() {
    let folder = tempfile::tempdir().unwrap();
    let world = world::make(folder.path()).await;
    let mut cases = Vec::new();
    for number in 0..64 {
        cases.push(world::new_case(&world.service, number).await);
    }
    let before = world.store.counters();
    let (one, one_commands) = clients(&world, &cases, 1).await;
    let between = world.store.counters();
    let (many, many_commands) = clients(&world, &cases, 64).await;
    let after = world.store.counters();
    let bare = bare::run(SECONDS).await;
    println!("\n(b) durable commands a second (facts supplied by a clinician), in process");
    println!(
        "    one client                   {one:>10.0}   {one_commands} commands, {}",
        since(&between, &before)
    );
    println!(
        "    sixty-four clients           {many:>10.0}   {many_commands} commands, {}",
        since(&after, &between)
    );
    println!("    bare SQLite, same rows       {bare:>10.0}   one transaction, one fsync a command");
    println!("    one client against bare:     {:.2} (aim: 0.5)", one / bare);
    println!("    sixty-four against bare:     {:.2} (aim: 1.0)", many / bare);
}

async fn clients(world: &world::World, cases: &[casework::id::CaseId], count: usize) -> (f64, usize) {
    let began = Instant::now();
    let mut tasks = Vec::new();
    for (client, case) in cases.iter().take(count).enumerate() {
        let (service, case) = (world.service.clone(), case.clone());
        tasks.push(tokio::spawn(async move {
            let asked = world::clinician(client);
            let mut done = 0;
            while began.elapsed() < SECONDS {
                service.supply_facts(&case, &asked, &world::clinic_part(done)).await.unwrap();
                done += 1;
                // A case of realistic length: its next events begin a fresh one.
                if done % 30 == 0 {
                    break;
                }
            }
            done
        }));
    }
    let mut commands = 0;
    for task in tasks {
        commands += task.await.unwrap();
    }
    // Cases are kept short, so clients go on with fresh ones until the time is up.
    let mut number = 1_000 * count;
    while began.elapsed() < SECONDS {
        let mut round = Vec::new();
        for client in 0..count {
            number += 1;
            let (service, number) = (world.service.clone(), number);
            round.push(tokio::spawn(async move {
                let case = world::new_case(&service, number).await;
                let asked = world::clinician(client);
                let mut done = 1;
                while done < 30 && began.elapsed() < SECONDS {
                    service.supply_facts(&case, &asked, &world::clinic_part(done)).await.unwrap();
                    done += 1;
                }
                done
            }));
        }
        for task in round {
            commands += task.await.unwrap();
        }
    }
    (commands as f64 / began.elapsed().as_secs_f64(), commands)
}

/// What the writer did between two moments.
fn since(after: &store::Counters, before: &store::Counters) -> String {
    let (commands, batches) = (after.commands - before.commands, after.batches - before.batches);
    let each = |count: u64| count as f64 / commands.max(1) as f64;
    format!(
        "{:.1} rows and {:.2} fsyncs a command, {:.1} commands a batch",
        each(after.rows - before.rows),
        each(after.fsyncs - before.fsyncs),
        commands as f64 / batches.max(1) as f64
    )
}
