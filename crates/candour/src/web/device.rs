//! The cookie by which a browser is known in which somebody signed in before: what strangers try under their name does not
//! count against it (ADR 0034). It opens nothing.

use crate::web::{App, Settings, problem::Problem, session};
use axum::{
    http::{HeaderMap, HeaderValue, header::SET_COOKIE},
    response::Response,
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use casework::actor::Actor;
use service::devices::{ACCOUNTS_MAX, DEVICE_SECONDS, Device};

/// Its name on this machine, where people use the service without TLS.
const COOKIE: &str = "candour-device";
/// Its name everywhere else, as for sessions.
const HOST_COOKIE: &str = "__Host-candour-device";
/// What stands between what is kept for one account and for the next.
const BETWEEN: &str = ".";

const fn name(settings: &Settings) -> &'static str {
    if settings.secure_cookie { HOST_COOKIE } else { COOKIE }
}

/// What a browser keeps, sealed.
fn kept(headers: &HeaderMap, settings: &Settings) -> Vec<Vec<u8>> {
    let value = session::named(headers, name(settings)).unwrap_or_default();
    let pieces = value.split(BETWEEN).filter(|piece| !piece.is_empty());
    pieces.take(ACCOUNTS_MAX).filter_map(|one| URL_SAFE_NO_PAD.decode(one).ok()).collect()
}

/// The browser, where whoever has this sign-in name signed in there before.
///
/// # Errors
/// As the service's.
pub async fn known(app: &App, headers: &HeaderMap, typed: &str) -> Result<Option<Device>, Problem> {
    Ok(app.service.known_device(typed, &kept(headers, &app.settings)).await?)
}

/// Under what a browser's tries of a name are counted.
#[must_use]
pub fn counted_as(typed: &str, device: Device) -> String {
    format!("{typed} {}", crate::hex::write(device.as_bytes()))
}

/// The answer to whoever showed their password, with the cookie by which their browser is known from then on, where one is
/// needed.
///
/// # Errors
/// [`Problem::Broken`] for a value that no header can hold; as the service's.
pub fn remember(
    app: &App,
    headers: &HeaderMap,
    actor: &Actor,
    mut answer: Response,
) -> Result<Response, Problem> {
    let before = kept(headers, &app.settings);
    if let Some(now) = app.service.remember_device(actor, &before)? {
        let value: Vec<String> = now.iter().map(|one| URL_SAFE_NO_PAD.encode(one)).collect();
        answer.headers_mut().append(SET_COOKIE, header(&value.join(BETWEEN), &app.settings)?);
    }
    Ok(answer)
}

fn header(value: &str, settings: &Settings) -> Result<HeaderValue, Problem> {
    let secure = if settings.secure_cookie { "; Secure" } else { "" };
    HeaderValue::try_from(format!(
        "{}={value}; Path=/; HttpOnly; SameSite=Strict; Max-Age={DEVICE_SECONDS}{secure}",
        name(settings)
    ))
    .map_err(|_| Problem::broken("what a browser keeps fits no header"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::header::COOKIE as SENT;

    #[test]
    fn what_a_browser_keeps_comes_back_and_no_more_of_it_than_there_are_accounts() {
        let settings = Settings::default();
        let value: Vec<String> = (0..9_u8).map(|n| URL_SAFE_NO_PAD.encode([n; 200])).collect();
        let cookie = header(&value.join(BETWEEN), &settings).unwrap();
        let cookie = cookie.to_str().unwrap();
        for part in ["__Host-candour-device=", "HttpOnly", "SameSite=Strict", "Secure", "Max-Age=7776000"] {
            assert!(cookie.contains(part), "{part}");
        }
        let mut headers = HeaderMap::new();
        let pair = cookie.split(';').next().unwrap();
        headers.insert(SENT, HeaderValue::try_from(pair).unwrap());
        assert_eq!(kept(&headers, &settings), (0..4_u8).map(|n| vec![n; 200]).collect::<Vec<_>>());
        headers.insert(SENT, HeaderValue::from_static("__Host-candour-device=***.AAAA"));
        assert_eq!(kept(&headers, &settings), [vec![0; 3]]);
        headers.clear();
        assert!(kept(&headers, &settings).is_empty());
    }

    #[test]
    fn a_known_browser_counts_under_no_name_that_a_stranger_can_type() {
        let one = counted_as("ann", Device::from([1; 16]));
        assert_eq!(one, format!("ann {}", "01".repeat(16)));
        assert_ne!(one, counted_as("ann", Device::from([2; 16])));
    }
}
