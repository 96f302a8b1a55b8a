//! Recording an approval that somebody gave by telephone, in an emergency only. They confirm it within 24 hours.

use super::{
    act, area::Area, case_href, case_of, case_page, faults, fields::read_day, form, number, offered,
    proposal, words,
};
use crate::web::{
    field::{Choice, Field},
    form::{Form, Posted},
    frame::{Frame, Seal},
    problem::{PageAnswer, Problem, faulty, page},
    session::{Looking, Reader},
};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Redirect},
};
use casework::time::{Day, HOUR, Moment};
use service::{
    error::Fault,
    views::{ClinicCase, ProposalView},
    working::NewApproval,
};

/// The page.
#[derive(Debug, Template)]
#[template(path = "clinic/telephone.html")]
pub struct TelephonePage {
    frame: Frame,
    seal: Seal,
    reference: String,
    proposal: ProposalView,
    fields: Vec<Field>,
    cancel: String,
}

impl TelephonePage {
    /// The page, holding what was typed, with its faults.
    #[must_use]
    pub fn new(
        frame: Frame,
        seal: Seal,
        area: Area,
        case: &ClinicCase,
        proposal: &ProposalView,
        typed: &Form,
        found: &[Fault],
    ) -> Self {
        let home = format!("{}/cases/{}", area.base(), case.id);
        let fields: Vec<Field> =
            fields(proposal).into_iter().map(|field| field.filled(&|name| typed.all(name))).collect();
        let placed = form::place(&fields, found);
        Self {
            frame: Frame { title: ::words::say("case-by-telephone"), ..frame }
                .faults(&placed)
                .back(home.clone(), ::words::say("case-back"))
                .at(area.base()),
            seal,
            reference: case.reference.clone(),
            proposal: proposal.clone(),
            fields: form::with_faults(fields, &placed),
            cancel: home,
        }
    }
}

fn fields(proposal: &ProposalView) -> Vec<Field> {
    let waiting = proposal
        .approvals
        .iter()
        .filter(|approval| approval.state == "waiting" && !approval.yours)
        .map(|approval| Choice::new(&*approval.approval.code, words::approval(&approval.approval.code)))
        .collect();
    vec![
        Field::radios("approval", ::words::say("case-telephone-which"), waiting),
        Field::line("by_telephone-name", ::words::say("case-telephone-who"))
            .hint(::words::say("case-telephone-who-hint"))
            .width(20),
        Field::day("by_telephone-day", ::words::say("case-telephone-day")),
        Field::line("by_telephone-at", ::words::say("case-telephone-at"))
            .hint(::words::say("case-telephone-at-hint"))
            .width(5),
        Field::radios(
            "agree",
            ::words::say("case-telephone-said"),
            vec![
                Choice::new("yes", ::words::say("case-telephone-agreed")),
                Choice::new("no", ::words::say("case-telephone-declined")),
            ],
        ),
        Field::area("reasons", ::words::say("case-telephone-reasons"), 5)
            .hint(::words::say("case-telephone-reasons-hint")),
    ]
}

/// The page of an approval by telephone.
///
/// # Errors
/// As the case page; refused where the service does not offer it.
pub async fn show(area: Area, Looking(reader): Looking, Path((id, n)): Path<(String, String)>) -> PageAnswer {
    let n = number(&n)?;
    let (_, case) = case_page::read(&reader, &id).await?;
    offered(act::allowed(&case, "telephone", n))?;
    Ok(page(&made(&reader, area, &case, n, &Form::default(), &[])?))
}

/// Records it.
///
/// # Errors
/// As the service refuses.
pub async fn send(area: Area, Path((id, n)): Path<(String, String)>, posted: Posted) -> PageAnswer {
    let n = number(&n)?;
    let case_id = case_of(&id)?;
    let found = match read(&posted.form) {
        Err(found) => found,
        Ok(new) => match posted.reader.app.service.approve(&case_id, &posted.asked(), n, &new).await {
            Ok(_) => return Ok(Redirect::to(&case_href(area, &id, "telephone")).into_response()),
            Err(error) => faults(error)?,
        },
    };
    let (_, case) = case_page::read(&posted.reader, &id).await?;
    Ok(faulty(&made(&posted.reader, area, &case, n, &posted.form, &found)?))
}

