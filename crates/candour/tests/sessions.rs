//! A session's cookie, as a browser has it: each sign-in and each proof gives another one, and what was given before opens
//! nothing; nor does any once its holder has signed out.

mod demonstration;

use demonstration::{Demo, SignedIn};

fn opens(browser: &SignedIn<'_>, path: &str) -> bool {
    browser.ask("GET", path) == 200
}

#[test]
fn signing_in_and_proving_give_another_cookie_and_the_one_before_opens_nothing() {
    let demo = Demo::start(1);
    // Somebody plants a cookie of theirs in another's browser, and waits for that one to sign in.
    let planted = demo.sign_in("officer");
    assert!(opens(&planted, "/officer"));
    let guardian = demo.sign_in_with("guardian", planted.cookies());
    assert!(opens(&guardian, "/guardian"));
    for path in ["/guardian", "/officer", "/account"] {
        assert!(!opens(&planted, path), "{path}");
    }

    // What opens the account asks for a proof, however short ago somebody signed in.
    assert_eq!(guardian.ask("GET", "/account/password"), 303);
    let password = demo.json["accounts"]["guardian"]["password"].as_str().unwrap_or_default();
    let typed = [("password", password)];
    let (leads, proved) = guardian.after("/account/prove?to=/account/password", "/account/prove", &typed);
    assert_eq!(leads, "/account/password");
    assert_ne!(guardian.cookies(), proved.cookies());
    assert!(opens(&proved, "/account/password"));
    for path in ["/guardian", "/account", "/account/password"] {
        assert!(!opens(&guardian, path), "{path}: somebody may have taken that cookie");
    }

    // A proof that fails changes nothing.
    let wrong = [("password", "something else entirely")];
    let (leads, same) = proved.after("/account/prove", "/account/prove", &wrong);
    assert_eq!((leads.as_str(), same.cookies()), ("", proved.cookies()));
    assert!(opens(&proved, "/account/password"));
}

#[test]
fn once_somebody_has_signed_out_their_cookie_opens_nothing() {
    let demo = Demo::start(1);
    let reviewer = demo.sign_in("reviewer");
    assert!(opens(&reviewer, "/review"));
    let (leads, _) = reviewer.after("/account", "/sign-out", &[]);
    assert_eq!(leads, "/sign-in?out");
    for path in ["/review", "/account", "/review/sample"] {
        assert_eq!(reviewer.ask("GET", path), 303, "{path}");
    }
    // Nor are forms taken that were open.
    let (leads, _) = reviewer.after("/account", "/account/sessions/end", &[]);
    assert_eq!(leads, "/sign-in");
}
