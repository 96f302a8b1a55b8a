//! Policies: reading, counting, and holding checkpoints against them.

use super::{LineFault, MAX_DEFINITIONS, Policy, PolicyError, VerifyError};
use crate::fixtures::{ORIGIN, TIME, cosigned, log, name, policy, policy_text, signed, witness};
use crate::key::{Cosigner, LogSigner};
use crate::note::Note;

fn with(quorum: &str) -> Result<Policy, PolicyError> {
    Policy::parse(policy_text(quorum).as_bytes())
}

/// Whether the policy accepts the cosignatures of these witnesses.
fn accepts(policy: &Policy, numbers: &[u8]) -> bool {
    policy.verify(&cosigned(5, numbers).to_bytes()).is_ok()
}

#[test]
fn thresholds_mean_what_they_say() {
    let all_sets: [&[u8]; 8] = [&[], &[1], &[2], &[3], &[1, 2], &[1, 3], &[2, 3], &[1, 2, 3]];
    let check = |quorum: &str, fewest: usize, expected: [bool; 8]| {
        let policy = with(quorum).unwrap();
        assert_eq!(all_sets.map(|set| accepts(&policy, set)), expected, "{quorum}");
        assert_eq!(policy.fewest_cosigners(), fewest, "{quorum}");
    };
    check("quorum none", 0, [true; 8]);
    check("quorum two", 1, [false, false, true, false, true, false, true, true]);
    check("group g all one two three\nquorum g", 3, [false, false, false, false, false, false, false, true]);
    check("group g any one two three\nquorum g", 1, [false, true, true, true, true, true, true, true]);
    check("group g 2 one two three\nquorum g", 2, [false, false, false, false, true, true, true, true]);
    check(
        "group a any one two\n\tgroup b all a three \nquorum b",
        2,
        [false, false, false, false, false, true, true, true],
    );
}

#[test]
fn every_rule_of_the_format_is_checked() {
    let check = |quorum: &str, line: usize, fault: LineFault| {
        assert_eq!(with(quorum), Err(PolicyError::Line { line, fault }), "{quorum}");
    };
    // The fixture's own lines are seven.
    check("quorum four", 7, LineFault::UnknownName);
    check("quorum one two", 7, LineFault::WrongItems);
    check("group g 0 one\nquorum g", 7, LineFault::Threshold);
    check("group g 2 one\nquorum g", 7, LineFault::Threshold);
    check("group g 01 one\nquorum g", 7, LineFault::Threshold);
    check("group g all\nquorum g", 7, LineFault::WrongItems);
    check("group g all one one\nquorum g", 7, LineFault::MemberTwice);
    check("group g all one\ngroup h all one two\nquorum h", 8, LineFault::MemberTwice);
    check("group g all none\nquorum g", 7, LineFault::UnknownName);
    check("group g all g\nquorum g", 7, LineFault::UnknownName);
    check("group one all two\nquorum one", 7, LineFault::NameTaken);
    check("group none all two\nquorum none", 7, LineFault::NameTaken);
    check("quorum one\nquorum two", 8, LineFault::SecondQuorum);
    check("quorums one", 7, LineFault::UnknownKeyword);
    check("quorum one\r", 7, LineFault::NotText);
    check(&format!("log {}", log().verifier_key()), 7, LineFault::DuplicateKey);
    check(&format!("witness new {}", witness(1).verifier_key()), 7, LineFault::DuplicateKey);
    check(&format!("witness new {}", log().verifier_key()), 7, LineFault::WrongKind);
    check(&format!("log {}", witness(1).verifier_key()), 7, LineFault::WrongKind);
    assert_eq!(with("# nothing"), Err(PolicyError::NoQuorum));
    assert_eq!(Policy::parse(b""), Err(PolicyError::NoQuorum));
    assert_eq!(Policy::parse(b"quorum none"), Err(PolicyError::Unterminated));
    assert_eq!(Policy::parse(&vec![b'#'; 300_000]), Err(PolicyError::TooLong));
}

#[test]
fn a_policy_of_64_witnesses_and_groups_is_read_and_one_of_65_is_not() {
    let of = |count: usize| {
        let mut text = String::new();
        for number in 0..count {
            let seed = [u8::try_from(number).unwrap(); 32];
            let cosigner = Cosigner::from_seed(name(&format!("w{number}")), &seed);
            text += &format!("witness w{number} {}\ngroup g{number} any w{number}", cosigner.verifier_key());
            text += &number.checked_sub(1).map(|below| format!(" g{below}\n")).unwrap_or("\n".to_owned());
        }
        Policy::parse(format!("{text}quorum g{}\n", count - 1).as_bytes())
    };
    assert_eq!(of(MAX_DEFINITIONS).unwrap().fewest_cosigners(), 1);
    let fault = LineFault::TooMany;
    assert_eq!(of(MAX_DEFINITIONS + 1), Err(PolicyError::Line { line: 129, fault }));
}

