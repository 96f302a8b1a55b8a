//! Keys, what they sign, and what they refuse.

use super::*;
use crate::fixtures::{TIME, cosigned, log, name, signed, witness};

#[test]
fn a_key_reads_back_from_its_text() {
    for key in [log().verifier_key(), witness(1).verifier_key()] {
        let read = VerifierKey::parse(&key.to_string()).unwrap();
        assert_eq!(&read, key);
    }
}

#[test]
fn malformed_keys_are_refused() {
    let good = log().verifier_key().to_string();
    let check = |text: &str, expected: KeyError| assert_eq!(VerifierKey::parse(text), Err(expected));
    check("", KeyError::Malformed);
    check("name", KeyError::Malformed);
    check("name+00000000", KeyError::Malformed);
    check("name+00000000+", KeyError::Malformed);
    check("name+00000000+AgAA", KeyError::UnknownAlgorithm(2));
    check("name+00000000+AQAA", KeyError::InvalidPublicKey);
    check(&good.replacen("candour", "kandour", 1), KeyError::WrongId);
    check(&"a".repeat(5000), KeyError::Malformed);
    // The identity element: anybody can sign for it.
    let mut weak = vec![1u8];
    weak.extend([1].into_iter().chain([0; 31]));
    check(&format!("name+00000000+{}", to_base64(&weak)), KeyError::InvalidPublicKey);
}

fn ml_dsa() -> Cosigner {
    Cosigner::ml_dsa_44_from_seed(name("pq.example"), &[9; 32])
}

#[test]
fn an_ml_dsa_cosignature_holds_for_its_text_name_and_time_only() {
    let (key, text) = (ml_dsa(), signed(4).text().to_owned());
    let read = VerifierKey::parse(&key.verifier_key().to_string()).unwrap();
    assert_eq!((&read, read.algorithm()), (key.verifier_key(), Algorithm::MlDsa44Cosignature));
    let line = key.cosign(&text, TIME).unwrap();
    assert_eq!(line.bytes().len(), 8 + 2420);
    assert_eq!(read.verify(&text, &line), Ok(Some(TIME)));
    let refused = |text: &str, bytes: Vec<u8>| {
        let line = NoteSignature::new(name("pq.example"), read.id(), bytes);
        assert_eq!(read.verify(text, &line), Err(SignatureError::Invalid));
    };
    refused(signed(5).text(), line.bytes().to_vec());
    refused("no checkpoint\n", line.bytes().to_vec());
    for at in [0, 7, 8, 8 + 32, 8 + 2419] {
        let mut bytes = line.bytes().to_vec();
        bytes[at] ^= 1;
        refused(&text, bytes);
    }
    refused(&text, line.bytes()[..2427].to_vec());
    refused(&text, line.bytes()[..7].to_vec());
    refused(&text, [line.bytes(), &[0]].concat());
    // The same secret under another name is another key, and its signature is no good under this one.
    let other = Cosigner::ml_dsa_44_from_seed(name("qq.example"), &[9; 32]);
    refused(&text, other.cosign(&text, TIME).unwrap().bytes().to_vec());
}

#[test]
fn an_ml_dsa_cosignature_says_nothing_about_extension_lines() {
    let (key, text) = (ml_dsa(), signed(4).text().to_owned());
    let line = key.cosign(&text, TIME).unwrap();
    assert_eq!(key.verifier_key().verify(&format!("{text}more\n"), &line), Ok(Some(TIME)));
    assert_eq!(key.cosign("no checkpoint\n", TIME), None);
}

#[test]
fn an_ml_dsa_key_of_another_length_is_refused() {
    for length in [1311, 1313] {
        let bytes: Vec<u8> = [6].into_iter().chain(std::iter::repeat_n(7, length)).collect();
        let text = format!("pq.example+00000000+{}", to_base64(&bytes));
        assert_eq!(VerifierKey::parse(&text), Err(KeyError::InvalidPublicKey));
    }
}

#[test]
fn a_signature_holds_for_its_text_and_key_only() {
    let note = signed(4);
    let (key, line) = (log(), &note.signatures()[0]);
    assert_eq!(key.verifier_key().verify(note.text(), line), Ok(None));
    assert_eq!(key.verifier_key().verify("other\n", line), Err(SignatureError::Invalid));
    assert_eq!(witness(1).verifier_key().verify(note.text(), line), Err(SignatureError::OtherKey));
}

#[test]
fn a_cosignature_gives_its_time_and_does_not_hold_for_another() {
    let note = cosigned(4, &[1]);
    let (key, line) = (witness(1), &note.signatures()[1]);
    assert_eq!(key.verifier_key().verify(note.text(), line), Ok(Some(TIME)));
    let mut bytes = line.bytes().to_vec();
    bytes[7] ^= 1;
    let moved = NoteSignature::new(line.name().clone(), line.id(), bytes);
    assert_eq!(key.verifier_key().verify(note.text(), &moved), Err(SignatureError::Invalid));
}

#[test]
fn one_secret_as_log_and_as_witness_gives_two_keys() {
    let (log, witness) =
        (LogSigner::from_seed(name("x"), &[9; 32]), Cosigner::from_seed(name("x"), &[9; 32]));
    assert_ne!(log.verifier_key().id(), witness.verifier_key().id());
    assert!(!format!("{log:?}{witness:?}").contains("secret"));
}

/// A key elsewhere that answers as it is told to.
#[derive(Debug)]
struct Elsewhere(Option<[u8; 32]>);

impl LogKey for Elsewhere {
    fn sign(&self, message: &[u8]) -> Result<[u8; 64], LogKeyError> {
        let seed = self.0.ok_or("the module is gone")?;
        Ok(SigningKey::from_bytes(&seed).sign(message).to_bytes())
    }

    fn ready(&self) -> Result<(), LogKeyError> {
        self.0.map(|_| ()).ok_or_else(|| "the module is gone".into())
    }
}

#[test]
fn a_key_that_lies_elsewhere_signs_like_one_that_lies_here() {
    let here = LogSigner::from_seed(name("x"), &[9; 32]);
    let public = here.verifier_key().public_key();
    let there = LogSigner::elsewhere(name("x"), public, Box::new(Elsewhere(Some([9; 32])))).unwrap();
    assert_eq!(there.verifier_key(), here.verifier_key());
    assert_eq!(there.sign("a text\n").unwrap(), here.sign("a text\n").unwrap());
    assert!(there.ready().is_ok());
}

#[test]
fn what_a_key_elsewhere_does_not_sign_or_signs_wrongly_is_never_handed_out() {
    let public = LogSigner::from_seed(name("x"), &[9; 32]).verifier_key().public_key().to_vec();
    let gone = LogSigner::elsewhere(name("x"), &public, Box::new(Elsewhere(None))).unwrap();
    assert!(matches!(gone.sign("a text\n"), Err(SignError::Key(_))));
    assert!(gone.ready().is_err());
    let other = LogSigner::elsewhere(name("x"), &public, Box::new(Elsewhere(Some([8; 32])))).unwrap();
    assert!(matches!(other.sign("a text\n"), Err(SignError::Wrong)));
    let weak = LogSigner::elsewhere(name("x"), &[0; 32], Box::new(Elsewhere(None)));
    assert!(matches!(weak, Err(KeyError::InvalidPublicKey)));
}
