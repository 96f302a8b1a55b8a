//! Every address of the running service, for every role and for nobody, held against the matrix that was looked at.

#![expect(clippy::panic, reason = "tests")]

mod demonstration;

use demonstration::Demo;

const MATRIX: &str = include_str!("access.txt");
const ROLES: [&str; 13] = [
    "officer",
    "supervisor",
    "health-worker",
    "clinician",
    "second-clinician",
    "guardian",
    "safeguarding",
    "legal",
    "data-protection-officer",
    "reviewer",
    "administrator",
    "key-custodian",
    "retention-manager",
];

struct Address {
    route: String,
    path: String,
    methods: Vec<String>,
    who: String,
    /// Whether signing in is not enough for it: whoever has only just signed in is asked for a proof first.
    asks_for_more: bool,
}

impl Address {
    fn of(line: &str) -> Self {
        let mut words = line.split(' ');
        let mut next = || words.next().unwrap_or_else(|| panic!("{line}")).to_owned();
        let (route, methods, who) = (next(), next(), next());
        let asks_for_more = words.next() == Some("proof-since");
        let filled = [
            ("{id}", "0".repeat(32)),
            ("{name}", "0".repeat(32)),
            ("{draft}", "0".repeat(32)),
            ("{n}", "1".to_owned()),
            ("{index}", "0".to_owned()),
            ("{approval}", "caldicott-guardian".to_owned()),
            ("{*name}", "none".to_owned()),
        ];
        let mut path = route.clone();
        for (place, value) in filled {
            path = path.replace(place, &value);
        }
        let path = path.replace(['{', '}'], "");
        let methods = methods.split('+').map(str::to_owned).collect();
        Self { route, path, methods, who, asks_for_more }
    }

    fn is_for(&self, role: &str) -> bool {
        matches!(self.who.as_str(), "anybody" | "signed-in")
            || self.who.trim_start_matches("hidden:").split(',').any(|known| known == role)
    }
}

#[test]
fn every_address_is_for_whom_the_matrix_says() {
    let demo = Demo::start(5);
    let addresses: Vec<Address> =
        MATRIX.lines().filter(|line| !line.starts_with('#')).map(Address::of).collect();
    assert!(addresses.len() > 100, "{}", addresses.len());
    let mut asked = 0;
    for address in &addresses {
        for method in ["GET", "POST"] {
            let status = demo.nobody(method, &address.path);
            let known = address.methods.iter().any(|known| known == method);
            let expected: &[u16] = match (known, address.who.as_str()) {
                // Whether somebody is signed in is asked before what an address takes.
                (_, who) if who != "anybody" => &[303],
                (false, _) => &[405],
                (true, _) if method == "POST" => &[200, 400, 403, 404, 409, 415, 422],
                (true, _) => &[200, 303, 404],
            };
            assert!(expected.contains(&status), "nobody {method} {}: {status}", address.route);
            asked += 1;
        }
    }
    for role in ROLES {
        let signed_in = demo.sign_in(role);
        // Signing out comes last, for it ends what is tried here.
        let (ends, others): (Vec<&Address>, Vec<&Address>) =
            addresses.iter().partition(|address| address.route == "/sign-out");
        for address in others.into_iter().chain(ends) {
            for method in ["GET", "POST"] {
                let status = signed_in.ask(method, &address.path);
                let known = address.methods.iter().any(|known| known == method);
                let right = match (address.is_for(role), known) {
                    (false, _) if address.who.starts_with("hidden:") => status == 404,
                    (false, _) => status == 403,
                    // Before it is said what the address takes.
                    (true, _) if method == "GET" && address.asks_for_more => status == 303,
                    (true, false) => status == 405,
                    (true, true) if method == "POST" && address.who == "anybody" => status < 500,
                    // No form of this session.
                    (true, true) if method == "POST" => status == 403,
                    // No organisation of the demonstration has a provider.
                    (true, true) if address.route == "/sign-in/organisation/back" => status == 404,
                    (true, true) if address.path == address.route => matches!(status, 200 | 303),
                    (true, true) => matches!(status, 200 | 303 | 404),
                };
                assert!(right, "{role} {method} {}: {status}", address.route);
                asked += 1;
            }
        }
    }
    assert!(asked > 2_800, "{asked} questions");
}

#[test]
fn a_page_that_cannot_be_shown_keeps_its_reader_in_their_own_room() {
    let demo = Demo::start(5);
    let officer = demo.sign_in("officer");
    // In their own room: their account and menu, and a way back.
    let theirs = officer.get(&format!("/officer/{}", "0".repeat(32)));
    assert_eq!(theirs.status, 404, "{}", theirs.text);
    assert!(theirs.text.contains("action=\"/sign-out\""), "{}", theirs.text);
    assert!(theirs.text.contains("href=\"/officer/new\""), "{}", theirs.text);
    assert!(theirs.text.contains("<a href=\"/officer\">Go to your own pages</a>"), "{}", theirs.text);
    // Another role's room that is known to be there.
    let others = officer.get("/officer/countersign");
    assert_eq!(others.status, 403, "{}", others.text);
    assert!(others.text.contains("action=\"/sign-out\""), "{}", others.text);
    // A room that does not exist for them, and an address that is none: one page, which says nothing of either.
    let (hidden, none) = (officer.get("/admin"), officer.get("/TYPED-BY-HAND?q=ASKED-FOR"));
    assert_eq!((hidden.status, &hidden.text), (none.status, &none.text));
    assert_eq!(none.status, 404);
    for word in ["TYPED-BY-HAND", "ASKED-FOR", "/language", ">Sign in<"] {
        assert!(!none.text.contains(word), "{word}: {}", none.text);
    }
    assert!(none.text.contains("<a href=\"/sign-in\">Go to your own pages</a>"), "{}", none.text);
}

#[test]
fn what_anybody_may_read_holds_no_token_of_whoever_is_signed_in_and_the_rules_come_packed() {
    let demo = Demo::start(5);
    let officer = demo.sign_in("officer");
    let own = officer.get("/officer").text;
    let token = own.split("name=\"_csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let token = token.unwrap_or_else(|| panic!("no token: {own}"));
    assert!(token.len() > 20, "{token}");
    let addresses = MATRIX.lines().filter(|line| !line.starts_with('#')).map(Address::of);
    let open =
        addresses.filter(|address| address.who == "anybody" && address.methods.contains(&"GET".to_owned()));
    let mut read = 0;
    for address in open {
        let answer = officer.get(&address.path);
        if answer.status == 200 {
            assert!(!answer.text.contains(token), "{}", address.route);
            read += 1;
        }
    }
    assert!(read > 8, "{read} pages");

    for who in [officer.cookie_line(), String::new()] {
        let rules = demo.raw("GET", "/rules", &format!("{who}accept-encoding: gzip\r\n"));
        assert_eq!((rules.status, rules.header("content-encoding")), (200, Some("gzip")), "{who}");
        assert!(rules.body.len() < 60_000, "{}", rules.body.len());
    }
    // What holds a token is sent as it is.
    let sealed = demo.raw("GET", "/officer", &format!("{}accept-encoding: gzip\r\n", officer.cookie_line()));
    assert_eq!((sealed.status, sealed.header("content-encoding")), (200, None));
}
