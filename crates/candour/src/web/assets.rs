//! Stylesheets, scripts and images, embedded when the binary is built. Their addresses change with their content.
//!
//! SECURITY: they are packed, and the page of the rules, and nothing else. These hold no secret, so that their size tells
//! nothing; of a page that holds a form's token beside what somebody typed, the packed size would (the attack that is called
//! BREACH).

use crate::web::{App, problem::Problem};
use axum::{
    Router,
    extract::Path,
    http::{
        HeaderMap, HeaderValue,
        header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY},
    },
    response::{Html, IntoResponse, Response},
    routing::get,
};
use flate2::{Compression, write::GzEncoder};
use std::io::Write as _;

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// Address of the design system's stylesheet, as far as pages need it (ADR 0041).
pub const DESIGN_SYSTEM: &str = env!("CANDOUR_DESIGN_SYSTEM_CSS");
/// Address of the same for what is written from right to left.
pub const MIRRORED_DESIGN_SYSTEM: &str = env!("CANDOUR_MIRRORED_CSS");
/// Address of our own stylesheet.
pub const STYLE: &str = env!("CANDOUR_CANDOUR_CSS");
/// Address of the stylesheet of the clinic's pages.
pub const CLINIC_STYLE: &str = env!("CANDOUR_CLINIC_CSS");
/// Address of the script that comes before the page is drawn.
pub const EARLY_SCRIPT: &str = env!("CANDOUR_EARLY_JS");
/// Address of the script that holds and starts the components.
pub const SCRIPT: &str = env!("CANDOUR_CANDOUR_JS");
/// Address of the quick exit's script.
pub const EXIT_SCRIPT: &str = env!("CANDOUR_EXIT_JS");
/// Address of the script that checks receipts.
pub const RECEIPT_SCRIPT: &str = env!("CANDOUR_RECEIPT_JS");
/// Address of the module that checks ML-DSA signatures. Only a policy that names such a key has it loaded.
pub const ML_DSA_SCRIPT: &str = env!("CANDOUR_ML_DSA_JS");
/// Address of the script that hands challenges to authenticators.
pub const PASSKEY_SCRIPT: &str = env!("CANDOUR_PASSKEY_JS");
/// Address of the script that announces the end of a session.
pub const SESSION_SCRIPT: &str = env!("CANDOUR_SESSION_JS");
/// Address of the icon.
pub const ICON: &str = env!("CANDOUR_ICON_SVG");

/// What stands in a page that holds a session's form token, in a hidden field or for a script.
const TOKEN: &str = "csrf";

/// Where the assets are.
pub fn routes() -> Router<App> {
    Router::new().route("/assets/{*name}", get(asset))
}

async fn asset(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let find = |table: &'static [(&str, &[u8])]| {
        table.iter().find(|(known, _)| *known == name).map(|(_, bytes)| *bytes)
    };
    let Some(plain) = find(FILES) else {
        return Problem::NoSuchPage.into_response();
    };
    // The images keep the addresses that the stylesheet gives them; everything else has its digest or version in it.
    let kept = if name.starts_with("images/") {
        "public, max-age=86400"
    } else {
        "public, max-age=31536000, immutable"
    };
    let packed = find(PACKED);
    let sent = packed.filter(|_| takes_gzip(&headers));
    let mut response =
        ([(CONTENT_TYPE, kind(&name)), (CACHE_CONTROL, kept)], sent.unwrap_or(plain)).into_response();
    if sent.is_some() {
        response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    if packed.is_some() {
        response.headers_mut().insert(VARY, HeaderValue::from_static("accept-encoding"));
    }
    response
}

/// A page that holds no secret and nothing that whoever asks could choose, packed for those who can unpack it. One that
/// holds a form's token after all is sent as it is.
pub fn packed_page(headers: &HeaderMap, page: &str) -> Response {
    let mut response = Html(page.to_owned()).into_response();
    response.headers_mut().insert(VARY, HeaderValue::from_static("accept-encoding, cookie"));
    if page.contains(TOKEN) || !takes_gzip(headers) {
        return response;
    }
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    // It writes into memory; should that fail, the page is sent as it is.
    let Ok(packed) = packer.write_all(page.as_bytes()).and_then(|()| packer.finish()) else {
        return response;
    };
    *response.body_mut() = packed.into();
    response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    response
}

