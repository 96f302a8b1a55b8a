//! Samples of the officer's and the supervisor's pages.

use super::{complete, countersign, disclosure, list, reassign, receipts, referral};
use crate::web::{
    Settings,
    field::Field,
    form::Form,
    frame::{Account, Faults, Frame, Seal},
};
use askama::Template as _;
use casework::{
    actor::Role,
    codes::Nation,
    id::{CaseId, TrustId, UnitId},
};
use service::{
    drafts::{DraftEnd, DraftView},
    ledger::OwnAct,
    places::{Places, Unit},
    reassign::{Held, OfficerGone, OfficersReferrals},
    telephones::Telephone,
    views::{
        AdviceView, DisclosedItem, DisclosureView, FactLine, MissingView, Named, OfficerDisclosure,
        OfficerReferral, OfficerRow, QueuePage, QueueRow, SupervisorReferral,
    },
};

/// What stands around a page of an officer's or a supervisor's.
pub fn frame(role: Role, title: &str) -> Frame {
    let account = Account {
        title: "Robin Ashdown".to_owned(),
        role: role.title().to_lowercase(),
        csrf: Some("sample-token".to_owned()),
    };
    Frame::signed_in(&Settings { demonstration: true, ..Settings::default() }, title, role, account)
}

/// Three units of three trusts.
pub fn places() -> Places {
    let mut places = Places::default();
    for (id, title, trust, trust_title) in [
        ("birmingham", "Birmingham unit", "midland-trust", "Midland Mental Health NHS Trust"),
        ("london", "London unit", "riverside-trust", "Riverside Mental Health NHS Trust"),
        ("manchester", "Manchester unit", "northern-trust", "Northern Mental Health NHS Trust"),
    ] {
        let trust = TrustId::parse(trust).unwrap();
        places.trusts.insert(trust.clone(), trust_title.to_owned());
        let id = UnitId::parse(id).unwrap();
        places.units.insert(id.clone(), Unit { id, title: title.to_owned(), trust, nation: Nation::England });
    }
    places
}

fn named(code: &str, name: &str) -> Named {
    Named { code: code.to_owned(), name: name.to_owned() }
}

fn rows() -> Vec<OfficerRow> {
    [
        ("LON-4F7K-Q2XD", "information ready", "London unit", "21 November 2026, 14:05"),
        ("LON-8M2C-V5ZA", "returned to you", "London unit", "18 November 2026, 09:12"),
        ("MAN-0R9T-H7PB", "sent", "Manchester unit", "17 November 2026, 22:48"),
        ("BIR-3D6W-K1NE", "no information is given", "Birmingham unit", "20 October 2026, 11:30"),
        ("LON-7Y4S-J8GX", "recalled", "London unit", "2 October 2026, 08:01"),
    ]
    .iter()
    .enumerate()
    .map(|(place, (reference, state, unit, sent))| OfficerRow {
        id: format!("{place:032x}"),
        reference: (*reference).to_owned(),
        state: (*state).to_owned(),
        sent: Some((*sent).to_owned()),
        unit: (*unit).to_owned(),
        handed_over: (place == 1).then(|| "19 November 2026".to_owned()),
    })
    .collect()
}

fn missing() -> Vec<MissingView> {
    let basis = named("public-interest-serious-harm", "Overriding public interest: serious harm");
    vec![
        MissingView {
            field: "/justification/items_needed_why".to_owned(),
            basis: basis.clone(),
            who: "requester".to_owned(),
            advice: "You could still supply this: A reason is given for each item.".to_owned(),
        },
        MissingView {
            field: "/items".to_owned(),
            basis: basis.clone(),
            who: "requester".to_owned(),
            advice: "You could still supply this: Information asked for.".to_owned(),
        },
        MissingView {
            field: "/instrument/sealed".to_owned(),
            basis: named("court-order", "Order of a court"),
            who: "issuer".to_owned(),
            advice: "Whoever issued the paper could still supply this: A sealed copy was seen.".to_owned(),
        },
    ]
}

fn referral_in(state: &str) -> OfficerReferral {
    OfficerReferral {
        id: "0".repeat(32),
        reference: "LON-4F7K-Q2XD".to_owned(),
        state: state.to_owned(),
        unit: "London unit".to_owned(),
        sent: Some("21 November 2026, 14:05".to_owned()),
        answer_by: Some("12 December 2026, 14:05".to_owned()),
        question: "He told two people that he will hurt his brother when he is let home on Friday.\n\nIs there a risk \
                   that we should plan for?"
            .to_owned(),
        missing: if state == "returned to you" { missing() } else { Vec::new() },
        advice: Vec::new(),
        disclosures: Vec::new(),
        returned: state == "returned to you",
        withdrawn: false,
        handed_over: false,
        telephone: telephone(),
    }
}

