//! Stylesheets, scripts and images, embedded when the binary is built. Their addresses change with their content.

use crate::web::{App, problem::Problem};
use axum::{
    Router,
    extract::Path,
    http::header::{CACHE_CONTROL, CONTENT_TYPE},
    response::{IntoResponse, Response},
    routing::get,
};

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// Address of our own stylesheet.
pub const STYLE: &str = env!("CANDOUR_CANDOUR_CSS");
/// Address of the stylesheet of the clinic's pages.
pub const CLINIC_STYLE: &str = env!("CANDOUR_CLINIC_CSS");
/// Address of the script that starts the components.
pub const SCRIPT: &str = env!("CANDOUR_CANDOUR_JS");
/// Address of the quick exit's script.
pub const EXIT_SCRIPT: &str = env!("CANDOUR_EXIT_JS");
/// Address of the script that checks receipts.
pub const RECEIPT_SCRIPT: &str = env!("CANDOUR_RECEIPT_JS");
/// Address of the script that hands challenges to authenticators.
pub const PASSKEY_SCRIPT: &str = env!("CANDOUR_PASSKEY_JS");
/// Address of the script that announces the end of a session.
pub const SESSION_SCRIPT: &str = env!("CANDOUR_SESSION_JS");
/// Address of the icon.
pub const ICON: &str = env!("CANDOUR_ICON_SVG");

/// Where the assets are.
pub fn routes() -> Router<App> {
    Router::new().route("/assets/{*name}", get(asset))
}

async fn asset(Path(name): Path<String>) -> Response {
    let Some((_, bytes)) = FILES.iter().find(|(known, _)| *known == name) else {
        return Problem::NoSuchPage.into_response();
    };
    // The images keep the addresses that the stylesheet gives them; everything else has its digest or version in it.
    let kept = if name.starts_with("images/") {
        "public, max-age=86400"
    } else {
        "public, max-age=31536000, immutable"
    };
    ([(CONTENT_TYPE, kind(&name)), (CACHE_CONTROL, kept)], *bytes).into_response()
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_stylesheet_names_another_host_or_a_font_that_is_not_ours() {
        for (name, bytes) in FILES.iter().filter(|(name, _)| name.ends_with(".css")) {
            let style = String::from_utf8_lossy(bytes);
            assert!(!style.contains("https://"), "{name}");
            assert!(!style.contains("Frutiger"), "{name}");
        }
    }

    #[test]
    fn every_image_that_a_stylesheet_asks_for_is_served() {
        for (_, bytes) in FILES.iter().filter(|(name, _)| name.ends_with(".css")) {
            let style = String::from_utf8_lossy(bytes);
            for asked in style.split("url(/assets/").skip(1).filter_map(|rest| rest.split(')').next()) {
                assert!(FILES.iter().any(|(name, _)| name == &asked), "{asked}");
            }
        }
    }
}
