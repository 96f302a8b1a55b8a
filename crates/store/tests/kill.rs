//! Kills a process that records, at twenty points it does not know of, and looks what is left.
//!
//! The test runs itself: as a child it records with several clients at once and says on its output what was
//! acknowledged; as the parent it ends the child with SIGKILL, opens the store and holds it against what the child said.
//! It has a `main` of its own because a test of the usual harness cannot be given arguments.

use candour_store::Database;
use casework::{
    header::Stream,
    id::{AccountId, CaseId, TrustId, UnitId},
    time::Moment,
};
use service::ports::{
    CaseModels, CaseRow, KeyRow, LedgerStore as _, NewLeaf, Store as _, StoredEvent, TaskRow, Write,
};
use sha2::{Digest as _, Sha256};
use std::{
    collections::BTreeMap,
    error::Error,
    io::{BufRead as _, BufReader, Write as _},
    path::Path,
    process::{Command, Stdio},
    sync::Arc,
};

type Outcome<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;

/// How often the child is killed.
const KILLS: u64 = 20;
/// Clients at once in the child.
const CLIENTS: u64 = 8;
/// Events after which a client stops, so that a forgotten child ends.
const EVENTS_MAX: u64 = 2_000;
/// Acknowledgements after which the kill comes, at most.
const ACKNOWLEDGED_MAX: u64 = 150;
const NOON: Moment = Moment(1_795_348_800);

fn main() -> Outcome {
    let arguments: Vec<String> = std::env::args().collect();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    match arguments.as_slice() {
        [_, word, folder, round] if word == "child" => {
            runtime.block_on(record(Path::new(folder), round.parse()?))
        }
        _ => runtime.block_on(kill_and_look()),
    }
}

/// The child: records until it is killed.
async fn record(folder: &Path, round: u64) -> Outcome {
    let store = Arc::new(Database::open(folder).await?);
    say("ready")?;
    let mut clients = Vec::new();
    for client in 0..CLIENTS {
        let store = Arc::clone(&store);
        let case = CaseId::parse(&format!("r{round}-c{client}"))?;
        clients.push(tokio::spawn(async move {
            for position in 1..=EVENTS_MAX {
                store.append(write(&case, position)?).await?;
                say(&format!("{case} {position}"))?;
            }
            Ok::<(), Box<dyn Error + Send + Sync>>(())
        }));
    }
    for client in clients {
        client.await??;
    }
    Ok(())
}

/// One line, in one piece.
fn say(line: &str) -> Outcome {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("{line}\n").as_bytes())?;
    out.flush()?;
    Ok(())
}

fn write(case: &CaseId, position: u64) -> Outcome<Write> {
    let event = StoredEvent {
        stream: Stream::Decision,
        case: case.clone(),
        position,
        kind: "referral-received".to_owned(),
        time: NOON,
        header: format!("{case}/{position}").into_bytes(),
        payload: vec![1; 700],
        salt: vec![2; 72],
        commitment: Sha256::digest(format!("{case}/{position}")).into(),
    };
    let leaf = NewLeaf {
        entry: b"entry".to_vec(),
        commitment: Some(event.commitment),
        class: "referral-received",
        tally_salt: [3; 32],
        flush: false,
        made: NOON,
    };
    let key = |kind: &str| KeyRow {
        case: case.clone(),
        kind: kind.to_owned(),
        unit: "london".to_owned(),
        epoch: 1,
        wrapped: vec![4; 60],
        made: NOON,
    };
    let new_keys = if position == 1 { vec![key("case"), key("identity")] } else { Vec::new() };
    Ok(Write {
        events: vec![event],
        leaves: vec![leaf],
        models: Some(models(case, position)?),
        new_keys,
        ..Write::default()
    })
}

fn models(case: &CaseId, position: u64) -> Outcome<CaseModels> {
    let row = CaseRow {
        case: case.clone(),
        reference: format!("LON-{case}"),
        unit: UnitId::parse("london")?,
        trust: TrustId::parse("north")?,
        force: None,
        opened_by: AccountId::parse("officer")?,
        recipient: None,
        informed: None,
        origin: "requester".to_owned(),
        phase: "open".to_owned(),
        stage: "new".to_owned(),
        officer_state: "sent".to_owned(),
        fixed_at: NOON,
        opened: NOON,
        updated: NOON,
        position,
        wake: None,
        to_release: false,
        holder: None,
        barred: Vec::new(),
        handed_over: None,
    };
    let task = TaskRow {
        case: case.clone(),
        reference: row.reference.clone(),
        scope: "unit:london".to_owned(),
        role: casework::actor::Role::Clinician,
        kind: "answer".to_owned(),
        n: u32::try_from(position)?,
        since: NOON,
        urgent: false,
        holder: None,
        barred: Vec::new(),
        origin: row.origin.clone(),
    };
    Ok(CaseModels { row, tasks: vec![task], letters: Vec::new() })
}

