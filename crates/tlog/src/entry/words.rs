//! The closed vocabularies of entries: classes of tallies, reasons of voids, acts.

use std::fmt;

/// An enum whose variants are words on the wire.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = concat!("`", $word, "`")] $variant,)*
        }

        impl $name {
            /// Every word, in the order of the formats.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// Reads the word.
            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(self.as_str())
            }
        }
    };
}

words! {
    /// The class of a tally: as much as the ledger ever says about an event.
    Class {
        EnquiryReceived = "enquiry-received",
        ReferralReceived = "referral-received",
        ReferralReturned = "referral-returned",
        ReferralWithdrawn = "referral-withdrawn",
        CaseClosed = "case-closed",
        MonitoringRefused = "monitoring-refused",
        RecordOpened = "record-opened",
        CaseRead = "case-read",
        SearchMade = "search-made",
        AdviceGiven = "advice-given",
        CareOffered = "care-offered",
        CareAccepted = "care-accepted",
        DisclosureDecided = "disclosure-decided",
        DisclosureRefused = "disclosure-refused",
        DisclosureReleased = "disclosure-released",
        DisclosureRead = "disclosure-read",
        EmergencyReleased = "emergency-released",
        DisclosureRecalled = "disclosure-recalled",
        DestructionConfirmed = "destruction-confirmed",
        DestructionRefused = "destruction-refused",
        OnwardDecided = "onward-decided",
        OnwardRefused = "onward-refused",
        OnwardSent = "onward-sent",
        NoticeDeferred = "notice-deferred",
        NoticeSent = "notice-sent",
        NoticeReturned = "notice-returned",
        NoticeEscalated = "notice-escalated",
        ConsentAsked = "consent-asked",
        ConsentGiven = "consent-given",
        ConsentRefused = "consent-refused",
        ConsentWithdrawn = "consent-withdrawn",
        ChallengeReceived = "challenge-received",
        ChallengeAnswered = "challenge-answered",
        CopyRequested = "copy-requested",
        CopyGiven = "copy-given",
        ReviewDone = "review-done",
        ErasureDone = "erasure-done",
        AccountChanged = "account-changed",
        SettingsChanged = "settings-changed",
        ExportMade = "export-made",
        ImportMade = "import-made",
        Other = "other",
    }
}

words! {
    /// Why a promise fell away.
    VoidReason {
        NotIdentified = "not-identified",
        Died = "died",
        Paused = "paused",
        Held = "held",
        Replaced = "replaced",
    }
}

words! {
    /// A public act.
    ActKind {
        LedgerStarted = "ledger-started",
        PolicyAdopted = "policy-adopted",
        QuorumChanged = "quorum-changed",
        KeyChanged = "key-changed",
        FiguresPublished = "figures-published",
        SampleCommitted = "sample-committed",
        SampleRevealed = "sample-revealed",
        RestoreMade = "restore-made",
        ClockStopped = "clock-stopped",
        QuorumLost = "quorum-lost",
        QuorumBack = "quorum-back",
    }
}

impl ActKind {
    /// Whether the act cannot be understood without its digest.
    #[must_use]
    pub const fn needs_digest(self) -> bool {
        match self {
            Self::PolicyAdopted
            | Self::QuorumChanged
            | Self::FiguresPublished
            | Self::SampleCommitted
            | Self::SampleRevealed => true,
            Self::LedgerStarted
            | Self::KeyChanged
            | Self::RestoreMade
            | Self::ClockStopped
            | Self::QuorumLost
            | Self::QuorumBack => false,
        }
    }
}
