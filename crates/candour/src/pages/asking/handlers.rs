//! Steps, summary and sending.

use crate::{
    pages::asking::{
        answers::Answers,
        carried, check, choices,
        journey::{Journey, Step},
        kinds::{self, Long, NONE},
        lessons::{self, Lesson},
        older,
        questions::{self, Ground},
        request,
        views::{CheckPage, DeletePage, OverviewPage, StepPage},
    },
    web::{
        App,
        form::Posted,
        frame::Faults,
        problem::{PageAnswer, Problem, faulty, page},
        session::{Looking, Reader},
    },
};
use axum::{
    Router,
    extract::{Path, Query},
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use casework::{
    id::{CaseId, UnitId},
    time::Day,
};
use serde_json::{Value, json};
use service::{
    drafts::DraftEnd,
    error::{Fault, ServiceError},
    places::Places,
};
use std::{collections::HashMap, sync::Arc};

/// The form's addresses under `/officer` or `/reports`.
pub fn routes(base: &'static str) -> Router<App> {
    Router::new()
        .route(&format!("{base}/drafts/{{draft}}"), get(overview))
        .route(&format!("{base}/drafts/{{draft}}/check"), get(summary))
        .route(&format!("{base}/drafts/{{draft}}/send"), post(send))
        .route(&format!("{base}/drafts/{{draft}}/delete"), get(ask_delete).post(delete))
        .route(&format!("{base}/drafts/{{draft}}/step/{{step}}"), get(step).post(save))
}

/// Begins a draft and leads to its first step. An officer's begins with who asked whom the last time.
///
/// # Errors
/// As the service's.
pub async fn start(reader: &Reader, journey: Journey) -> PageAnswer {
    let mut answers = Answers::default();
    if journey == Journey::Referral
        && let Some(last) = reader.app.service.asked_last(&reader.actor).await?
    {
        carried::take_over(&last, &mut answers);
    }
    let id = reader.app.service.save_draft(&reader.actor, None, &sealed(journey, &answers)).await?;
    let first = journey.steps(&answers).first().map_or("", |step| step.as_str());
    Ok(Redirect::to(&format!("{}/drafts/{id}/step/{first}", journey.base())).into_response())
}

fn sealed(journey: Journey, answers: &Answers) -> Value {
    let mut value = answers.to_value();
    if let Some(members) = value.as_object_mut() {
        members.insert("journey".to_owned(), json!(journey.as_str()));
    }
    value
}

/// A draft with what its pages need.
struct Draft {
    id: CaseId,
    journey: Journey,
    answers: Answers,
    places: Arc<Places>,
    ends: DraftEnd,
}

impl Draft {
    async fn of(reader: &Reader, id: &str) -> Result<Self, Problem> {
        let id = CaseId::parse(id).map_err(|_| Problem::NoSuchPage)?;
        let value = reader.app.service.draft(&reader.actor, &id).await?.ok_or(Problem::NoSuchPage)?;
        let ends = reader.app.service.draft_end(&reader.actor, &id).await?.ok_or(Problem::NoSuchPage)?;
        let journey = value.get("journey").and_then(Value::as_str).and_then(Journey::parse);
        let journey = journey.ok_or(Problem::NoSuchPage)?;
        let mut answers = Answers::from_value(&value);
        older::bring_up_to_date(journey, &mut answers, reader.app.service.gate().pack());
        Ok(Self { id, journey, answers, places: reader.app.service.places().await, ends })
    }

    fn ground<'a>(&'a self, reader: &'a Reader) -> Ground<'a> {
        Ground { places: &self.places, pack: reader.app.service.gate().pack() }
    }

    fn address(&self) -> String {
        format!("{}/drafts/{}", self.journey.base(), self.id)
    }

    fn step_address(&self, step: Step) -> String {
        format!("{}/step/{}", self.address(), step.as_str())
    }

    fn step(&self, name: &str) -> Result<Step, Problem> {
        let step = Step::parse(name).ok_or(Problem::NoSuchPage)?;
        if self.journey.steps(&self.answers).contains(&step) { Ok(step) } else { Err(Problem::NoSuchPage) }
    }

    /// The step and the field at which what a pointer of the request leads to can be answered.
    fn place_of(&self, pointer: &str) -> Option<(Step, &'static str)> {
        let (step, field) = request::place_of(self.journey, pointer)?;
        self.journey.asks_at(step, field, &self.answers)
    }

    /// Where saving a step leads that was changed from the summary: to what a choice of kinds leads to, then to what a
    /// change calls for that was not asked before, and back.
    fn after_change(&self, step: Step, today: Day) -> String {
        let steps = self.journey.steps(&self.answers);
        let chosen = step.chooses();
        let of_kinds =
            steps.iter().find(|known| matches!(known, Step::Exactly(kind) if chosen == Some(kind.long())));
        let unasked = steps.iter().find(|known| !check::faults(**known, &self.answers, today).is_empty());
        of_kinds.or(unasked).map_or_else(
            || format!("{}/check", self.address()),
            |step| format!("{}?then=check", self.step_address(*step)),
        )
    }
}

async fn overview(Looking(reader): Looking, Path(id): Path<String>) -> PageAnswer {
    let draft = Draft::of(&reader, &id).await?;
    let parts =
        check::summary(draft.journey, draft.ground(&reader), &draft.answers, reader.app.service.now().day());
    Ok(page(&OverviewPage {
        frame: reader.frame(draft.journey.title()).back(draft.journey.base(), words::say("asking-back-list")),
        journey: draft.journey,
        draft: draft.address(),
        ready: parts.iter().all(|part| part.done),
        parts,
        ends: draft.ends,
    }))
}

async fn step(
    Looking(reader): Looking,
    Path((id, name)): Path<(String, String)>,
    Query(query): Query<HashMap<String, String>>,
) -> PageAnswer {
    let draft = Draft::of(&reader, &id).await?;
    let step = draft.step(&name)?;
    let to_check = query.get("then").is_some_and(|then| then == "check");
    Ok(page(&step_page(&reader, &draft, step, &draft.answers, &Faults::default(), to_check)))
}

fn step_page(
    reader: &Reader,
    draft: &Draft,
    step: Step,
    answers: &Answers,
    faults: &Faults,
    to_check: bool,
) -> StepPage {
    let questions::Asked { warning, lead, fields } =
        questions::of(draft.journey, step, draft.ground(reader), answers, faults);
    let steps = draft.journey.steps(answers);
    let place = steps.iter().position(|known| *known == step).unwrap_or(0) + 1;
    let frame = reader.frame(draft.journey.heading(step)).faults(faults);
    let frame = match draft.journey.before(step, answers) {
        _ if to_check => frame.back(format!("{}/check", draft.address()), words::say("asking-back-answers")),
        Some(before) => frame.back(draft.step_address(before), words::say("asking-back")),
        None => frame.back(draft.address(), words::say("asking-back-steps")),
    };
    StepPage {
        frame,
        seal: reader.seal(),
        journey: draft.journey,
        title: draft.journey.heading(step),
        place: words::phrase("asking-place").with("place", place).with("all", steps.len()).say(),
        warning,
        lead,
        carried: carried::is_taken_over(answers, step),
        fields,
        to_check,
        overview: draft.address(),
        ends: draft.ends.clone(),
    }
}

async fn save(Path((id, name)): Path<(String, String)>, posted: Posted) -> PageAnswer {
    let reader = &posted.reader;
    let mut draft = Draft::of(reader, &id).await?;
    let step = draft.step(&name)?;
    let fields = questions::blank(draft.journey, step, draft.ground(reader)).fields;
    let names: Vec<String> = fields.iter().flat_map(crate::web::field::Field::names).collect();
    let mut answers = draft.answers.clone();
    answers.take(&names, &posted.form);
    let faults = check::faults(step, &answers, reader.app.service.now().day());
    let to_check = posted.form.text("then") == "check";
    let later = posted.form.ticked("later");
    if !faults.is_empty() && !later {
        return Ok(faulty(&step_page(reader, &draft, step, &answers, &faults, to_check)));
    }
    carried::confirm(&mut answers, step);
    reader.app.service.save_draft(&reader.actor, Some(&draft.id), &sealed(draft.journey, &answers)).await?;
    draft.answers = answers;
    let next = if later {
        draft.journey.base().to_owned()
    } else if to_check {
        draft.after_change(step, reader.app.service.now().day())
    } else {
        draft
            .journey
            .after(step, &draft.answers)
            .map_or_else(|| format!("{}/check", draft.address()), |step| draft.step_address(step))
    };
    Ok(Redirect::to(&next).into_response())
}

async fn summary(Looking(reader): Looking, Path(id): Path<String>) -> PageAnswer {
    let draft = Draft::of(&reader, &id).await?;
    Ok(page(&check_page(&reader, &draft, Vec::new()).await?))
}

/// The summary, with faults of sending if there were any.
async fn check_page(reader: &Reader, draft: &Draft, faults: Vec<Fault>) -> Result<CheckPage, Problem> {
    let service = &reader.app.service;
    let parts = check::summary(draft.journey, draft.ground(reader), &draft.answers, service.now().day());
    let ready = parts.iter().all(|part| part.done);
    let asked = reader.actor.clone().into();
    let preview =
        service.preview_missing(&asked, &request::of(draft.journey, &draft.answers, Some(&draft.id))).await;
    let (missing, found) = match preview {
        Ok(missing) => (missing, faults),
        Err(ServiceError::Invalid(found)) => {
            (Vec::new(), if faults.is_empty() && ready { found } else { faults })
        }
        Err(other) => return Err(other.into()),
    };
    let faults = faults_at_steps(draft, &found);
    Ok(CheckPage {
        frame: reader
            .frame(words::say("asking-check-title"))
            .back(draft.address(), words::say("asking-back-steps"))
            .faults(&faults),
        seal: reader.seal(),
        draft: draft.address(),
        parts,
        left_out: check::left_out(draft.journey, &draft.answers),
        lessons: lessons::of(&missing)
            .into_iter()
            .map(|lesson| (lesson.clone(), href(draft, &lesson)))
            .collect(),
        question: (draft.journey == Journey::Referral && draft.answers.text("identified") == "no")
            .then_some("/officer/enquiry"),
        asks_to_watch: draft.answers.ticked("ongoing")
            || draft.answers.ticked("asks_for_reports")
            || kinds::purpose(&draft.answers).is_some_and(choices::asks_to_watch),
        names_no_law: draft.answers.has(Long::Law.field(), NONE),
        emergency: draft.answers.text("urgency") == "immediate",
        telephone: UnitId::parse(draft.answers.text("unit")).ok().and_then(|unit| service.telephone(&unit)),
        ready: ready && faults.is_empty(),
        ends: draft.ends.clone(),
    })
}

/// Faults of the service, each at the part of the summary that it belongs to.
fn faults_at_steps(draft: &Draft, found: &[Fault]) -> Faults {
    Faults::from_service(found, |pointer| draft.place_of(pointer).map(|(step, _)| step.as_str()))
        .naming(|id| Step::parse(id).map(|step| draft.journey.heading(step)))
}

/// Where the form asks for what is missing, if it does.
fn href(draft: &Draft, lesson: &Lesson) -> Option<String> {
    let place = lesson.own.then(|| draft.place_of(&format!("/facts{}", lesson.field))).flatten();
    place.map(|(step, field)| format!("{}?then=check#{field}", draft.step_address(step)))
}

async fn send(Path(id): Path<String>, posted: Posted) -> PageAnswer {
    let reader = &posted.reader;
    let asked = posted.asked();
    let (draft, new) = match Draft::of(reader, &id).await {
        Ok(draft) => {
            let new = request::of(draft.journey, &draft.answers, Some(&draft.id));
            (Some(draft), new)
        }
        // The draft has gone where this form was sent before: the service then gives the answer that it gave.
        Err(Problem::NoSuchPage) => (None, request::of(Journey::Referral, &Answers::default(), None)),
        Err(other) => return Err(other),
    };
    let answer = match (reader.app.service.receive_referral(&asked, &new).await, draft) {
        (Ok(answer), _) => answer,
        (Err(ServiceError::Invalid(faults)), Some(draft)) => {
            return Ok(faulty(&check_page(reader, &draft, faults).await?));
        }
        (Err(ServiceError::Invalid(_)), None) => return Err(Problem::NoSuchPage),
        (Err(other), _) => return Err(other.into()),
    };
    Ok(sent(&answer, crate::web::frame::home_of(reader.actor.role)))
}

/// Where sending leads: to the case's page, which says that it was sent.
fn sent(answer: &Value, base: &str) -> Response {
    let case = answer.get("id").and_then(Value::as_str).unwrap_or_default();
    Redirect::to(&format!("{base}/{case}/sent")).into_response()
}

async fn ask_delete(Looking(reader): Looking, Path(id): Path<String>) -> PageAnswer {
    let draft = Draft::of(&reader, &id).await?;
    Ok(page(&DeletePage {
        frame: reader
            .frame(words::say("asking-delete-title"))
            .back(draft.address(), words::say("asking-back-draft")),
        seal: reader.seal(),
        draft: draft.address(),
    }))
}

async fn delete(Path(id): Path<String>, posted: Posted) -> PageAnswer {
    let reader = &posted.reader;
    let id = CaseId::parse(&id).map_err(|_| Problem::NoSuchPage)?;
    reader.app.service.delete_draft(&reader.actor, &id).await?;
    Ok(Redirect::to(crate::web::frame::home_of(reader.actor.role)).into_response())
}
