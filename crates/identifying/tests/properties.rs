//! What holds for every text: no panic, passages on the borders of characters and in order, and time that grows with
//! the text and no faster.

use candour_identifying::{Day, FindError, KNOWN_BYTES_MAX, Kind, Known, TEXT_BYTES_MAX, find};
use proptest::prelude::*;

fn known(name: &str) -> Known {
    Known {
        names: vec![name.to_owned(), "Siobhán Grace O'Neill-Smith".to_owned()],
        born: Day::parse("1987-03-03"),
        nhs_number: Some("9990000018".to_owned()),
        addresses: vec!["Flat 3, 14 Acacia Avenue, Wrexham, LL99 2ZZ".to_owned()],
        telephones: vec!["01632 960123".to_owned()],
        emails: vec!["siobhan@example.org".to_owned()],
        relatives: vec!["Declan O'Neill".to_owned()],
    }
}

fn holds(known: &Known, text: &str) -> Result<(), TestCaseError> {
    let found = find(known, text).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let mut before = 0;
    for passage in &found {
        prop_assert!(passage.range.start < passage.range.end);
        prop_assert!(text.get(passage.range.clone()).is_some(), "{:?}", passage);
        prop_assert!(passage.range.start >= before);
        prop_assert!(passage.why.ends_with('.'));
        before = passage.range.start;
    }
    Ok(())
}

/// Pieces of what the rules look for, so that chance comes near them.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Siobhán"),
        Just("o'neill"),
        Just("O"),
        Just("'"),
        Just("s"),
        Just(" "),
        Just("-"),
        Just("."),
        Just("\n"),
        Just("J."),
        Just("Mr"),
        Just("Dr"),
        Just("3"),
        Just("03"),
        Just("1987"),
        Just("rd of"),
        Just("March"),
        Just("999"),
        Just("000"),
        Just("0018"),
        Just("+44"),
        Just("LL99"),
        Just("2ZZ"),
        Just("@"),
        Just("example.org"),
        Just("his"),
        Just("her mother"),
        Just("he is known to"),
        Just("our"),
        Just("team"),
        Just("Ward"),
        Just("14"),
        Just("Acacia"),
        Just("Ave"),
        Just("/"),
        Just("\u{200b}"),
        Just("\u{301}"),
        Just("ﬃ"),
        Just("ß"),
        Just("İ"),
        Just("张"),
        Just("а"),
        Just("😀"),
        Just("\u{fdfa}"),
        Just("nine"),
        Just("double"),
        Just("aged"),
        Just("years old"),
        Just("twenty"),
        Just("third"),
        Just("PNC"),
        Just("94"),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_fault(text in any::<String>(), name in any::<String>()) {
        holds(&known(&name), &text)?;
        holds(&Known::default(), &text)?;
    }

    #[test]
    fn pieces_in_any_order_are_read_without_fault(text in pieces(), spaced in pieces()) {
        let spaced = spaced.replace(',', " ");
        holds(&known(&spaced), &text)?;
        holds(&Known::default(), &text)?;
    }

    #[test]
    fn a_recorded_name_is_found_wherever_it_stands(before in "[a-z ]{0,40}", after in "[a-z ]{0,40}") {
        let text = format!("{before}. Then Siobhán came. {after}");
        let found = find(&known(""), &text).unwrap();
        prop_assert!(found.iter().any(|f| f.kind == Kind::Name && text[f.range.clone()].contains("Siobhán")));
    }

    #[test]
    fn what_cannot_be_seen_hides_no_name(at in 1_usize..8, hidden in "[\u{200b}\u{200c}\u{200d}\u{2060}\u{ad}\u{feff}]{1,3}") {
        let (left, right) = "Kowalski".split_at(at);
        let text = format!("ask {left}{hidden}{right} first");
        let person = Known { names: vec!["Wojciech Kowalski".to_owned()], ..Known::default() };
        prop_assert_eq!(find(&person, &text).unwrap().len(), 1);
    }
}

#[test]
fn too_long_is_an_error_and_nothing_else_is() {
    let text = "a".repeat(TEXT_BYTES_MAX + 1);
    assert_eq!(find(&Known::default(), &text), Err(FindError::TextTooLong));
    let person = Known { names: vec!["a".repeat(KNOWN_BYTES_MAX + 1)], ..Known::default() };
    assert_eq!(find(&person, ""), Err(FindError::KnownTooLong));
    assert_eq!(find(&Known::default(), ""), Ok(vec![]));
}

#[test]
fn nothing_personal_is_in_what_debugging_shows() {
    let person = known("Wojciech Kowalski");
    let shown = format!("{person:?} {:?} {:?}", person.born, find(&person, "Kowalski, 3.3.1987"));
    assert!(!shown.contains("Kowalski") && !shown.contains("1987"), "{shown}");
}

/// Texts of the greatest length, built to make rules look far: each is read in less time than a form may take. The limit
/// is wide, so that a slow machine passes and only work that grows with the square of the length does not.
#[test]
#[expect(clippy::disallowed_methods, reason = "the time it takes is what is tested")]
fn the_longest_texts_take_no_longer_than_a_form_may() {
    let full = |piece: &str| piece.repeat(TEXT_BYTES_MAX / piece.len());
    let mut long = known("Wojciech Kowalski");
    long.names.extend((0..50).map(|i| format!("Given{i} Family{i}")));
    for text in [
        full("a "),
        full("a"),
        full("S. "),
        full("9 "),
        full("0"),
        full("he has had "),
        full("@"),
        full("a@"),
        full("."),
        full("'s"),
        full("Siobhán O'Neill "),
        full("Kowalsky "),
        full("the only man in the "),
        full("We have seen him under our team "),
        full("14 Acacia "),
        full("nine double "),
        full("\u{301}"),
        full("\u{fdfa}"),
        full("张"),
        full("third of March "),
        full("-"),
        full(
            "He said that if he is known to our team, his mother and her baby, 3.3.87, LL99 2ZZ, may wait. ",
        ),
    ] {
        let began = std::time::Instant::now();
        find(&long, &text).unwrap();
        let took = began.elapsed();
        println!("{:?}: {took:?}", text.chars().take(12).collect::<String>());
        assert!(took.as_secs() < 10, "{:?}: {took:?}", text.chars().take(12).collect::<String>());
    }
}
