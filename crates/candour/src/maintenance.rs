//! `candour init`, `candour rebuild`, `candour doctor` and `candour accounts`: what an operator does on a service that
//! is not running.

use crate::{
    clock::SystemClock,
    config::Config,
    custody::{self, Custody},
    record::Record,
    serve,
};
use anyhow::Context as _;
use casework::refusal::Refusal;
use service::{
    ServiceError,
    doctor::{Examination, Finding},
};
use std::{os::unix::fs::DirBuilderExt as _, path::Path, sync::Arc};

/// Makes an empty record, and the data folder unless it is there.
///
/// # Errors
/// Where there is one already, or the place cannot be used.
pub async fn init(path: &Path) -> anyhow::Result<Record> {
    let config = Config::read(path)?;
    let record = Record::of(&config)?;
    record.create().await?;
    // What is particular to this machine lies there in any case.
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(&config.service.data)
        .with_context(|| format!("the folder {} cannot be made", config.service.data.display()))?;
    Ok(record)
}

/// Recreates the read models from the events.
///
/// # Errors
/// Where the record cannot be read; the read models are then incomplete, and rebuilding again makes them whole.
pub async fn rebuild(path: &Path) -> anyhow::Result<service::Rebuilt> {
    let config = Config::read(path)?;
    let service = serve::build(&config, Arc::new(SystemClock)).await?;
    let done = service
        .rebuild(|so_far| eprint!("\r{} cases", so_far.cases))
        .await
        .context("rebuilding stopped; run it again when the cause is mended")?;
    eprintln!();
    service.close_store().await;
    Ok(done)
}

/// Looks at every invariant between database, keystore, outbox and ledger; goes on where it was stopped, unless `anew`.
///
/// # Errors
/// Where the record cannot be opened at all.
pub async fn doctor(path: &Path, anew: bool) -> anyhow::Result<Examination> {
    let config = Config::read(path)?;
    let keys = Custody::open(&config)?;
    let (keys_state, is_wrapped) = (keys.state.clone(), keys.is_wrapped);
    let service = serve::open_with(&config, keys, Arc::new(SystemClock)).await?;
    let state = config.service.data.join("doctor.json");
    let begun = match std::fs::read(&state) {
        Ok(bytes) if !anew => serde_json::from_slice(&bytes).unwrap_or_default(),
        _ => Examination::default(),
    };
    if begun.events > 0 {
        eprintln!("going on after {} events; --anew begins again", begun.events);
    }
    let mut done = service
        .examine(begun, |so_far| {
            eprint!("\r{} events, {} entries", so_far.events, so_far.entries);
            // What could not be kept is only looked at again.
            if let Ok(bytes) = serde_json::to_vec(so_far) {
                let _ = std::fs::write(&state, bytes);
            }
        })
        .await
        .context("the examination stopped; the same command goes on where it was")?;
    eprintln!();
    custody::acts::examine(&config, &keys_state, is_wrapped, &service, &mut done)
        .await
        .context("the keys cannot be looked at")?;
    done.notes = mail_notes(&config, &service).await.context("the outbox cannot be looked at")?;
    let _ = std::fs::remove_file(&state);
    Ok(done)
}

/// What wants somebody's attention about e-mails: none of it is a fault of the record.
async fn mail_notes(config: &Config, service: &service::Service) -> anyhow::Result<Vec<Finding>> {
    let mut notes = Vec::new();
    let mut note = |what: String| notes.push(Finding { place: "mail".to_owned(), what });
    if let Some(waiting) = service.mails_waiting().await? {
        note(format!(
            "{} e-mails about recalls wait to be handed over, the oldest since {}",
            waiting.count,
            waiting.since.for_people()
        ));
    }
    if config.mail.is_none() && !service.contacts().await?.is_empty() {
        note("a force has an information-rights contact, and the configuration has no [mail]".to_owned());
    }
    Ok(notes)
}

/// Makes two administrators, each with a code to enrol with; every act is an event in the account's own stream.
///
/// # Errors
/// Where a name is taken, or two administrators can sign in already.
pub async fn first_administrators(
    path: &Path,
    two: [(&str, &str); 2],
) -> anyhow::Result<Vec<(String, String)>> {
    let config = Config::read(path)?;
    let service = serve::build(&config, Arc::new(SystemClock)).await?;
    match service.first_administrators(two).await {
        Ok(codes) => Ok(codes),
        Err(ServiceError::Invalid(faults)) => {
            let list: Vec<String> = faults.iter().map(|f| format!("{}: {}", f.at, f.expected)).collect();
            anyhow::bail!("{}", list.join("; "))
        }
        Err(ServiceError::Refused(Refusal::AlreadyDone)) => {
            anyhow::bail!("two administrators can sign in already; they let others in under /admin")
        }
        Err(error) => Err(error.into()),
    }
}
