//! The pages of enrolling, with everything and with nothing.

use super::{ChoosePage, DoorPage, Organisation, Qr, RecoveryPage, Second, fields};
use crate::web::{
    Settings,
    field::Field,
    frame::{Faults, Frame},
    passkeys::Put,
};
use askama::Template as _;

/// Every page of this part, by name.
pub(crate) fn pages() -> Vec<(String, String)> {
    let frame = |title: &str| Frame::public(&Settings::default(), title);
    let mut faults = Faults::default();
    faults.add("name", "The name and the code do not go together, or the code’s three days are over");
    let door = |faults: &Faults| {
        let (name, code) = fields("<b>", faults);
        DoorPage { frame: frame("Enrol").faults(faults).back("/sign-in", "Sign in"), name, code }
    };
    let choose = |known: bool, may_type: bool| ChoosePage {
        frame: frame("Choose how you sign in"),
        title: "<b>\"Ifan\"</b> Rees with a name that goes on and on and on".to_owned(),
        id: "sample".to_owned(),
        passkey: known.then(|| Put { options: "{}".to_owned(), state: "sealed".to_owned() }),
        label: Field::line("label", "What do you call this passkey?"),
        organisation: known.then(|| Organisation {
            name: "<b>Fictive</b> Constabulary".to_owned(),
            state: "sealed".to_owned(),
        }),
        second: may_type.then(|| Second {
            state: "sealed".to_owned(),
            typed: "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ".to_owned(),
            qr: Qr::of("otpauth://totp/Candour:t.person?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ").unwrap(),
            password: Field::secret("password", "New password", "new-password"),
            code: Field::line("code", "Code that your authenticator shows"),
        }),
    };
    let codes = vec!["7K3M-9QZT-2HVB-XW48".to_owned(); 8];
    let recovery = RecoveryPage { frame: frame("Keep these codes"), codes, home: "/clinic" };
    [
        ("enrol-door", door(&Faults::default()).render()),
        ("enrol-door-fault", door(&faults).render()),
        ("enrol-choose", choose(true, true).render()),
        ("enrol-choose-police", choose(true, false).render()),
        ("enrol-choose-number", choose(false, true).render()),
        ("enrol-choose-police-number", choose(false, false).render()),
        ("enrol-recovery", recovery.render()),
    ]
    .map(|(name, html)| (name.to_owned(), html.unwrap()))
    .to_vec()
}

#[test]
fn a_qr_code_is_square_and_has_a_margin() {
    let qr = Qr::of("x").unwrap();
    assert_eq!(qr.side, 21 + 8);
    assert!(qr.path.starts_with("M4,4h1v1h-1z"));
    assert!(Qr::of(&"x".repeat(9_000)).is_none());
}
