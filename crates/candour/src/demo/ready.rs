//! The last steps of a demonstration: what needs witnesses, then `demo.json`, then what a newcomer is told.

use super::{
    accounts::{Afterwards, Made, ToRead},
    witnesses::Witnesses,
};
use crate::config::Config;
use anyhow::Context as _;
use casework::id::CaseId;
use serde_json::{Map, Value, json};
use service::{Asked, Service};
use std::{path::Path, time::Duration};

/// How long witnesses may take at start.
const WITNESSES_WITHIN: Duration = Duration::from_secs(60);

/// Finishes the history that needs witnesses, writes `demo.json` whole, and says where to go.
pub async fn make_ready(
    dir: &Path,
    url: &str,
    config: &Config,
    service: &Service,
    made: Made,
    witnesses: &Witnesses,
    is_new: bool,
) -> anyhow::Result<()> {
    wait_for_witnesses(service).await?;
    if is_new {
        finish(service, &made).await?;
    }
    write(dir, url, config, &made, witnesses)?;
    greet(dir, url, &made);
    Ok(())
}

async fn wait_for_witnesses(service: &Service) -> anyhow::Result<()> {
    let waited = tokio::time::timeout(WITNESSES_WITHIN, async {
        loop {
            match service.ledger_status().await {
                Ok(status) if status.witnessed_size > 0 => return,
                _ => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        }
    });
    waited.await.context("the witnesses did not cosign the ledger within a minute")
}

/// Officers read what was released; some of it is recalled, and some of that is kept under a law.
async fn finish(service: &Service, made: &Made) -> anyhow::Result<()> {
    for ToRead { case, n, account, afterwards } in &made.to_read {
        let case = CaseId::parse(case)?;
        let Some(signed) = made.accounts.get(account) else { continue };
        let Some(officer) = service.bearer(&signed.token).await? else { continue };
        let read = tokio::time::timeout(Duration::from_secs(30), async {
            while service.read_disclosure(&case, *n, &officer.actor).await.is_err() {
                tokio::time::sleep(Duration::from_millis(200)).await;
            }
        });
        read.await.context("a disclosure of the demonstration was not released")?;
        if *afterwards != Afterwards::Stands
            && let Some(clinician) = made.accounts.get("clinician")
            && let Some(signed) = service.bearer(&clinician.token).await?
        {
            let asked = Asked::from(signed.actor);
            service.recall(&case, &asked, *n, "The person withdrew their consent.").await?;
        }
        if *afterwards == Afterwards::Kept {
            let law = "Criminal Procedure and Investigations Act 1996, code of practice: material that may be \
                       relevant to an investigation is retained. One copy, restricted to the disclosure officer.";
            service.refuse_destruction(&case, &Asked::from(officer.actor), *n, law).await?;
        }
    }
    reveal(service, made).await
}

/// The reviewer reveals what they had committed to, once the tallies of the last half-year are witnessed.
async fn reveal(service: &Service, made: &Made) -> anyhow::Result<()> {
    let (Some((period, r)), Some(signed)) = (&made.sample, made.accounts.get("reviewer")) else {
        return Ok(());
    };
    let Some(reviewer) = service.bearer(&signed.token).await? else { return Ok(()) };
    let period = tlog::entry::Period::parse(period).context("the half-year of the sample does not read")?;
    let r = crate::hex::read(r).context("the bytes of the sample do not read")?;
    let done = tokio::time::timeout(Duration::from_secs(60), async {
        while service.reveal_sample(&reviewer.actor, period, r).await.is_err() {
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    });
    done.await.context("the tallies of the last half-year were not witnessed within a minute")
}

fn write(dir: &Path, url: &str, config: &Config, made: &Made, witnesses: &Witnesses) -> anyhow::Result<()> {
    let roles = [
        "officer",
        "officer-other-force",
        "supervisor",
        "health-worker",
        "clinician",
        "second-clinician",
        "clinician-other-unit",
        "guardian",
        "safeguarding",
        "legal",
        "data-protection-officer",
        "reviewer",
        "administrator",
        "administrator-second",
        "key-custodian",
        "retention-manager",
    ];
    let accounts: Map<String, Value> = roles
        .iter()
        .filter_map(|role| {
            let a = made.accounts.get(*role)?;
            Some(((*role).to_owned(), json!({"name": a.name, "password": a.password, "token": a.token})))
        })
        .collect();
    let person = made
        .person
        .as_ref()
        .map(|(case, code, phrase)| json!({"case": case, "code": code, "second_fact": phrase}));
    let demo = json!({
        "url": url,
        "ledger": {
            "url": format!("{url}/ledger/"),
            "dir": config.service.data.join("ledger"),
            "vkey": super::log_vkey(dir)?,
            "policy": config.ledger.policy,
        },
        "witnesses": witnesses.list().iter().map(|w| json!({"url": w.url, "vkey": w.vkey})).collect::<Vec<_>>(),
        "accounts": accounts,
        "person": person,
        "database": config.service.database.clone().unwrap_or_else(|| {
            format!("sqlite://{}", config.service.data.join("candour.db").display())
        }),
        "pid": std::process::id(),
    });
    // Whole, by rename: whoever waits for the file never reads half of it.
    let draft = dir.join(".demo.json.part");
    std::fs::write(&draft, serde_json::to_vec_pretty(&demo)?)?;
    std::fs::rename(&draft, dir.join("demo.json"))?;
    Ok(())
}

fn greet(dir: &Path, url: &str, made: &Made) {
    println!("\nCandour is running at {url}");
    println!("Everything in it is invented. Sign in at {url}/sign-in with one of these:\n");
    println!("  {:<26} {:<32}", "name", "password");
    for account in made.accounts.values() {
        println!("  {:<26} {:<32}", account.name, account.password);
    }
    if let Some((_, code, phrase)) = &made.person {
        println!("\nThe other side: {url}/person with the code {code} and the phrase \"{phrase}\"");
    }
    println!(
        "\nLetters are in {}, the ledger in {}.",
        dir.join("outbox").display(),
        dir.join("data/ledger").display()
    );
    println!("Ctrl-C stops it; the same command takes it up again.\n");
}
