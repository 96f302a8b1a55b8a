//! The keys of the service as a key custodian sees them: whose there are, since when each is used, whether it is still
//! needed, and who signs and cosigns the ledger. Public halves and numbers of epochs; how much is wrapped only in the
//! order of its size, so that nobody counts a unit's cases by its keys.

use crate::{engine::Service, error::Answer, keepers::keeper_of};
use casework::{
    actor::{Actor, Role},
    time::Moment,
};
use vault::kek::{Holder, HolderKind};

/// How far what a key wraps is counted.
const WRAPPED_MAX: u32 = 1_000;

/// How much a key-encryption key wraps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wraps {
    /// Nothing: nobody needs it any more, or nobody does yet.
    Nothing,
    /// Fewer than a hundred keys.
    Few,
    /// A hundred and more.
    Hundreds,
    /// A thousand and more.
    Thousands,
}

impl Wraps {
    const fn of(keys: u32) -> Self {
        match keys {
            0 => Self::Nothing,
            1..100 => Self::Few,
            100..WRAPPED_MAX => Self::Hundreds,
            _ => Self::Thousands,
        }
    }

    /// Its code.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Few => "few",
            Self::Hundreds => "hundreds",
            Self::Thousands => "thousands",
        }
    }
}

/// A key-encryption key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EpochView {
    /// Its epoch.
    pub epoch: u32,
    /// Whether what is new is wrapped under it.
    pub newest: bool,
    /// Since when it wraps something; `None` where it wraps nothing.
    pub since: Option<Moment>,
    /// How much it wraps; `None` for a force's, which wraps nothing and keys a count.
    pub wraps: Option<Wraps>,
}

/// The keys of a unit, a force or the service itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolderView {
    /// `unit`, `force` or `service`.
    pub kind: &'static str,
    /// What people call it; empty for the service itself.
    pub title: String,
    /// Its name in the key file.
    pub name: String,
    /// Its keys, the oldest first; none where the key file has none.
    pub epochs: Vec<EpochView>,
}

/// A public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKeyView {
    /// Whose: the ledger's origin, or a witness's name in the quorum policy.
    pub name: String,
    /// Its identifier.
    pub id: String,
    /// The vkey (c2sp.org/signed-note).
    pub vkey: String,
}

/// All of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeysView {
    /// Whether key-encryption keys lie wrapped under a key in a hardware module, and not in a plain file.
    pub in_module: bool,
    /// Whether the ledger's signing key lies in one.
    pub signer_in_module: bool,
    /// Whether what holds keys answers now.
    pub ready: bool,
    /// The service, its units, its forces.
    pub holders: Vec<HolderView>,
    /// Who signs the ledger.
    pub ledger: PublicKeyView,
    /// Who cosigns it.
    pub witnesses: Vec<PublicKeyView>,
}

fn public(name: &str, key: &tlog::VerifierKey) -> PublicKeyView {
    PublicKeyView { name: name.to_owned(), id: key.id().to_string(), vkey: key.to_string() }
}

impl Service {
    /// The keys of the service.
    ///
    /// # Errors
    /// [`casework::refusal::Refusal::NotYourRole`] for anybody but key custodians.
    pub async fn keys_view(&self, actor: &Actor) -> Answer<KeysView> {
        keeper_of(Role::KeyCustodian, actor)?;
        let places = self.places().await;
        let mut holders = vec![self.holder_view(&Holder::service(), String::new()).await?];
        for unit in places.units.values() {
            holders.push(self.holder_view(&Holder::unit(unit.id.as_str())?, unit.title.clone()).await?);
        }
        for (id, title) in &places.forces {
            holders.push(self.holder_view(&Holder::force(id.as_str())?, title.clone()).await?);
        }
        let signer = &self.parts.signer;
        let witnesses = self.parts.policy.witnesses().iter();
        Ok(KeysView {
            in_module: self.parts.keks.is_in_module(),
            signer_in_module: signer.is_elsewhere(),
            ready: self.keys_ready().await.is_ok(),
            holders,
            ledger: public(signer.verifier_key().name().as_str(), signer.verifier_key()),
            witnesses: witnesses.map(|witness| public(witness.name(), witness.key())).collect(),
        })
    }

    async fn holder_view(&self, holder: &Holder, title: String) -> Answer<HolderView> {
        // As the keystore's rows name whose key wraps them.
        let name = match holder.kind() {
            HolderKind::Unit | HolderKind::Force => holder.name(),
            HolderKind::Service => "service",
        };
        let found = self.parts.keks.epochs(holder);
        let mut epochs = Vec::with_capacity(found.len());
        for epoch in &found {
            let (since, wraps) = match holder.kind() {
                HolderKind::Force => (None, None),
                HolderKind::Unit | HolderKind::Service => {
                    let (since, keys) = self.parts.store.wrapped_under(name, *epoch, WRAPPED_MAX).await?;
                    (since, Some(Wraps::of(keys)))
                }
            };
            epochs.push(EpochView { epoch: *epoch, newest: found.last() == Some(epoch), since, wraps });
        }
        Ok(HolderView { kind: holder.kind().word(), title, name: holder.name().to_owned(), epochs })
    }
}

#[cfg(test)]
mod tests {
    use super::Wraps;

    #[test]
    fn how_much_is_wrapped_is_said_in_its_order_alone() {
        for (keys, expected) in [
            (0, "nothing"),
            (1, "few"),
            (99, "few"),
            (100, "hundreds"),
            (999, "hundreds"),
            (1_000, "thousands"),
            (u32::MAX, "thousands"),
        ] {
            assert_eq!(Wraps::of(keys).as_str(), expected, "{keys}");
        }
    }
}
