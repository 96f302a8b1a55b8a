//! Letting people in and out, and naming organisations: asked for by one administrator, checked and confirmed by another.

use crate::web::{
    App,
    field::{Choice, Field},
    form::{Form, Posted},
    frame::{Faults, Frame, Seal},
    problem::{PageAnswer, Problem, faulty, page},
    session::Reader,
};
use askama::Template;
use axum::{
    Router,
    extract::Path,
    response::{IntoResponse as _, Redirect, Response},
    routing::get,
};
use casework::{actor::Role, id::AccountId, refusal::Refusal};
use service::{
    ServiceError,
    accounts::AccountView,
    dual_control::{DualView, Wanted},
    error::Fault,
    places::Places,
};

/// Where they are.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/admin/invite", get(invite).post(send_invitation))
        .route("/admin/organisation", get(organisation).post(send_organisation))
        .route("/admin/accounts/{id}/enrol", get(enrol_again).post(send_enrol_again))
        .route("/admin/accounts/{id}/close", get(ask_close).post(close))
        .route("/admin/requests/{id}/confirm", get(ask_confirm).post(confirm))
        .route("/admin/requests/{id}/take-back", get(ask_take_back).post(take_back))
}

/// What was just done, for the banner.
#[must_use]
pub fn done_in_words(done: &str) -> Option<&'static str> {
    Some(match done {
        "asked" => "It is asked for. Another administrator has to check and confirm it.",
        "organisation" => "The organisation is there.",
        "closed" => "The account is closed, and its sessions have ended.",
        "taken-back" => "It is taken back. A code that belonged to it counts no longer.",
        _ => return None,
    })
}

/// A form of administrators.
#[derive(Debug, Template)]
#[template(path = "admin/form.html")]
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
    pub button: &'static str,
    /// Whether it takes something away.
    pub warns: bool,
}

/// A code, shown once.
#[derive(Debug, Template)]
#[template(path = "admin/code.html")]
pub struct CodePage {
    /// What stands around it.
    pub frame: Frame,
    /// The code.
    pub code: String,
    /// For whom.
    pub what: String,
}

fn framed(reader: &Reader, title: &str, faults: &Faults) -> Frame {
    reader.frame(title).back("/admin", "Administration").at("/admin").faults(faults)
}

/// The values of places, as they are asked for: every one that a part can belong to.
fn place_choices(places: &Places) -> Vec<Choice> {
    let forces = places
        .forces
        .iter()
        .map(|(id, title)| (format!("force:{id}"), title.clone(), "Forces and other bodies that may ask"));
    let units = places.units.values().map(|unit| (format!("unit:{}", unit.id), unit.title.clone(), "Units"));
    let trusts = places.trusts.iter().map(|(id, title)| (format!("trust:{id}"), title.clone(), "Trusts"));
    let others = [
        ("independent".to_owned(), "Independent of the service".to_owned(), "Others"),
        ("service".to_owned(), "The service itself".to_owned(), "Others"),
    ];
    let mut last = "";
    forces
        .chain(units)
        .chain(trusts)
        .chain(others)
        .map(|(value, title, group)| {
            let choice = Choice::new(value, title);
            let choice = if group == last { choice } else { choice.group(group) };
            last = group;
            choice
        })
        .collect()
}

/// Roles in the order in which a case meets them.
const PARTS: [(Role, &str); 13] = [
    (Role::Officer, "belongs to a force"),
    (Role::Supervisor, "belongs to a force"),
    (Role::HealthWorker, "belongs to a unit"),
    (Role::Clinician, "belongs to a unit"),
    (Role::SecondClinician, "belongs to a unit"),
    (Role::Guardian, "belongs to a trust"),
    (Role::Safeguarding, "belongs to a trust"),
    (Role::Legal, "belongs to a trust"),
    (Role::DataProtectionOfficer, "belongs to a trust"),
    (Role::Reviewer, "is independent of the service"),
    (Role::Administrator, "belongs to the service"),
    (Role::KeyCustodian, "belongs to the service"),
    (Role::RetentionManager, "belongs to the service"),
];

