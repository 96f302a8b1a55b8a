//! Decides what a command makes happen: events to record, or a refusal. Pure; one file a group of commands.

mod approval;
pub mod breach;
pub mod clock;
mod day;
mod place;
mod proposal;
mod recipient;
mod referral;
mod release;
mod reviewing;
mod telling;

pub use day::{MINUTES, begin_with_call};
pub use place::{may_open_fully, may_read, reads_as_clinic, stands_back};
pub use referral::receive;
pub use release::{emergency_release, may_be_read_out, release, release_waits_for};

use crate::{
    case::{Case, Phase},
    command::{Command, Context},
    event::Event,
    refusal::Refusal,
};

/// What a command makes happen to a case.
///
/// # Errors
/// [`Refusal`]: nothing is recorded then.
pub fn decide(case: &Case, command: &Command, ctx: &mut Context) -> Result<Vec<Event>, Refusal> {
    // The one place where a declared conflict of interest keeps somebody from acting, whatever they try.
    place::no_conflict(case, ctx, command)?;
    // The one place where whoever acts in the guardian's place without a delegation is kept from it. What a guardian
    // approves is held against the delegation in `approval`: it may be another's, given by telephone.
    place::in_right(case, ctx, command)?;
    match command {
        Command::Complete { part, missing } => referral::complete(case, ctx, part, missing),
        Command::Withdraw => referral::withdraw(case, ctx),
        Command::Countersign => referral::countersign(case, ctx),
        Command::Reassign { to } => referral::reassign(case, ctx, to),
        Command::NameRecipient { from, to, reasons } => recipient::name(case, ctx, from, to, reasons),
        Command::SupplyFacts { supplier, part } => referral::supply(case, ctx, *supplier, part),
        Command::OpenRecord { reason } => referral::open_record(case, ctx, reason),
        Command::ReviewRepetition { agreed, reasons } => {
            reviewing::review_repetition(case, ctx, *agreed, reasons)
        }
        Command::Advise { text, current } => referral::advise(case, ctx, text, current.as_deref()),
        Command::Propose { outcome, verdict, draft } => proposal::propose(case, ctx, outcome, verdict, draft),
        Command::Approve { n, approval, agreed, reasons, telephone, standing, current } => approval::approve(
            case,
            ctx,
            &approval::Given {
                n: *n,
                approval: *approval,
                agreed: *agreed,
                reasons,
                telephone: telephone.as_ref(),
                standing,
                current,
            },
        ),
        Command::AnswerTelephone { n, confirmed } => approval::answer_telephone(case, ctx, *n, *confirmed),
        Command::RecordNoticeUnsafe { n, reasons } => telling::record_unsafe(case, ctx, *n, reasons),
        Command::DirectNotice { n, reasons } => telling::direct(case, ctx, *n, reasons),
        Command::StartNoticeClock { start } => telling::start_clock(case, ctx, *start),
        Command::RecordSafeRoute { route, address, phrase, code, lookup, language } => {
            place::clinician(case, ctx)?;
            Ok(vec![Event::SafeRouteRecorded {
                by: (&ctx.actor).into(),
                route: *route,
                address: address.clone(),
                phrase: phrase.clone(),
                code: code.clone(),
                lookup: lookup.clone(),
                language: *language,
            }])
        }
        Command::ConfirmSafeRoute => telling::confirm_route(case, ctx),
        Command::GiveByTelephone { n, to, at } => release::give_by_telephone(case, ctx, *n, to, *at),
        Command::Recall { n, reasons } => release::recall(case, ctx, *n, reasons),
        Command::ConfirmDestruction { n } => release::confirm_destruction(case, ctx, *n),
        Command::RefuseDestruction { n, law } => release::refuse_destruction(case, ctx, *n, law),
        Command::AfterReview { n, upheld, reasons } => {
            reviewing::after_review(case, ctx, *n, *upheld, reasons)
        }
        Command::ReportBreach(reported) => breach::report(case, ctx, reported),
        Command::ReportWrongPerson { n, what } => breach::report_wrong_person(case, ctx, *n, what),
        Command::NoteBreach { n, kind, text } => breach::note(case, ctx, *n, *kind, text),
        Command::ReportToCommissioner { n, at, reference, delay } => {
            breach::reported_to_commissioner(case, ctx, *n, *at, reference, delay.as_ref())
        }
        Command::FindNotReportable { n, reasons } => breach::not_reportable(case, ctx, *n, reasons),
        Command::TellOfBreach { n, words } => breach::tell(case, ctx, *n, words),
        Command::DoNotTellOfBreach { n, reasons } => breach::do_not_tell(case, ctx, *n, reasons),
        Command::FindNoBreach { n, reasons } => breach::unfounded(case, ctx, *n, reasons),
        Command::RecordAffectedRoute { n, route, address, phrase, code, lookup, language } => {
            breach::of_another(case, ctx, *n)?;
            Ok(vec![Event::AffectedRouteRecorded {
                by: (&ctx.actor).into(),
                n: *n,
                route: *route,
                address: address.clone(),
                phrase: phrase.clone(),
                code: code.clone(),
                lookup: lookup.clone(),
                language: *language,
            }])
        }
        Command::ConfirmAffectedRoute { n } => breach::confirm_route(case, ctx, *n),
        Command::DeclareConflict { why, text } => day::declare(case, ctx, *why, text.as_ref()),
        Command::WithdrawConflict { n, reasons } => day::withdraw(case, ctx, *n, reasons),
        Command::Take => day::take(case, ctx),
        Command::HandOver { to, note } => day::hand_over(case, ctx, to.as_ref(), note),
        Command::SpendTime { minutes } => day::spend(case, ctx, *minutes),
        Command::TakeTimeBack { minutes } => day::take_time_back(case, ctx, *minutes),
        Command::RecordConversation { conversation, minutes } => {
            day::converse(case, ctx, conversation, *minutes)
        }
        Command::Close { reasons } => reviewing::close(case, ctx, reasons),
    }
}

/// Refuses unless the case is open for work.
fn open(case: &Case) -> Result<(), Refusal> {
    match case.phase {
        Phase::Open => Ok(()),
        Phase::Returned => Err(Refusal::Returned),
        Phase::Withdrawn => Err(Refusal::Withdrawn),
        Phase::Closed => Err(Refusal::Closed),
    }
}
