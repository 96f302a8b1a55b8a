//! Why a command is refused. A refusal is an answer, not a fault: nothing is recorded and nothing has changed.

use crate::{
    codes::{Approval, Reason},
    time::Day,
};

/// Why a command was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No such case, as far as this actor may know: unknown and somebody else's cannot be told apart.
    #[error("there is no such case")]
    NoSuchCase,
    /// The case exists for this actor, but their role does not do this.
    #[error("this is not for your role to do")]
    NotYourRole,
    /// The case has no such proposal, disclosure or approval.
    #[error("there is no such proposal")]
    NoSuchProposal,
    /// The case is closed.
    #[error("the case is closed; nothing more can be recorded in it")]
    Closed,
    /// The officer took the referral back.
    #[error("the referral was withdrawn")]
    Withdrawn,
    /// The referral is with the officer.
    #[error("the referral was returned and waits for the officer")]
    Returned,
    /// It is not with the officer.
    #[error("the referral is not waiting for you")]
    NotReturned,
    /// A third referral in 90 days waits for the reviewer.
    #[error(
        "a third referral by the same force within 90 days waits for the independent reviewer; no record is opened until they have looked"
    )]
    RepetitionWaits,
    /// An enquiry names nobody.
    #[error("an enquiry names nobody, so there is no record to open and nothing to disclose")]
    EnquiryOnly,
    /// The gate has closed this outcome.
    #[error("the gate has closed this outcome")]
    OutcomeClosed(Vec<Reason>),
    /// An item the verdict does not open was asked for.
    #[error("an item is not among those that the verdict opens")]
    ItemClosed,
    /// A disclosure without any item.
    #[error("choose at least one item")]
    NoItems,
    /// A disclosure without content for an item.
    #[error("write what is to be disclosed for every item")]
    NoContent,
    /// Reasons for items are not for those that are proposed.
    #[error("say of each item why it is needed, and of no other")]
    ItemReasons,
    /// The notice rule is not the verdict's.
    #[error("the notice rule is not the one that the verdict gives")]
    NoticeRule,
    /// The last day of a deferral is missing, past or beyond the cap.
    #[error("the last day of the deferral must lie between today and {0} days from now")]
    DeferralDays(u32),
    /// Reasons are asked for.
    #[error("give reasons for putting off notice")]
    DeferralReasons,
    /// The facts or the rules changed, and the verdict with them, since the proposal was made.
    #[error(
        "the facts or the rules have changed since this was proposed and the outcome is no longer open as proposed; propose again"
    )]
    VerdictChanged,
    /// Another policy pack was adopted while this was being decided.
    #[error("the rules changed while you were deciding; nothing was recorded; look at the case again")]
    RulesChanged,
    /// The proposal was decided, declined or replaced already.
    #[error("this proposal is no longer open")]
    ProposalNotOpen,
    /// This approval is not among those asked for.
    #[error("this approval is not asked for")]
    ApprovalNotNeeded,
    /// This approval was given already.
    #[error("this approval was given already")]
    ApprovalGiven,
    /// Others come first.
    #[error("other approvals come first: {}", .0.iter().map(|a| a.as_str()).collect::<Vec<_>>().join(", "))]
    OthersFirst(Vec<Approval>),
    /// The same human being has another part in this case.
    #[error("you already have another part in this case, and the two must be different people")]
    SamePerson,
    /// By telephone only in an emergency.
    #[error("an approval may be given by telephone only in an emergency")]
    NotAnEmergency,
    /// Whoever rang was not called back, or it is no emergency.
    #[error(
        "only an emergency is taken by telephone, and only when whoever rang was called back through the control room of their force"
    )]
    CallerNotVerified,
    /// Read out where an account reads.
    #[error(
        "items are read out by telephone only where they were released in an emergency, or where whoever asked has no account"
    )]
    NotByTelephone,
    /// Read out before the release, or in the future.
    #[error("what was released is read out after it was released, and not in the future")]
    ReadOutTimes,
    /// Not an approval that waits for this person's confirmation.
    #[error("no approval of yours waits to be confirmed")]
    NothingToConfirm,
    /// The disclosure cannot be released yet.
    #[error("the disclosure is not ready to be released")]
    NotReady,
    /// Nothing was released, or it was recalled.
    #[error("there is nothing to read")]
    NotReleased,
    /// Nothing was recalled.
    #[error("nothing was recalled")]
    NotRecalled,
    /// No after-review is owed.
    #[error("no review is owed")]
    NothingToReview,
    /// There is no safe route.
    #[error("no safe route has been recorded")]
    NoRoute,
    /// The notice is not in a state for this.
    #[error("the notice is not waiting for this")]
    NoNotice,
    /// Something is still owed, so the case cannot be closed.
    #[error("something is still owed to the person or to the reviewer, so the case stays open")]
    StillOwed,
    /// The case has no such breach.
    #[error("there is no such breach")]
    NoSuchBreach,
    /// The times of a breach do not follow each other, or lie in the future.
    #[error(
        "what happened comes first, then the trust becomes aware of it, then it is reported, and none of it lies in the future"
    )]
    BreachTimes,
    /// A report to the Commissioner after 72 hours says why.
    #[error("it was reported after the 72 hours: say why it is late")]
    DelayReasons,
    /// Whoever's information left is told.
    #[error(
        "information about somebody left, so they are owed a notice; if it was about the right person after all, find that there was no breach"
    )]
    NoticeOwed,
    /// One search more than an account may make within an hour.
    #[error(
        "you have searched {} times within the last hour, which is as often as anybody may; search again later, or open the case from your queue",
        crate::search::SEARCHES_PER_HOUR_MAX
    )]
    SearchedTooOften,
    /// This human being has declared a conflict of interest.
    #[error(
        "you have declared a conflict of interest in this case, so it is closed to you; somebody else sees to it, and only the Caldicott Guardian can withdraw the declaration"
    )]
    ConflictDeclared,
    /// Whoever gave an approval by telephone has declared one.
    #[error("whoever is named has declared a conflict of interest in this case")]
    ColleagueStandsBack,
    /// Nobody stands back from what they began themselves.
    #[error(
        "you began this case yourself, so you cannot stand back from it; speak to the Caldicott Guardian"
    )]
    OwnCase,
    /// No such declaration.
    #[error("there is no such declaration")]
    NoConflict,
    /// Not somebody to whom this can be handed.
    #[error("choose a colleague who is a clinician of this unit")]
    NoColleague,
    /// The account is not an officer's of this force.
    #[error("choose an officer of your force who has an account")]
    NoOfficer,
    /// Nobody was named to receive anything, or an officer asked.
    #[error("in this case the clinic has named no officer to receive anything")]
    NoRecipient,
    /// The account is not another officer's of the recipient's force.
    #[error("choose another officer of the same force as the one who is named now")]
    NotOfTheirForce,
    /// Not a span that can be recorded.
    #[error("choose 5, 15, 30 or 60 minutes")]
    Minutes,
    /// No such time was recorded by this account.
    #[error("you have recorded no such time in this case")]
    NoTime,
    /// A call or meeting that lies in the future, or too far back.
    #[error(
        "a call or meeting is written down after it took place, and within {} days",
        crate::conversation::DAYS_BACK_MAX
    )]
    ConversationTime,
    /// Nothing was ever delegated to this deputy.
    #[error(
        "a deputy decides under a written delegation of the Caldicott Guardian, and there is none to you"
    )]
    NotDelegated,
    /// The delegation has not begun.
    #[error("the delegation to you begins on {}; until then ring the Caldicott Guardian", .0.for_people())]
    DelegationNotYet(Day),
    /// The delegation is over.
    #[error("the delegation to you ended on {}; a new one has to be given in writing", .0.for_people())]
    DelegationEnded(Day),
    /// The delegation was revoked.
    #[error("the delegation to you was revoked by the Caldicott Guardian")]
    DelegationRevoked,
    /// The delegation is for emergencies on call.
    #[error("the delegation to you is for emergencies while you are on call, and reaches no further")]
    BeyondDelegation,
    /// A deputy who is not on call.
    #[error("you are not on call on the rota at this hour, so an emergency is for whoever is")]
    NotOnCall,
    /// Several guardians of one trust, and no list of its deputies that leaves one.
    #[error(
        "your trust has several guardians; an administrator lists who of them is a deputy before any decides"
    )]
    WhoIsGuardian,
    /// A deputy cannot delegate.
    #[error("you are a deputy yourself; only the Caldicott Guardian delegates, and revokes")]
    DeputyDelegates,
    /// Not somebody to whom this can be delegated.
    #[error("choose somebody of your trust whom an administrator has listed as a deputy")]
    NoDeputy,
    /// Days that a delegation cannot have.
    #[error(
        "a delegation ends today or later, not before it begins, and no more than {} days after",
        crate::delegation::DELEGATION_DAYS_MAX
    )]
    DelegationDays,
    /// Somebody whose part is on no such rota.
    #[error("clinicians are on duty in a unit; guardians and deputies of a trust are on call")]
    NotForRota,
    /// Days that an entry of the rota cannot have.
    #[error("the last day is today or later, not before the first, and within a year of it")]
    RotaDays,
    /// No such entry or delegation.
    #[error("there is no such entry")]
    NoSuchEntry,
    /// Signed already.
    #[error("this was done already")]
    AlreadyDone,
    /// The facts do not fit the schema, or are not this actor's to supply.
    #[error("the facts do not fit")]
    Facts(Vec<crate::facts::FactsError>),
}
