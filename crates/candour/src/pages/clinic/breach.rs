//! The small pages about a breach of personal data: recording it, advice, what was done, and the decisions.

use super::{
    act::Act,
    simple::{Simple, new_route, reasons, route_fields, simple, standing, yes_or_no},
};
use crate::web::{
    field::{Choice, Field},
    form::Form,
};
use casework::{
    breach::{BreachKind, ordinal},
    id::CaseId,
    refusal::Refusal,
    time::{Day, Moment},
};
use serde_json::Value;
use service::{
    breaches::{NewBreach, NewCommissioner},
    engine::{Asked, Service},
    error::{Answer, Fault, ServiceError},
    views::{BreachView, ClinicCase, breach_kind_name},
};

/// What the banner says once an act is done.
#[must_use]
pub fn done(code: &str) -> Option<String> {
    ::words::coded("breach-done", code)
}

/// Whether an act is one about breaches, which has a small page.
#[must_use]
pub fn has_page(code: &str) -> bool {
    matches!(
        code,
        "report-breach"
            | "breach-advice"
            | "breach-measure"
            | "breach-commissioner"
            | "breach-telling"
            | "no-breach"
            | "affected-route"
            | "confirm-affected-route"
    )
}

/// The page of an act about breaches; `None` for every other act.
#[must_use]
pub fn page(act: &Act, case: &ClinicCase) -> Option<Simple> {
    if act.code == "report-breach" {
        return Some(report(case));
    }
    let breach = case.breaches.iter().find(|breach| breach.n == act.n)?;
    Some(match act.code.as_str() {
        "breach-advice" => advice(breach),
        "breach-measure" => measure(breach),
        "breach-commissioner" => commissioner(breach),
        "breach-telling" => telling(breach),
        "no-breach" => no_breach(breach),
        "affected-route" => affected_route(breach),
        "confirm-affected-route" => confirm_route(breach),
        _ => return None,
    })
}

/// Does what a page about breaches asks for; `None` for every other act.
///
/// # Errors
/// As the service refuses; [`ServiceError::Invalid`] with every fault of the form.
pub async fn perform(
    service: &Service,
    id: &CaseId,
    asked: &Asked,
    act: &Act,
    typed: &Form,
) -> Option<Answer<Value>> {
    let n = act.n;
    Some(match act.code.as_str() {
        "report-breach" => {
            let new = new_breach(typed);
            // What is recalled with it must be said, even where it is nothing.
            if typed.text("disclosure").is_empty() {
                let mut faults = vec![Fault::new("/disclosure", ::words::say("act-fault-choose"))];
                faults.extend(new.faults());
                return Some(Err(ServiceError::Invalid(faults)));
            }
            service.report_breach(id, asked, &new).await
        }
        "breach-advice" => service.note_breach(id, asked, n, "advice", typed.text("text")).await,
        "breach-measure" => service.note_breach(id, asked, n, "measure", typed.text("text")).await,
        "breach-commissioner" => match new_commissioner(typed) {
            Ok(new) => service.decide_commissioner(id, asked, n, &new).await,
            Err(error) => Err(error),
        },
        "breach-telling" => tell(service, id, asked, n, typed).await,
        "no-breach" => service.find_no_breach(id, asked, n, typed.text("reasons")).await,
        "affected-route" => service.record_affected_route(id, asked, n, &new_route(typed)).await,
        "confirm-affected-route" => service.confirm_affected_route(id, asked, n).await,
        _ => return None,
    })
}

async fn tell(service: &Service, id: &CaseId, asked: &Asked, n: u32, typed: &Form) -> Answer<Value> {
    // Where nobody decides whether they are told, the form asks for the words alone.
    let tell = if typed.text("tell").is_empty() && typed.said("words").is_some() {
        true
    } else {
        yes_or_no(typed, "tell", None)?
    };
    let name = if tell { "words" } else { "reasons" };
    service.decide_telling(id, asked, n, tell, typed.text(name)).await.map_err(|error| match error {
        ServiceError::Invalid(faults) => ServiceError::Invalid(
            faults.into_iter().map(|fault| Fault::new(format!("/{name}"), fault.expected)).collect(),
        ),
        other => other,
    })
}

/// A day and a time of it, typed into two fields, London time.
pub(super) fn moment(typed: &Form, name: &str) -> Option<Moment> {
    let day = Day::parse(&typed.day(name)?)?;
    let time = typed.text(&format!("{name}-time")).trim().replace('.', ":");
    let (hour, minute) = time.split_once(':')?;
    if minute.len() != 2 {
        return None;
    }
    day.at(hour.parse().ok()?, minute.parse().ok()?)
}

