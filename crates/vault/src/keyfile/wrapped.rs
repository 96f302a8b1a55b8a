//! Key files whose keys are wrapped under a key that this process never has, such as one in a hardware module.
//!
//! ```text
//! candour-wrapped-keys v1
//! under candour-keys 5b0c7a61f2d94e3f8a1b2c3d4e5f6071
//! # holder, name, epoch, nonce ‖ key ‖ tag (AES-256-GCM, 60 bytes, base64url without padding)
//! unit london 1 AAECAwQFBgcICQoL…
//! ```
//!
//! The second line names the key that wraps all others, by label and identifier. Each key is sealed by AES-256-GCM
//! (NIST SP 800-38D) with a nonce of 12 bytes and a tag of 16, bound to the text `candour-kek-v1 HOLDER NAME EPOCH`, so
//! that no line can stand for another one. The file may be copied anywhere: without its module it opens nothing.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use zeroize::Zeroizing;

use super::{FileProvider, KeyFileError, LineFault, disk, text};
use crate::entropy::Entropy;
use crate::kek::{Holder, InMemory, KekId};
use crate::secret::{KEY_BYTES, SecretKey};

const HEADING: &str = "candour-wrapped-keys v1";
/// Nonce, key and tag.
pub const WRAPPED_BYTES: usize = 12 + KEY_BYTES + 16;
/// Longest identifier of a key in a module, in bytes.
const ID_BYTES_MAX: usize = 64;

/// What a module says when it does not wrap or unwrap.
pub type WrapperError = Box<dyn std::error::Error + Send + Sync>;

/// The key that wraps the others: its label and identifier in the module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrapperKey {
    label: String,
    id: Vec<u8>,
}

impl WrapperKey {
    /// A key by label (1 to 40 lower-case letters, digits and hyphens) and identifier (1 to 64 bytes); `None` for others.
    #[must_use]
    pub fn new(label: &str, id: &[u8]) -> Option<Self> {
        let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        ((1..=40).contains(&label.len())
            && label.bytes().all(is_plain)
            && (1..=ID_BYTES_MAX).contains(&id.len()))
        .then(|| Self { label: label.to_owned(), id: id.to_vec() })
    }

    /// Its label.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// Its identifier.
    #[must_use]
    pub fn id(&self) -> &[u8] {
        &self.id
    }

    fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let (Some("under"), Some(label), Some(id), None) =
            (words.next(), words.next(), words.next(), words.next())
        else {
            return None;
        };
        let digits: Option<Vec<u8>> = id
            .as_bytes()
            .chunks(2)
            .map(|pair| {
                let pair = std::str::from_utf8(pair).ok().filter(|pair| pair.len() == 2)?;
                u8::from_str_radix(pair, 16).ok().filter(|byte| format!("{byte:02x}") == pair)
            })
            .collect();
        Self::new(label, &digits?)
    }
}

impl fmt::Display for WrapperKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} ", self.label)?;
        self.id.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

/// Wraps the keys of a file under a key that lies in a hardware module and never leaves it.
pub trait Wrapper: Send + Sync {
    /// Seals `key` by AES-256-GCM, bound to `bound`: nonce ‖ sealed key ‖ tag.
    ///
    /// # Errors
    /// Where the module cannot be reached, has no such key, or refuses.
    fn wrap(&self, under: &WrapperKey, key: &[u8], bound: &[u8]) -> Result<Vec<u8>, WrapperError>;

