//! The text of a key file: read and written.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use zeroize::Zeroizing;

use super::LineFault;
use crate::kek::{Holder, HolderKind, InMemory, KekId};
use crate::secret::{KEY_BYTES, SecretKey};

const HEADING: &str = "candour-keys v1";

/// Reads the text of a key file. An error is the number of the line, from 1, and its fault.
pub(super) fn parse(content: &[u8]) -> Result<BTreeMap<KekId, InMemory>, (usize, LineFault)> {
    let mut keys = BTreeMap::new();
    let mut lines = content.split(|byte| *byte == b'\n').zip(1..);
    if lines.next().map(|(line, _)| line) != Some(HEADING.as_bytes()) {
        return Err((1, LineFault::Heading));
    }
    for (line, number) in lines {
        let text = std::str::from_utf8(line).map_err(|_| (number, LineFault::NotText))?;
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        let (id, key) = parse_line(text).map_err(|fault| (number, fault))?;
        if keys.insert(id, InMemory(key)).is_some() {
            return Err((number, LineFault::Duplicate));
        }
    }
    Ok(keys)
}

fn parse_line(text: &str) -> Result<(KekId, SecretKey), LineFault> {
    let (id, key) = parse_words(text)?;
    Ok((id, parse_key(key)?))
}

/// The four words of a line: whose key, of which epoch, and what stands for the key.
pub(super) fn parse_words(text: &str) -> Result<(KekId, &str), LineFault> {
    let mut words = text.split(' ');
    let (Some(kind), Some(name), Some(epoch), Some(key), None) =
        (words.next(), words.next(), words.next(), words.next(), words.next())
    else {
        return Err(LineFault::Shape);
    };
    let kind = HolderKind::from_word(kind).ok_or(LineFault::Holder)?;
    let holder = Holder::new(kind, name).map_err(|_| LineFault::Holder)?;
    let number: u32 = epoch.parse().map_err(|_| LineFault::Epoch)?;
    // One number has one spelling: `+1` and `01`, which `parse` takes, are refused.
    if number == 0 || number.to_string() != epoch {
        return Err(LineFault::Epoch);
    }
    Ok((KekId { holder, epoch: number }, key))
}

fn parse_key(text: &str) -> Result<SecretKey, LineFault> {
    let mut bytes = Zeroizing::new([0; KEY_BYTES]);
    match URL_SAFE_NO_PAD.decode_slice(text, bytes.as_mut_slice()) {
        Ok(KEY_BYTES) => Ok(SecretKey::from_bytes(*bytes)),
        Ok(_) | Err(_) => Err(LineFault::Key),
    }
}

/// Writes the text of a key file, in the order of holders and epochs.
pub(super) fn render(keys: &BTreeMap<KekId, InMemory>) -> Zeroizing<Vec<u8>> {
    // Room for every line from the start: a buffer that grew would leave keys behind in memory it gave back.
    const LINE_BYTES_MAX: usize = 120;
    let mut text = Zeroizing::new(String::with_capacity(LINE_BYTES_MAX * (keys.len() + 2)));
    text.push_str(HEADING);
    text.push_str("\n# holder, name, epoch, key (32 bytes, base64url without padding)\n");
    for (id, key) in keys {
        let encoded = Zeroizing::new(URL_SAFE_NO_PAD.encode(key.0.bytes()));
        for word in
            [id.holder.kind().word(), " ", id.holder.name(), " ", &id.epoch.to_string(), " ", &encoded]
        {
            text.push_str(word);
        }
        text.push('\n');
    }
    Zeroizing::new(std::mem::take(&mut *text).into_bytes())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const KEY: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    fn fault(lines: &str) -> (usize, LineFault) {
        parse(lines.as_bytes()).unwrap_err()
    }

    #[test]
    fn the_example_of_the_documentation_is_read() {
        let text = "candour-keys v1\n# a comment\nunit london 1 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\n\n\
            force northern 1 ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8\n\
            service candour 1 QEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaW1xdXl8\n";
        let keys = parse(text.as_bytes()).unwrap();
        assert_eq!(keys.len(), 3);
        let kek = KekId { holder: Holder::unit("london").unwrap(), epoch: 1 };
        assert_eq!(keys[&kek].0.bytes()[..3], [0, 1, 2]);
    }

    #[test]
    fn a_malformed_line_is_named_by_its_number() {
        let with = |line: &str| format!("candour-keys v1\n\nunit london 1 {KEY}\n{line}\n");
        for (line, expected) in [
            ("unit london 2".to_owned(), LineFault::Shape),
            (format!("unit london 2 {KEY} more"), LineFault::Shape),
            (format!("unit  london 2 {KEY}"), LineFault::Shape),
            (format!("trust london 2 {KEY}"), LineFault::Holder),
            (format!("unit London 2 {KEY}"), LineFault::Holder),
            (format!("service other 2 {KEY}"), LineFault::Holder),
            (format!("unit london 0 {KEY}"), LineFault::Epoch),
            (format!("unit london +2 {KEY}"), LineFault::Epoch),
            (format!("unit london 02 {KEY}"), LineFault::Epoch),
            (format!("unit london two {KEY}"), LineFault::Epoch),
            (format!("unit london 4294967296 {KEY}"), LineFault::Epoch),
            (format!("unit london 2 {KEY}="), LineFault::Key),
            (format!("unit london 2 {}", &KEY[1..]), LineFault::Key),
            (format!("unit london 2 {KEY}AA"), LineFault::Key),
            ("unit london 2 ".to_owned(), LineFault::Key),
            (format!("unit london 1 {KEY}"), LineFault::Duplicate),
            (format!("unit london 2 {KEY}\r"), LineFault::Key),
        ] {
            assert_eq!(fault(&with(&line)), (4, expected), "{line:?}");
        }
    }

    #[test]
    fn the_heading_must_be_there_and_of_this_version() {
        for text in ["", "candour-keys v2\n", "unit london 1 x\n", "candour-keys v1 \n"] {
            assert_eq!(fault(text), (1, LineFault::Heading), "{text:?}");
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_named_by_their_line() {
        assert_eq!(parse(b"candour-keys v1\n\xff\n").unwrap_err(), (2, LineFault::NotText));
    }

    #[test]
    fn no_fault_repeats_the_line() {
        let error = fault(&format!("candour-keys v1\nunit london 0 {KEY}\n")).1;
        assert!(!error.to_string().contains(KEY));
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back_the_same(
            entries in prop::collection::btree_map(("[a-z0-9-]{1,40}", 1u32..), any::<[u8; 32]>(), 0..20)
        ) {
            let keys: BTreeMap<_, _> = entries
                .into_iter()
                .map(|((name, epoch), key)| {
                    let id = KekId { holder: Holder::unit(&name).unwrap(), epoch };
                    (id, InMemory(SecretKey::from_bytes(key)))
                })
                .collect();
            let read = parse(&render(&keys)).unwrap();
            let plain = |keys: &BTreeMap<KekId, InMemory>| -> Vec<_> {
                keys.iter().map(|(id, key)| (id.clone(), *key.0.bytes())).collect()
            };
            prop_assert_eq!(plain(&read), plain(&keys));
        }

        #[test]
        fn bytes_from_outside_never_panic(bytes: Vec<u8>) {
            let _ = parse(&bytes);
            let _ = parse(&[b"candour-keys v1\n".as_slice(), &bytes].concat());
        }
    }
}
