//! By which policy pack the service judges, and how that changes: an administrator offers a pack, a second administrator
//! and the legal service confirm it, and with the second confirmation it is adopted. Three different human beings.
//!
//! Its events stand in a stream of their own ([`Stream::Account`](crate::header::Stream::Account)); the case in their
//! headers is the setting. Which packs may be offered at all is for the gate to say.

use crate::{
    actor::{Actor, By, Role},
    event::Event,
    refusal::Refusal,
    time::Moment,
};

/// A pack that was offered and not yet adopted or withdrawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// SHA-256 of the pack, in hexadecimal.
    pub pack: String,
    /// Its id and version.
    pub name: String,
    /// Who offered it.
    pub by: By,
    /// When.
    pub at: Moment,
    /// The second administrator, once they confirmed.
    pub second: Option<By>,
    /// The legal service, once it confirmed.
    pub legal: Option<By>,
}

/// A pack that is or was in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adopted {
    /// SHA-256 of the pack, in hexadecimal.
    pub pack: String,
    /// Its id and version.
    pub name: String,
    /// Since when.
    pub at: Moment,
}

/// The packs of the service, folded from their events.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Adoption {
    /// Position of the last event.
    pub position: u64,
    /// Every pack that was in force, the present one last.
    pub adopted: Vec<Adopted>,
    /// What is offered.
    pub offer: Option<Offer>,
}

impl Adoption {
    /// Takes one more event up. An event of another stream changes nothing but the position.
    #[must_use]
    pub fn evolve(mut self, event: &Event, at: Moment) -> Self {
        self.position += 1;
        match event {
            Event::PackBegun { pack, name } => {
                self.adopted.push(Adopted { pack: pack.clone(), name: name.clone(), at });
            }
            Event::PackOffered { by, pack, name } => {
                self.offer = Some(Offer {
                    pack: pack.clone(),
                    name: name.clone(),
                    by: by.clone(),
                    at,
                    second: None,
                    legal: None,
                });
            }
            Event::PackConfirmed { by, adopts, .. } => {
                if let Some(offer) = &mut self.offer {
                    let part = if by.role == Role::Legal { &mut offer.legal } else { &mut offer.second };
                    *part = Some(by.clone());
                }
                if *adopts && let Some(offer) = self.offer.take() {
                    self.adopted.push(Adopted { pack: offer.pack, name: offer.name, at });
                }
            }
            Event::PackWithdrawn { .. } => self.offer = None,
            _ => {}
        }
        self
    }

    /// The pack in force; `None` before the service was first started.
    #[must_use]
    pub fn present(&self) -> Option<&Adopted> {
        self.adopted.last()
    }

    /// An administrator offers a pack.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`]; [`Refusal::AlreadyDone`] while another one is offered, and for the pack in force.
    pub fn offer(&self, actor: &Actor, pack: &str, name: &str) -> Result<Event, Refusal> {
        if actor.role != Role::Administrator {
            return Err(Refusal::NotYourRole);
        }
        if self.offer.is_some() || self.present().is_some_and(|present| present.pack == pack) {
            return Err(Refusal::AlreadyDone);
        }
        Ok(Event::PackOffered { by: actor.into(), pack: pack.to_owned(), name: name.to_owned() })
    }

    /// A second administrator or the legal service confirms what is offered. `pack` is what they looked at.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`]; [`Refusal::NoSuchProposal`] where this pack is not offered; [`Refusal::SamePerson`] for
    /// somebody who has another part in it; [`Refusal::AlreadyDone`] where this part was confirmed.
    pub fn confirm(&self, actor: &Actor, pack: &str) -> Result<Event, Refusal> {
        let offer = self.offered(actor, pack)?;
        let (own, other) = match actor.role {
            Role::Legal => (&offer.legal, &offer.second),
            _ => (&offer.second, &offer.legal),
        };
        if own.is_some() {
            return Err(Refusal::AlreadyDone);
        }
        let has_part = |by: &By| by.individual == actor.individual;
        if has_part(&offer.by) || other.as_ref().is_some_and(has_part) {
            return Err(Refusal::SamePerson);
        }
        Ok(Event::PackConfirmed { by: actor.into(), pack: pack.to_owned(), adopts: other.is_some() })
    }

    /// An administrator or the legal service takes back what is offered. Whoever may confirm may withdraw, and whoever
    /// offered it too.
    ///
    /// # Errors
    /// [`Refusal::NotYourRole`]; [`Refusal::NoSuchProposal`] where this pack is not offered.
    pub fn withdraw(&self, actor: &Actor, pack: &str) -> Result<Event, Refusal> {
        self.offered(actor, pack)?;
        Ok(Event::PackWithdrawn { by: actor.into(), pack: pack.to_owned() })
    }

    fn offered(&self, actor: &Actor, pack: &str) -> Result<&Offer, Refusal> {
        if !matches!(actor.role, Role::Administrator | Role::Legal) {
            return Err(Refusal::NotYourRole);
        }
        self.offer.as_ref().filter(|offer| offer.pack == pack).ok_or(Refusal::NoSuchProposal)
    }
}
