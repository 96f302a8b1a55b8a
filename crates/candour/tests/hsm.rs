//! Keys in a hardware module, here the SoftHSM that Debian packages: a whole service on it, keys that go in and come back, and
//! everything that can be wrong with a token.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]
#![expect(clippy::disallowed_methods, reason = "tests wait for processes with the machine's own clock")]

mod demonstration;
mod softhsm;

use demonstration::{Demo, decided, eventually, witnesses};
use softhsm::{MODULE, Module, PIN, secret};
use std::{
    fs::{self, File, Permissions},
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

const WITHIN: Duration = Duration::from_secs(60);

/// A demonstration's folder, its witnesses, a module, and the service when it runs.
struct World {
    demo: Demo,
    _witnesses: Vec<Child>,
    module: Module,
    config: String,
    service: Option<Child>,
}

impl Drop for World {
    fn drop(&mut self) {
        if let Some(mut service) = self.service.take() {
            let _ = service.kill();
            let _ = service.wait();
        }
        if std::thread::panicking() {
            eprintln!("{}", self.log());
        }
    }
}

impl World {
    fn new() -> Self {
        let mut demo = Demo::start(8);
        let stopped = Command::new("kill").args(["-INT", &demo.pid().to_string()]).status().unwrap();
        assert!(stopped.success() && demo.wait_for_exit(WITHIN));
        let dir = demo.dir.path().to_owned();
        let witnesses = witnesses(&dir);
        secret(&dir.join("hsm.pin"), &format!("{PIN}\n"));
        let config = dir.join("candour.toml").to_str().unwrap().to_owned();
        let world = Self { demo, _witnesses: witnesses, module: Module::new(), config, service: None };
        let module = format!("\n[hsm]\nmodule = \"{MODULE}\"\ntoken = \"candour\"\npin = \"hsm.pin\"\n");
        world.edit(|text| text + &module);
        world
    }

    fn dir(&self) -> &Path {
        self.demo.dir.path()
    }

    fn edit(&self, change: impl FnOnce(String) -> String) {
        let text = fs::read_to_string(&self.config).unwrap();
        fs::write(&self.config, change(text)).unwrap();
    }

    fn keys(&self) -> PathBuf {
        self.dir().join("vault.keys")
    }

    fn heading(&self) -> String {
        fs::read_to_string(self.keys()).unwrap().lines().next().unwrap().to_owned()
    }

    /// Runs `candour … --config`, which must end so.
    fn run(&self, status: i32, arguments: &[&str]) -> String {
        let mut all = arguments.to_vec();
        all.extend(["--config", &self.config]);
        let (found, text) = self.module.candour(&all);
        assert_eq!(found, status, "{arguments:?}: {text}");
        text
    }

    fn log(&self) -> String {
        fs::read_to_string(self.dir().join("service.log")).unwrap_or_default()
    }

    fn start(&mut self) {
        let log = File::options().create(true).append(true).open(self.dir().join("service.log")).unwrap();
        let config = self.config.clone();
        let child =
            self.module.command(&["serve", "--config", &config]).stdout(Stdio::null()).stderr(log).spawn();
        self.service = Some(child.unwrap());
        self.becomes(200);
    }

    fn becomes(&mut self, status: u16) {
        let process = self.service.as_mut().unwrap();
        let url = format!("{}/readyz", self.demo.url());
        eventually("readiness", WITHIN, || {
            if let Some(ended) = process.try_wait().unwrap() {
                panic!("the service ended: {ended}");
            }
            let answer = demonstration::agent().get(&url).call().ok()?;
            (answer.status().as_u16() == status).then_some(())
        });
    }

    fn stop(&mut self) {
        let mut process = self.service.take().unwrap();
        let told = Command::new("kill").args(["-INT", &process.id().to_string()]).status().unwrap();
        assert!(told.success() && process.wait().unwrap().success(), "{}", self.log());
    }

    /// A referral up to the officer who reads what was disclosed.
    fn disclosed(&self, number: u32) -> String {
        let id = decided(&self.demo, number);
        self.read(&id);
        id
    }

    fn read(&self, id: &str) {
        eventually("the disclosure is read", WITHIN, || {
            let read = self.demo.get("officer", &format!("/api/v1/referrals/{id}/disclosures/1"));
            (read.status == 200).then_some(())
        });
    }

    fn verify_ledger(&self) -> String {
        let (ledger, policy) = self.demo.ledger();
        let arguments = ["ledger", "verify", ledger.to_str().unwrap(), "--policy", policy.to_str().unwrap()];
        let (status, text) = self.module.candour(&arguments);
        assert_eq!(status, 0, "{text}");
        text
    }

    /// How often the ledger says that keys changed.
    fn changes(&self) -> usize {
        let entries = self.dir().join("data/ledger/tile/entries");
        let found =
            Command::new("grep").args(["-rhoaE", r#"\{[^{}]*key-changed[^{}]*\}"#]).arg(entries).output();
        let text = String::from_utf8(found.unwrap().stdout).unwrap();
        text.lines().collect::<std::collections::BTreeSet<_>>().len()
    }

    /// The files below the demonstration in which any of these bytes lie.
    fn where_lie(&self, needles: &[Vec<u8>]) -> Vec<PathBuf> {
        let mut found = Vec::new();
        let mut folders = vec![self.dir().to_owned(), self.module.tokens()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let bytes = fs::read(&path).unwrap();
                let holds = |needle: &Vec<u8>| bytes.windows(needle.len()).any(|window| window == needle);
                if needles.iter().any(holds) {
                    found.push(path);
                }
            }
        }
        found
    }
}

/// Runs JavaScript with Node, whose cryptography is OpenSSL's.
fn node(script: &str, arguments: &[&Path]) -> String {
    // What follows `--` is no option, with whatever a drawn name begins.
    let done = Command::new("node").args(["-e", script, "--"]).args(arguments).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

/// Opens every line of a wrapped key file with a known key, prints the keys as a plain key file, and writes the file again with
/// nonces of its own.
const OUTSIDE: &str = r"
const fs = require('fs'), crypto = require('crypto');
const [file, keyFile] = process.argv.slice(1);
const key = fs.readFileSync(keyFile);
const out = fs.readFileSync(file, 'utf8').split('\n').map((line) => {
    const [holder, name, epoch, wrapped] = line.split(' ');
    if (!['unit', 'force', 'service'].includes(holder)) return line;
    const bytes = Buffer.from(wrapped, 'base64url');
    const aad = Buffer.from(`candour-kek-v1 ${holder} ${name} ${epoch}`);
    const open = crypto.createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(aad);
    open.setAuthTag(bytes.subarray(44));
    const kek = Buffer.concat([open.update(bytes.subarray(12, 44)), open.final()]);
    console.log(`${holder} ${name} ${epoch} ${kek.toString('base64url')}`);
    const nonce = crypto.randomBytes(12);
    const seal = crypto.createCipheriv('aes-256-gcm', key, nonce).setAAD(aad);
    const sealed = Buffer.concat([nonce, seal.update(kek), seal.final(), seal.getAuthTag()]);
    return `${holder} ${name} ${epoch} ${sealed.toString('base64url')}`;
}).join('\n');
fs.writeFileSync(file, out);
";

fn lines_of_keys(text: &str) -> Vec<String> {
    text.lines()
        .filter(|line| line.split(' ').count() == 4 && !line.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_service_goes_into_a_module_lives_on_it_and_comes_back() {
    let mut world = World::new();
    let plain = fs::read_to_string(world.keys()).unwrap();
    let needles: Vec<Vec<u8>> = lines_of_keys(&plain)
        .iter()
        .flat_map(|line| {
            let word = line.split(' ').next_back().unwrap().to_owned();
            let raw = node(
                "process.stdout.write(Buffer.from(process.argv[1], 'base64url').toString('hex'))",
                &[Path::new(&word)],
            );
            let bytes = (0..raw.len()).step_by(2).map(|i| u8::from_str_radix(&raw[i..i + 2], 16).unwrap());
            [word.into_bytes(), bytes.collect(), raw.clone().into_bytes()]
        })
        .collect();
    assert_eq!(world.where_lie(&needles), [world.keys()], "the search finds them where they are");
    world.module_from_outside(&plain);
    world.another_wrapping_key();
    assert_eq!(world.where_lie(&needles), Vec::<PathBuf>::new(), "no key lies in the clear any more");

    // The ledger's key goes in as it is, so that the log goes on under the name and key that everybody knows.
    let seed = fs::read_to_string(world.dir().join("log.key")).unwrap();
    let pem = world.dir().join("log.pem");
    let der = format!("302e020100300506032b657004220420{}", seed.trim());
    let script = "process.stdout.write(Buffer.from(process.argv[1], 'hex').toString('base64'))";
    let encoded = node(script, &[Path::new(&der)]);
    secret(&pem, &format!("-----BEGIN PRIVATE KEY-----\n{encoded}\n-----END PRIVATE KEY-----\n"));
    world.module.import(&pem, "candour-ledger", "a1b2", &[]);
    fs::remove_file(pem).unwrap();
    fs::remove_file(world.dir().join("log.key")).unwrap();
    world.edit(|text| {
        text.replacen("key = \"log.key\"\n", "", 1).replacen(
            "keys = \"vault.keys\"\n",
            "keys = \"vault.keys\"\nprovider = \"hsm\"\n",
            1,
        ) + "ledger_key = \"candour-ledger\"\n"
    });
    let said = world.run(0, &["keys", "list", "--verify"]);
    assert!(said.contains("ledger key candour-ledger: not extractable; imported"), "{said}");
    assert!(
        said.contains("made in the module, not extractable") && said.contains("case keys open"),
        "{said}"
    );

    world.start();
    let id = world.disclosed(1);
    world.stop();
    world.start();
    world.read(&id);
    world.the_token_goes_and_comes_back(&id);
    let backup = tempfile::tempdir().unwrap();
    let backup = backup.path().join("backup");
    world.run(0, &["backup", backup.to_str().unwrap()]);
    world.stop();
    world.verify_ledger();
    assert_eq!(world.run(0, &["doctor"]).matches("everything holds").count(), 1);

    // A new epoch, used by what is new; what is old opens.
    world.run(0, &["keys", "renew", "--unit", "london"]);
    assert!(fs::read_to_string(world.keys()).unwrap().contains("unit london 2 "));
    world.start();
    world.read(&id);
    world.disclosed(3);
    world.stop();
    world.run(0, &["doctor"]);

    world.restored(&backup, &id);
    world.killed_while_moving();

    // And back: the service runs without the module.
    if world.heading() != "candour-keys v1" {
        world.run(0, &["keys", "hsm", "back"]);
        world.run(0, &["keys", "hsm", "retire"]);
    }
    let back = fs::read_to_string(world.keys()).unwrap();
    assert!(lines_of_keys(&plain).iter().all(|line| back.contains(line)), "the same keys came back");
    world.start();
    world.read(&id);
    // Two generations of custody, a new epoch, and the way back.
    eventually("the ledger names every state of the keys", WITHIN, || (world.changes() >= 4).then_some(()));
    world.stop();
    world.verify_ledger();
    assert!(!world.log().contains(PIN) && !world.log().contains("panicked"));
}

impl World {
    /// Wraps under a key that the test knows, so that OpenSSL can open it and wrap anew.
    fn module_from_outside(&self, plain: &str) {
        let known: Vec<u8> = (100..132).collect();
        let file = self.module.folder.path().join("known.key");
        fs::write(&file, &known).unwrap();
        self.module.import(&file, "candour-keys", "c3d4", &["--aes"]);
        self.not_moved_while_a_case_key_does_not_open();
        let said = self.run(0, &["keys", "hsm", "move"]);
        assert!(said.contains("kept wrapped under candour-keys c3d4"), "{said}");
        assert_eq!(self.heading(), "candour-wrapped-keys v1");
        let left = self.run(1, &["doctor"]);
        assert!(left.contains("vault.keys.old: is left of a move of keys"), "{left}");
        // What the module sealed opens with OpenSSL …
        let opened = node(OUTSIDE, &[&self.keys(), &file]);
        assert_eq!(lines_of_keys(&opened), lines_of_keys(plain));
        // … and what OpenSSL sealed opens with the module, up to every case key.
        let said = self.run(0, &["keys", "list", "--verify"]);
        assert!(said.contains("case keys open") && !said.contains("\n0 case keys"), "{said}");
        // A line that stands for another one opens nothing, and is named.
        let text = fs::read_to_string(self.keys()).unwrap();
        secret(&self.keys(), &text.replacen("unit london 1", "unit london 7", 1));
        let said = self.run(1, &["keys", "list"]);
        assert!(said.contains("the key of unit london in epoch 7 cannot be unwrapped"), "{said}");
        secret(&self.keys(), &text);
        self.run(0, &["keys", "hsm", "retire"]);
        assert!(!self.dir().join("vault.keys.old").exists());
        fs::remove_file(file).unwrap();
    }

    /// One damaged row of the keystore: nothing is exchanged, nothing is left, and the ledger is told nothing.
    fn not_moved_while_a_case_key_does_not_open(&self) {
        let data = self.dir().join("data");
        let kept = tempfile::tempdir().unwrap();
        let files = || fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().path());
        let of_keystore = |path: &PathBuf| path.to_str().unwrap().contains("keystore.db");
        for path in files().filter(of_keystore) {
            fs::copy(&path, kept.path().join(path.file_name().unwrap())).unwrap();
        }
        let script = "import sqlite3, sys\ndb = sqlite3.connect(sys.argv[1])\n\
            for name, in db.execute(\"SELECT name FROM sqlite_master WHERE type = 'trigger'\").fetchall():\n    \
            db.execute('DROP TRIGGER ' + name)\n\
            row, key = db.execute(\"SELECT rowid, wrapped FROM keys WHERE unit = 'london' LIMIT 1\").fetchone()\n\
            db.execute('UPDATE keys SET wrapped = ? WHERE rowid = ?', (key[:-1] + bytes([key[-1] ^ 1]), row))\n\
            db.commit()";
        let damaged =
            Command::new("python3").args(["-c", script]).arg(data.join("keystore.db")).status().unwrap();
        assert!(damaged.success());
        let said = self.run(1, &["keys", "hsm", "move"]);
        assert!(said.contains("1 of ") && said.contains("do not open"), "{said}");
        assert_eq!(self.heading(), "candour-keys v1");
        assert!(
            !self.dir().join("vault.keys.moving").exists() && !self.dir().join("vault.keys.old").exists()
        );
        for path in files().filter(of_keystore) {
            fs::remove_file(path).unwrap();
        }
        for entry in fs::read_dir(kept.path()).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), data.join(entry.file_name())).unwrap();
        }
    }

    /// The next generation of custody: another key, made in the module.
    fn another_wrapping_key(&self) {
        let said = self.run(1, &["keys", "hsm", "make-wrapping"]);
        assert!(said.contains("--another"), "{said}");
        let made = self.run(0, &["keys", "hsm", "make-wrapping", "--another"]);
        let id = made.trim().rsplit(' ').next().unwrap().to_owned();
        let said = self.run(1, &["keys", "hsm", "move"]);
        assert!(said.contains("2 of wrapping key `candour-keys`"), "{said}");
        self.run(0, &["keys", "hsm", "move", "--id", &id]);
        self.run(0, &["keys", "hsm", "retire"]);
        let said = self.run(0, &["keys", "list"]);
        assert!(said.contains(&format!("wrapped under candour-keys {id}")), "{said}");
    }

    /// The module is away while the service runs: it says so, records what it can, and goes on when it is back.
    fn the_token_goes_and_comes_back(&mut self, id: &str) {
        let away = self.module.folder.path().join("away");
        fs::rename(self.module.tokens(), &away).unwrap();
        fs::create_dir(self.module.tokens()).unwrap();
        self.becomes(503);
        let log = self.log();
        assert!(
            log.contains("the hardware module does not answer") && log.contains("no token `candour`"),
            "{log}"
        );
        // Keys that were unwrapped are there: what is decided is recorded, and nothing is published over it.
        self.read(id);
        let new = decided(&self.demo, 2);
        fs::remove_dir(self.module.tokens()).unwrap();
        fs::rename(&away, self.module.tokens()).unwrap();
        self.becomes(200);
        assert!(self.log().contains("the hardware module answers again"));
        self.read(&new);
        self.verify_ledger();
    }

    /// A backup and the key file are enough with the token, and with another token nothing starts.
    fn restored(&mut self, backup: &Path, id: &str) {
        for file in ["candour.db", "keystore.db"] {
            for suffix in ["", "-wal", "-shm"] {
                let _ = fs::remove_file(self.dir().join("data").join(format!("{file}{suffix}")));
            }
        }
        let elsewhere = Module::new();
        let all = ["restore", backup.to_str().unwrap(), "--config", &self.config];
        let (status, said) = elsewhere.candour(&all);
        assert!(status == 1 && said.contains("the token has no ledger key `candour-ledger`"), "{said}");
        self.run(0, &["restore", backup.to_str().unwrap()]);
        self.start();
        self.read(id);
        self.stop();
        self.run(0, &["keys", "list", "--verify"]);
        self.verify_ledger();
    }

    /// Killed anywhere while keys move: the key file is whole in one form, every case key opens, and the same command
    /// finishes it.
    fn killed_while_moving(&mut self) {
        self.edit(|text| text.replacen("provider = \"hsm\"\n", "", 1));
        let wrapped = fs::read_to_string(self.keys()).unwrap();
        let id = wrapped.lines().nth(1).unwrap().rsplit(' ').next().unwrap().to_owned();
        let config = self.config.clone();
        let to_file = ["keys", "hsm", "back", "--config", &config];
        let to_module = ["keys", "hsm", "move", "--id", &id, "--config", &config];
        let began = Instant::now();
        assert_eq!(self.module.candour(&to_file).0, 0);
        let whole = began.elapsed();
        self.run(0, &["keys", "hsm", "retire"]);
        let (mut forms, mut broken) = ([0, 0], 0);
        let token = self.module.kept();
        let rounds = 16;
        for round in 1..=rounds {
            let goes = if self.heading() == "candour-keys v1" { &to_module[..] } else { &to_file[..] };
            let mut process =
                self.module.command(goes).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            std::thread::sleep(whole * round / rounds);
            let _ = process.kill();
            process.wait().unwrap();
            broken += usize::from(self.module.mended(&token));
            let is_plain = usize::from(self.heading() == "candour-keys v1");
            forms[is_plain] += 1;
            let said = self.run(0, &["keys", "list", "--verify"]);
            assert!(said.contains("case keys open"), "{said}");
            if round % 4 == 0 {
                self.start();
                self.stop();
            }
            // The same again finishes it, whatever there was left of it.
            assert_eq!(self.module.candour(goes).0, 0, "round {round}");
            self.run(0, &["keys", "list", "--verify"]);
            if self.dir().join("vault.keys.old").exists() {
                self.run(0, &["keys", "hsm", "retire"]);
            }
            assert!(!self.dir().join("vault.keys.moving").exists());
        }
        eprintln!(
            "killed {rounds} times within {whole:?}: {} plain, {} wrapped afterwards; SoftHSM broke its own token {broken} times",
            forms[1], forms[0]
        );
    }
}

/// A configuration, a module and fresh wrapped keys; no record.
struct Bare {
    folder: tempfile::TempDir,
    module: Module,
}

impl Bare {
    fn new() -> Self {
        let bare = Self { folder: tempfile::tempdir().unwrap(), module: Module::new() };
        secret(&bare.path("hsm.pin"), PIN);
        bare.configure("candour", MODULE);
        bare
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn configure(&self, token: &str, module: &str) {
        let text = format!(
            "[service]\nlisten = \"127.0.0.1:0\"\naddress = \"https://x.example\"\ndata = \"data\"\n\
             [ledger]\norigin = \"x.example/log\"\npolicy = \"ledger.policy\"\n\
             [vault]\nkeys = \"vault.keys\"\nprovider = \"hsm\"\n[post]\noutbox = \"outbox\"\n\
             [hsm]\nmodule = \"{module}\"\ntoken = \"{token}\"\npin = \"hsm.pin\"\nledger_key = \"candour-ledger\"\n"
        );
        fs::write(self.path("candour.toml"), text).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> (i32, String) {
        let config = self.path("candour.toml");
        let mut all = arguments.to_vec();
        all.extend(["--config", config.to_str().unwrap()]);
        self.module.candour(&all)
    }

    fn done(&self, arguments: &[&str]) -> String {
        let (status, said) = self.run(arguments);
        assert_eq!(status, 0, "{arguments:?}: {said}");
        said
    }

    fn refused(&self, why: &str) {
        let (status, said) = self.run(&["keys", "list"]);
        assert!(status == 1 && said.contains(why), "{why}: {status} {said}");
    }
}

#[test]
fn what_is_wrong_with_a_token_or_a_key_is_named() {
    let bare = Bare::new();
    bare.refused("the token has no ledger key `candour-ledger`");
    let vkey = bare.done(&["keys", "hsm", "make-ledger"]);
    assert!(tlog::VerifierKey::parse(vkey.trim()).is_ok(), "{vkey}");
    assert!(bare.run(&["keys", "hsm", "make-ledger"]).1.contains("already, which stays as it is"));
    let (status, said) = bare.run(&["keys", "hsm", "new", "--unit", "london"]);
    assert!(status == 1 && said.contains("the token has no wrapping key `candour-keys`"), "{said}");
    bare.done(&["keys", "hsm", "make-wrapping"]);
    bare.done(&["keys", "hsm", "new", "--unit", "london", "--force", "northern"]);
    let said = bare.done(&["keys", "list"]);
    assert_eq!(said.matches("made in the module, not extractable").count(), 2, "{said}");
    let keys = fs::read_to_string(bare.path("vault.keys")).unwrap();
    assert!(keys.starts_with("candour-wrapped-keys v1\nunder candour-keys "), "{keys}");

    // Library, token, PIN.
    bare.configure("candour", "/usr/lib/no-such-module.so");
    bare.refused("the PKCS#11 library /usr/lib/no-such-module.so cannot be loaded");
    bare.configure("elsewhere", MODULE);
    bare.refused("no token `elsewhere` in the module; there is `candour`");
    bare.module.token("twice");
    bare.module.token("twice");
    bare.configure("twice", MODULE);
    bare.refused("2 tokens have the label `twice`");
    bare.configure("candour", MODULE);
    secret(&bare.path("hsm.pin"), "99999999");
    bare.refused("the token refused the PIN");
    secret(&bare.path("hsm.pin"), PIN);
    fs::set_permissions(bare.path("hsm.pin"), Permissions::from_mode(0o640)).unwrap();
    bare.refused("mode 0640 lets others in");
    secret(&bare.path("hsm.pin"), "\n");
    bare.refused("the first line is not the PIN");
    secret(&bare.path("hsm.pin"), PIN);
    bare.done(&["keys", "list"]);

    // A plain file where only a wrapped one is accepted, and the other way about.
    let plain = bare.path("plain.keys");
    let made = bare.module.candour(&["keys", "new", "--out", plain.to_str().unwrap(), "--unit", "london"]);
    assert_eq!(made.0, 0, "{}", made.1);
    fs::rename(bare.path("vault.keys"), bare.path("kept")).unwrap();
    fs::rename(&plain, bare.path("vault.keys")).unwrap();
    bare.refused("lie there in the clear");
    fs::rename(bare.path("kept"), bare.path("vault.keys")).unwrap();
    let (status, said) = bare.module.candour(&[
        "keys",
        "renew",
        "--file",
        bare.path("vault.keys").to_str().unwrap(),
        "--unit",
        "london",
    ]);
    assert!(status == 1 && said.contains("wrapped under a key in a hardware module"), "{said}");

    // The key that wraps is deleted, and then there is another one of its name that can leave the module.
    let id = keys.lines().nth(1).unwrap().rsplit(' ').next().unwrap().to_owned();
    bare.module.tool(&["--delete-object", "--type", "secrkey", "--label", "candour-keys"]);
    bare.refused(&format!("the token has no wrapping key `candour-keys {id}`"));
    let make = ["--keygen", "--key-type", "AES:32", "--label", "candour-keys", "--id", &id];
    bare.module.tool(&[&make[..], &["--private", "--sensitive", "--extractable"]].concat());
    bare.refused("is refused: it can leave the module (CKA_EXTRACTABLE is true)");
    bare.module.tool(&["--delete-object", "--type", "secrkey", "--label", "candour-keys"]);
    bare.module.tool(&[&make[..], &["--extractable"]].concat());
    bare.refused("it can be used without a PIN (CKA_PRIVATE is false); it can be read in the clear");
    bare.module.tool(&["--delete-object", "--type", "secrkey", "--label", "candour-keys"]);
    // The right name, and other bytes: nothing opens.
    let other = bare.path("other.key");
    fs::write(&other, [9; 32]).unwrap();
    bare.module.import(&other, "candour-keys", &id, &["--aes"]);
    bare.refused("the key of");
    let short = bare.path("short.key");
    fs::write(&short, [9; 16]).unwrap();
    bare.module.tool(&["--delete-object", "--type", "secrkey", "--label", "candour-keys"]);
    bare.module.import(&short, "candour-keys", &id, &["--aes"]);
    bare.refused("it does not have 256 bits");
}

/// A service that begins with its log's key in the module: what it publishes verifies like any other log.
#[test]
fn a_log_whose_key_was_made_in_the_module_verifies_like_any_other() {
    let bare = Bare::new();
    let dir = bare.folder.path();
    let vkey = bare.done(&["keys", "hsm", "make-ledger"]).trim().to_owned();
    bare.done(&["keys", "hsm", "make-wrapping"]);
    bare.done(&["keys", "hsm", "new", "--unit", "london"]);
    let listeners: Vec<_> = (0..3).map(|_| std::net::TcpListener::bind("127.0.0.1:0").unwrap()).collect();
    let ports: Vec<u16> = listeners.iter().map(|place| place.local_addr().unwrap().port()).collect();
    drop(listeners);
    let mut policy = format!("log {vkey}\n");
    for number in [1, 2] {
        let folder = dir.join(format!("witness-{number}"));
        fs::create_dir_all(folder.join("state")).unwrap();
        let (name, key) = (format!("w{number}.example"), folder.join("key"));
        let made =
            bare.module.candour(&["witness", "keygen", "--name", &name, "--out", key.to_str().unwrap()]);
        let address = format!("127.0.0.1:{}", ports[number]);
        policy.push_str(&format!("witness w{number} {} http://{address}\n", made.1.lines().next().unwrap()));
        let text = format!(
            "listen = \"127.0.0.1:0\"\nkey = \"key\"\nstate = \"state\"\n\n[[logs]]\norigin = \"x.example/log\"\nvkey = \"{vkey}\"\n"
        );
        fs::write(folder.join("witness.toml"), text).unwrap();
    }
    fs::write(dir.join("ledger.policy"), format!("{policy}group both all w1 w2\nquorum both\n")).unwrap();
    let _witnesses = witnesses(dir);
    let url = format!("http://127.0.0.1:{}", ports[0]);
    let config = bare.path("candour.toml");
    let text = fs::read_to_string(&config).unwrap();
    let text = text.replacen("127.0.0.1:0", &format!("127.0.0.1:{}", ports[0]), 1);
    fs::write(&config, text.replacen("https://x.example", &url, 1)).unwrap();
    bare.done(&["init"]);
    fs::create_dir_all(dir.join("outbox")).unwrap();
    fs::create_dir_all(dir.join("data/ledger")).unwrap();
    let mut service = bare.module.command(&["serve", "--config", config.to_str().unwrap()]).spawn().unwrap();
    let ledger = dir.join("data/ledger");
    eventually("a checkpoint is published", WITHIN, || ledger.join("checkpoint").exists().then_some(()));
    let arguments = [
        "ledger",
        "verify",
        ledger.to_str().unwrap(),
        "--policy",
        dir.join("ledger.policy").to_str().unwrap(),
    ]
    .map(str::to_owned);
    let (status, said) = bare.module.candour(&arguments.each_ref().map(String::as_str));
    let _ = service.kill();
    service.wait().unwrap();
    assert_eq!(status, 0, "{said}");
    assert!(said.contains("the ledger holds"), "{said}");
    // What it says of its keys is what a custodian can compute.
    let said = bare.done(&["keys", "list"]);
    let digest = said.lines().find_map(|line| line.strip_prefix("digest ")).unwrap().to_owned();
    let found = Command::new("grep")
        .args(["-rqa", &format!("key-changed\",\"digest\":\"{digest}")])
        .arg(&ledger)
        .status();
    assert!(found.unwrap().success(), "{digest}");
}
