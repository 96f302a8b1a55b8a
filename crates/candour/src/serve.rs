//! `candour serve`: puts the parts together and runs them until it is told to stop.

use crate::{
    chance::SystemEntropy,
    config::Config,
    custody::Custody,
    data_lock::DataLock,
    ledger_files,
    machine::Machine,
    organisations::Organisations,
    outgoing,
    record::Record,
    shelf::Shelf,
    web::{self, App, Settings},
};
use anyhow::Context as _;
use gate::Files;
use post::{Mailer, OutboxFolder};
use service::{
    Parts, Service,
    accounts::Passwords,
    ports::{Clock, Tiles},
    running::chain,
};
use sha2::{Digest as _, Sha256};
use std::{path::Path, sync::Arc, time::Duration};
use store::Database;
use tokio::{net::TcpListener, sync::watch};

/// How long requests that are under way when it is told to stop may still take.
const LAST_REQUESTS: Duration = Duration::from_secs(10);
/// How often a hardware module is asked whether it is there.
const MODULE_ASKED_EVERY: Duration = Duration::from_secs(2);
/// How often letters and e-mails are handed over.
const POST_EVERY: Duration = Duration::from_secs(2);

/// Runs the service with a configuration file until SIGINT or SIGTERM.
///
/// # Errors
/// Where it cannot start, or has to stop by itself; the message says what to do.
pub async fn run(path: &Path) -> anyhow::Result<()> {
    let config = Config::read(path)?;
    let service = build(&config, Arc::new(crate::clock::SystemClock)).await?;
    let (stop, stopped) = watch::channel(false);
    tokio::spawn(async move {
        crate::clock::told_to_stop().await;
        // Nobody listening any more means that it stopped already.
        let _ = stop.send(true);
    });
    let listener = TcpListener::bind(config.service.listen)
        .await
        .with_context(|| format!("cannot listen on {}", config.service.listen))?;
    tracing::info!(address = %config.service.address, "serving");
    let done = serve(&config, service.clone(), listener, stopped).await;
    service.close_store().await;
    done
}

/// Builds the service from a configuration. The data folder must exist: a mistyped path must not begin a new record.
///
/// # Errors
/// Where a part cannot be opened; the message names it.
pub async fn build(config: &Config, clock: Arc<dyn Clock>) -> anyhow::Result<Service> {
    build_with(config, Custody::open(config)?, clock).await
}

/// The same with keys that are open already.
///
/// # Errors
/// As [`build`].
pub async fn build_with(config: &Config, custody: Custody, clock: Arc<dyn Clock>) -> anyhow::Result<Service> {
    let (state, is_wrapped) = (custody.state.clone(), custody.is_wrapped);
    let store = Record::of(config)?.open().await?;
    let (service, files) = opened(config, custody, store, clock, false).await?;
    service.announce_keys(&state, is_wrapped).await.context("the state of keys cannot be recorded")?;
    service.begin_rules(&files).await.context("the policy pack in force cannot be recorded")?;
    service.refresh_places().await.context("organisations cannot be read")?;
    for unit in service.telephones_of_nobody().await {
        tracing::warn!(%unit, "`telephones` has a number for a unit that does not exist");
    }
    Ok(service)
}

/// The same for whoever only looks: nothing is begun, and what cannot be read is for them to find.
///
/// # Errors
/// Where a part cannot be opened; the message names it.
pub async fn open(config: &Config, clock: Arc<dyn Clock>) -> anyhow::Result<Service> {
    open_with(config, Custody::open(config)?, clock).await
}

/// The same with keys that are open already.
///
/// # Errors
/// As [`open`].
pub async fn open_with(config: &Config, custody: Custody, clock: Arc<dyn Clock>) -> anyhow::Result<Service> {
    let store = Record::of(config)?.open().await?;
    Ok(opened(config, custody, store, clock, true).await?.0)
}

/// The same over a record that is not where the configuration says, or not yet.
///
/// # Errors
/// As [`open`].
pub async fn open_on(config: &Config, store: Database, clock: Arc<dyn Clock>) -> anyhow::Result<Service> {
    Ok(opened(config, Custody::open(config)?, store, clock, true).await?.0)
}

