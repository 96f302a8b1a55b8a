//! (h) Durable commands a second on PostgreSQL with one, two and three nodes that have one record open: each a service
//! and a store of its own. Nodes take turns to write, so more of them are for being there when one is not.

use super::{
    Size, commands,
    report::{line, median, short},
    server::Server,
    world::{self, World},
};
use std::{sync::Arc, time::Duration};

const NODES: usize = 3;
/// Clients of all nodes together.
const CLIENTS: usize = 48;

pub async fn run(size: Size) {
    let (turns, seconds) = if size == Size::Full { (5, 5) } else { (3, 3) };
    let Some(server) = Server::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    let url = server.database("nodes").await;
    let at = store::Server::parse(&url, None).unwrap();
    let keys = world::keys();
    let mut nodes: Vec<World> = Vec::new();
    for number in 0..NODES {
        let opened = if number == 0 {
            store::Database::create_server(&at).await.unwrap()
        } else {
            store::Database::open_server(&at).await.unwrap()
        };
        let below = folder.path().join(number.to_string());
        nodes.push(world::node(Arc::new(opened), &below, keys.clone()).await);
    }
    let mut figures: Vec<Vec<f64>> = vec![Vec::new(); NODES];
    for turn in 0..turns {
        for count in 1..=NODES {
            let working: Vec<_> = nodes[..count]
                .iter()
                .enumerate()
                .map(|(node, world)| {
                    // No two clients of any turn begin the same case.
                    let first = ((turn * NODES + count) * NODES + node) * 1_000_000;
                    let (world, seconds) = (world.clone(), Duration::from_secs(seconds));
                    tokio::spawn(
                        async move { commands::clients(&world, first, CLIENTS / count, seconds).await.0 },
                    )
                })
                .collect();
            let mut sum = 0.0;
            for node in working {
                sum += node.await.unwrap();
            }
            figures[count - 1].push(sum);
        }
    }
    let figures: Vec<f64> = figures.iter_mut().map(|turns| median(turns)).collect();
    println!(
        "\n(h) durable commands a second on PostgreSQL, {CLIENTS} clients in all, {turns} turns of {seconds} s"
    );
    for (count, figure) in figures.iter().enumerate() {
        let against =
            if count == 0 { String::new() } else { format!("   {:.2} of one", figure / figures[0]) };
        line(&format!("nodes: {}", count + 1), format!("{:>12}{against}", short(*figure)));
    }
    println!("    nodes, clients and the server share these {} cores", super::cores());
}
