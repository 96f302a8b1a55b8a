//! Where a message ends: the service by itself, and behind the proxy that `docs/nginx.conf` sets up, answer what can be
//! read in two ways once at most, so that nothing in it becomes somebody's next request (RFC 9112, 11.2). And that proxy
//! speaks TLS as docs/OPERATING.md asks.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod demonstration;

use demonstration::Demo;
use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    time::Duration,
};

const CONFIGURATION: &str = include_str!("../../../docs/nginx.conf");
const NAME: &str = "candour.example";

/// What follows each message on the same connection: where it is answered, the message before was taken to have ended.
const LAST: &str = "GET /last HTTP/1.1\r\nhost: candour.example\r\nconnection: close\r\n\r\n";

/// Messages that end in one way only.
fn plain() -> Vec<(&'static str, String)> {
    vec![
        ("a length", post("content-length: 3", "abc")),
        ("chunks", post("transfer-encoding: chunked", "3\r\nabc\r\n0\r\n\r\n")),
    ]
}

/// Messages of which two readers may say that they end in two places.
fn ambiguous() -> Vec<(&'static str, String)> {
    let empty = "0\r\n\r\n";
    vec![
        ("length before chunks", post("content-length: 6\r\ntransfer-encoding: chunked", "0\r\n\r\nX")),
        (
            "chunks before length",
            post("transfer-encoding: chunked\r\ncontent-length: 4", &format!("3\r\nabc\r\n{empty}")),
        ),
        ("two lengths", post(&format!("content-length: 0\r\ncontent-length: {}", LAST.len()), "")),
        ("a list of lengths", post("content-length: 3, 3", "abc")),
        ("a length with a sign", post("content-length: +3", "abc")),
        ("another encoding", post("transfer-encoding: xchunked", empty)),
        ("chunks and then none", post("transfer-encoding: chunked\r\ntransfer-encoding: identity", empty)),
        ("a space before the colon", post("content-length : 3", "abc")),
        ("a folded line", post("x: y\r\n transfer-encoding: chunked\r\ncontent-length: 3", "abc")),
        ("half a line end", post("x: y\rtransfer-encoding: chunked\r\ncontent-length: 3", "abc")),
        (
            "a chunk's length in another way",
            post("transfer-encoding: chunked", &format!("0x3\r\nabc\r\n{empty}")),
        ),
        (
            "chunks of an older version",
            format!(
                "POST /a HTTP/1.0\r\nhost: {NAME}\r\nconnection: keep-alive\r\ntransfer-encoding: chunked\r\n\r\n{empty}"
            ),
        ),
    ]
}

fn post(headers: &str, body: &str) -> String {
    format!("POST /a HTTP/1.1\r\nhost: {NAME}\r\n{headers}\r\n\r\n{body}")
}

/// The status of each answer that came on a connection.
fn statuses(answers: &[u8]) -> Vec<u16> {
    let text = String::from_utf8_lossy(answers);
    text.split("HTTP/1.1 ")
        .skip(1)
        .map(|answer| answer.get(..3).unwrap_or_default().parse().unwrap())
        .collect()
}

/// Everything that is answered until the connection ends, also where it ends with what was not read.
fn everything(stream: &mut impl std::io::Read) -> Vec<u8> {
    let (mut bytes, mut part) = (Vec::new(), [0; 4_096]);
    while let Ok(read @ 1..) = stream.read(&mut part) {
        bytes.extend_from_slice(&part[..read]);
    }
    bytes
}

fn direct(address: &str, message: &str) -> Vec<u16> {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    // It may have hung up before it has read everything.
    let _ = stream.write_all(format!("{message}{LAST}").as_bytes());
    statuses(&everything(&mut stream))
}

#[test]
fn the_service_answers_what_is_ambiguous_once_at_most() {
    let demo = Demo::start(1);
    let url = demo.url();
    let address = url.strip_prefix("http://").unwrap();
    for (what, message) in plain() {
        assert_eq!(direct(address, &message), [404, 404], "{what}");
    }
    for (what, message) in ambiguous() {
        let answered = direct(address, &message);
        assert!(answered.len() <= 1, "{what}: {answered:?}");
        assert!(answered.iter().all(|status| (400..500).contains(status)), "{what}: {answered:?}");
    }
}