/// What an invitation asks.
#[must_use]
pub fn invitation_fields(
    places: &Places,
    accounts: &[AccountView],
    form: &Form,
    faults: &Faults,
) -> Vec<Field> {
    let parts =
        PARTS.iter().map(|(role, hint)| Choice::new(role.as_str(), role.title()).hint(*hint)).collect();
    let mut people = vec![Choice::new("", "No, they are new here")];
    people.extend(
        accounts
            .iter()
            .map(|row| Choice::new(row.id.clone(), format!("{} ({}, {})", row.title, row.role, row.place))),
    );
    fill(
        vec![
            Field::line("title", "Their name").hint("As colleagues see it, such as “Dr A Person”").width(30),
            Field::line("name", "Sign-in name").hint("Without spaces, such as a.person").width(20),
            Field::radios("role", "What is their part?", parts),
            Field::radios("place", "Where do they belong?", place_choices(places)),
            Field::radios("same_as", "Does this person have another account here?", people)
                .hint("What two different people must do stays apart only if the service knows who is one and the same"),
            Field::area("said", "How do you know that this is right?", 4)
                .hint("Who asked you, and who in their organisation answers for it. A second administrator reads this and calls back"),
        ],
        form,
        faults,
    )
}

/// What is asked of an organisation.
#[must_use]
pub fn organisation_fields(places: &Places, form: &Form, faults: &Faults) -> Vec<Field> {
    let trusts = places.trusts.iter().map(|(id, title)| Choice::new(id.to_string(), title.clone())).collect();
    let sorts = vec![
        Choice::new("force", "A force or another body that may ask").hint("It needs keys of its own first"),
        Choice::new("unit", "A unit of the clinic")
            .hint("It needs keys of its own first")
            .below(Field::radios("trust", "Of which trust?", trusts)),
        Choice::new("trust", "A trust"),
    ];
    let nations = vec![Choice::new("england", "England"), Choice::new("wales", "Wales")];
    fill(
        vec![
            Field::radios("sort", "What is it?", sorts),
            Field::line("title", "Its name").width(30),
            Field::line("id", "Its short name").hint("Small letters, digits and dashes, as its keys are named").width(20),
            Field::radios("nation", "Whose law applies?", nations).inline(),
            Field::area("said", "How do you know that it is this organisation?", 4)
                .hint("Whom you spoke to, and through which published number. A second administrator checks it again"),
        ],
        form,
        faults,
    )
}

fn fill(fields: Vec<Field>, form: &Form, faults: &Faults) -> Vec<Field> {
    fields.into_iter().map(|field| field.filled(&|name| form.all(name)).faults(faults)).collect()
}

fn faults_of(found: &[Fault]) -> Faults {
    Faults::from_service(found, |at| at.strip_prefix('/'))
}

async fn invitation(reader: &Reader, form: &Form, faults: &Faults) -> Result<FormPage, Problem> {
    let places = reader.app.service.places().await;
    let accounts = reader.app.service.account_list(&reader.actor).await?;
    Ok(FormPage {
        frame: framed(reader, "Let somebody in", faults),
        seal: reader.seal(),
        lead: vec!["Another administrator checks what you write here by a call back, through a number that they find themselves. Only then is there a code to enrol with.".to_owned()],
        about: None,
        action: "/admin/invite".to_owned(),
        fields: invitation_fields(&places, &accounts, form, faults),
        button: "Ask for it",
        warns: false,
    })
}

async fn invite(reader: Reader) -> PageAnswer {
    Ok(page(&invitation(&reader, &Form::default(), &Faults::default()).await?))
}

async fn send_invitation(posted: Posted) -> PageAnswer {
    let (reader, form) = (&posted.reader, &posted.form);
    let wanted = Wanted::Invite {
        name: form.text("name").trim().to_owned(),
        title: form.text("title").trim().to_owned(),
        role: form.text("role").to_owned(),
        place: form.text("place").to_owned(),
        same_as: form.said("same_as").map(str::to_owned),
    };
    match reader.app.service.ask_dual(&reader.actor, &wanted, form.text("said")).await {
        Ok(_) => Ok(Redirect::to("/admin?done=asked").into_response()),
        Err(ServiceError::Invalid(found)) => Ok(faulty(&invitation(reader, form, &faults_of(&found)).await?)),
        Err(other) => Err(other.into()),
    }
}

