//! Starting and stopping a witness.

use super::config::{Config, ConfigError};
use super::key::{self, KeyFileError};
use super::server::{Witness, router};
use super::state::{StateError, States};
use crate::clock::{SystemClock, told_to_stop};
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use thiserror::Error;
use tokio::net::TcpListener;
use tokio::sync::Notify;

/// How long requests that are under way may take after the witness was told to stop.
const STOP_SECONDS_MAX: u64 = 5;

/// Why a witness does not run.
#[derive(Debug, Error)]
pub(crate) enum WitnessError {
    #[error("the configuration cannot be used")]
    Config(#[from] ConfigError),
    #[error("the key cannot be used")]
    Key(#[from] KeyFileError),
    #[error("the state cannot be taken up")]
    State(#[from] StateError),
    #[error("the witness cannot {act}")]
    Io {
        act: &'static str,
        #[source]
        source: io::Error,
    },
}

fn failed(act: &'static str) -> impl FnOnce(io::Error) -> WitnessError {
    move |source| WitnessError::Io { act, source }
}

/// Runs a witness until it is told to stop: by SIGTERM, SIGINT or, where `stops_with_stdin`, the end of standard
/// input. When it is ready, it writes a line `{"url": …, "vkey": …, "vkeys": […]}` to
/// standard output; `vkey` is the first of `vkeys`.
pub(crate) fn run(config: &Path, stops_with_stdin: bool) -> Result<(), WitnessError> {
    let config = Config::read(config)?;
    let witness = Witness {
        cosigners: key::read_all(&config.keys)?,
        states: States::open(&config.state, config.logs.iter().map(|key| key.name().as_str()))?,
        logs: config.logs,
        clock: Arc::new(SystemClock),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(failed("start its threads"))?;
    let served = runtime.block_on(serve(config.listen, witness, stops_with_stdin));
    // A thread that still waits for the disk is not waited for: what it has not answered was not promised.
    runtime.shutdown_timeout(Duration::from_secs(STOP_SECONDS_MAX));
    served
}

async fn serve(
    listen: std::net::SocketAddr,
    witness: Witness,
    stops_with_stdin: bool,
) -> Result<(), WitnessError> {
    let signalled = told_to_stop();
    let stdin_ended = Arc::new(Notify::new());
    if stops_with_stdin {
        watch_stdin(stdin_ended.clone()).map_err(failed("watch its standard input"))?;
    }
    let listener = TcpListener::bind(listen).await.map_err(failed("listen"))?;
    let address = listener.local_addr().map_err(failed("listen"))?;
    let vkeys: Vec<String> = witness.cosigners.iter().map(|key| key.verifier_key().to_string()).collect();
    let ready =
        serde_json::json!({"url": format!("http://{address}"), "vkey": vkeys.first(), "vkeys": vkeys});
    announce(&ready).map_err(failed("say that it is ready"))?;

    let stopping = Arc::new(Notify::new());
    let told = stopping.clone();
    let server = axum::serve(listener, router(Arc::new(witness))).with_graceful_shutdown(async move {
        tokio::select! {
            () = signalled => {}
            () = stdin_ended.notified() => {}
        }
        tracing::info!("stopping");
        told.notify_one();
    });
    // A client that holds its connection open must not keep the process alive.
    let overdue = async {
        stopping.notified().await;
        tokio::time::sleep(Duration::from_secs(STOP_SECONDS_MAX)).await;
    };
    tokio::select! {
        served = async { server.await } => served.map_err(failed("serve")),
        () = overdue => Ok(()),
    }
}

fn announce(line: &serde_json::Value) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}

/// A thread of its own: reading standard input cannot be interrupted, and this one ends with the process.
fn watch_stdin(ended: Arc<Notify>) -> io::Result<()> {
    let watch = move || {
        let mut dropped = [0_u8; 256];
        let mut input = io::stdin().lock();
        loop {
            match input.read(&mut dropped) {
                Ok(1..) => {}
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Ok(0) | Err(_) => break,
            }
        }
        ended.notify_one();
    };
    std::thread::Builder::new().name("stdin".to_owned()).spawn(watch).map(|_| ())
}