/// Whether whoever asks reads gzip (RFC 9110, section 12.5.3): it is named, and not with a weight of nothing.
fn takes_gzip(headers: &HeaderMap) -> bool {
    let named = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    named.flat_map(|value| value.split(',')).any(|choice| {
        let (coding, weight) = choice.split_once(';').unwrap_or((choice, ""));
        let weight = weight.trim().trim_start_matches("q=");
        let none = weight.starts_with('0') && weight.chars().all(|sign| matches!(sign, '0' | '.'));
        coding.trim().eq_ignore_ascii_case("gzip") && !none
    })
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

/// The text of an asset, by its address.
#[cfg(test)]
pub fn text(address: &str) -> String {
    let name = address.trim_start_matches("/assets/");
    let found = FILES.iter().find(|(known, _)| *known == name);
    String::from_utf8_lossy(found.unwrap_or_else(|| panic!("{name} is not served")).1).into_owned()
}

#[cfg(test)]
#[path = "../../build/bundle.rs"]
mod bundle;
#[cfg(test)]
#[path = "../../build/modules.rs"]
mod modules;
#[cfg(test)]
#[path = "../../build/prune.rs"]
mod prune;

#[cfg(test)]
mod tests {
    use super::modules::{Module, Source, assemble};
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn no_stylesheet_names_another_host_or_a_font_that_is_not_ours() {
        for (name, bytes) in FILES.iter().filter(|(name, _)| name.ends_with(".css")) {
            let style = String::from_utf8_lossy(bytes);
            assert!(!style.contains("https://"), "{name}");
            assert!(!style.contains("Frutiger"), "{name}");
        }
    }

    #[test]
    fn gzip_is_sent_to_whoever_asks_for_it_alone() {
        let takes = |value: &'static str| {
            takes_gzip(&HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(value))]))
        };
        for yes in ["gzip", "deflate, GZIP ;q=0.5, br", "gzip;q=0.001"] {
            assert!(takes(yes), "{yes}");
        }
        for no in ["", "br", "gzip;q=0", "gzip; q=0.000", "xgzip", "*"] {
            assert!(!takes(no), "{no}");
        }
        assert!(!takes_gzip(&HeaderMap::new()));
    }

    #[tokio::test]
    async fn a_page_of_nobody_is_packed_for_whoever_can_unpack_it_and_is_the_same_page() {
        use http_body_util::BodyExt as _;
        use std::io::Read as _;
        let text = "<p>the rules</p>".repeat(1_000);
        let plain = packed_page(&HeaderMap::new(), &text);
        assert_eq!(plain.headers().get(CONTENT_ENCODING), None);
        let takes = HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static("gzip"))]);
        let packed = packed_page(&takes, &text);
        assert_eq!(packed.headers()[CONTENT_ENCODING], "gzip");
        assert_eq!(packed.headers()[CONTENT_TYPE], "text/html; charset=utf-8");
        let bytes = packed.into_body().collect().await.unwrap().to_bytes();
        assert!(bytes.len() < text.len() / 10);
        let mut unpacked = String::new();
        flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut unpacked).unwrap();
        assert_eq!(unpacked, text);
        let sealed = packed_page(&takes, &format!("{text}{}", crate::web::frame::Seal::sample()));
        assert_eq!(sealed.headers().get(CONTENT_ENCODING), None);
    }

    #[test]
    fn what_is_packed_is_smaller_and_is_what_every_page_loads_first() {
        let size = |table: &[(&str, &[u8])], name: &str| {
            let found = table.iter().find(|(known, _)| *known == name);
            found.unwrap_or_else(|| panic!("{name}")).1.len()
        };
        for (name, bytes) in PACKED {
            assert!(bytes.len() < size(FILES, name), "{name}");
            assert_eq!(&bytes[..2], [0x1f, 0x8b], "{name}");
        }
        let mut whole = 0;
        for first in [DESIGN_SYSTEM, STYLE, CLINIC_STYLE, EARLY_SCRIPT, SCRIPT, SESSION_SCRIPT] {
            let name = first.trim_start_matches("/assets/");
            assert!(size(PACKED, name) < size(FILES, name), "{name}");
            whole += size(PACKED, name);
        }
        // What a page behind an account loads beside itself. A case has up to 85 kB of HTML, which is not packed, and a
        // first load is to stay below 120 (ADR 0041); headers are in that as well.
        assert!(whole < 30_000, "{whole}");
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
    #[test]
    fn every_module_that_a_served_module_imports_is_served_and_so_is_its_licence() {
        let mut open = vec![ML_DSA_SCRIPT.trim_start_matches("/assets/").to_owned()];
        let mut seen = Vec::new();
        while let Some(name) = open.pop() {
            let module = text(&name);
            let licence = module.lines().next().and_then(|line| line.split("/assets/").nth(1)).unwrap();
            assert!(text(licence.trim_end_matches(" */")).contains("Permission is hereby granted"), "{name}");
            for line in module.lines().filter(|line| line.starts_with("import ")) {
                open.push(line.split("\"./").nth(1).unwrap().trim_end_matches("\";").to_owned());
            }
            seen.push(name);
        }
        seen.sort();
        seen.dedup();
        assert_eq!(
            seen.len(),
            FILES.iter().filter(|(name, _)| name.starts_with("noble-") && name.ends_with(".js")).count()
        );
    }

    /// Packages made up in a test, by path.
    struct MadeUp(BTreeMap<&'static str, &'static str>);

    impl Source for MadeUp {
        fn read(&self, path: &str) -> Result<String, String> {
            self.0.get(path).map(|text| (*text).to_owned()).ok_or_else(|| "it is not there".to_owned())
        }
        fn heading(&self, package: &str) -> Result<String, String> {
            Ok(format!("/*! {package} */"))
        }
        fn name(&self, stem: &str, _text: &str) -> String {
            format!("{stem}-1.js")
        }
    }

    fn assembled(files: &[(&'static str, &'static str)]) -> Result<Vec<Module>, String> {
        assemble("@a/one/entry.js", &MadeUp(files.iter().copied().collect()))
    }

    #[test]
    fn modules_import_what_is_served_and_lose_comments_but_no_licence() {
        let entry = "/** Says\n * much.\n */\n/*! (c) A. Body */\nimport { x, y as z } from './deep/part.js';\n\
                     export { w } from \"@a/two/w.js\";\n    // why\n    f(`//`); // here\n/* short */ g();\n";
        let part = "import { w } from '@a/two/w.js';\nimport { v } from \"../v.js\";\nexport const x = 1;\n";
        let files = [
            ("@a/one/entry.js", entry),
            ("@a/one/deep/part.js", part),
            ("@a/one/v.js", ""),
            ("@a/two/w.js", ""),
        ];
        let expected = [
            ("a-two-w-1.js", "/*! @a/two */\n"),
            ("a-one-v-1.js", "/*! @a/one */\n"),
            (
                "a-one-deep-part-1.js",
                "/*! @a/one */\nimport { w } from \"./a-two-w-1.js\";\nimport { v } from \"./a-one-v-1.js\";\n\
                 export const x = 1;\n",
            ),
            (
                "a-one-entry-1.js",
                "/*! @a/one */\n/*! (c) A. Body */\nimport { x, y as z } from \"./a-one-deep-part-1.js\";\n\
                 export { w } from \"./a-two-w-1.js\";\nf(`//`); // here\n/* short */ g();\n",
            ),
        ];
        let found = assembled(&files).unwrap();
        let found: Vec<_> = found.iter().map(|module| (module.name.as_str(), module.text.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn an_import_that_is_missing_or_not_understood_fails_the_build() {
        let check = |text: &'static str, why: &str| {
            let failed = assembled(&[
                ("@a/one/entry.js", text),
                ("@a/one/round.js", "import { e } from './entry.js';"),
            ]);
            let said = failed.expect_err(text);
            assert!(said.contains(why) && said.contains("@a/one/"), "{text}: {said}");
        };
        check("import { x } from './gone.js';", "@a/one/gone.js cannot be read");
        check("import { x } from '@a/gone/x.js';", "@a/gone/x.js cannot be read");
        check("import { x } from 'node:crypto';", "no file of a package");
        check("import { x } from '@a/two';", "no file of a package");
        check("import { x } from '../../b/x.js';", "no file of a package");
        check("import { x } from 'https://a.example/x.js';", "no file of a package");
        check("import { x } from 'npm:a/x.js';", "no file of a package");
        check("import { x } from './round.js';", "imports itself");
        for unknown in [
            "import './x.js';",
            "import x from './x.js';",
            "import * as x from './x.js';",
            "import {\n  x\n} from './x.js';",
            "export * from './x.js';",
            "const x = await import('./x.js');",
            "import { x } from './x.js'; import { y } from './y.js';",
            "import { x } from './x.js'; export { y } from './y.js';",
            "import { x } from `./x.js`;",
            "const x = require('./x.js');",
            "f(import.meta.url);",
        ] {
            check(unknown, "does not understand");
        }
        check("const x = `\n// in a text\n`;", "comments cannot be taken");
        check("f(); /* begins\nends */", "comments cannot be taken");
        check("/* begins\nends */ f();", "comments cannot be taken");
        check("/* begins", "ends in a comment");
    }
}
