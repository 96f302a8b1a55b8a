//! The key file on a real file system.
#![expect(clippy::unwrap_used, reason = "functions that tests share fail as tests do")]

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::sync::atomic::{AtomicU8, Ordering};

use candour_vault::case_keys::CaseKeys;
use candour_vault::entropy::Entropy;
use candour_vault::kek::{Holder, KekProvider};
use candour_vault::keyfile::{FileProvider, KeyFileError, LineFault};
use candour_vault::seal::{Place, open, seal};

/// Bytes that differ at every call; these tests are about files, not about chance.
struct Counting(AtomicU8);

impl Entropy for Counting {
    fn fill(&self, out: &mut [u8]) {
        out.fill(self.0.fetch_add(1, Ordering::Relaxed));
    }
}

fn entropy() -> Counting {
    Counting(AtomicU8::new(1))
}

fn london() -> Holder {
    Holder::unit("london").unwrap()
}

fn created(folder: &Path) -> std::path::PathBuf {
    let path = folder.join("keys");
    FileProvider::create(&path, [london(), Holder::service()], &entropy()).unwrap();
    path
}

#[test]
fn a_new_key_file_is_for_its_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = created(folder.path());
    assert_eq!(fs::metadata(&path).unwrap().mode() & 0o7777, 0o600);
    let provider = FileProvider::open(&path).unwrap();
    assert_eq!(provider.epochs(&london()), [1]);
    assert_eq!(provider.epochs(&Holder::service()), [1]);
}

#[test]
fn a_file_that_group_or_others_may_touch_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = created(folder.path());
    for mode in [0o640, 0o620, 0o610, 0o604, 0o602, 0o601, 0o644, 0o666, 0o440, 0o777] {
        fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
        match FileProvider::open(&path) {
            Err(KeyFileError::OpenToOthers { mode: found, .. }) => assert_eq!(found, mode),
            other => panic!("{mode:o}: {other:?}"),
        }
    }
    for mode in [0o600, 0o400] {
        fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
        assert!(FileProvider::open(&path).is_ok(), "{mode:o}");
    }
}

#[test]
fn a_file_of_another_account_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = created(folder.path());
    let process = fs::metadata(&path).unwrap().uid();
    // Only the superuser can give a file away; for anybody else the system's own accounts file, which is the
    // superuser's, is such a file.
    let foreign = match std::os::unix::fs::chown(&path, Some(process + 1), None) {
        Ok(()) => path,
        Err(_) => "/etc/passwd".into(),
    };
    assert!(matches!(FileProvider::open(&foreign), Err(KeyFileError::NotOwner { .. })));
}

#[test]
fn a_link_a_folder_and_a_pipe_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = created(folder.path());
    let link = folder.path().join("link");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let pipe = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for odd in [link.as_path(), folder.path(), &pipe] {
        let refused = FileProvider::open(odd);
        assert!(matches!(refused, Err(KeyFileError::NotRegular { .. })), "{odd:?}: {refused:?}");
    }
}

#[test]
fn a_missing_file_is_an_error_and_nothing_is_made_in_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys");
    assert!(matches!(FileProvider::open(&path), Err(KeyFileError::Io { act: "open", .. })));
    assert!(!path.exists());
}

#[test]
fn an_existing_file_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = created(folder.path());
    let before = fs::read(&path).unwrap();
    let refused = FileProvider::create(&path, [london()], &entropy());
    assert!(matches!(refused, Err(KeyFileError::Io { act: "create", .. })));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_malformed_line_is_reported_with_path_and_number_and_without_its_key() {
    let folder = tempfile::tempdir().unwrap();
    let path = created(folder.path());
    let mut text = fs::read_to_string(&path).unwrap();
    text.push_str("unit leeds 1 c2VjcmV0\n");
    fs::write(&path, text).unwrap();
    let error = FileProvider::open(&path).unwrap_err();
    assert!(matches!(error, KeyFileError::Line { line: 5, fault: LineFault::Key, .. }), "{error:?}");
    let message = error.to_string();
    assert!(message.contains("line 5") && message.contains("keys"), "{message}");
    assert!(!message.contains("c2VjcmV0"), "{message}");
}

#[test]
fn a_file_beyond_every_use_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = created(folder.path());
    let file = fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.set_len(candour_vault::keyfile::KEY_FILE_BYTES_MAX + 1).unwrap();
    assert!(matches!(FileProvider::open(&path), Err(KeyFileError::TooLarge { .. })));
}

#[test]
fn what_was_sealed_in_one_epoch_opens_after_the_next_has_begun() {
    let folder = tempfile::tempdir().unwrap();
    let path = created(folder.path());
    let entropy = Counting(AtomicU8::new(100));
    let place = Place::Blob { case: "case-1", blob: "b", kind: "question" };

    let provider = FileProvider::open(&path).unwrap();
    let keys = CaseKeys::fresh(&entropy);
    let sealed = seal(&keys.case, &entropy, b"text", &place).unwrap();
    let kek = provider.newest(&london()).unwrap();
    let wrapped = keys.wrap(&provider, &kek, "case-1", &entropy).unwrap();
    drop((provider, keys));

    let leeds = Holder::unit("leeds").unwrap();
    let provider = FileProvider::add_epoch(&path, [london(), leeds.clone()], &entropy).unwrap();
    assert_eq!(provider.newest(&london()).unwrap().epoch, 2);
    assert_eq!(provider.newest(&leeds).unwrap().epoch, 1);
    let keys = wrapped.unwrap(&provider, "case-1").unwrap();
    assert_eq!(open(&keys.case, &sealed, &place).unwrap().as_slice(), b"text");
    assert_eq!(fs::metadata(&path).unwrap().mode() & 0o7777, 0o600);
    assert!(!folder.path().join("keys.new").exists());
}