async fn opened(
    config: &Config,
    custody: Custody,
    store: Database,
    clock: Arc<dyn Clock>,
    to_look: bool,
) -> anyhow::Result<(Service, Files)> {
    let (policy, policy_text) = config.quorum()?;
    let entropy = Arc::new(SystemEntropy);
    let secrets = vault::password::Secrets::new(vault::password::Cost::SERVICE, &*entropy)
        .context("passwords cannot be hashed")?;
    let store = Arc::new(store);
    let (gate, files) = match rules(config, &store).await {
        Err(_) if to_look => (gate::embedded()?, Files::embedded()),
        found => found?,
    };
    let tiles = published(config)?;
    let policy = Arc::new(policy);
    let service = Service::new(Parts {
        ledger: store.clone(),
        store,
        tiles,
        witnesses: Arc::new(outgoing::HttpWitnesses::new(&policy)?),
        clock,
        entropy,
        keks: custody.keks,
        gate: Arc::new(gate),
        policy_digest: Sha256::digest(policy_text.as_bytes()).into(),
        policy_text: policy_text.into(),
        policy,
        passwords: if config.service.demonstration { Passwords::Alone } else { Passwords::WithSecondFactor },
        secrets: Arc::new(secrets),
        signer: custody.signer,
    });
    Ok((service.with_telephones(config.telephones.clone()), files))
}

/// Where the ledger's published files lie: in the data folder, or in object storage.
fn published(config: &Config) -> anyhow::Result<Arc<dyn Tiles>> {
    let Some(objects) = &config.ledger.tiles else {
        let folder = store::TileFolder::open(&config.service.data.join("ledger"))
            .context("the folder of the ledger cannot be opened")?;
        return Ok(Arc::new(folder));
    };
    let tiles = store::ObjectTiles::new(&objects.settings(), objects.credentials()?)
        .context("`ledger.tiles` cannot be used")?;
    Ok(Arc::new(tiles))
}

/// The gate of the pack in force, and the files of the one that the configuration names: the same at a first start. A
/// later one is adopted by three people, never by a configuration.
async fn rules(config: &Config, store: &store::Database) -> anyhow::Result<(gate::Gate, Files)> {
    let (files, named) = match &config.policy.pack {
        Some(folder) => (Files::read(folder), format!("the policy pack {}", folder.display())),
        None => (Ok(Files::embedded()), "the built-in policy pack".to_owned()),
    };
    let in_force = service::rules::in_force(store, store).await.context(
        "the policy pack in force cannot be read; start the version that adopted it, and adopt another there",
    )?;
    match in_force {
        Some(gate) => {
            if files.as_ref().is_ok_and(|files| files.digest() != gate.pack().digest()) {
                tracing::info!(
                    in_force = %gate.pack().name(),
                    "{named} is another one than the pack in force; an administrator can offer it under “Change of rules”"
                );
            }
            Ok((gate, files.unwrap_or_default()))
        }
        None => {
            let files = files.with_context(|| format!("{named} cannot be served"))?;
            let gate = gate::from_files(&files).with_context(|| format!("{named} cannot be served"))?;
            Ok((gate, files))
        }
    }
}