/// The parent.
async fn kill_and_look() -> Outcome {
    let outer = tempfile::tempdir()?;
    let folder = outer.path().join("data");
    Database::create(&folder).await?.close().await;
    let mut acknowledged: BTreeMap<CaseId, u64> = BTreeMap::new();
    let mut point = 7_u64;
    for round in 0..KILLS {
        // A linear congruential generator: points that differ and that a failure repeats.
        point = point.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let after = (point >> 33) % ACKNOWLEDGED_MAX;
        let dawdle = (point >> 20) % 200_000;
        for (case, position) in run_and_kill(&folder, round, after, dawdle)? {
            let last = acknowledged.entry(case).or_default();
            *last = position.max(*last);
        }
        look(&folder, &acknowledged).await.map_err(|error| format!("kill {round} after {after}: {error}"))?;
    }
    let events: u64 = acknowledged.values().sum();
    if events < KILLS {
        return Err(format!("the children recorded only {events} events: this shows nothing").into());
    }
    println!("{KILLS} kills, {events} acknowledged events, all of them there");
    Ok(())
}

/// Starts a child, kills it some way into its work, and returns what it said it had recorded.
fn run_and_kill(folder: &Path, round: u64, after: u64, dawdle: u64) -> Outcome<Vec<(CaseId, u64)>> {
    let mut child = Command::new(std::env::current_exe()?)
        .arg("child")
        .arg(folder)
        .arg(round.to_string())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut output = BufReader::new(child.stdout.take().ok_or("the child has no output")?);
    let (mut said, mut line, mut killed) = (Vec::new(), String::new(), false);
    loop {
        line.clear();
        // A line without its end was cut off: the child did not finish saying it.
        if output.read_line(&mut line)? == 0 || !line.ends_with('\n') {
            break;
        }
        if let Some((case, position)) = line.trim_end().split_once(' ') {
            said.push((CaseId::parse(case)?, position.parse()?));
        }
        if !killed && said.len() as u64 >= after {
            for _ in 0..dawdle {
                std::hint::spin_loop();
            }
            child.kill()?;
            killed = true;
        }
    }
    child.wait()?;
    if killed { Ok(said) } else { Err("the child ended before it was killed".into()) }
}

/// Opens the store and holds it against what was acknowledged.
async fn look(folder: &Path, acknowledged: &BTreeMap<CaseId, u64>) -> Outcome {
    let store = Database::open(folder).await?;
    let cases = store.case_ids(None, u32::MAX).await?;
    let mut events = 0;
    for case in &cases {
        let positions: Vec<u64> =
            store.events(case, Stream::Decision).await?.iter().map(|event| event.position).collect();
        let last = positions.len() as u64;
        if !positions.iter().copied().eq(1..=last) {
            return Err(format!("{case} has a gap: {positions:?}").into());
        }
        if store.case_row(case).await?.map(|row| row.position) != Some(last) {
            return Err(format!("{case} and its read model differ").into());
        }
        let tasks: Vec<u32> = store.case_tasks(case).await?.iter().map(|task| task.n).collect();
        if tasks.iter().map(|n| u64::from(*n)).ne([last]) {
            return Err(format!("{case} and its tasks differ").into());
        }
        if store.keys(case).await?.len() != 2 {
            return Err(format!("{case} has events and lacks keys").into());
        }
        events += last;
    }
    for (case, position) in acknowledged {
        let last = store.last_position(case, Stream::Decision).await?;
        if last < *position {
            return Err(format!("{case} was acknowledged up to {position} and stands at {last}").into());
        }
    }
    let leaves = store.pending(0, u32::MAX).await?.len() as u64;
    if leaves != events {
        return Err(format!("{events} events and {leaves} leaves").into());
    }
    store.close().await;
    Ok(())
}