#[test]
fn a_checkpoint_must_be_signed_by_a_listed_log_of_its_origin() {
    let stranger = LogSigner::from_seed(name("elsewhere.example"), &[1; 32]);
    let checkpoint = crate::Checkpoint::parse(signed(3).text()).unwrap();
    let resigned = checkpoint.sign(&stranger).unwrap().to_bytes();
    let unsigned = VerifyError::NotSignedByLog { origin: ORIGIN.to_owned() };
    assert_eq!(policy().verify(&resigned), Err(unsigned));
    let foreign = crate::Checkpoint::new("elsewhere.example", 3, *checkpoint.root()).unwrap();
    let unknown = VerifyError::UnknownLog { origin: "elsewhere.example".to_owned() };
    assert_eq!(policy().verify(&foreign.sign(&stranger).unwrap().to_bytes()), Err(unknown));
}

#[test]
fn one_bad_cosignature_rejects_the_whole_and_is_named() {
    let note = cosigned(5, &[1, 2, 3]);
    let mut wrong = note.clone();
    // The cosignature of another tree under this witness's name.
    wrong.add(cosigned(4, &[2]).signatures()[1].clone()).unwrap();
    let key = witness(2).verifier_key().name().clone();
    assert_eq!(policy().verify(&wrong.to_bytes()), Err(VerifyError::BadSignature { key }));
    assert!(policy().verify(&note.to_bytes()).is_ok());
}

#[test]
fn cosignatures_come_with_names_and_times_and_strangers_are_ignored() {
    let mut note = cosigned(5, &[3, 1]);
    note.add(crate::fixtures::cosign(&note, 40)).unwrap();
    let verified = policy().verify(&note.to_bytes()).unwrap();
    let names: Vec<_> = verified.cosignatures().iter().map(|one| (one.witness.as_str(), one.time)).collect();
    assert_eq!(names, [("one", TIME), ("three", TIME)]);
    assert_eq!(verified.checkpoint().size(), 5);
}

#[test]
fn the_same_witness_twice_counts_once() {
    let note = cosigned(5, &[1]);
    let text = String::from_utf8(note.to_bytes()).unwrap();
    let last = text.lines().last().unwrap();
    let twice = format!("{text}{last}\n");
    assert_eq!(policy().verify(twice.as_bytes()), Err(VerifyError::NoQuorum { count: 1 }));
}

#[test]
fn of_a_witness_answer_only_valid_lines_by_known_witnesses_are_used() {
    let note = signed(5);
    let line = |number| cosigned(5, &[number]).signatures()[1].clone();
    let of_other_tree = cosigned(4, &[2]).signatures()[1].clone();
    let usable = policy().usable_cosignatures(&note, vec![line(1), of_other_tree, line(40)]);
    assert_eq!(usable, [line(1)]);
    let assessment = policy().assess(&note.to_bytes()).unwrap();
    assert!(!assessment.has_quorum() && assessment.cosignatures().is_empty());
}

#[test]
fn a_quorum_counts_ml_dsa_cosignatures() {
    let pq = Cosigner::ml_dsa_44_from_seed(name("pq.example"), &[9; 32]);
    let policy = with(&format!("witness pq {}\ngroup g all one pq\nquorum g", pq.verifier_key())).unwrap();
    let mut note = cosigned(5, &[1]);
    assert_eq!(policy.verify(&note.to_bytes()), Err(VerifyError::NoQuorum { count: 1 }));
    note.add(pq.cosign(note.text(), TIME).unwrap()).unwrap();
    let verified = policy.verify(&note.to_bytes()).unwrap();
    let names: Vec<_> = verified.cosignatures().iter().map(|one| one.witness.as_str()).collect();
    assert_eq!((names, policy.fewest_cosigners()), (vec!["one", "pq"], 2));
    let mut wrong = cosigned(5, &[1]);
    wrong.add(pq.cosign(signed(4).text(), TIME).unwrap()).unwrap();
    assert_eq!(policy.verify(&wrong.to_bytes()), Err(VerifyError::BadSignature { key: name("pq.example") }));
}

#[test]
fn a_note_that_is_no_checkpoint_is_refused() {
    let mut note = Note::unsigned("hello\n".to_owned()).unwrap();
    note.add(log().sign(note.text()).unwrap()).unwrap();
    assert!(matches!(policy().verify(&note.to_bytes()), Err(VerifyError::Checkpoint(_))));
}