/// Something to stand behind the proxy: answers each request, and keeps the first line of each that it got.
struct Behind {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Behind {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let noted = Arc::clone(&asked);
        // It ends with the process of the tests.
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let _ = answered(stream, &noted);
            }
        });
        Self { address, asked }
    }

    fn taken(&self) -> Vec<String> {
        std::mem::take(&mut *self.asked.lock().unwrap())
    }
}

/// Answers every request of a connection, one after the other, as a server does that keeps it open.
fn answered(stream: TcpStream, asked: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut stream = stream;
    loop {
        let (mut first, mut length) = (String::new(), 0);
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line)? == 0 {
                return Ok(());
            }
            if line.trim().is_empty() {
                break;
            }
            if let Some(bytes) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = bytes.trim().parse().unwrap_or(0);
            }
            if first.is_empty() {
                first = line.trim().to_owned();
            }
        }
        reader.read_exact(&mut vec![0; length])?;
        asked.lock().unwrap().push(first);
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok")?;
    }
}

/// nginx with the configuration of the documents, and something behind it.
struct Proxy {
    folder: tempfile::TempDir,
    process: Child,
    behind: Behind,
    clear: SocketAddr,
    tls: SocketAddr,
}

impl Drop for Proxy {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Proxy {
    fn start() -> Self {
        let unpacked = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.cache/nginx/usr/sbin/nginx");
        let known = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"].map(Path::new);
        let nginx = known.into_iter().chain([unpacked.as_path()]).find(|path| path.exists());
        let nginx = nginx.unwrap_or_else(|| panic!("run tools/install proxy first"));
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path().to_str().unwrap();
        let made = Command::new("openssl")
            .args([
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "2",
            ])
            .args(["-subj", "/CN=candour.example", "-addext", "subjectAltName=DNS:candour.example"])
            .args(["-keyout", "key.pem", "-out", "certificate.pem"])
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));

        let free = || TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let (clear, tls, behind) = (free(), free(), Behind::start());
        let mut text = CONFIGURATION.to_owned();
        for (there, instead) in [
            ("listen 80;", format!("listen {clear};")),
            ("listen 443 ", format!("listen {tls} ")),
            ("/etc/candour/tls/", format!("{here}/")),
            ("http://127.0.0.1:8080", format!("http://{}", behind.address)),
            ("/var/log/nginx/candour.log", format!("{here}/access.log")),
        ] {
            assert!(text.contains(there), "{there}");
            text = text.replace(there, &instead);
        }
        let folders: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .iter()
            .map(|of| format!("{of}_temp_path {here}/{of};\n"))
            .collect();
        // What Debian's own settings say beside it: pages are packed unless a server says otherwise.
        let whole = format!(
            "daemon off;\nmaster_process off;\npid {here}/pid;\nerror_log {here}/error.log warn;\nevents {{}}\n\
             http {{\ngzip on;\n{folders}{text}}}\n"
        );
        std::fs::write(folder.path().join("nginx.conf"), whole).unwrap();
        let process = Command::new(nginx)
            .args(["-p", here, "-c", &format!("{here}/nginx.conf"), "-e", &format!("{here}/error.log")])
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        demonstration::until(|| TcpStream::connect(tls).ok(), Option::is_some).unwrap();
        Self { folder, process, behind, clear, tls }
    }

    /// What a client of TLS gets that sends this, if it comes to an understanding with the proxy at all.
    fn over_tls(&self, more: &[&str], message: &str) -> Option<Vec<u8>> {
        let mut client = Command::new("openssl")
            .args(["s_client", "-quiet", "-connect", &self.tls.to_string(), "-CAfile", "certificate.pem"])
            .args(["-verify_return_error", "-verify_hostname", NAME, "-servername", NAME])
            .args(more)
            .current_dir(self.folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Where there was no understanding it has ended by now.
        let _ = client.stdin.take().unwrap().write_all(message.as_bytes());
        let bytes = everything(&mut client.stdout.take().unwrap());
        client.wait().unwrap();
        (!bytes.is_empty()).then_some(bytes)
    }
}

