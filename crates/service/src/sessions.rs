//! The sessions of one's own account: seen and ended by whoever they belong to.

use crate::{
    engine::Service,
    error::{Answer, ServiceError},
};
use casework::actor::Actor;
use vault::token::Token;

/// A session, for whoever it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct SessionView {
    /// When it was opened, for people.
    pub opened: String,
    /// When it ends, for people.
    pub ends: String,
    /// By what it was opened: `password` or `passkey`.
    pub method: String,
    /// Whether it is the one that asks.
    pub this_one: bool,
}

impl Service {
    /// The sessions of one's own account that have not ended, oldest first; `token` is that of the one that asks.
    ///
    /// # Errors
    /// As the store's.
    pub async fn my_sessions(&self, actor: &Actor, token: &str) -> Answer<Vec<SessionView>> {
        let digest = Token::parse(token).map(|token| token.digest().0.to_vec());
        let rows = self.parts.store.sessions_of(&actor.account, self.now()).await?;
        Ok(rows
            .into_iter()
            .map(|row| SessionView {
                opened: row.opened.for_people(),
                ends: row.expires.for_people(),
                this_one: digest.as_ref() == Some(&row.digest),
                method: row.method,
            })
            .collect())
    }

    /// Ends every other session of one's own account; says how many there were.
    ///
    /// # Errors
    /// As the store's.
    pub async fn end_my_other_sessions(&self, actor: &Actor, token: &str) -> Answer<u64> {
        let token = Token::parse(token).ok_or(ServiceError::Broken("a session's token does not read"))?;
        Ok(self.parts.store.end_other_sessions(&actor.account, token.digest().0.as_slice()).await?)
    }
}
