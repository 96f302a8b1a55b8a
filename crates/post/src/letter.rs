//! A letter in words: plain, and silent about what it is about.
//!
//! // SECURITY: whoever opens the envelope may not be the person. The letter names no police, no request, no
//! condition and no service but the trust that writes; it says that there is something to read, and how.

use serde_json::Value;

/// What is printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    /// Whom it goes to, line by line.
    pub address: String,
    /// The trust that writes.
    pub trust: String,
    /// The date, for people.
    pub date: String,
    /// The code.
    pub code: String,
    /// By which way it travels: `post`, `in-person` or `representative`.
    pub route: String,
}

impl std::fmt::Debug for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Letter(…)")
    }
}

impl Letter {
    /// Reads the letter that the service sealed; `None` unless every part is there.
    #[must_use]
    pub fn from_value(value: &Value) -> Option<Self> {
        let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
        Some(Self {
            address: text("address")?,
            trust: text("trust")?,
            date: text("date")?,
            code: text("code")?,
            route: text("route")?,
        })
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The letter as one HTML file for an A4 page, with nothing from elsewhere.
#[must_use]
pub fn print(letter: &Letter, service_address: &str) -> String {
    let how = match letter.route.as_str() {
        "in-person" => "To be handed over in person.",
        "representative" => "For the addressee only.",
        _ => "",
    };
    let lines = escape(&letter.address).replace('\n', "<br>").replace(", ", "<br>");
    format!(
        r#"<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="robots" content="noindex">
<title>Letter</title>
<style>
@page {{ size: A4; margin: 25mm 22mm; }}
body {{ font: 12pt/1.5 Arial, Helvetica, sans-serif; color: #000; max-width: 165mm; margin: 20mm auto; }}
address {{ font-style: normal; margin: 12mm 0; }}
.code {{ font: bold 18pt/1.4 "Courier New", monospace; letter-spacing: 1px; margin: 6mm 0; }}
.small {{ font-size: 10pt; }}
</style>
</head>
<body>
<p>{trust}</p>
<p class="small">{how}</p>
<address>{lines}</address>
<p>{date}</p>
<p>Hello,</p>
<p>We have made a decision that concerns you, and we want you to know about it.</p>
<p>You can read what it is at</p>
<p><strong>{service_address}/person</strong></p>
<p>You will be asked for this code:</p>
<p class="code">{code}</p>
<p>You will also be asked for the phrase that you agreed with one of our staff.
The code alone shows nothing, so nobody who finds this letter can read anything.</p>
<p>If you would rather be told by somebody, or need help, another language or another format, ask the person at our
trust whom you see, or the patient advice service of our trust.</p>
<p>If this letter is not for you, please destroy it.</p>
<p>Yours sincerely,</p>
<p>{trust}</p>
</body>
</html>
"#,
        trust = escape(&letter.trust),
        date = escape(&letter.date),
        code = escape(&letter.code),
        service_address = escape(service_address),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn letter() -> Letter {
        Letter::from_value(&json!({
            "address": "A <b>Person</b>, 1 Example Street", "trust": "Example Trust", "date": "1 May 2026",
            "code": "ABCD-EFGH", "route": "post", "decision": 1,
        }))
        .unwrap()
    }

    #[test]
    fn a_letter_says_nothing_of_what_it_is_about() {
        let page = print(&letter(), "https://candour.example").to_lowercase();
        for word in
            ["police", "officer", "mental", "crime", "disclos", "referral", "terror", "patient record"]
        {
            assert!(!page.contains(word), "{word}");
        }
        assert!(page.contains("abcd-efgh"));
    }

    #[test]
    fn what_was_typed_cannot_become_markup() {
        assert!(print(&letter(), "x").contains("&lt;b&gt;Person"));
    }
}
