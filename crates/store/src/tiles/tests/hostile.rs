//! Storage that means harm. Nothing that it says is read as XML: of a refusal a few words go into an error as they are, and
//! an object is bytes. So entities neither grow nor lead anywhere; nor does a redirect, and no answer is taken without end.

use super::server::credentials;
use crate::tiles::{ObjectSettings, ObjectTiles};
use service::ports::Tiles as _;
use std::{
    error::Error as _,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex},
    time::Duration,
};

/// A storage that answers everything alike, and the first line of every request that it got.
struct Hostile {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
    body: Vec<u8>,
}

impl Hostile {
    /// `answer` gives further headers and the body, for the address under which it can be reached.
    fn start(status: &str, answer: impl Fn(SocketAddr) -> (String, String)) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (headers, body) = answer(address);
        let body = body.into_bytes();
        let head = format!(
            "HTTP/1.1 {status}\r\ncontent-type: application/xml\r\netag: \"e\"\r\n{headers}content-length: {}\r\n\
             connection: close\r\n\r\n",
            body.len()
        );
        let whole = [head.as_bytes(), &body].concat();
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let noted = Arc::clone(&asked);
        // It ends with the process of the tests.
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // Whoever hangs up in the middle has heard enough.
                let _ = answered(stream, &noted, &whole);
            }
        });
        Self { address, asked, body }
    }

    fn tiles(&self) -> ObjectTiles {
        let settings = ObjectSettings {
            bucket: "s3://ledger/below".to_owned(),
            region: "eu-west-2".to_owned(),
            endpoint: Some(format!("http://{}", self.address)),
            patience: Duration::from_secs(30),
        };
        ObjectTiles::new(&settings, credentials()).unwrap()
    }

    /// Nothing was asked of it but what belongs to the ledger.
    fn assert_asked_for_the_ledger_alone(&self, what: &str) {
        let asked = self.asked.lock().unwrap();
        assert!(!asked.is_empty(), "{what}");
        for line in asked.iter() {
            let path = line.split(' ').nth(1).unwrap_or_default();
            assert!(path.starts_with("/ledger/below/"), "{what}: {line}");
        }
    }
}

fn answered(stream: TcpStream, asked: &Mutex<Vec<String>>, whole: &[u8]) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    let (mut first, mut length) = (String::new(), 0);
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
        if let Some(bytes) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = bytes.trim().parse().unwrap_or(0);
        }
        if first.is_empty() {
            first = line;
        }
    }
    stream.read_exact(&mut vec![0; length])?;
    asked.lock().unwrap().push(first);
    stream.into_inner().write_all(whole)
}

/// Entities that would make ten thousand million words, one of a file, one of an address, and a definition from elsewhere.
fn entities(file: &str, address: SocketAddr) -> String {
    let mut text = String::from("<?xml version=\"1.0\"?><!DOCTYPE Error [<!ENTITY w0 \"word\">");
    for n in 1..=10 {
        let ten = format!("&w{};", n - 1).repeat(10);
        text.push_str(&format!("<!ENTITY w{n} \"{ten}\">"));
    }
    text.push_str(&format!(
        "<!ENTITY near SYSTEM \"file://{file}\"><!ENTITY far SYSTEM \"http://{address}/far\">"
    ));
    text.push_str(&format!("<!ENTITY % more SYSTEM \"http://{address}/more\">%more;]>"));
    text.push_str("<Error><Code>AccessDenied</Code><Message>&near;&far;&w10;</Message></Error>");
    text
}

#[tokio::test]
async fn entities_in_an_answer_neither_grow_nor_lead_anywhere() {
    let planted = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(planted.path(), "PLANTED").unwrap();
    let file = planted.path().to_str().unwrap();
    for status in [
        "200 OK",
        "400 Bad Request",
        "403 Forbidden",
        "404 Not Found",
        "409 Conflict",
        "412 Precondition Failed",
    ] {
        let hostile = Hostile::start(status, |address| (String::new(), entities(file, address)));
        let tiles = hostile.tiles();
        let mut errors = Vec::new();
        match (status, tiles.read("tile/0/000").await) {
            ("200 OK", Ok(Some(bytes))) => assert_eq!(bytes, hostile.body, "an object is bytes"),
            ("404 Not Found", Ok(None)) => {}
            (_, Err(error)) => errors.push(error),
            (_, other) => panic!("{status}: {other:?}"),
        }
        errors.push(tiles.write("tile/0/000.p/1", vec![1; 32]).await.unwrap_err());
        errors.push(tiles.write("policy", b"one".to_vec()).await.unwrap_err());
        for error in errors {
            let said = format!("{error}: {}", error.source().map(ToString::to_string).unwrap_or_default());
            assert!(!said.contains("PLANTED") && !said.contains("wordword"), "{status}: {said}");
            assert!(said.chars().count() < 400, "{status}: {said}");
        }
        hostile.assert_asked_for_the_ledger_alone(status);
    }
}

#[tokio::test]
async fn a_redirect_of_the_storage_is_not_followed() {
    for status in ["301 Moved Permanently", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"] {
        let elsewhere =
            |address: SocketAddr| (format!("location: http://{address}/elsewhere\r\n"), String::new());
        let hostile = Hostile::start(status, elsewhere);
        let tiles = hostile.tiles();
        assert!(tiles.read("checkpoint").await.is_err(), "{status}");
        assert!(tiles.write("policy", b"one".to_vec()).await.is_err(), "{status}");
        hostile.assert_asked_for_the_ledger_alone(status);
    }
}

#[tokio::test]
async fn an_answer_without_end_is_cut_off() {
    // One byte more than is taken.
    let hostile = Hostile::start("200 OK", |_| (String::new(), "x".repeat(1024 * 1024 + 1)));
    assert!(hostile.tiles().read("tile/0/000").await.is_err());
    let whole = Hostile::start("200 OK", |_| (String::new(), "x".repeat(1024 * 1024)));
    assert_eq!(whole.tiles().read("tile/0/000").await.unwrap(), Some(whole.body.clone()));
}