fn new_breach(typed: &Form) -> NewBreach {
    NewBreach {
        kind: typed.text("kind").to_owned(),
        disclosure: typed.text("disclosure").parse().ok(),
        happened: moment(typed, "happened"),
        aware: moment(typed, "aware"),
        what: typed.text("what").to_owned(),
        people: typed.text("people").trim().parse().ok(),
    }
}

fn new_commissioner(typed: &Form) -> Answer<NewCommissioner> {
    match typed.text("decision") {
        "reported" => Ok(NewCommissioner::Reported {
            at: moment(typed, "at"),
            reference: typed.text("reference").to_owned(),
            delay: typed.text("delay").to_owned(),
        }),
        "not-reportable" => Ok(NewCommissioner::NotReportable { reasons: typed.text("reasons").to_owned() }),
        _ => Err(ServiceError::Invalid(vec![Fault::new("/decision", ::words::say("act-fault-choose"))])),
    }
}

fn times(name: &str, label: String, hint: String) -> [Field; 2] {
    [
        Field::day(name, label).hint(hint),
        Field::line(format!("{name}-time"), ::words::say("breach-time"))
            .hint(::words::say("breach-time-hint"))
            .width(5),
    ]
}

fn report(case: &ClinicCase) -> Simple {
    let kinds =
        BreachKind::ALL.iter().map(|kind| Choice::new(kind.as_str(), breach_kind_name(*kind))).collect();
    let mut fields = vec![Field::radios("kind", ::words::say("breach-report-kind"), kinds)];
    let left: Vec<Choice> = case
        .proposals
        .iter()
        .filter(|p| {
            p.outcome.code == "disclose" && matches!(p.state.as_str(), "released" | "recalled" | "settled")
        })
        .map(|p| Choice::new(p.n.to_string(), ::words::phrase("breach-report-disclosure-one").with("n", p.n)))
        .collect();
    let mut choices = left;
    choices.push(Choice::new("none", ::words::say("breach-report-disclosure-none")));
    fields.push(
        Field::radios("disclosure", ::words::say("breach-report-disclosure"), choices)
            .hint(::words::say("breach-report-disclosure-hint")),
    );
    fields.extend(times(
        "happened",
        ::words::say("breach-report-happened"),
        ::words::say("breach-report-happened-hint"),
    ));
    fields.extend(times(
        "aware",
        ::words::say("breach-report-aware"),
        ::words::say("breach-report-aware-hint"),
    ));
    fields.push(
        Field::line("people", ::words::say("breach-report-people"))
            .hint(::words::say("breach-report-people-hint"))
            .digits()
            .width(5),
    );
    fields.push(
        Field::area("what", ::words::say("breach-report-what"), 8)
            .hint(::words::say("breach-report-what-hint")),
    );
    Simple {
        warning: Some(::words::say("breach-report-warning")),
        fields,
        ..simple(
            ::words::say("breach-report-title"),
            &[&::words::say("breach-report-lead")],
            ::words::say("breach-report-button"),
        )
    }
}

/// What a breach is, above each of its forms.
fn about(breach: &BreachView) -> String {
    ::words::phrase("breach-about")
        .with("n", breach.ordinal)
        .with("kind", super::act::lower(&breach.kind.name))
        .say()
}

fn deadline(breach: &BreachView) -> String {
    match &breach.clock {
        Some(clock) => ::words::phrase("breach-deadline-clock").with("clock", clock),
        None => ::words::phrase("breach-deadline"),
    }
    .with("aware", &breach.aware)
    .with("by", &breach.report_by)
    .say()
}

fn with_lead(breach: &BreachView, more: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut lead = vec![about(breach), deadline(breach)];
    lead.extend(more);
    lead
}

fn advice(breach: &BreachView) -> Simple {
    Simple {
        lead: with_lead(breach, [::words::say("breach-advice-lead")]),
        fields: vec![
            Field::area("text", ::words::say("breach-advice-text"), 8)
                .hint(::words::say("breach-advice-text-hint")),
        ],
        ..simple(::words::say("breach-advice-title"), &[], ::words::say("breach-advice-button"))
    }
}

fn measure(breach: &BreachView) -> Simple {
    Simple {
        lead: with_lead(breach, [::words::say("breach-measure-lead")]),
        fields: vec![Field::area("text", ::words::say("breach-measure-text"), 8)],
        ..simple(::words::say("breach-measure-title"), &[], ::words::say("breach-measure-button"))
    }
}

