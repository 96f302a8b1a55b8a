//! The plain page of one form: of administrators, of the rota and of delegations.

use crate::web::{
    field::Field,
    frame::{Faults, Frame, Seal, named},
    problem::Problem,
};
use askama::Template;
use casework::refusal::Refusal;
use service::{ServiceError, dual_control::DualView};

/// A form. Whoever does not want it goes back where its frame's back link leads.
#[derive(Debug, Template)]
#[template(path = "form_page.html")]
pub struct FormPage {
    /// What stands around it.
    pub frame: Frame,
    /// What the form carries.
    pub seal: Seal,
    /// What whoever fills it in has to know.
    pub lead: Vec<String>,
    /// What is asked, where it answers something.
    pub about: Option<DualView>,
    /// Where it is sent.
    pub action: String,
    /// What is asked for.
    pub fields: Vec<Field>,
    /// The button's words.
    pub button: String,
    /// Whether it takes something away.
    pub warns: bool,
}

impl FormPage {
    /// With what was left empty named by its own label, so that the summary of faults can be understood alone.
    #[must_use]
    pub fn naming(mut self) -> Self {
        for fault in &mut self.frame.faults.0 {
            let Some(field) = self.fields.iter_mut().find(|field| field.name == fault.id) else { continue };
            let Some(said) = named(&field.label, &fault.message) else { continue };
            fault.message = said;
            field.fault.clone_from(&fault.message);
        }
        self
    }
}

/// What can be put right on a form that chooses somebody, in the field of this name, for days that end in the field
/// `last`.
///
/// # Errors
/// The problem, where it is nothing that the form could put right.
pub fn faults_of(error: ServiceError, somebody: &str) -> Result<Faults, Problem> {
    let (field, sentence, refusal) = match error {
        ServiceError::Invalid(found) => return Ok(Faults::from_service(&found, |at| at.strip_prefix('/'))),
        ServiceError::Refused(refusal @ (Refusal::RotaDays | Refusal::DelegationDays)) => {
            ("last", words::phrase("admin-choose-days"), refusal)
        }
        ServiceError::Refused(refusal @ (Refusal::NotForRota | Refusal::NoDeputy | Refusal::SamePerson)) => {
            (somebody, words::phrase("admin-choose-somebody"), refusal)
        }
        other => return Err(other.into()),
    };
    let mut faults = Faults::default();
    faults.add(field, sentence.with("why", service::words::refusal(&refusal)));
    Ok(faults)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::Settings;
    use service::error::Fault;

    #[test]
    fn what_was_left_empty_is_named_by_its_label() {
        let mut faults = Faults::default();
        faults.add("said", "Write something here");
        faults.add("first", "Enter a calendar day");
        faults.add("role", "Choose their part");
        let fields = vec![
            Field::area("said", "How do you know?", 4),
            Field::day("first", "First day"),
            Field::line("role", "Part"),
        ];
        let page = FormPage {
            frame: Frame::public(&Settings::default(), "A form".to_owned()).faults(&faults),
            seal: Seal::sample(),
            lead: Vec::new(),
            about: None,
            action: "/admin".to_owned(),
            fields: fields.into_iter().map(|field| field.faults(&faults)).collect(),
            button: "Send".to_owned(),
            warns: false,
        };
        let page = page.naming();
        let said: Vec<&str> = page.frame.faults.0.iter().map(|fault| fault.message.as_str()).collect();
        assert_eq!(
            said,
            ["How do you know? Write something here", "First day: a calendar day", "Choose their part"]
        );
        let beside: Vec<&str> = page.fields.iter().map(|field| field.fault.as_str()).collect();
        assert_eq!(beside, said);
    }

    #[test]
    fn what_a_form_can_put_right_stands_at_its_field_and_the_rest_is_a_page_of_its_own() {
        let at = |error, id: &str| faults_of(error, "account").unwrap().of(id).map(str::to_owned);
        for days in [Refusal::RotaDays, Refusal::DelegationDays] {
            let said = at(days.clone().into(), "last").unwrap();
            assert!(said.contains(&service::words::refusal(&days)), "{said}");
        }
        for one in [Refusal::NotForRota, Refusal::NoDeputy, Refusal::SamePerson] {
            let said = at(one.clone().into(), "account").unwrap();
            assert!(said.contains(&service::words::refusal(&one)), "{said}");
        }
        let typed = ServiceError::Invalid(vec![Fault::new("/first", "a calendar day")]);
        assert_eq!(at(typed, "first").as_deref(), Some("Enter a calendar day"));
        assert!(faults_of(Refusal::NotYourRole.into(), "account").is_err());
    }
}
