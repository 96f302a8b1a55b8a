//! A supervisor gives an officer's referrals to another officer of their force.
//!
//! Names stand in forms and never in addresses. Looking changes nothing; giving is recorded in each case.

use crate::web::{
    field::{Choice, Field},
    form::{Form, Posted},
    frame::{Faults, Frame, Seal},
    problem::{PageAnswer, Problem, faulty, page},
    session::Reader,
};
use askama::Template;
use casework::id::CaseId;
use service::{
    error::{Fault, ServiceError},
    reassign::{OfficerGone, OfficersReferrals, REFERRALS_MAX},
};

/// Where it is.
pub const HERE: &str = "/officer/reassign";

/// The page: whose referrals, and once that is known, which of them go to whom.
#[derive(Debug, Template)]
#[template(path = "officer/reassign.html")]
pub struct ReassignPage {
    /// What stands around it.
    pub frame: Frame,
    /// Hidden fields.
    pub seal: Seal,
    /// What was done just now.
    pub done: Option<String>,
    /// What could not be done, a line each.
    pub not: Vec<String>,
    /// Whose they are, as a question.
    pub from: Field,
    /// Officers who have left and whose referrals wait for somebody else.
    pub gone: Vec<OfficerGone>,
    /// Whose they are, and what they are.
    pub found: Option<Found>,
    /// Whether their force has somebody else who is told of a recall.
    pub has_contact: bool,
}

/// An officer's referrals with the form that gives them on.
#[derive(Debug)]
pub struct Found {
    /// Whose.
    pub officer: OfficersReferrals,
    /// Which, and to whom.
    pub fields: Vec<Field>,
}

impl ReassignPage {
    /// The page before anybody is named.
    #[must_use]
    pub fn asks(frame: Frame, seal: Seal, typed: &Form, faults: &Faults) -> Self {
        let from = Field::line("from", words::say("reassign-from"))
            .hint(words::say("reassign-from-hint"))
            .width(20)
            .filled(&|name| typed.all(name))
            .faults(faults);
        Self {
            frame: frame.faults(faults),
            seal,
            done: None,
            not: Vec::new(),
            from,
            gone: Vec::new(),
            found: None,
            has_contact: false,
        }
    }

    /// With whether the force has an information-rights contact.
    #[must_use]
    pub const fn contact(mut self, named: bool) -> Self {
        self.has_contact = named;
        self
    }

    /// With the officers who have left.
    #[must_use]
    pub fn gone(mut self, gone: Vec<OfficerGone>) -> Self {
        self.gone = gone;
        self
    }

    /// With an officer's referrals.
    #[must_use]
    pub fn with(mut self, officer: OfficersReferrals, typed: &Form, faults: &Faults) -> Self {
        self.frame = self.frame.faults(faults);
        let choices = officer.held.iter().map(|held| {
            let sent = words::phrase("reassign-sent").with("day", &held.sent).with("unit", &held.unit);
            Choice::new(held.id.as_str(), &held.reference).hint(sent)
        });
        // Whoever has left gives everything on, in one act; whoever is there keeps what is not chosen.
        let everything = !officer.active && typed.pairs().is_empty();
        let which = Field::checkboxes("case", words::say("reassign-which"), choices.collect());
        let which = if officer.active { which } else { which.hint(words::say("reassign-which-all")) };
        let fields = vec![
            which,
            Field::line("to", words::say("reassign-to"))
                .hint(words::phrase("reassign-to-hint").with("officer", &officer.title))
                .width(20),
        ];
        let said = |name: &str| match name {
            "case" if everything => officer.held.iter().map(|held| held.id.as_str()).collect(),
            other => typed.all(other),
        };
        let fields = fields.into_iter().map(|field| field.filled(&said).faults(faults)).collect();
        self.found = Some(Found { officer, fields });
        self
    }

    /// How many are shown at most.
    const fn most(&self) -> u32 {
        REFERRALS_MAX
    }
}

async fn asks(reader: &Reader, typed: &Form, faults: &Faults) -> Result<ReassignPage, Problem> {
    let named = reader.app.service.has_contact(&reader.actor).await?;
    let frame = reader.frame(words::say("reassign-title")).at(HERE);
    Ok(ReassignPage::asks(frame, reader.seal(), typed, faults).contact(named))
}

pub(super) async fn ask(reader: Reader) -> PageAnswer {
    let gone = reader.app.service.officers_gone(&reader.actor).await?;
    Ok(page(&asks(&reader, &Form::default(), &Faults::default()).await?.gone(gone)))
}