async fn organisation_form(reader: &Reader, form: &Form, faults: &Faults) -> FormPage {
    let places = reader.app.service.places().await;
    FormPage {
        frame: framed(reader, "Add an organisation", faults),
        seal: reader.seal(),
        lead: vec!["Another administrator checks that it is what it says. People are let in only for organisations that are there.".to_owned()],
        about: None,
        action: "/admin/organisation".to_owned(),
        fields: organisation_fields(&places, form, faults),
        button: "Ask for it",
        warns: false,
    }
}

async fn organisation(reader: Reader) -> PageAnswer {
    Ok(page(&organisation_form(&reader, &Form::default(), &Faults::default()).await))
}

async fn send_organisation(posted: Posted) -> PageAnswer {
    let (reader, form) = (&posted.reader, &posted.form);
    let wanted = Wanted::Organisation {
        sort: form.text("sort").to_owned(),
        id: form.text("id").trim().to_owned(),
        title: form.text("title").trim().to_owned(),
        trust: form.said("trust").map(str::to_owned),
        nation: form.text("nation").to_owned(),
    };
    match reader.app.service.ask_dual(&reader.actor, &wanted, form.text("said")).await {
        Ok(_) => Ok(Redirect::to("/admin?done=asked").into_response()),
        Err(ServiceError::Invalid(found)) => {
            Ok(faulty(&organisation_form(reader, form, &faults_of(&found)).await))
        }
        Err(other) => Err(other.into()),
    }
}

async fn account(reader: &Reader, id: &str) -> Result<AccountView, Problem> {
    let accounts = reader.app.service.account_list(&reader.actor).await?;
    accounts.into_iter().find(|row| row.id == id && !row.own).ok_or(Problem::NoSuchPage)
}

fn again_form(reader: &Reader, account: &AccountView, form: &Form, faults: &Faults) -> FormPage {
    let said = Field::area("said", "How do you know that it is they who ask?", 4).hint(
        "What they lost, and how you heard of it. A second administrator reads this and calls them back",
    );
    FormPage {
        frame: framed(reader, &format!("Let {} enrol again", account.title), faults),
        seal: reader.seal(),
        lead: vec!["For somebody who lost what they signed in with, or whose account was closed. What opens the account now goes on doing so until they have enrolled: if it may be in wrong hands, close the account first.".to_owned()],
        about: None,
        action: format!("/admin/accounts/{}/enrol", account.id),
        fields: fill(vec![said], form, faults),
        button: "Ask for it",
        warns: false,
    }
}

async fn enrol_again(reader: Reader, Path(id): Path<String>) -> PageAnswer {
    let account = account(&reader, &id).await?;
    Ok(page(&again_form(&reader, &account, &Form::default(), &Faults::default())))
}

async fn send_enrol_again(Path(id): Path<String>, posted: Posted) -> PageAnswer {
    let (reader, form) = (&posted.reader, &posted.form);
    let account = account(reader, &id).await?;
    let wanted = Wanted::EnrolAgain { account: account.id.clone() };
    match reader.app.service.ask_dual(&reader.actor, &wanted, form.text("said")).await {
        Ok(_) => Ok(Redirect::to("/admin?done=asked").into_response()),
        Err(ServiceError::Invalid(found)) => {
            Ok(faulty(&again_form(reader, &account, form, &faults_of(&found))))
        }
        Err(other) => Err(other.into()),
    }
}

fn close_form(reader: &Reader, account: &AccountView, form: &Form, faults: &Faults) -> FormPage {
    let why =
        Field::line("why", "Why?").hint("For instance that they left, or that their telephone was stolen");
    FormPage {
        frame: framed(reader, &format!("Close the account of {}?", account.title), faults),
        seal: reader.seal(),
        lead: vec![
            "It cannot be signed in to any more, and its sessions end at once. What they did stays in the record.".to_owned(),
            "Opening it again takes two administrators.".to_owned(),
        ],
        about: None,
        action: format!("/admin/accounts/{}/close", account.id),
        fields: fill(vec![why], form, faults),
        button: "Close it now",
        warns: true,
    }
}

async fn ask_close(reader: Reader, Path(id): Path<String>) -> PageAnswer {
    let account = account(&reader, &id).await?;
    Ok(page(&close_form(&reader, &account, &Form::default(), &Faults::default())))
}

