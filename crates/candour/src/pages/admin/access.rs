//! Letting people in and out, and naming organisations: asked for by one administrator, checked and confirmed by another.

use crate::{
    pages::form_page::FormPage,
    web::{
        App,
        field::{Choice, Field},
        form::{Form, Posted},
        frame::{Faults, Frame, role_title},
        problem::{PageAnswer, Problem, faulty, page},
        session::Reader,
    },
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
pub fn done_in_words(done: &str) -> Option<String> {
    words::coded("admin-done", done)
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

pub(super) fn framed(reader: &Reader, title: &str, faults: &Faults) -> Frame {
    reader.frame(title).back("/admin", words::say("admin-administration")).at("/admin").faults(faults)
}

/// The values of places, as they are asked for: every one that a part can belong to.
fn place_choices(places: &Places) -> Vec<Choice> {
    let forces = places.forces.iter().map(|(id, title)| Choice::new(format!("force:{id}"), title.clone()));
    let units = places.units.values();
    let units = units.map(|unit| Choice::new(format!("unit:{}", unit.id), unit.title.clone()));
    let trusts = places.trusts.iter().map(|(id, title)| Choice::new(format!("trust:{id}"), title.clone()));
    let others = vec![
        Choice::new("independent", words::say("admin-place-independent")),
        Choice::new("service", words::say("admin-place-service")),
    ];
    let mut found = Vec::new();
    for (heading, mut group) in [
        (words::say("admin-bodies"), forces.collect::<Vec<_>>()),
        (words::say("admin-group-units"), units.collect()),
        (words::say("admin-group-trusts"), trusts.collect()),
        (words::say("admin-group-others"), others),
    ] {
        if let Some(first) = group.first_mut() {
            first.group = heading;
        }
        found.append(&mut group);
    }
    found
}

/// Roles in the order in which a case meets them.
const PARTS: [Role; 13] = [
    Role::Officer,
    Role::Supervisor,
    Role::HealthWorker,
    Role::Clinician,
    Role::SecondClinician,
    Role::Guardian,
    Role::Safeguarding,
    Role::Legal,
    Role::DataProtectionOfficer,
    Role::Reviewer,
    Role::Administrator,
    Role::KeyCustodian,
    Role::RetentionManager,
];

/// Where a part belongs, as [`service::dual_control::fits`] holds.
fn belongs(role: Role) -> String {
    match role {
        Role::Officer | Role::Supervisor => words::say("admin-belongs-force"),
        Role::HealthWorker | Role::Clinician | Role::SecondClinician => words::say("admin-belongs-unit"),
        Role::Guardian | Role::Safeguarding | Role::Legal | Role::DataProtectionOfficer => {
            words::say("admin-belongs-trust")
        }
        Role::Reviewer => words::say("admin-belongs-independent"),
        Role::Administrator | Role::KeyCustodian | Role::RetentionManager => {
            words::say("admin-belongs-service")
        }
    }
}

/// What an invitation asks.
#[must_use]
pub fn invitation_fields(
    places: &Places,
    accounts: &[AccountView],
    form: &Form,
    faults: &Faults,
) -> Vec<Field> {
    let parts = PARTS
        .into_iter()
        .map(|role| Choice::new(role.as_str(), role_title(role)).hint(belongs(role)))
        .collect();
    let mut people = vec![Choice::new("", words::say("admin-field-same-as-new"))];
    let mut by_name: Vec<&AccountView> = accounts.iter().collect();
    by_name.sort_by_cached_key(|row| (row.title.to_lowercase(), row.name.clone()));
    people.extend(
        by_name
            .into_iter()
            .map(|row| Choice::new(row.id.clone(), format!("{} ({}, {})", row.title, row.role, row.place))),
    );
    fill(
        vec![
            Field::line("title", words::say("admin-field-title"))
                .hint(words::say("admin-field-title-hint"))
                .width(30),
            Field::line("name", words::say("admin-sign-in-name"))
                .hint(words::say("admin-field-name-hint"))
                .width(20),
            Field::radios("role", words::say("admin-field-role"), parts),
            Field::radios("place", words::say("admin-field-place"), place_choices(places)),
            Field::radios("same_as", words::say("admin-field-same-as"), people)
                .hint(words::say("admin-field-same-as-hint")),
            Field::area("said", words::say("admin-field-said"), 4).hint(words::say("admin-field-said-hint")),
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
        Choice::new("force", words::say("admin-sort-force")).hint(words::say("admin-sort-keys-hint")),
        Choice::new("unit", words::say("admin-sort-unit"))
            .hint(words::say("admin-sort-keys-hint"))
            .below(Field::radios("trust", words::say("admin-field-trust"), trusts)),
        Choice::new("trust", words::say("admin-sort-trust")),
    ];
    let nations = vec![
        Choice::new("england", words::say("admin-nation-england")),
        Choice::new("wales", words::say("admin-nation-wales")),
    ];
    fill(
        vec![
            Field::radios("sort", words::say("admin-field-sort"), sorts),
            Field::line("title", words::say("admin-field-its-name")).width(30),
            Field::line("id", words::say("admin-field-id")).hint(words::say("admin-field-id-hint")).width(20),
            Field::radios("nation", words::say("admin-field-nation"), nations).inline(),
            Field::area("said", words::say("admin-field-organisation-said"), 4)
                .hint(words::say("admin-field-organisation-said-hint")),
        ],
        form,
        faults,
    )
}

pub(super) fn fill(fields: Vec<Field>, form: &Form, faults: &Faults) -> Vec<Field> {
    fields.into_iter().map(|field| field.filled(&|name| form.all(name)).faults(faults)).collect()
}

pub(super) fn faults_of(found: &[Fault]) -> Faults {
    Faults::from_service(found, |at| at.strip_prefix('/'))
}

async fn invitation(reader: &Reader, form: &Form, faults: &Faults) -> Result<FormPage, Problem> {
    let places = reader.app.service.places().await;
    let accounts = reader.app.service.account_list(&reader.actor).await?;
    Ok(FormPage {
        frame: framed(reader, &words::say("admin-invite"), faults),
        seal: reader.seal(),
        lead: vec![words::say("admin-invite-lead")],
        about: None,
        action: "/admin/invite".to_owned(),
        fields: invitation_fields(&places, &accounts, form, faults),
        button: words::say("admin-ask-for-it"),
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
        Err(ServiceError::Invalid(found)) => {
            Ok(faulty(&invitation(reader, form, &faults_of(&found)).await?.naming()))
        }
        Err(other) => Err(other.into()),
    }
}

async fn organisation_form(reader: &Reader, form: &Form, faults: &Faults) -> FormPage {
    let places = reader.app.service.places().await;
    FormPage {
        frame: framed(reader, &words::say("admin-organisation-add"), faults),
        seal: reader.seal(),
        lead: vec![words::say("admin-organisation-lead")],
        about: None,
        action: "/admin/organisation".to_owned(),
        fields: organisation_fields(&places, form, faults),
        button: words::say("admin-ask-for-it"),
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
            Ok(faulty(&organisation_form(reader, form, &faults_of(&found)).await.naming()))
        }
        Err(other) => Err(other.into()),
    }
}

/// Somebody else's account.
pub(super) async fn account(reader: &Reader, id: &str) -> Result<AccountView, Problem> {
    let accounts = reader.app.service.account_list(&reader.actor).await?;
    accounts.into_iter().find(|row| row.id == id && !row.own).ok_or(Problem::NoSuchPage)
}

fn again_form(reader: &Reader, account: &AccountView, form: &Form, faults: &Faults) -> FormPage {
    let said = Field::area("said", words::say("admin-field-again-said"), 4)
        .hint(words::say("admin-field-again-said-hint"));
    let title = words::phrase("admin-again-title").with("name", &account.title).say();
    FormPage {
        frame: framed(reader, &title, faults),
        seal: reader.seal(),
        lead: vec![words::say("admin-again-lead")],
        about: None,
        action: format!("/admin/accounts/{}/enrol", account.id),
        fields: fill(vec![said], form, faults),
        button: words::say("admin-ask-for-it"),
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
            Ok(faulty(&again_form(reader, &account, form, &faults_of(&found)).naming()))
        }
        Err(other) => Err(other.into()),
    }
}

fn close_form(reader: &Reader, account: &AccountView, form: &Form, faults: &Faults) -> FormPage {
    let why = Field::line("why", words::say("admin-field-why")).hint(words::say("admin-field-why-hint"));
    let title = words::phrase("admin-close-title").with("name", &account.title).say();
    FormPage {
        frame: framed(reader, &title, faults),
        seal: reader.seal(),
        lead: vec![words::say("admin-close-lead"), words::say("admin-close-reopen")],
        about: None,
        action: format!("/admin/accounts/{}/close", account.id),
        fields: fill(vec![why], form, faults),
        button: words::say("admin-close-now"),
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
            Ok(faulty(&close_form(reader, &account, form, &faults_of(&found)).naming()))
        }
        Err(other) => Err(other.into()),
    }
}

async fn request(reader: &Reader, id: &str) -> Result<DualView, Problem> {
    let open = reader.app.service.dual_open(&reader.actor).await?;
    open.into_iter().find(|one| one.id == id).ok_or(Problem::NoSuchPage)
}

fn confirm_form(reader: &Reader, about: DualView, form: &Form, faults: &Faults) -> FormPage {
    let checked = Field::area("checked", words::say("admin-field-checked"), 4)
        .hint(words::say("admin-field-checked-hint"));
    let (lead, button) = if about.enrols {
        (words::say("admin-confirm-lead-enrols"), words::say("admin-confirm-and-show"))
    } else if about.is_contact {
        (words::say("admin-confirm-lead-contact"), words::say("admin-confirm"))
    } else {
        (words::say("admin-confirm-lead-organisation"), words::say("admin-confirm"))
    };
    FormPage {
        frame: framed(reader, &words::say("admin-check-and-confirm"), faults),
        seal: reader.seal(),
        lead: vec![lead],
        action: format!("/admin/requests/{}/confirm", about.id),
        fields: fill(vec![checked], form, faults),
        button,
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
    Problem::Refused(words::say("admin-not-two"))
}

async fn confirm(Path(id): Path<String>, posted: Posted) -> Result<Response, Problem> {
    let (reader, form) = (&posted.reader, &posted.form);
    let about = request(reader, &id).await?;
    match reader.app.service.confirm_dual(&reader.actor, &id, form.text("checked")).await {
        Ok(Some(code)) => {
            let frame = framed(reader, &words::say("admin-code-title"), &Faults::default());
            Ok(page(&CodePage { frame, code, what: about.what }))
        }
        Ok(None) if about.is_contact => Ok(Redirect::to("/admin?done=contact").into_response()),
        Ok(None) => Ok(Redirect::to("/admin?done=organisation").into_response()),
        Err(ServiceError::Refused(Refusal::SamePerson)) => Err(not_two()),
        Err(ServiceError::Invalid(found)) => {
            // What is asked for may have become impossible meanwhile: that is said at the top.
            let faults = Faults::from_service(&found, |at| (at == "/checked").then_some("checked"));
            Ok(faulty(&confirm_form(reader, about, form, &faults).naming()))
        }
        Err(other) => Err(other.into()),
    }
}

async fn ask_take_back(reader: Reader, Path(id): Path<String>) -> PageAnswer {
    let about = request(&reader, &id).await?;
    Ok(page(&FormPage {
        frame: framed(&reader, &words::say("admin-take-back-title"), &Faults::default()),
        seal: reader.seal(),
        lead: vec![words::say("admin-take-back-lead")],
        action: format!("/admin/requests/{id}/take-back"),
        about: Some(about),
        fields: Vec::new(),
        button: words::say("admin-take-it-back"),
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
