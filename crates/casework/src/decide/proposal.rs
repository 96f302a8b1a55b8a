//! An outcome is proposed. It can only be one that the gate opened: the command carries the open outcome itself,
//! which nothing but the gate can make.

use super::{open, place};
use crate::{
    actor::Role,
    case::Case,
    codes::{Approval, Basis, Ground, NoticeRule, Outcome},
    command::{Context, Draft},
    event::{Event, NoticePlan},
    refusal::Refusal,
    verdict::OpenOutcome,
};

pub(super) fn propose(
    case: &Case,
    ctx: &Context,
    outcome: &OpenOutcome,
    verdict: &str,
    draft: &Draft,
) -> Result<Vec<Event>, Refusal> {
    let own_duty = outcome.approvals().contains(&Approval::IndividualProfessionalPersonalDuty)
        && place::duty_holder(case, ctx).is_ok();
    if !own_duty {
        place::at_unit(case, ctx, &[Role::Clinician, Role::Guardian])?;
    }
    open(case)?;
    if !case.is_referral() {
        return Err(Refusal::EnquiryOnly);
    }
    if !own_duty {
        place::separate(case, &ctx.actor.individual, ctx.actor.role)?;
    }
    let mut items = draft.items.clone();
    items.sort_unstable();
    items.dedup();
    if outcome.outcome() == Outcome::Disclose {
        if items.is_empty() {
            return Err(Refusal::NoItems);
        }
        if items.iter().any(|item| !outcome.items().contains(item)) {
            return Err(Refusal::ItemClosed);
        }
        if draft.content.is_none() || items.iter().any(|item| !draft.content_items.contains(item)) {
            return Err(Refusal::NoContent);
        }
        // A reason of its own for each item and for no other, or an item would pass under another's.
        if let Some((_, named)) = &draft.reasons {
            let mut named = named.clone();
            named.sort_unstable();
            named.dedup();
            if named != items {
                return Err(Refusal::ItemReasons);
            }
        }
    } else {
        items = outcome.items().to_vec();
    }
    if outcome.outcome() == Outcome::Advise && draft.content.is_none() {
        return Err(Refusal::NoContent);
    }
    let n = u32::try_from(case.proposals.len()).unwrap_or(u32::MAX).saturating_add(1);
    let left_out = draft.left_out.as_ref().filter(|_| outcome.outcome() == Outcome::Disclose);
    let left_out = left_out.map(|(whole, from)| Event::PassagesLeftOut {
        by: (&ctx.actor).into(),
        n,
        whole: whole.clone(),
        items: from.iter().copied().filter(|item| items.contains(item)).collect(),
    });
    let reasons = draft.reasons.as_ref().filter(|_| outcome.outcome() == Outcome::Disclose);
    let mut events = vec![Event::ProposalMade {
        by: (&ctx.actor).into(),
        n,
        outcome: outcome.outcome(),
        basis: outcome.basis(),
        items,
        approvals: outcome.approvals().to_vec(),
        after: outcome.after().to_vec(),
        conditions: outcome.conditions().to_vec(),
        notice: plan(case, ctx, outcome, draft)?,
        verdict: verdict.to_owned(),
        necessity: draft.necessity.clone(),
        proportionality: draft.proportionality.clone(),
        content: draft.content.clone(),
        reasons: reasons.map(|(text, _)| text.clone()),
        // Download only where the decision says so, and never of what a person must see first.
        download: draft.download && outcome.basis() != Some(Basis::ExplicitConsent),
    }];
    events.extend(left_out);
    Ok(events)
}

/// How the person will be told, within what the verdict allows.
fn plan(case: &Case, ctx: &Context, outcome: &OpenOutcome, draft: &Draft) -> Result<NoticePlan, Refusal> {
    let notice = outcome.notice();
    let cap = notice.max_days().unwrap_or(0);
    let today = ctx.now.day();
    let mut plan = NoticePlan {
        rule: notice.rule(),
        ground: None,
        last_day: None,
        ban_ends_on: None,
        reasons: draft.notice_reasons.clone(),
    };
    match notice.rule() {
        NoticeRule::LegalHoldIndependentReviewEvery28Days => {
            plan.ground = Some(Ground::NTa39);
            plan.last_day = Some(draft.last_day.unwrap_or_else(|| today.plus_days(i64::from(cap))));
        }
        // Notice *may* be put off; where no last day is asked for, it is not.
        NoticeRule::MayDeferWithReview => {
            if let Some(last_day) = draft.last_day {
                if draft.notice_reasons.is_none() {
                    return Err(Refusal::DeferralReasons);
                }
                plan.ground = notice.ground();
                plan.last_day = Some(last_day);
            }
        }
        NoticeRule::AsOrderDirects => {
            plan.ground = Some(Ground::NCourt);
            plan.ban_ends_on = case
                .facts
                .as_ref()
                .and_then(|facts| facts.instrument.as_ref())
                .and_then(|paper| paper.ban_ends_on);
        }
        NoticeRule::NoNoticeNoPersonIdentified
        | NoticeRule::NotifyNow
        | NoticeRule::NotifyBeforeDisclosureUnlessUnsafe
        | NoticeRule::NotifyNowChildParentOnlyIfChildAgrees
        | NoticeRule::NotifyChildAndParentUnlessUnsafe
        | NoticeRule::NotifyParentOrCarerNow
        | NoticeRule::NotifyRepresentativeOrOnRecovery
        | NoticeRule::NotifyOnRecoveryWithin72Hours
        | NoticeRule::NotifyOnFinding
        | NoticeRule::NotifyViaSafeContactAgreedWithPatient
        | NoticeRule::NotifyNextOfKinViaCoroner
        | NoticeRule::HoldNoticeUntilCompleteOr5WorkingDaysThenNotify => {}
    }
    if let Some(last_day) = plan.last_day
        && (last_day < today || last_day > today.plus_days(i64::from(cap)))
    {
        return Err(Refusal::DeferralDays(u32::from(cap)));
    }
    Ok(plan)
}