/// Serves until `stopped` says so, or a part has to stop.
///
/// # Errors
/// Where the ledger does not verify, or the sequencer, the listener or the post has to stop.
pub async fn serve(
    config: &Config,
    service: Service,
    listener: TcpListener,
    stopped: watch::Receiver<bool>,
) -> anyhow::Result<()> {
    // Held until the end: a restore must not exchange what we write. Nodes that share a database may share the folder.
    let _lock = if config.service.database.is_some() {
        DataLock::share(&config.service.data)?
    } else {
        DataLock::take(&config.service.data)?
    };
    if !service.is_whole().await.context("the record cannot be read")? {
        anyhow::bail!(
            "`candour rebuild` was cut off, so lists and queues are incomplete: run it again, then start"
        );
    }
    if config.service.listen.ip().is_loopback()
        && config.service.address.starts_with("https://")
        && config.service.trusted_proxies.is_empty()
    {
        tracing::warn!(
            "people come through a proxy that `service.trusted_proxies` does not list: all of them count as one stranger"
        );
    }
    let settings = Settings {
        secure_cookie: config.service.address.starts_with("https://"),
        origin: Some(config.service.address.clone()),
        demonstration: config.service.demonstration,
        organisations: Organisations::of(&config.organisation, &config.service.address)
            .context("the sign-in of an organisation cannot be set up")?,
        machine: Machine { data: Some(config.service.data.clone()) },
        shelf: Shelf { pack: config.policy.pack.clone(), folder: config.policy.shelf.clone() },
        ..Settings::default()
    };
    let keys = watch_keys(config, service.clone(), stopped.clone());
    let app = App::new(service.clone(), settings, Arc::new(SystemEntropy));
    let router = web::router(app.clone())
        .merge(crate::api::routes(app))
        .merge(ledger_files::routes(service.clone(), keys));
    let proxies = Arc::new(config.service.proxies());
    let router = router.layer(axum::middleware::from_fn_with_state(proxies, web::client::find));
    let mut router = router.layer(axum::middleware::from_fn(web::headers::add));
    if config.service.address.starts_with("https://") {
        router = router.layer(axum::middleware::from_fn(web::headers::only_https));
    }
    let folder = OutboxFolder::open(&config.post.outbox, &config.service.address)
        .context("the outbox folder cannot be opened")?;
    let mailer = config.mail.as_ref().map(|mail| mail.mailer(&config.service.address)).transpose()?;
    if mailer.is_none()
        && !service.contacts().await.context("the contacts of forces cannot be read")?.is_empty()
    {
        tracing::warn!(
            "a force has an information-rights contact, and the configuration has no [mail]: e-mails about recalls wait until it has"
        );
    }
    let mut until = stopped.clone();
    let web = axum::serve(listener, router.into_make_service_with_connect_info::<std::net::SocketAddr>())
        .with_graceful_shutdown(async move {
            let _ = until.changed().await;
        });
    let mut late = stopped.clone();
    let web = async {
        tokio::select! {
            done = web => done.context("the listener stopped"),
            () = async {
                let _ = late.changed().await;
                tokio::time::sleep(LAST_REQUESTS).await;
            } => Ok(()),
        }
    };
    let ledger = async { service.run_background(stopped.clone()).await.context("the ledger stopped") };
    // Told to stop, both finish what they have begun.
    tokio::select! {
        done = async { tokio::try_join!(web, ledger) } => done.map(|_| ()),
        () = post_forever(&folder, &service, stopped.clone()) => Ok(()),
        () = mail_forever(mailer.as_ref(), &service, stopped.clone()) => Ok(()),
    }
}

/// Asks a hardware module every so often whether it is there, and says when that changes. Where there is none, there is
/// nothing that could be away.
fn watch_keys(
    config: &Config,
    service: Service,
    mut stopped: watch::Receiver<bool>,
) -> watch::Receiver<bool> {
    let (answers, answering) = watch::channel(true);
    if config.hsm.is_none() {
        return answering;
    }
    tokio::spawn(async move {
        loop {
            let asked = service.keys_ready().await;
            let answered = asked.is_ok();
            if answers.send_replace(answered) != answered {
                match asked {
                    Ok(()) => tracing::info!("the hardware module answers again"),
                    Err(error) => tracing::error!(
                        error = %chain(&*error),
                        "the hardware module does not answer: what is kept in it cannot be used, and this node is not ready"
                    ),
                }
            }
            tokio::select! {
                () = tokio::time::sleep(MODULE_ASKED_EVERY) => {}
                _ = stopped.changed() => return,
            }
        }
    });
    answering
}

async fn post_forever(folder: &OutboxFolder, service: &Service, mut stopped: watch::Receiver<bool>) {
    loop {
        if service.is_leading()
            && let Err(error) = folder.deliver(&service.current()).await
        {
            tracing::error!(error = %chain(&error), "letters wait");
        }
        tokio::select! {
            () = tokio::time::sleep(POST_EVERY) => {}
            _ = stopped.changed() => break,
        }
    }
    // The listener ends by itself once its requests are answered.
    std::future::pending::<()>().await;
}

/// The same for e-mails, beside it: a mail server that does not answer holds up no letter.
async fn mail_forever(mailer: Option<&Mailer>, service: &Service, mut stopped: watch::Receiver<bool>) {
    if let Some(mailer) = mailer {
        loop {
            if service.is_leading()
                && let Err(error) = mailer.deliver(&service.current()).await
            {
                tracing::error!(error = %chain(&error), "e-mails wait");
            }
            tokio::select! {
                () = tokio::time::sleep(POST_EVERY) => {}
                _ = stopped.changed() => break,
            }
        }
    }
    std::future::pending::<()>().await;
}