async fn close(Path(id): Path<String>, posted: Posted) -> PageAnswer {
    let (reader, form) = (&posted.reader, &posted.form);
    let account = account(reader, &id).await?;
    let closed = AccountId::parse(&account.id).map_err(|_| Problem::NoSuchPage)?;
    match reader.app.service.close_account(&reader.actor, &closed, form.text("why")).await {
        Ok(()) => Ok(Redirect::to("/admin?done=closed").into_response()),
        Err(ServiceError::Invalid(found)) => {
            Ok(faulty(&close_form(reader, &account, form, &faults_of(&found))))
        }
        Err(other) => Err(other.into()),
    }
}

async fn request(reader: &Reader, id: &str) -> Result<DualView, Problem> {
    let open = reader.app.service.dual_open(&reader.actor).await?;
    open.into_iter().find(|one| one.id == id).ok_or(Problem::NoSuchPage)
}

fn confirm_form(reader: &Reader, about: DualView, form: &Form, faults: &Faults) -> FormPage {
    let checked = Field::area("checked", "How did you check it?", 4)
        .hint("Through which number you called back, where you found it, and who answered");
    let lead = if about.enrols {
        "Call back before you confirm: through the switchboard or control room of their organisation, or a number that you find yourself, never one that was given with the request. Then there is a code, shown to you once, which you tell them in that call."
    } else {
        "Check before you confirm that it is the organisation that it says it is, through a number that you find yourself."
    };
    FormPage {
        frame: framed(reader, "Check and confirm", faults),
        seal: reader.seal(),
        lead: vec![lead.to_owned()],
        action: format!("/admin/requests/{}/confirm", about.id),
        fields: fill(vec![checked], form, faults),
        button: if about.enrols { "Confirm and show the code" } else { "Confirm" },
        about: Some(about),
        warns: false,
    }
}

async fn ask_confirm(reader: Reader, Path(id): Path<String>) -> PageAnswer {
    let about = request(&reader, &id).await?;
    if !about.may_confirm {
        return Err(not_two());
    }
    Ok(page(&confirm_form(&reader, about, &Form::default(), &Faults::default())))
}

fn not_two() -> Problem {
    Problem::Refused(
        "another administrator has to confirm this: neither the one who asked, nor the one whom it is about"
            .to_owned(),
    )
}

async fn confirm(Path(id): Path<String>, posted: Posted) -> Result<Response, Problem> {
    let (reader, form) = (&posted.reader, &posted.form);
    let about = request(reader, &id).await?;
    match reader.app.service.confirm_dual(&reader.actor, &id, form.text("checked")).await {
        Ok(Some(code)) => {
            let frame = framed(reader, "Tell them this code", &Faults::default());
            Ok(page(&CodePage { frame, code, what: about.what }))
        }
        Ok(None) => Ok(Redirect::to("/admin?done=organisation").into_response()),
        Err(ServiceError::Refused(Refusal::SamePerson)) => Err(not_two()),
        Err(ServiceError::Invalid(found)) => {
            // What is asked for may have become impossible meanwhile: that is said at the top.
            let faults = Faults::from_service(&found, |at| (at == "/checked").then_some("checked"));
            Ok(faulty(&confirm_form(reader, about, form, &faults)))
        }
        Err(other) => Err(other.into()),
    }
}

async fn ask_take_back(reader: Reader, Path(id): Path<String>) -> PageAnswer {
    let about = request(&reader, &id).await?;
    Ok(page(&FormPage {
        frame: framed(&reader, "Take it back?", &Faults::default()),
        seal: reader.seal(),
        lead: vec![
            "It is asked for no longer, and a code that belongs to it does not count any more.".to_owned(),
        ],
        action: format!("/admin/requests/{id}/take-back"),
        about: Some(about),
        fields: Vec::new(),
        button: "Take it back",
        warns: true,
    }))
}

async fn take_back(Path(id): Path<String>, posted: Posted) -> PageAnswer {
    match posted.reader.app.service.take_back_dual(&posted.reader.actor, &id).await {
        // Over is over, whoever ended it.
        Ok(()) | Err(ServiceError::Busy) => Ok(Redirect::to("/admin?done=taken-back").into_response()),
        Err(other) => Err(other.into()),
    }
}
