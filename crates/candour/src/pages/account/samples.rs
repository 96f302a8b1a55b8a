//! The pages with everything, with nothing, and with hostile names.

use super::{
    AccountPage, NewPasskeyPage, RemovePasskeyPage, label,
    password::PasswordPage,
    prove::{GoOnPage, ProvePage},
};
use crate::web::{
    Settings,
    field::Field,
    frame::{Account, Faults, Frame, Seal, role_in_words},
    passkeys::Put,
};
use askama::Template as _;
use casework::actor::Role;
use service::{organisation_sign_in::OrganisationView, passkeys::PasskeyView, sessions::SessionView};

fn frame(title: &str) -> Frame {
    let role = Role::Guardian;
    let account =
        Account { title: "Ifan Rees".to_owned(), role: role_in_words(role), csrf: Some("t".to_owned()) };
    Frame::signed_in(&Settings::default(), title, role, account)
}

fn passkey(id: &str, label: &str, used: Option<&str>) -> PasskeyView {
    PasskeyView {
        id: id.to_owned(),
        label: label.to_owned(),
        made: "1 May 2026, 09:30".to_owned(),
        used: used.map(str::to_owned),
    }
}

fn session(method: &str, this_one: bool) -> SessionView {
    SessionView {
        name: "0123456789abcdef0123456789abcdef".to_owned(),
        opened: "1 May 2026, 09:30".to_owned(),
        ends: "1 May 2026, 17:30".to_owned(),
        method: method.to_owned(),
        this_one,
    }
}

/// Every page of this part, by name.
pub(crate) fn pages() -> Vec<(String, String)> {
    let account = |known, passkeys, sessions, done| AccountPage {
        frame: frame("Your account"),
        seal: Seal::sample(),
        done,
        passkeys,
        known,
        organisation: None,
        password: (true, known),
        sessions,
    };
    let two = vec![
        passkey("a1", "Blue key", Some("2 May 2026, 08:00")),
        passkey("b2", "<b>\"x\"</b> a name that is as long as a name may be and goes on and on", None),
    ];
    let both = vec![session("passkey", true), session("password", false)];
    let mut faults = Faults::default();
    faults.add("label", "Give it a name that you will know it by");
    let new = |faults: &Faults| NewPasskeyPage {
        frame: frame("Add a passkey").faults(faults).back("/account", "Your account"),
        seal: Seal::sample(),
        put: Put { options: "{}".to_owned(), state: "sealed".to_owned() },
        label: label("", faults),
    };
    let remove = RemovePasskeyPage {
        frame: frame("Remove a passkey?").back("/account", "Your account"),
        seal: Seal::sample(),
        passkey: passkey("a1", "Blue key", None),
        is_last: true,
    };
    let linked = OrganisationView {
        issuer: String::new(),
        made: "1 May 2026, 09:30".to_owned(),
        used: Some("2 May 2026, 08:00".to_owned()),
    };
    let through = AccountPage {
        organisation: Some(("<b>Fictive</b> Constabulary".to_owned(), linked)),
        ..account(true, Vec::new(), vec![session("through your organisation", true)], None)
    };
    let mut refused = Faults::default();
    refused.add("present", "That is not the password");
    refused.add("new", "Choose a longer one");
    let password = |faults: &Faults| PasswordPage::new(frame("Change your password"), Seal::sample(), faults);
    let hostile = "\"><script>alert(1)</script>";
    let prove = |all: bool| ProvePage {
        frame: frame("Show that it is you"),
        csrf: "t".to_owned(),
        to: if all { hostile.to_owned() } else { "/account".to_owned() },
        kept: all.then(|| hostile.to_owned()),
        too_long: !all,
        passkey: all
            .then(|| Put { options: format!("{{\"challenge\":\"{hostile}\"}}"), state: "sealed".to_owned() }),
        may_type: all,
        organisation: all.then(|| hostile.to_owned()),
        password: Field::secret("password", "Password", "current-password"),
        code: Field::line("code", "Code"),
    };
    let go_on = |pairs| GoOnPage { frame: frame("Go on"), action: "/account".to_owned(), pairs };
    let typed = vec![(hostile.to_owned(), hostile.repeat(100)), ("_csrf".to_owned(), "t".to_owned())];
    let render = |page: &AccountPage| page.render().unwrap();
    [
        ("account", render(&account(true, two, both, Some("The passkey is added.".to_owned())))),
        ("account-empty", render(&account(false, Vec::new(), vec![session("password", true)], None))),
        ("account-through-organisation", render(&through)),
        ("account-new-passkey", new(&Faults::default()).render().unwrap()),
        ("account-new-passkey-faults", new(&faults).render().unwrap()),
        ("account-remove-passkey", remove.render().unwrap()),
        ("account-password", password(&Faults::default()).render().unwrap()),
        ("account-password-faults", password(&refused).render().unwrap()),
        ("account-prove", prove(true).render().unwrap()),
        ("account-prove-empty", prove(false).render().unwrap()),
        ("account-go-on", go_on(typed).render().unwrap()),
        ("account-go-on-empty", go_on(vec![("_csrf".to_owned(), "t".to_owned())]).render().unwrap()),
    ]
    .map(|(name, html)| (name.to_owned(), html))
    .to_vec()
}