fn telephone() -> Option<Telephone> {
    Telephone::parse("020 7946 0018").ok()
}

fn ready() -> OfficerReferral {
    let disclosed = |n: u32, state: &str| OfficerDisclosure {
        n,
        state: state.to_owned(),
        released: "22 November 2026, 09:31".to_owned(),
    };
    OfficerReferral {
        advice: vec![AdviceView {
            at: "21 November 2026, 17:20".to_owned(),
            text: "Speak slowly, one of you at a time, and say what will happen next.\nAvoid a crowded room."
                .to_owned(),
        }],
        disclosures: vec![disclosed(1, "ready"), disclosed(2, "recalled"), disclosed(3, "settled")],
        ..referral_in("information ready")
    }
}

fn view() -> DisclosureView {
    DisclosureView {
        id: "0".repeat(32),
        reference: "LON-4F7K-Q2XD".to_owned(),
        n: 1,
        items: vec![
            DisclosedItem {
                item: named("current-risk-to-others-statement", "Statement of current risk to others"),
                text: "In the view of the treating clinician there is at present a raised risk to his brother when he \
                       returns home, above all at night.\n\nThe risk falls when he is not alone with him."
                    .to_owned(),
            },
            DisclosedItem {
                item: named("safety-handling-advice", "How to keep the person safe when dealing with them"),
                text: "He startles easily. Speak before you come near, and do not stand behind him.".to_owned(),
            },
        ],
        basis: named("public-interest-serious-harm", "Overriding public interest: serious harm"),
        conditions: vec![
            "Use this only for the purpose that you stated.".to_owned(),
            "Do not pass it on to anybody unless the law makes you. If it does, tell the unit.".to_owned(),
        ],
        released: "22 November 2026, 09:31".to_owned(),
        reader: "Robin Ashdown, Northshire Police".to_owned(),
        read_at: "22 November 2026, 10:02".to_owned(),
        download: false,
    }
}

fn supervisors() -> SupervisorReferral {
    let line = |field: &str, label: &str, value: &str| FactLine {
        field: field.to_owned(),
        label: label.to_owned(),
        value: value.to_owned(),
        supplier: "whoever asks".to_owned(),
        unset: false,
    };
    SupervisorReferral {
        id: "0".repeat(32),
        reference: "LON-4F7K-Q2XD".to_owned(),
        unit: "London unit".to_owned(),
        sent: "21 November 2026, 14:05".to_owned(),
        officer: "Robin Ashdown (officer)".to_owned(),
        question: referral_in("sent").question,
        answers: vec![
            line("/purpose", "Main purpose", "Prevent serious harm"),
            line("/urgency", "Urgency claimed", "Same day"),
            line("/items", "Information asked for", "Statement of current risk to others"),
        ],
        countersigned: false,
    }
}

fn officers() -> Vec<(&'static str, askama::Result<String>)> {
    let frame = |title: &str| frame(Role::Officer, title);
    let seal = Seal::sample;
    let draft = DraftView {
        id: "d".repeat(32),
        saved: "22 November 2026, 08:40".to_owned(),
        ends: DraftEnd { at: "29 November 2026, 08:40".to_owned(), left: "30 hours".to_owned(), soon: true },
    };
    let mut faults = Faults::default();
    faults.add("question", "Write something here");
    faults.add("unit", "Enter one of the units of this service");
    let referral = |state: &str| {
        referral::ReferralPage {
            frame: frame("Your referral").back("/officer", "Your referrals"),
            referral: referral_in(state),
        }
        .render()
    };
    vec![
        (
            "list",
            list::ListPage {
                frame: frame("Your referrals").at("/officer"),
                drafts: vec![draft],
                rows: rows(),
                next: Some("cursor/1".to_owned()),
                later: false,
            }
            .render(),
        ),
        (
            "list-empty",
            list::ListPage {
                frame: frame("Your referrals"),
                drafts: Vec::new(),
                rows: Vec::new(),
                next: None,
                later: false,
            }
            .render(),
        ),
        (
            "new",
            list::NewPage {
                frame: frame("Ask the clinic").at("/officer/new"),
                seal: seal(),
                telephones: telephone()
                    .map(|number| ("London unit <b>".to_owned(), number))
                    .into_iter()
                    .collect(),
            }
            .render(),
        ),
        (
            "enquiry",
            list::EnquiryPage {
                frame: frame("Ask a question that names nobody").back("/officer/new", "Back").faults(&faults),
                seal: seal(),
                fields: list::enquiry_fields(&places(), &Form::default(), &faults),
            }
            .render(),
        ),
        ("referral-sent", referral("sent")),
        ("referral-returned", referral("returned to you")),
        ("referral-none", referral("no information is given")),
        ("referral-recalled", referral("recalled")),
        (
            "referral-ready",
            referral::ReferralPage {
                frame: frame("Your referral").back("/officer", "Your referrals"),
                referral: ready(),
            }
            .render(),
        ),
        ("sent", referral::SentPage { frame: frame("Sent"), referral: referral_in("sent") }.render()),
        (
            "withdraw",
            referral::WithdrawPage {
                frame: frame("Take this referral back?"),
                seal: seal(),
                id: "0".repeat(32),
                reference: "LON-4F7K-Q2XD".to_owned(),
            }
            .render(),
        ),
        (
            "withdrawn",
            referral::WithdrawnPage {
                frame: frame("You took it back"),
                reference: "LON-4F7K-Q2XD".to_owned(),
            }
            .render(),
        ),
    ]
}