pub(super) async fn send(posted: Posted) -> PageAnswer {
    let (reader, form) = (&posted.reader, &posted.form);
    let service = &reader.app.service;
    let officer = match service.referrals_of(&reader.actor, form.text("from")).await {
        Ok(officer) => officer,
        Err(ServiceError::Invalid(faults)) => {
            let faults = Faults::from_service(&faults, |at| at.strip_prefix('/'));
            let gone = service.officers_gone(&reader.actor).await?;
            return Ok(faulty(&asks(reader, form, &faults).await?.gone(gone)));
        }
        Err(error) => return Err(error.into()),
    };
    if form.text("step") != "give" {
        return Ok(page(&asks(reader, form, &Faults::default()).await?.with(
            officer,
            &Form::default(),
            &Faults::default(),
        )));
    }
    // One button gives all of them on, without a box for each: whatever they have now.
    let all = form.ticked("all");
    let chosen: Vec<&str> =
        if all { officer.held.iter().map(|held| held.id.as_str()).collect() } else { form.all("case") };
    let mut faults = Vec::new();
    if chosen.is_empty() && !all {
        faults.push(Fault::new("/case", words::say("reassign-expected-some")));
    }
    let (mut given, mut not) = (0_usize, Vec::new());
    for id in chosen.into_iter().take(REFERRALS_MAX as usize) {
        let case = CaseId::parse(id).map_err(|_| Problem::NoSuchPage)?;
        match service.reassign(&case, &posted.asked_for(id), form.text("to")).await {
            Ok(_) => given += 1,
            // Nobody by that name: the same for each of them.
            Err(ServiceError::Invalid(found)) => {
                faults.extend(found);
                break;
            }
            Err(ServiceError::Refused(refusal)) => {
                let known = officer.held.iter().find(|held| held.id == case);
                let reference = known.map_or(id, |held| held.reference.as_str());
                let why = service::words::refusal(&refusal);
                let line = words::phrase("reassign-not").with("reference", reference).with("why", why);
                not.push(line.into());
            }
            Err(error) => return Err(error.into()),
        }
    }
    if !faults.is_empty() {
        let faults = Faults::from_service(&faults, |at| at.strip_prefix('/'));
        return Ok(faulty(&asks(reader, form, &Faults::default()).await?.with(officer, form, &faults)));
    }
    let left = service.referrals_of(&reader.actor, form.text("from")).await?;
    let mut made =
        asks(reader, form, &Faults::default()).await?.with(left, &Form::default(), &Faults::default());
    made.done = (given > 0).then(|| {
        words::phrase("reassign-done").with("count", given).with("officer", form.text("to").trim()).into()
    });
    made.not = not;
    Ok(page(&made))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::officer::samples;
    use service::reassign::Held;

    fn referrals() -> Vec<Held> {
        let with = |n: u8, reference: &str| {
            let id = CaseId::from_bytes([n; 16]);
            Held { id, ..samples::held(reference) }
        };
        vec![with(1, "LON-4F7K-Q2XD"), with(2, "LON-8M2C-V5ZA")]
    }

    #[test]
    fn whoever_has_left_gives_everything_on_and_whoever_is_there_what_is_chosen() {
        let chosen = |active: bool| {
            let html = samples::left(referrals(), active).render().unwrap();
            (html.matches("type=\"checkbox\"").count(), html.matches(" checked").count())
        };
        assert_eq!(chosen(false), (2, 2));
        assert_eq!(chosen(true), (2, 0));
    }

    #[test]
    fn all_are_given_on_by_one_button_where_there_are_several() {
        let html = |held: Vec<Held>| samples::left(held, true).render().unwrap();
        assert_eq!(html(referrals()).matches("name=\"all\" value=\"yes\"").count(), 1);
        assert!(!html(referrals().split_off(1)).contains("name=\"all\""));
    }

    #[test]
    fn whether_the_force_has_a_contact_is_said_and_not_which() {
        let html = |named: bool| samples::left(referrals(), true).contact(named).render().unwrap();
        assert!(html(true).contains("is told by e-mail"));
        assert!(html(false).contains("has named no information-rights contact"));
    }

    #[test]
    fn what_was_taken_out_stays_out_when_the_form_comes_back() {
        let officer = OfficersReferrals {
            title: "Kim Left".to_owned(),
            name: "k.left".to_owned(),
            active: false,
            held: referrals(),
            more: false,
        };
        let one = CaseId::from_bytes([1; 16]);
        let typed = Form::of(&[("case", one.as_str()), ("to", "no.such")]);
        let page = samples::left(Vec::new(), false).with(officer, &typed, &Faults::default());
        assert_eq!(page.render().unwrap().matches(" checked").count(), 1);
    }
}