    /// Opens what [`wrap`](Self::wrap) made.
    ///
    /// # Errors
    /// As [`wrap`](Self::wrap), and where it does not open.
    fn unwrap(
        &self,
        under: &WrapperKey,
        wrapped: &[u8],
        bound: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, WrapperError>;
}

/// Whether a file's heading says that its keys are wrapped.
pub(super) fn is_wrapped(content: &[u8]) -> bool {
    content.split(|byte| *byte == b'\n').next() == Some(HEADING.as_bytes())
}

fn bound(id: &KekId) -> Vec<u8> {
    format!("candour-kek-v1 {} {}", id.holder, id.epoch).into_bytes()
}

struct Parsed {
    under: WrapperKey,
    keys: BTreeMap<KekId, Vec<u8>>,
}

fn parse(content: &[u8]) -> Result<Parsed, (usize, LineFault)> {
    let mut lines = content.split(|byte| *byte == b'\n').zip(1..).skip(1);
    let under = lines.next().and_then(|(line, _)| std::str::from_utf8(line).ok()).and_then(WrapperKey::parse);
    let under = under.ok_or((2, LineFault::Under))?;
    let mut keys = BTreeMap::new();
    for (line, number) in lines {
        let line = std::str::from_utf8(line).map_err(|_| (number, LineFault::NotText))?;
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (id, word) = text::parse_words(line).map_err(|fault| (number, fault))?;
        let bytes = URL_SAFE_NO_PAD.decode(word).ok().filter(|bytes| bytes.len() == WRAPPED_BYTES);
        let bytes = bytes.ok_or((number, LineFault::WrappedKey))?;
        if keys.insert(id, bytes).is_some() {
            return Err((number, LineFault::Duplicate));
        }
    }
    Ok(Parsed { under, keys })
}

impl FileProvider {
    /// Reads a key file of either form: wrapped keys are unwrapped by the module, all of them, now.
    ///
    /// # Errors
    /// As [`FileProvider::open`]; [`KeyFileError::Module`] names the first key that the module does not unwrap.
    pub fn open_with(path: &Path, wrapper: &dyn Wrapper) -> Result<Self, KeyFileError> {
        let content = disk::read(path)?;
        if !is_wrapped(&content) {
            return Self::open(path);
        }
        let parsed = parse(&content).map_err(|(line, fault)| KeyFileError::Line {
            path: path.to_owned(),
            line,
            fault,
        })?;
        let mut keys = BTreeMap::new();
        for (kek, wrapped) in parsed.keys {
            let opened = wrapper.unwrap(&parsed.under, &wrapped, &bound(&kek)).and_then(|opened| {
                let mut bytes = Zeroizing::new([0; KEY_BYTES]);
                if opened.len() != KEY_BYTES {
                    return Err("what it unwraps to is no key".into());
                }
                bytes.copy_from_slice(&opened);
                Ok(SecretKey::from_bytes(*bytes))
            });
            let key = opened.map_err(|source| KeyFileError::Module {
                path: path.to_owned(),
                kek: kek.clone(),
                act: "unwrapped",
                source,
            })?;
            keys.insert(kek, InMemory(key));
        }
        Ok(Self { keys, under: Some(parsed.under) })
    }

    /// Writes a new key file of fresh keys, each in epoch 1 and wrapped, and reads it back. The keys are never on a disk as
    /// they are.
    ///
    /// # Errors
    /// As [`FileProvider::create`], and [`KeyFileError::Module`].
    pub fn create_wrapped(
        path: &Path,
        holders: impl IntoIterator<Item = Holder>,
        entropy: &dyn Entropy,
        wrapper: &dyn Wrapper,
        under: &WrapperKey,
    ) -> Result<Self, KeyFileError> {
        let provider = Self::in_memory(holders, entropy);
        provider.write_new(path, Some((wrapper, under)))
    }

    /// As [`FileProvider::add_epoch`], for a file of either form, which keeps its form.
    ///
    /// # Errors
    /// As [`FileProvider::open_with`]; the file is unchanged then.
    pub fn add_epoch_with(
        path: &Path,
        holders: impl IntoIterator<Item = Holder>,
        entropy: &dyn Entropy,
        wrapper: Option<&dyn Wrapper>,
    ) -> Result<Self, KeyFileError> {
        let open = || wrapper.map_or_else(|| Self::open(path), |wrapper| Self::open_with(path, wrapper));
        let mut provider = open()?;
        for holder in holders {
            provider.add(holder, entropy);
        }
        let form = wrapper.zip(provider.under.clone());
        let form = form.as_ref().map(|(wrapper, under)| (*wrapper, under));
        disk::replace(path, &provider.render(path, form)?)?;
        open()
    }

    /// Writes these keys into a new file, plain or wrapped, and reads it back.
    ///
    /// # Errors
    /// As [`FileProvider::create`]; [`KeyFileError::Differs`] where the file does not hold the same keys.
    pub fn write_new(
        &self,
        path: &Path,
        form: Option<(&dyn Wrapper, &WrapperKey)>,
    ) -> Result<Self, KeyFileError> {
        disk::write_new(path, &self.render(path, form)?)?;
        let read = match form {
            Some((wrapper, _)) => Self::open_with(path, wrapper)?,
            None => Self::open(path)?,
        };
        if read.has_all_of(self) && self.has_all_of(&read) {
            Ok(read)
        } else {
            Err(KeyFileError::Differs { path: path.to_owned() })
        }
    }

