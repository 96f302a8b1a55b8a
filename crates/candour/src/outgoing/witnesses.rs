//! Asking witnesses to cosign: the client's side of c2sp.org/tlog-witness.

use super::{BaseUrl, Outgoing, OutgoingError};
use async_trait::async_trait;
use service::ports::{CosignAnswer, CosignRequest, Witnesses};
use std::collections::BTreeMap;
use std::sync::Arc;
use thiserror::Error;
use tlog::note::NoteSignature;
use tlog::policy::PolicyWitness;
use tlog::witness::{AddCheckpoint, MAX_RESPONSE_BYTES, format_response, parse_conflict, parse_response};
use tlog::{Hash, Note, Policy, VerifierKey};

/// A witness of the policy has an address that cannot be used.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("the address of the witness {witness} cannot be used")]
pub(crate) struct WitnessAddressError {
    /// The witness's name inside the policy.
    pub(crate) witness: String,
    #[source]
    source: super::NotABaseUrl,
}

#[derive(Debug)]
struct Known {
    key: VerifierKey,
    /// One without an address is never asked, and counts as one that does not answer.
    url: Option<BaseUrl>,
}

/// The witnesses of a policy, at the addresses that it gives, asked over HTTP: one request each, side by side.
#[derive(Debug)]
pub(crate) struct HttpWitnesses {
    client: Outgoing,
    by_name: Arc<BTreeMap<String, Known>>,
}

impl HttpWitnesses {
    /// The witnesses of a policy.
    pub(crate) fn new(policy: &Policy) -> Result<Self, WitnessAddressError> {
        Self::with_client(Outgoing::new(), policy)
    }

    pub(super) fn with_client(client: Outgoing, policy: &Policy) -> Result<Self, WitnessAddressError> {
        let known = |witness: &PolicyWitness| {
            let name = witness.name().to_owned();
            match witness.url().map(BaseUrl::parse).transpose() {
                Ok(url) => Ok((name, Known { key: witness.key().clone(), url })),
                Err(source) => Err(WitnessAddressError { witness: name, source }),
            }
        };
        let by_name = policy.witnesses().iter().map(known).collect::<Result<_, _>>()?;
        Ok(Self { client, by_name: Arc::new(by_name) })
    }
}

#[async_trait]
impl Witnesses for HttpWitnesses {
    async fn cosign(&self, request: CosignRequest) -> Vec<CosignAnswer> {
        let request = Arc::new(request);
        let asked: Vec<_> = request
            .known
            .iter()
            .map(|(name, size)| {
                let (client, witnesses, request) =
                    (self.client.clone(), self.by_name.clone(), request.clone());
                let (name, old) = (name.clone(), *size);
                let task = {
                    let name = name.clone();
                    tokio::task::spawn_blocking(move || ask(&client, &witnesses, &request, name, old))
                };
                (name, task)
            })
            .collect();
        let mut answers = Vec::with_capacity(asked.len());
        for (witness, task) in asked {
            let interrupted =
                |_| CosignAnswer::Failed { witness, why: "the request was interrupted".to_owned() };
            answers.push(task.await.unwrap_or_else(interrupted));
        }
        answers
    }
}

fn ask(
    client: &Outgoing,
    witnesses: &BTreeMap<String, Known>,
    request: &CosignRequest,
    witness: String,
    old: u64,
) -> CosignAnswer {
    match try_to_ask(client, witnesses.get(&witness), request, old) {
        Ok(Cosigned::Lines(lines)) => CosignAnswer::Signed { witness, lines },
        Ok(Cosigned::Behind(size)) => CosignAnswer::Behind { witness, size },
        Err(why) => CosignAnswer::Failed { witness, why },
    }
}

enum Cosigned {
    Lines(Vec<u8>),
    Behind(u64),
}

/// One request. The error says why there is no cosignature, in a line for the log.
fn try_to_ask(
    client: &Outgoing,
    witness: Option<&Known>,
    request: &CosignRequest,
    old: u64,
) -> Result<Cosigned, String> {
    let Known { key, url } = witness.ok_or("the policy has no such witness")?;
    let url = url.as_ref().ok_or("the policy gives no address for it")?;
    let proof = match request.proofs.get(&old) {
        Some(hashes) => hashes.iter().map(|hash| Hash::from_bytes(*hash)).collect(),
        // From nothing, and from the same tree, the proof is empty.
        None if old == 0 || old == request.size => Vec::new(),
        None => return Err(format!("there is no proof from size {old}")),
    };
    let asked = AddCheckpoint::new(old, proof, &request.note).map_err(|error| verify::explain(&error))?;
    let received = client
        .post(&url.at("add-checkpoint"), &asked.to_bytes(), MAX_RESPONSE_BYTES)
        .map_err(|error: OutgoingError| verify::explain(&error))?;
    match received.status {
        200 => cosignatures(key, asked.note(), &received.body).map(Cosigned::Lines),
        409 => match parse_conflict(&received.body) {
            Some(size) if size == old => Err(format!("it holds another tree of size {size}")),
            Some(size) => Ok(Cosigned::Behind(size)),
            None => Err("its conflict names no size".to_owned()),
        },
        422 => Err(format!(
            "what it cosigned at size {old} is no part of this ledger: one of the two has forked"
        )),
        status => Err(format!("it answered with status {status}")),
    }
}

/// The lines of an answer that are valid cosignatures by this witness's key; there must be one.
fn cosignatures(key: &VerifierKey, note: &Note, body: &[u8]) -> Result<Vec<u8>, String> {
    let lines = parse_response(body).map_err(|error| verify::explain(&error))?;
    let of_witness = |line: &NoteSignature| key.verify(note.text(), line).is_ok();
    let good: Vec<_> = lines.into_iter().filter(of_witness).collect();
    if good.is_empty() {
        return Err("its answer holds no valid cosignature by its key".to_owned());
    }
    Ok(format_response(&good).into_bytes())
}
