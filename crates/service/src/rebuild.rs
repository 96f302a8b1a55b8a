//! Recreates the read models from the events, byte for byte.

use crate::{
    engine::{Service, open_event},
    error::Answer,
    keepers::listed,
    models,
    ports::Write,
};
use casework::header::Stream;

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
        self.list_keepers_acts().await?;
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

    /// Lists what those who keep accounts, keys and retention did, from the streams of accounts.
    async fn list_keepers_acts(&self) -> Answer<()> {
        let store = &self.parts.store;
        let mut after = None;
        loop {
            let rows = store.streams(after.as_ref(), PAGE_CASES).await?;
            for row in &rows {
                // Streams come in the order of their codes, and `account` is the first.
                if row.stream != Stream::Account {
                    return Ok(());
                }
                let Some(keys) = self.keys(&row.case).await? else { continue };
                let mut keeper_acts = Vec::new();
                for stored in store.events(&row.case, Stream::Account).await? {
                    keeper_acts.extend(listed(&open_event(&keys, &stored)?, &stored));
                }
                if !keeper_acts.is_empty() {
                    store.append(Write { keeper_acts, ..Write::default() }).await?;
                }
            }
            let Some(last) = rows.last() else { return Ok(()) };
            after = Some((last.stream.as_str().to_owned(), last.case.to_string()));
        }
    }
}