fn disclosures() -> Vec<(&'static str, askama::Result<String>)> {
    let frame = |title: &str| frame(Role::Officer, title).back("/officer", "Back to the referral");
    let gate = gate::embedded().unwrap();
    vec![
        (
            "complete",
            complete::CompletePage {
                frame: frame("Complete your referral"),
                seal: Seal::sample(),
                reference: "LON-8M2C-V5ZA".to_owned(),
                fields: complete::fields(&missing(), gate.pack()),
                otherwise: complete::otherwise(&missing(), gate.pack()),
            }
            .render(),
        ),
        (
            "conditions",
            disclosure::ConditionsPage {
                frame: frame("Before you read it"),
                seal: Seal::sample(),
                reference: "LON-4F7K-Q2XD".to_owned(),
                released: "22 November 2026, 09:31".to_owned(),
            }
            .render(),
        ),
        (
            "disclosure",
            disclosure::DisclosurePage { frame: frame("What is disclosed to you"), view: view() }.render(),
        ),
        (
            "wrong-person",
            disclosure::WrongPersonPage {
                frame: frame("It is not the person you asked about"),
                seal: Seal::sample(),
                reference: "LON-4F7K-Q2XD".to_owned(),
                n: 1,
                cancel: "/officer".to_owned(),
                what: Field::area("what", "How do you know?", 4).hint("Say what does not fit."),
            }
            .render(),
        ),
        (
            "recalled",
            disclosure::RecalledPage {
                frame: frame("This was recalled"),
                seal: Seal::sample(),
                other_seal: Seal::sample(),
                id: "0".repeat(32),
                reference: "LON-7Y4S-J8GX".to_owned(),
                n: 1,
                law: Field::area("law", "The law that makes your force keep it", 4)
                    .hint("The provision and why."),
            }
            .render(),
        ),
    ]
}

fn supervisor() -> Vec<(&'static str, askama::Result<String>)> {
    let row = QueueRow {
        id: "0".repeat(32),
        reference: "LON-4F7K-Q2XD".to_owned(),
        kind: "countersign".to_owned(),
        task: "Countersign".to_owned(),
        n: 0,
        since: "21 November 2026, 14:05".to_owned(),
        waiting: "20 hours".to_owned(),
        urgent: true,
        due: None,
        clock: None,
        overdue: false,
        held: None,
        holder: None,
        conflict: false,
    };
    vec![
        (
            "queue",
            countersign::CountersignQueue {
                frame: frame(Role::Supervisor, "To countersign").at("/officer/countersign"),
                queue: QueuePage { rows: vec![row], count: 1, next: None },
                left: Some("2 referrals are with <b>officers whose accounts are closed.".to_owned()),
                done: Some("You countersigned <b>it.".to_owned()),
            }
            .render(),
        ),
        (
            "countersign",
            countersign::CountersignPage {
                frame: frame(Role::Supervisor, "A referral of your force"),
                seal: Seal::sample(),
                referral: supervisors(),
            }
            .render(),
        ),
        ("reassign", reassigned(Vec::new(), &Faults::default(), false).render()),
        ("reassign-gone", reassigned(Vec::new(), &Faults::default(), false).gone(gone()).render()),
        ("reassign-closed", left(vec![held("LON-4F7K-Q2XD"), held("LON-8M2C-V5ZA")], false).render()),
        ("reassign-none", reassigned(Vec::new(), &Faults::default(), true).render()),
        (
            "reassign-some",
            reassigned(vec![held("LON-4F7K-Q2XD"), held("<b>\"x\"</b>")], &faults(), true).render(),
        ),
    ]
}

fn faults() -> Faults {
    let mut faults = Faults::default();
    faults.add("to", "Enter the sign-in name of another officer of your force whose account is open");
    faults
}