    /// Puts the file `new` in the place of `path`, in one step, and keeps the old one as `old`. Whoever is stopped in
    /// between finds either file whole under `path`, and the same call finishes it.
    ///
    /// # Errors
    /// [`KeyFileError::Io`], also where another file lies at `old`.
    pub fn exchange(path: &Path, new: &Path, old: &Path) -> Result<(), KeyFileError> {
        disk::exchange(path, new, old)
    }

    /// Deletes a key file, after its bytes were written over.
    ///
    /// # Errors
    /// As [`FileProvider::open`], for what no key file can be.
    pub fn forget(path: &Path) -> Result<(), KeyFileError> {
        disk::forget(path)
    }

    /// Deletes a key file where there is one.
    ///
    /// # Errors
    /// As [`FileProvider::forget`].
    pub fn clear(path: &Path) -> Result<(), KeyFileError> {
        disk::clear(path)
    }

    /// The key that wraps these in their file; `None` where they lie there as they are.
    #[must_use]
    pub const fn under(&self) -> Option<&WrapperKey> {
        self.under.as_ref()
    }

    /// Which keys there are, by holder and epoch.
    pub fn ids(&self) -> impl Iterator<Item = &KekId> {
        self.keys.keys()
    }

    /// Whether every key of another provider is here, with the same bytes.
    #[must_use]
    pub fn has_all_of(&self, other: &Self) -> bool {
        other.keys.iter().all(|(id, key)| {
            self.keys.get(id).is_some_and(|mine| crate::compare::equal(mine.0.bytes(), key.0.bytes()))
        })
    }

    fn render(
        &self,
        path: &Path,
        form: Option<(&dyn Wrapper, &WrapperKey)>,
    ) -> Result<Zeroizing<Vec<u8>>, KeyFileError> {
        let Some((wrapper, under)) = form else { return Ok(text::render(&self.keys)) };
        let mut lines = format!(
            "{HEADING}\nunder {under}\n# holder, name, epoch, nonce ‖ key ‖ tag (AES-256-GCM, {WRAPPED_BYTES} bytes, base64url \
             without padding)\n"
        );
        for (kek, key) in &self.keys {
            let wrapped = wrapper.wrap(under, key.0.bytes(), &bound(kek)).map_err(|source| {
                KeyFileError::Module { path: path.to_owned(), kek: kek.clone(), act: "wrapped", source }
            })?;
            // Writing to a text cannot fail.
            let _ = writeln!(lines, "{} {} {}", kek.holder, kek.epoch, URL_SAFE_NO_PAD.encode(wrapped));
        }
        Ok(Zeroizing::new(lines.into_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Counting;

    /// Stands in for a module: XOR with a byte, and a tag that is the sum of what is bound.
    #[derive(Debug)]
    struct Toy(u8);

    impl Toy {
        fn tag(bound: &[u8]) -> Vec<u8> {
            let sum = bound.iter().fold(0_u8, |sum, byte| sum.wrapping_mul(31).wrapping_add(*byte));
            vec![sum; 16]
        }
    }

    impl Wrapper for Toy {
        fn wrap(&self, _: &WrapperKey, key: &[u8], bound: &[u8]) -> Result<Vec<u8>, WrapperError> {
            let mut out = vec![0; 12];
            out.extend(key.iter().map(|byte| byte ^ self.0));
            out.extend(Self::tag(bound));
            Ok(out)
        }

        fn unwrap(
            &self,
            _: &WrapperKey,
            wrapped: &[u8],
            bound: &[u8],
        ) -> Result<Zeroizing<Vec<u8>>, WrapperError> {
            if wrapped[44..] != Self::tag(bound) {
                return Err("it does not open".into());
            }
            Ok(Zeroizing::new(wrapped[12..44].iter().map(|byte| byte ^ self.0).collect()))
        }
    }

    fn under() -> WrapperKey {
        WrapperKey::new("candour-keys", &[0x5b, 0x0c]).unwrap()
    }

    fn holders() -> [Holder; 2] {
        [Holder::unit("london").unwrap(), Holder::service()]
    }

    #[test]
    fn a_wrapped_file_reads_back_with_its_module_alone_and_keeps_its_form_when_renewed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        let made =
            FileProvider::create_wrapped(&path, holders(), &Counting::new(1), &Toy(7), &under()).unwrap();
        assert_eq!(made.under(), Some(&under()));
        assert!(matches!(FileProvider::open(&path), Err(KeyFileError::Wrapped { .. })));
        let renewed =
            FileProvider::add_epoch_with(&path, holders(), &Counting::new(2), Some(&Toy(7))).unwrap();
        assert!(renewed.has_all_of(&made) && !made.has_all_of(&renewed));
        assert_eq!(renewed.ids().count(), 4);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("candour-wrapped-keys v1\nunder candour-keys 5b0c\n"), "{text}");
        for key in renewed.keys.values() {
            assert!(!text.contains(&URL_SAFE_NO_PAD.encode(key.0.bytes())));
        }
    }

    #[test]
    fn a_line_cannot_stand_for_another_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys");
        FileProvider::create_wrapped(&path, holders(), &Counting::new(1), &Toy(7), &under()).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, text.replace("unit london 1", "unit leeds 1")).unwrap();
        let refused = FileProvider::open_with(&path, &Toy(7)).unwrap_err();
        assert!(matches!(&refused, KeyFileError::Module { act: "unwrapped", .. }), "{refused}");
        assert!(refused.to_string().contains("unit leeds in epoch 1"), "{refused}");
    }