#[test]
fn the_proxy_of_the_documents_hands_nothing_on_that_is_ambiguous() {
    let proxy = Proxy::start();
    for (what, message) in plain() {
        let answers = proxy.over_tls(&[], &format!("{message}{LAST}")).unwrap();
        assert_eq!(statuses(&answers), [200, 200], "{what}");
        assert_eq!(proxy.behind.taken(), ["POST /a HTTP/1.1", "GET /last HTTP/1.1"], "{what}");
    }
    for (what, message) in ambiguous() {
        let answers = proxy.over_tls(&[], &format!("{message}{LAST}")).unwrap_or_default();
        let answered = statuses(&answers);
        assert!(matches!(answered.as_slice(), [400 | 501]), "{what}: {answered:?}");
        assert_eq!(proxy.behind.taken(), [""; 0], "{what}");
    }
    // A long body passes whole, and is written to no disk on the way. A file of nginx's has no name once it is open, so its
    // own word for it is looked for too.
    let long = post("content-length: 400000", &"x".repeat(400_000));
    assert_eq!(statuses(&proxy.over_tls(&[], &format!("{long}{LAST}")).unwrap()), [200, 200]);
    for folder in ["client_body", "proxy"] {
        assert_eq!(std::fs::read_dir(proxy.folder.path().join(folder)).unwrap().count(), 0, "{folder}");
    }
    let errors = std::fs::read_to_string(proxy.folder.path().join("error.log")).unwrap();
    assert!(!errors.contains("buffered to a temporary file"), "{errors}");
    let log = std::fs::read_to_string(proxy.folder.path().join("access.log")).unwrap();
    assert!(log.contains("GET /last 200") && !log.contains("xxx"), "{log}");
}

#[test]
fn the_proxy_of_the_documents_speaks_tls_as_is_asked_and_hides_what_is_for_the_machine() {
    let proxy = Proxy::start();
    let understood = |more: &[&str]| proxy.over_tls(more, LAST).is_some();
    // The client itself would take all of these.
    for good in [
        &["-tls1_3"][..],
        &["-tls1_2"],
        &["-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-GCM-SHA256"],
        &["-tls1_2", "-cipher", "ECDHE-ECDSA-CHACHA20-POLY1305"],
    ] {
        assert!(understood(good), "{good:?}");
    }
    for bad in [
        &["-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0"][..],
        &["-tls1", "-cipher", "DEFAULT@SECLEVEL=0"],
        &["-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-SHA"],
        &["-tls1_2", "-cipher", "ECDHE-ECDSA-AES256-SHA384"],
        &["-servername", "other.example"],
    ] {
        assert!(!understood(bad), "{bad:?}");
    }
    proxy.behind.taken();
    for path in ["/healthz", "/readyz"] {
        let asked = LAST.replace("/last", path);
        assert_eq!(statuses(&proxy.over_tls(&[], &asked).unwrap()), [404], "{path}");
    }
    assert_eq!(proxy.behind.taken(), [""; 0]);

    // In the clear: pages lead to HTTPS, and programs, which have sent their secret already, are refused.
    let url = format!("http://{}", proxy.clear);
    for path in ["/", "/sign-in", "/ledger", "/rules?x=1"] {
        let led = demonstration::Raw::ask(&url, "GET", path, "");
        assert_eq!(
            (led.status, led.header("location")),
            (308, Some(&*format!("https://{NAME}{path}"))),
            "{path}"
        );
    }
    for path in ["/api/v1/referrals", "/api/openapi.json", "/ledger/checkpoint"] {
        let refused = demonstration::Raw::ask(&url, "GET", path, "");
        assert_eq!((refused.status, refused.header("location")), (403, None), "{path}");
    }
}
