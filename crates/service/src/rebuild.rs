//! Recreates the read models from the events, byte for byte.

use crate::{engine::Service, error::Answer, models};

/// How many cases are read at a time.
const PAGE_CASES: u32 = 500;

/// How far a rebuilding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rebuilt {
    /// Cases whose read models were recreated.
    pub cases: u64,
    /// Cases whose keys are gone: they have no read models any more.
    pub erased: u64,
}

impl Service {
    /// Empties the read models and recreates them from the events. Nothing else is touched.
    ///
    /// # Errors
    /// As the store's; a case that does not replay stops it and is named in the log.
    pub async fn rebuild(&self, mut progress: impl FnMut(Rebuilt)) -> Answer<Rebuilt> {
        let store = &self.parts.store;
        store.clear_models().await?;
        let mut done = Rebuilt { cases: 0, erased: 0 };
        let mut after = None;
        loop {
            let ids = store.case_ids(after.as_ref(), PAGE_CASES).await?;
            if ids.is_empty() {
                store.models_whole().await?;
                return Ok(done);
            }
            for id in &ids {
                match self.load(id).await? {
                    Some(loaded) => {
                        store.replace_models(models::of(&loaded.case)).await?;
                        done.cases += 1;
                    }
                    None => done.erased += 1,
                }
            }
            progress(done);
            after = ids.into_iter().next_back();
        }
    }
}