fn commissioner(breach: &BreachView) -> Simple {
    let [day, time] = times("at", ::words::say("breach-commissioner-at"), String::new());
    let mut choices = vec![
        Choice::new("reported", ::words::say("breach-commissioner-reported"))
            .below(day)
            .below(time)
            .below(Field::line("reference", ::words::say("breach-commissioner-reference")).width(20))
            .below(
                Field::area("delay", ::words::say("breach-commissioner-delay"), 4)
                    .hint(::words::say("breach-commissioner-delay-hint")),
            ),
    ];
    let undecided = breach.commissioner.who.is_none();
    if undecided {
        choices.push(
            Choice::new("not-reportable", ::words::say("breach-commissioner-not-reportable"))
                .hint(::words::say("breach-commissioner-not-reportable-hint"))
                .below(reasons(
                    ::words::say("breach-commissioner-reasons"),
                    ::words::say("breach-commissioner-reasons-hint"),
                )),
        );
    }
    Simple {
        lead: with_lead(
            breach,
            [::words::say("breach-commissioner-lead"), ::words::say("breach-commissioner-lead-police")],
        ),
        fields: vec![Field::radios("decision", ::words::say("breach-commissioner-decision"), choices)],
        ..simple(::words::say("breach-commissioner-title"), &[], ::words::say("breach-decision-button"))
    }
}

fn telling(breach: &BreachView) -> Simple {
    let words = || {
        Field::area("words", ::words::say("breach-telling-words"), 8)
            .hint(::words::say("breach-telling-words-hint"))
    };
    // Whoever's information left is told; what the guardian says is that it was so, and in which words.
    let (fields, more) = if breach.concerns_another && breach.disclosure.is_some() {
        let owed = vec![::words::say("breach-telling-lead-owed"), ::words::say("breach-telling-lead-right")];
        (vec![words()], owed)
    } else {
        let no = Choice::new("no", ::words::say("breach-telling-no"))
            .hint(::words::say("breach-telling-no-hint"))
            .below(reasons(::words::say("breach-telling-reasons"), ""));
        let yes = Choice::new("yes", ::words::say("breach-telling-yes")).below(words());
        let tell = Field::radios("tell", ::words::say("breach-telling-tell"), vec![yes, no]);
        (vec![tell], vec![::words::say("breach-telling-lead")])
    };
    Simple {
        lead: with_lead(breach, more),
        warning: Some(::words::say("breach-telling-warning")),
        fields,
        ..simple(::words::say("breach-telling-title"), &[], ::words::say("breach-decision-button"))
    }
}

fn no_breach(breach: &BreachView) -> Simple {
    Simple {
        lead: with_lead(breach, [::words::say("breach-none-lead")]),
        fields: vec![reasons(::words::say("breach-none-reasons"), ::words::say("breach-none-reasons-hint"))],
        ..simple(::words::say("breach-none-title"), &[], ::words::say("breach-none-button"))
    }
}

fn affected_route(breach: &BreachView) -> Simple {
    Simple {
        lead: with_lead(breach, [::words::say("breach-route-lead")]),
        warning: Some(::words::say("act-route-warning")),
        fields: route_fields(),
        ..simple(::words::say("breach-route-title"), &[], ::words::say("act-route-button"))
    }
}

fn confirm_route(breach: &BreachView) -> Simple {
    Simple {
        lead: with_lead(
            breach,
            [standing(breach.route.as_deref()), ::words::say("breach-confirm-route-lead")],
        ),
        ..simple(::words::say("breach-confirm-route-title"), &[], ::words::say("act-confirm-route-button"))
    }
}

/// What a link to an act about a breach says; `None` for every other act.
#[must_use]
pub fn label(act: &Act) -> Option<String> {
    let label = match act.code.as_str() {
        "report-breach" => return Some(::words::say("breach-report-title")),
        "breach-advice" => ::words::phrase("breach-label-advice"),
        "breach-measure" => ::words::phrase("breach-label-measure"),
        "breach-commissioner" => ::words::phrase("breach-label-commissioner"),
        "breach-telling" => ::words::phrase("breach-label-telling"),
        "no-breach" => ::words::phrase("breach-label-none"),
        "affected-route" => ::words::phrase("breach-label-route"),
        "confirm-affected-route" => ::words::phrase("breach-label-confirm-route"),
        _ => return None,
    };
    Some(label.with("n", ordinal(act.n)).say())
}

/// Why a decision could not be recorded, beside the field that puts it right.
#[must_use]
pub fn fault(refusal: &Refusal) -> Option<Fault> {
    match refusal {
        Refusal::DelayReasons => Some(Fault::new("/delay", ::words::say("breach-fault-delay"))),
        Refusal::BreachTimes | Refusal::NoticeOwed => Some(Fault::new("", service::words::refusal(refusal))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_day_and_a_time_in_london() {
        let typed = |time: &str| {
            Form::of(&[("at-day", "1"), ("at-month", "7"), ("at-year", "2026"), ("at-time", time)])
        };
        let read = |time: &str| moment(&typed(time), "at").map(Moment::rfc3339);
        assert_eq!(read("9:30").as_deref(), Some("2026-07-01T08:30:00Z"));
        assert_eq!(read(" 14.05 ").as_deref(), Some("2026-07-01T13:05:00Z"));
        for bad in ["", "9", "25:00", "9:5", "9:60", "half past nine"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