pub(super) fn read(form: &Form) -> Result<NewApproval, Vec<Fault>> {
    let mut found = Vec::new();
    let mut wanted = |name: &str, expected: String| {
        let text = form.text(name).trim().to_owned();
        if text.is_empty() {
            found.push(Fault::new(format!("/{}", name.replace('-', "/")), expected));
        }
        text
    };
    let approval = wanted("approval", ::words::say("case-choose-one"));
    let name = wanted("by_telephone-name", ::words::say("case-telephone-who-expected"));
    let reasons = wanted("reasons", ::words::say("case-write-something"));
    let agree = wanted("agree", ::words::say("case-choose-one"));
    let at = typed_at(form, "by_telephone-", &mut found);
    match at {
        Some(at) if found.is_empty() => {
            Ok(NewApproval { approval, agree: agree == "yes", reasons, by_telephone: Some((name, at)) })
        }
        _ => Err(found),
    }
}

/// A day and a time of it, typed into two fields whose names begin alike; what is wrong goes to the faults.
pub(super) fn typed_at(form: &Form, begin: &str, found: &mut Vec<Fault>) -> Option<Moment> {
    let pointer = |name: &str| format!("/{}{name}", begin.replace('-', "/"));
    let day = read_day(form, &format!("{begin}day")).ok().flatten().and_then(|day| Day::parse(&day));
    let Some(day) = day else {
        found.push(Fault::new(pointer("day"), ::words::say("case-telephone-day-expected")));
        return None;
    };
    let at = moment(day, form.text(&format!("{begin}at")));
    if at.is_none() {
        found.push(Fault::new(pointer("at"), ::words::say("case-telephone-at-expected")));
    }
    at
}

/// A time of a London day. Where the clocks change, the hour is moved until the clock on the wall reads as typed.
pub(super) fn moment(day: Day, time: &str) -> Option<Moment> {
    let (hour, minute) = time.trim().split_once(':')?;
    let (hour, minute): (i64, i64) = (hour.parse().ok()?, minute.parse().ok()?);
    if !(0..24).contains(&hour) || !(0..60).contains(&minute) {
        return None;
    }
    let wall = format!("{}, {hour:02}:{minute:02}", day.for_people());
    let plain = day.start().plus(hour * HOUR + minute * 60);
    [plain, plain.plus(-HOUR), plain.plus(HOUR)].into_iter().find(|at| at.for_people() == wall)
}

fn made(
    reader: &Reader,
    area: Area,
    case: &ClinicCase,
    n: u32,
    typed: &Form,
    found: &[Fault],
) -> Result<TelephonePage, Problem> {
    let proposal = proposal(case, n)?;
    Ok(TelephonePage::new(reader.frame(""), reader.seal(), area, case, proposal, typed, found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_on_the_wall_counts_on_days_when_the_clocks_change() {
        let check = |day: &str, time: &str, expected: Option<&str>| {
            let at = moment(Day::parse(day).unwrap(), time).map(Moment::rfc3339);
            assert_eq!(at.as_deref(), expected, "{day} {time}");
        };
        check("2026-11-23", "14:05", Some("2026-11-23T14:05:00Z"));
        check("2026-07-01", "9:30", Some("2026-07-01T08:30:00Z"));
        check("2026-03-29", "12:00", Some("2026-03-29T11:00:00Z"));
        check("2026-03-29", "01:30", None);
        check("2026-10-25", "12:00", Some("2026-10-25T12:00:00Z"));
        check("2026-11-23", "24:00", None);
        check("2026-11-23", "noon", None);
    }

    #[test]
    fn everything_that_is_missing_is_told_at_once() {
        let found = read(&Form::default()).unwrap_err();
        let at: Vec<&str> = found.iter().map(|fault| fault.at.as_str()).collect();
        assert_eq!(at, ["/approval", "/by_telephone/name", "/reasons", "/agree", "/by_telephone/day"]);
    }
}
