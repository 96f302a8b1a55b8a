//! Trusts, units and forces.

use crate::{engine::Service, error::Answer, ports::PlaceRow};
use casework::{
    codes::Nation,
    id::{ForceId, TrustId, UnitId},
};
use std::{collections::BTreeMap, sync::Arc};

/// A unit and its trust.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The unit.
    pub id: UnitId,
    /// Its name.
    pub title: String,
    /// Its trust.
    pub trust: TrustId,
    /// Whose law applies.
    pub nation: Nation,
}

/// Every organisation, by identifier.
#[derive(Debug, Default)]
pub struct Places {
    /// Units.
    pub units: BTreeMap<UnitId, Unit>,
    /// Names of trusts.
    pub trusts: BTreeMap<TrustId, String>,
    /// Names of forces.
    pub forces: BTreeMap<ForceId, String>,
}

impl Places {
    fn from_rows(rows: Vec<PlaceRow>) -> Self {
        let mut places = Self::default();
        for row in rows {
            match row.kind.as_str() {
                "trust" => {
                    if let Ok(id) = TrustId::parse(&row.id) {
                        places.trusts.insert(id, row.title);
                    }
                }
                "unit" => {
                    let ids = (UnitId::parse(&row.id), row.parent.as_deref().map(TrustId::parse));
                    if let (Ok(id), Some(Ok(trust))) = ids {
                        let nation = Nation::parse(&row.nation).unwrap_or(Nation::England);
                        places.units.insert(id.clone(), Unit { id, title: row.title, trust, nation });
                    }
                }
                _ => {
                    if let Ok(id) = ForceId::parse(&row.id) {
                        places.forces.insert(id, row.title);
                    }
                }
            }
        }
        places
    }

    /// The name of a unit, for people.
    #[must_use]
    pub fn unit_title(&self, unit: &UnitId) -> String {
        self.units.get(unit).map_or_else(|| unit.to_string(), |u| u.title.clone())
    }

    /// The name of a trust, for people.
    #[must_use]
    pub fn trust_title(&self, trust: &TrustId) -> String {
        self.trusts.get(trust).cloned().unwrap_or_else(|| trust.to_string())
    }

    /// The name of a force, for people.
    #[must_use]
    pub fn force_title(&self, force: &ForceId) -> String {
        self.forces.get(force).cloned().unwrap_or_else(|| force.to_string())
    }
}

impl Service {
    /// Every organisation.
    pub async fn places(&self) -> Arc<Places> {
        self.places.read().await.clone()
    }

    /// Reads organisations anew: at start and after a change.
    ///
    /// # Errors
    /// As the store's.
    pub async fn refresh_places(&self) -> Answer<()> {
        let rows = self.parts.store.places().await?;
        *self.places.write().await = Arc::new(Places::from_rows(rows));
        Ok(())
    }
}