    #[test]
    fn keys_go_from_one_form_to_the_other_and_whoever_is_stopped_in_between_goes_on() {
        let folder = tempfile::tempdir().unwrap();
        let [path, new, old] = ["keys", "new", "old"].map(|name| folder.path().join(name));
        let plain = FileProvider::create(&path, holders(), &Counting::new(1)).unwrap();
        let form: (&dyn Wrapper, &WrapperKey) = (&Toy(7), &under());
        let wrapped = plain.write_new(&new, Some(form)).unwrap();
        assert!(wrapped.has_all_of(&plain));
        // Stopped after the old one was kept.
        std::fs::hard_link(&path, &old).unwrap();
        FileProvider::exchange(&path, &new, &old).unwrap();
        assert!(FileProvider::open_with(&path, &Toy(7)).unwrap().under().is_some());
        assert!(FileProvider::open(&old).unwrap().has_all_of(&plain));
        // Another old file is never lost.
        plain.write_new(&new, None).unwrap();
        assert!(FileProvider::exchange(&path, &new, &old).is_err());
        assert!(FileProvider::open_with(&path, &Toy(7)).unwrap().under().is_some());
        FileProvider::forget(&old).unwrap();
        assert!(!old.exists());
        FileProvider::clear(&new).unwrap();
        FileProvider::clear(&new).unwrap();
    }

    #[test]
    fn what_does_not_hold_the_same_keys_is_not_taken_for_a_copy() {
        let (one, other) = (
            FileProvider::in_memory(holders(), &Counting::new(1)),
            FileProvider::in_memory(holders(), &Counting::new(2)),
        );
        assert!(one.has_all_of(&one) && !one.has_all_of(&other));
    }

    #[test]
    fn a_malformed_line_of_a_wrapped_file_is_named_by_its_number() {
        let wrapped = URL_SAFE_NO_PAD.encode([1; WRAPPED_BYTES]);
        let good = format!("{HEADING}\nunder candour-keys 5b0c\nunit london 1 {wrapped}\n");
        assert!(parse(good.as_bytes()).is_ok());
        let fault = |text: &str| parse(text.as_bytes()).err().unwrap();
        for line in [
            "",
            "under candour-keys",
            "under candour-keys 5B",
            "under candour-keys 5",
            "under X 5b",
            "under a 5b c",
        ] {
            assert_eq!(fault(&format!("{HEADING}\n{line}\n")), (2, LineFault::Under), "{line}");
        }
        assert_eq!(fault(&format!("{good}unit london 1 {wrapped}\n")), (4, LineFault::Duplicate));
        assert_eq!(fault(&format!("{good}unit london 2 {}\n", &wrapped[4..])), (4, LineFault::WrappedKey));
        assert_eq!(fault(&format!("{good}unit london two {wrapped}\n")), (4, LineFault::Epoch));
    }
}
