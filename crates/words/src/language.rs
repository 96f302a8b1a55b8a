//! The languages, and which one the request at hand is answered in.

/// A language of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English as written in Britain: the original.
    English,
    /// Welsh.
    Welsh,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::English, Self::Welsh];

    /// Its tag by BCP 47, for `lang` and `Content-Language`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en-GB",
            Self::Welsh => "cy",
        }
    }

    /// The two letters that name it in a cookie or an address.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Welsh => "cy",
        }
    }

    /// The language with these two letters.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// Its own name for itself.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Welsh => "Cymraeg",
        }
    }

    /// Which way it is written, as HTML's `dir` says it.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        match self {
            Self::English | Self::Welsh => "ltr",
        }
    }
}

/// What is known of the request at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// The language that its answer is in.
    pub language: Language,
    /// The page's own address, where asking for it again shows it in another language; none where something was sent.
    pub address: Option<String>,
}

tokio::task_local! {
    static SCOPE: Scope;
}

/// Does this, with its words in this scope's language.
pub async fn in_language<F: Future>(scope: Scope, answer: F) -> F::Output {
    SCOPE.scope(scope, answer).await
}

/// The same for what does not wait.
pub fn scope<R>(scope: Scope, answer: impl FnOnce() -> R) -> R {
    SCOPE.sync_scope(scope, answer)
}

/// The language of the request at hand: English outside of any.
#[must_use]
pub fn language() -> Language {
    SCOPE.try_with(|scope| scope.language).unwrap_or(Language::English)
}

/// The address of the page at hand, if asking for it again is harmless.
#[must_use]
pub fn address() -> Option<String> {
    SCOPE.try_with(|scope| scope.address.clone()).ok().flatten()
}
