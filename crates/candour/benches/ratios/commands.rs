//! (b) Durable commands a second: one client and sixty-four, in process, against bare SQLite transactions that write the
//! same rows, bytes and indices at the same durability, one transaction a command.

use super::{
    bare,
    world::{self, World},
};
use std::time::{Duration, Instant};

const SECONDS: Duration = Duration::from_secs(5);
/// A case of realistic length.
const COMMANDS_A_CASE: usize = 30;

pub async fn run() {
    let folder = tempfile::tempdir().unwrap();
    let world = world::make(folder.path()).await;
    let before = world.store.counters();
    let (one, one_commands) = clients(&world, 0, 1, SECONDS).await;
    let between = world.store.counters();
    let (many, many_commands) = clients(&world, 1_000_000, 64, SECONDS).await;
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

/// Commands a second, and how many in all. Cases are kept short, so clients go on with fresh ones, numbered from `first`,
/// until the time is up; beginning a case is a command too.
pub async fn clients(world: &World, first: usize, count: usize, seconds: Duration) -> (f64, usize) {
    let began = Instant::now();
    let mut tasks = Vec::new();
    for client in 0..count {
        let service = world.service.clone();
        tasks.push(tokio::spawn(async move {
            let asked = world::clinician(client);
            let (mut done, mut number) = (0, first + client);
            while began.elapsed() < seconds {
                let case = world::new_case(&service, number).await;
                number += count;
                done += 1;
                let mut turn = 1;
                while turn < COMMANDS_A_CASE && began.elapsed() < seconds {
                    service.supply_facts(&case, &asked, &world::clinic_part(turn)).await.unwrap();
                    turn += 1;
                    done += 1;
                }
            }
            done
        }));
    }
    let mut commands = 0;
    for task in tasks {
        commands += task.await.unwrap();
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