pub fn held(reference: &str) -> Held {
    Held {
        id: CaseId::parse(&"0".repeat(32)).unwrap(),
        reference: reference.to_owned(),
        sent: "21 November 2026".to_owned(),
        unit: "London".to_owned(),
    }
}

fn gone() -> Vec<OfficerGone> {
    let one = |title: &str, name: &str| OfficerGone { title: title.to_owned(), name: name.to_owned() };
    vec![one("Kim Left", "k.left"), one("<b>\"x\"", "\"><script>")]
}

/// An officer's referrals before anything was chosen; their account is open or not.
pub fn left(held: Vec<Held>, active: bool) -> reassign::ReassignPage {
    let frame = frame(Role::Supervisor, "Give referrals to another officer").at(reassign::HERE);
    let officer = OfficersReferrals {
        title: "Kim Left".to_owned(),
        name: "k.left".to_owned(),
        active,
        held,
        more: false,
    };
    reassign::ReassignPage::asks(frame, Seal::sample(), &Form::default(), &Faults::default()).with(
        officer,
        &Form::default(),
        &Faults::default(),
    )
}

fn reassigned(held: Vec<Held>, faults: &Faults, named: bool) -> reassign::ReassignPage {
    let frame = frame(Role::Supervisor, "Give referrals to another officer").at(reassign::HERE);
    let page = reassign::ReassignPage::asks(frame, Seal::sample(), &Form::default(), &Faults::default());
    if !named {
        return page;
    }
    let more = !held.is_empty();
    let officer = OfficersReferrals {
        title: "<b>\"x\"".to_owned(),
        name: "o.left".to_owned(),
        active: !more,
        held,
        more,
    };
    let mut page = page.with(officer, &Form::of(&[("to", "\"><script>")]), faults);
    page.done = more.then(|| "One referral was given to o.next.".to_owned());
    page.not = vec!["Not given on: LON-4F7K-Q2XD. It was given already.".to_owned()];
    page
}

fn own_receipts() -> Vec<(&'static str, askama::Result<String>)> {
    let page = |acts: Vec<OwnAct>| {
        let here = "/officer/sample/receipts".to_owned();
        receipts::OwnReceiptsPage { frame: frame(Role::Officer, "Proof of what you did"), here, acts }
            .render()
    };
    let act = |what: &str, ready: bool| OwnAct {
        what: what.to_owned(),
        at: "1 May 2026, 09:30".to_owned(),
        receipt: ready.then(|| ("X-own-1.tlog-proof".to_owned(), Vec::new())),
    };
    vec![
        ("receipts", page(vec![act("You sent it", true), act("You took it back", false)])),
        ("receipts-none", page(Vec::new())),
    ]
}

pub fn pages() -> Vec<(String, String)> {
    [officers(), disclosures(), supervisor(), own_receipts()]
        .into_iter()
        .flatten()
        .map(|(name, html)| (format!("officer-{name}"), html.unwrap()))
        .collect()
}

#[test]
fn a_referral_that_was_taken_back_looks_like_one_that_was_not() {
    let page = |withdrawn: bool| {
        let referral = OfficerReferral { withdrawn, ..referral_in("sent") };
        referral::ReferralPage { frame: frame(Role::Officer, "Your referral"), referral }.render().unwrap()
    };
    assert_eq!(page(true), page(false));
}

#[test]
fn whoever_was_given_a_referral_is_told_so_whatever_its_state() {
    for state in ["sent", "returned to you", "information ready", "recalled", "no information is given"] {
        let page = |handed_over: bool| {
            let referral = OfficerReferral { handed_over, ..referral_in(state) };
            referral::ReferralPage { frame: frame(Role::Officer, "Your referral"), referral }
                .render()
                .unwrap()
        };
        let said = "A supervisor of your force gave this referral to you";
        assert!(page(true).contains(said) && !page(false).contains(said), "{state}");
    }
}

#[test]
fn whom_to_ring_stands_where_an_officer_is_told_to_ring() {
    let link = "<a href=\"tel:02079460018\">020 7946 0018</a>";
    for (name, html) in pages() {
        let told =
            matches!(name.as_str(), "officer-new" | "officer-sent") || name.starts_with("officer-referral");
        assert_eq!(html.contains(link), told, "{name}");
    }
    let referral = OfficerReferral { telephone: None, ..referral_in("sent") };
    let html = referral::SentPage { frame: frame(Role::Officer, "Sent"), referral }.render().unwrap();
    assert!(!html.contains("tel:"), "{html}");
}

#[test]
fn what_is_disclosed_is_escaped() {
    let mut view = view();
    view.items[0].text = "<script>alert(1)</script>".to_owned();
    let html = disclosure::DisclosurePage { frame: frame(Role::Officer, "x"), view }.render().unwrap();
    assert!(!html.contains("<script>alert"));
}
