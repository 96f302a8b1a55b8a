//! Three nodes on one PostgreSQL, under load: one is killed, one is paused for longer than its lease, the database is
//! restarted twice. Nothing acknowledged is lost, the log does not fork, nothing is done twice.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]
#![expect(clippy::disallowed_methods, reason = "tests wait for processes with the machine's own clock")]

mod demonstration;
mod server;

use demonstration::{Demo, agent, clinic_part, eventually, proposal, serious_harm, witnesses};
use serde_json::{Value, json};
use server::Server;
use service::lead::LEASE_SECONDS;
use std::{
    collections::BTreeSet,
    fs::{self, File},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

const NODES: usize = 3;
const WORKERS: u32 = 3;
/// Longer than a lease and the time between two questions.
const ANOTHER_LEADS: Duration = Duration::from_secs(60);

fn candour(args: &[&str]) -> (i32, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_candour")).args(args).stdin(Stdio::null()).output().unwrap();
    let text = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    (done.status.code().unwrap_or(-1), text)
}

fn signal(process: &Child, name: &str) {
    let sent = Command::new("kill").args([&format!("-{name}"), &process.id().to_string()]).status().unwrap();
    assert!(sent.success(), "{name}");
}

/// A process that ends with this.
struct Node {
    url: String,
    config: PathBuf,
    log: PathBuf,
    process: Child,
}

impl Node {
    fn start(config: &Path, url: &str) -> Self {
        let log = config.with_extension("log");
        let process = Self::spawn(config, &log);
        let node = Self { url: url.to_owned(), config: config.to_owned(), log, process };
        eventually("a node answers", ANOTHER_LEADS, || node.ready().map(|_| ()));
        node
    }

    fn spawn(config: &Path, log: &Path) -> Child {
        let log = File::options().create(true).append(true).open(log).unwrap();
        Command::new(env!("CARGO_BIN_EXE_candour"))
            .args(["serve", "--config"])
            .arg(config)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .unwrap()
    }

    /// What it says of itself, where it answers.
    fn ready(&self) -> Option<String> {
        let agent: ureq::Agent =
            ureq::Agent::config_builder().timeout_global(Some(Duration::from_secs(2))).build().into();
        let mut answer = agent.get(format!("{}/readyz", self.url)).call().ok()?;
        answer.body_mut().read_to_string().ok()
    }

    fn is_leading(&self) -> bool {
        self.ready().is_some_and(|said| said == "ready, leading\n")
    }

    fn again(&mut self) {
        self.process = Self::spawn(&self.config, &self.log);
        eventually("a node answers again", ANOTHER_LEADS, || self.ready().map(|_| ()));
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        if std::thread::panicking() {
            eprintln!("{}:\n{}", self.log.display(), fs::read_to_string(&self.log).unwrap_or_default());
        }
    }
}

/// The one node that leads, other than some.
fn leading(nodes: &[Node], other_than: Option<usize>) -> usize {
    eventually("a node leads", ANOTHER_LEADS, || {
        (0..nodes.len()).find(|number| Some(*number) != other_than && nodes[*number].is_leading())
    })
}

/// What clients know: where nodes are, and what was acknowledged.
struct World {
    urls: Vec<String>,
    tokens: [String; 3],
    acknowledged: Mutex<Vec<String>>,
    decided: Mutex<Vec<String>>,
    is_over: AtomicBool,
    turn: AtomicU32,
}

impl World {
    /// Sends a command until some node acknowledges it, with one idempotency key; the nodes take turns.
    fn send(&self, role: usize, path: &str, body: &Value) -> Value {
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            // A paused node takes connections and never answers.
            .timeout_global(Some(Duration::from_secs(4)))
            .build()
            .into();
        let key = format!("nodes-{}", self.turn.fetch_add(1, Ordering::SeqCst));
        let until = Instant::now() + Duration::from_secs(120);
        loop {
            let turn = self.turn.fetch_add(1, Ordering::SeqCst) as usize;
            let asked = agent
                .post(format!("{}/api/v1/referrals{path}", self.urls[turn % self.urls.len()]))
                .header("authorization", &format!("Bearer {}", self.tokens[role]))
                .header("idempotency-key", &key)
                .header("content-type", "application/json")
                .send(body.to_string());
            if let Ok(mut answer) = asked {
                let status = answer.status().as_u16();
                let text = answer.body_mut().read_to_string().unwrap_or_default();
                match status {
                    200..300 => return serde_json::from_str(&text).unwrap_or(Value::Null),
                    500..600 => {}
                    _ => panic!("{path}: {status} {text}"),
                }
            }
            assert!(Instant::now() < until, "no node acknowledged {path}");
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// Referrals one after the other, each taken up to its decision.
    fn work(&self, worker: u32) {
        let mut number = 1_000 * (worker + 1);
        while !self.is_over.load(Ordering::SeqCst) {
            number += 1;
            let sent = self.send(0, "", &serious_harm(number));
            let id = sent["id"].as_str().unwrap().to_owned();
            self.acknowledged.lock().unwrap().push(id.clone());
            self.send(1, &format!("/{id}/facts"), &clinic_part());
            self.send(1, &format!("/{id}/record-openings"), &json!({"reason": "To see the present risk."}));
            self.send(1, &format!("/{id}/proposals"), &proposal());
            for (role, code) in [(1, "treating-clinician-opinion"), (2, "caldicott-guardian")] {
                let body = json!({"approval": code, "agree": true, "reasons": "I have weighed it."});
                self.send(role, &format!("/{id}/proposals/1/approvals"), &body);
            }
            self.decided.lock().unwrap().push(id);
        }
    }

    /// Every checkpoint that any node publishes.
    fn watch(&self) -> BTreeSet<String> {
        let agent: ureq::Agent =
            ureq::Agent::config_builder().timeout_global(Some(Duration::from_secs(2))).build().into();
        let mut seen = BTreeSet::new();
        while !self.is_over.load(Ordering::SeqCst) {
            for url in &self.urls {
                if let Ok(mut answer) = agent.get(format!("{url}/ledger/checkpoint")).call() {
                    seen.extend(answer.body_mut().read_to_string().ok());
                }
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        seen
    }
}

/// Waits until so many more referrals were decided.
fn progress(world: &World, count: usize) {
    let before = world.decided.lock().unwrap().len();
    eventually("work goes on", Duration::from_secs(120), || {
        (world.decided.lock().unwrap().len() >= before + count).then_some(())
    });
}

#[test]
fn three_nodes_lose_nothing_fork_nothing_and_do_nothing_twice() {
    let mut server = Server::start();
    let mut demo = Demo::start_with(30, &["--database", &server.url]);
    let dir = demo.dir.path().to_owned();
    let stopped = Command::new("kill").args(["-INT", &demo.pid().to_string()]).status().unwrap();
    assert!(stopped.success() && demo.wait_for_exit(Duration::from_secs(60)));
    let witnesses = witnesses(&dir);

    // Three configurations that differ in where they listen; the data folder is shared.
    let config = fs::read_to_string(dir.join("candour.toml")).unwrap();
    let old = demo.url();
    let address = old.strip_prefix("http://").unwrap();
    let places: Vec<TcpListener> = (0..NODES).map(|_| TcpListener::bind("127.0.0.1:0").unwrap()).collect();
    let ports: Vec<u16> = places.iter().map(|place| place.local_addr().unwrap().port()).collect();
    drop(places);
    let mut nodes: Vec<Node> = std::thread::scope(|scope| {
        let start = |port: &u16| {
            let path = dir.join(format!("node-{port}.toml"));
            let listen = format!("listen = \"127.0.0.1:{port}\"");
            fs::write(&path, config.replacen(&format!("listen = \"{address}\""), &listen, 1)).unwrap();
            let url = format!("http://127.0.0.1:{port}");
            scope.spawn(move || Node::start(&path, &url))
        };
        // All at once, as a machine room comes back after a power cut.
        let started: Vec<_> = ports.iter().map(start).collect();
        started.into_iter().map(|node| node.join().unwrap()).collect()
    });
    let first = leading(&nodes, None);
    assert_eq!(nodes.iter().filter(|node| node.is_leading()).count(), 1, "one leads");
    let received = "SELECT count(*) FROM candour.events WHERE kind = 'referral-received'";
    let before: usize = server.ask(received).parse().unwrap();
    let epoch_at_first: u64 = server.ask("SELECT epoch FROM candour.ledger_head").parse().unwrap();

    let world = Arc::new(World {
        urls: nodes.iter().map(|node| node.url.clone()).collect(),
        tokens: ["officer", "clinician", "guardian"].map(|role| demo.token(role)),
        acknowledged: Mutex::default(),
        decided: Mutex::default(),
        is_over: AtomicBool::new(false),
        turn: AtomicU32::new(0),
    });
    let workers: Vec<_> = (0..WORKERS)
        .map(|worker| {
            let world = Arc::clone(&world);
            std::thread::spawn(move || world.work(worker))
        })
        .collect();
    let watcher = {
        let world = Arc::clone(&world);
        std::thread::spawn(move || world.watch())
    };
    progress(&world, 3);

    // The leading node is killed.
    nodes[first].process.kill().unwrap();
    nodes[first].process.wait().unwrap();
    let second = leading(&nodes, Some(first));
    progress(&world, 3);
    nodes[first].again();

    // The leading node is paused for longer than its lease, and goes on where it was.
    signal(&nodes[second].process, "STOP");
    let paused = Instant::now();
    let third = leading(&nodes, Some(second));
    progress(&world, 3);
    std::thread::sleep(Duration::from_secs(u64::from(LEASE_SECONDS) + 3).saturating_sub(paused.elapsed()));
    signal(&nodes[second].process, "CONT");
    progress(&world, 3);
    assert!(nodes[third].is_leading(), "whoever was paused takes nothing back");
    assert!(!nodes[second].is_leading());

    // The database is restarted, orderly and as after a crash.
    for how in ["fast", "immediate"] {
        server.restart(how);
        progress(&world, 3);
    }

    world.is_over.store(true, Ordering::SeqCst);
    for worker in workers {
        worker.join().unwrap();
    }
    let published = watcher.join().unwrap();
    let still = leading(&nodes, None);

    // Everything that was decided reaches the officer, whichever node is asked.
    let decided = world.decided.lock().unwrap().clone();
    let agent = agent();
    let get = |node: &Node, role: usize, path: &str| {
        let asked = agent.get(format!("{}/api/v1/referrals/{path}", node.url));
        let mut answer =
            asked.header("authorization", &format!("Bearer {}", world.tokens[role])).call().unwrap();
        (answer.status().as_u16(), answer.body_mut().read_to_string().unwrap())
    };
    for (number, id) in decided.iter().enumerate() {
        eventually("the disclosure is released", Duration::from_secs(60), || {
            let (status, text) = get(&nodes[number % NODES], 0, &format!("{id}/disclosures/1"));
            (status == 200 && text.contains("INVENTED-CONTENT")).then_some(())
        });
    }
    // Everything acknowledged is there.
    let acknowledged = world.acknowledged.lock().unwrap().clone();
    for (number, id) in acknowledged.iter().enumerate() {
        assert_eq!(get(&nodes[number % NODES], 0, id).0, 200, "{id}");
    }
    assert!(acknowledged.len() >= 15, "{} referrals", acknowledged.len());

    // The one that leads stops in order, and another one need not wait for the lease to end.
    signal(&nodes[still].process, "INT");
    nodes[still].process.wait().unwrap();
    leading(&nodes, Some(still));
    for node in &mut nodes {
        if node.process.try_wait().unwrap().is_none() {
            signal(&node.process, "INT");
            node.process.wait().unwrap();
        }
    }

    // Nothing was done twice: what happens once in a case happened once, and a letter has one file.
    for kind in ["referral-received", "disclosure-released", "notice-sent"] {
        let twice = format!(
            "SELECT count(*) FROM (SELECT case_id FROM candour.events WHERE kind = '{kind}' \
             GROUP BY case_id HAVING count(*) > 1) AS twice"
        );
        assert_eq!(server.ask(&twice), "0", "{kind}");
    }
    let released = "SELECT count(*) FROM candour.events WHERE kind = 'disclosure-released'";
    assert!(server.ask(released).parse::<usize>().unwrap() >= decided.len());
    let after: usize = server.ask(received).parse().unwrap();
    assert_eq!(after, before + acknowledged.len(), "one referral for each acknowledgement");
    let epoch: u64 = server.ask("SELECT epoch FROM candour.ledger_head").parse().unwrap();
    assert!(epoch >= epoch_at_first + 3, "each new lead is an epoch: {epoch_at_first} to {epoch}");

    // From outside: the record holds together, and every checkpoint that anybody saw is part of the last one.
    let config = nodes[0].config.to_str().unwrap();
    let (status, text) = candour(&["doctor", "--config", config]);
    assert!(status == 0 && text.contains("everything holds"), "{status} {text}");
    let (ledger, policy) = (dir.join("data/ledger"), dir.join("ledger.policy"));
    let (ledger, policy) = (ledger.to_str().unwrap(), policy.to_str().unwrap());
    assert!(published.len() >= 5, "{} checkpoints were seen", published.len());
    let earlier = dir.join("earlier");
    for checkpoint in &published {
        fs::write(&earlier, checkpoint).unwrap();
        let since = earlier.to_str().unwrap();
        let (status, text) = candour(&["ledger", "verify", ledger, "--policy", policy, "--since", since]);
        assert_eq!(status, 0, "{text}");
    }
    for mut witness in witnesses {
        drop(witness.stdin.take());
        witness.wait().unwrap();
    }
}
