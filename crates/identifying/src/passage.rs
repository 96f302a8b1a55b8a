//! What is pointed out, and the sentence that says why.

use std::ops::Range;

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident => $code:literal,)*) => {
        /// What sort of thing identifies.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Kind {
            $($(#[$doc])* $kind,)*
        }

        impl Kind {
            /// All kinds.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)*];

            /// The code, in kebab case.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$kind => $code,)*
                }
            }
        }
    };
}

kinds! {
    /// A name as it is recorded, whole or in part; or a title with a name.
    Name => "name",
    /// A short form, another spelling or another language's form of the name.
    NameVariant => "name-variant",
    /// Initials.
    Initials => "initials",
    /// A name a few letters off.
    Misspelling => "misspelling",
    /// The date of birth, or a whole date.
    Date => "date",
    /// An age.
    Age => "age",
    /// An NHS number.
    NhsNumber => "nhs-number",
    /// An address or a part of one.
    Address => "address",
    /// A postcode or the first half of the person's.
    Postcode => "postcode",
    /// A telephone number that is no public line.
    Telephone => "telephone",
    /// An e-mail address that is no office's.
    Email => "email",
    /// Somebody close to the person, by name or by relation.
    Relative => "relative",
    /// Work, school or standing with a place: together they are one person.
    SinglesOut => "singles-out",
    /// The registration of a vehicle.
    Vehicle => "vehicle",
    /// The number of a health record.
    HealthRecord => "health-record",
    /// The number of a police record.
    PoliceRecord => "police-record",
    /// National Insurance, passport, driving licence or prison number.
    OfficialNumber => "official-number",
    /// An account or a page on the internet.
    Online => "online",
    /// A clinician or unit by name, which tells who treats the person.
    CareTeam => "care-team",
    /// Words from which it follows that services know the person, or do not.
    KnownToServices => "known-to-services",
    /// A fact about somebody's health, as a record would have it.
    HealthFact => "health-fact",
}

macro_rules! reasons {
    ($($why:ident => $sentence:literal,)*) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Why {
            $($why,)*
        }

        impl Why {
            pub(crate) const fn sentence(self) -> &'static str {
                match self {
                    $(Self::$why => $sentence,)*
                }
            }
        }
    };
}

reasons! {
    Name => "This is the person's name, or a part of it.",
    NameVariant => "This is a short form or another spelling of the person's name.",
    NameSpelled => "This is the person's name, written letter by letter.",
    NameOfSomebody => "This looks like somebody's name.",
    Misspelling => "This looks like the person's name with a few letters changed.",
    Initials => "These are the person's initials.",
    InitialsOfSomebody => "These look like somebody's initials.",
    BirthDate => "This is the person's date of birth, or a part of it.",
    WholeDate => "A day with its year can say who is meant.",
    BirthYear => "This says when somebody was born.",
    SomeDate => "A month with its year can say what happened to whom.",
    Age => "An age narrows down who is meant.",
    NhsNumberKnown => "This is the person's NHS number, or a part of it.",
    NhsNumberNear => "This is the person's NHS number with a digit or two changed.",
    NhsNumber => "This is built like an NHS number.",
    AddressKnown => "This is in the person's address.",
    Address => "This looks like an address.",
    Lives => "This says where somebody lives.",
    PostcodeKnown => "This is the person's postcode, or its first half.",
    Postcode => "This looks like a postcode.",
    TelephoneKnown => "This is the person's telephone number.",
    Telephone => "This looks like somebody's telephone number.",
    EmailKnown => "This is the person's e-mail address.",
    Email => "This looks like somebody's e-mail address.",
    RelativeNamed => "This is the name of somebody close to the person.",
    Relative => "This speaks of somebody close to the person.",
    SinglesOut => "Work, school or standing together with a place can be true of one person alone.",
    Vehicle => "This looks like the registration of a vehicle.",
    HealthRecord => "This looks like the number of a health record.",
    PoliceRecord => "This looks like the number of a police record.",
    OfficialNumber => "This looks like an official number of somebody's.",
    Online => "This looks like somebody's account or page.",
    CareTeam => "Naming a clinician or a unit tells who treats the person.",
    KnownToServices => "This tells whether services know the person.",
    HealthFact => "This states a fact about somebody's health, as a record would.",
}

/// Something in a text that identifies the person, or may.
///
/// `Debug` shows no text: only where and what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Where it is in the text, in bytes; always on the borders of characters.
    pub range: Range<usize>,
    /// What sort of thing.
    pub kind: Kind,
    /// Why it is pointed out: one sentence for the clinician, with nothing personal in it.
    pub why: &'static str,
}

/// A passage before what lies in another is taken out.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) bytes: Range<usize>,
    pub(crate) kind: Kind,
    pub(crate) why: Why,
}

/// Kinds that are statements: other things inside one are pointed out as well.
const fn is_statement(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::KnownToServices
            | Kind::HealthFact
            | Kind::SinglesOut
            | Kind::Relative
            | Kind::Age
            | Kind::CareTeam
    )
}

/// Brings passages into order: those of one kind that overlap become one, and what lies within another that is no
/// statement is taken out.
pub(crate) fn settle(mut found: Vec<Found>) -> Vec<Passage> {
    found.retain(|f| f.bytes.start < f.bytes.end);
    found.sort_by_key(|f| (f.kind, f.bytes.start, std::cmp::Reverse(f.bytes.end)));
    let mut joined: Vec<Found> = Vec::with_capacity(found.len());
    for next in found {
        match joined.last_mut() {
            Some(last) if last.kind == next.kind && next.bytes.start < last.bytes.end => {
                last.bytes.end = last.bytes.end.max(next.bytes.end);
            }
            _ => joined.push(next),
        }
    }
    joined.sort_by_key(|f| (f.bytes.start, std::cmp::Reverse(f.bytes.end), f.kind));
    let mut kept: Vec<Passage> = Vec::with_capacity(joined.len());
    // The furthest end of what swallows: whatever ends before it lies within something that was kept.
    let mut covered = 0;
    for next in joined {
        if next.bytes.end <= covered {
            continue;
        }
        if !is_statement(next.kind) {
            covered = covered.max(next.bytes.end);
        }
        kept.push(Passage { range: next.bytes, kind: next.kind, why: next.why.sentence() });
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(found: &[(Range<usize>, Kind)], settled: &[(Range<usize>, Kind)]) {
        let found =
            found.iter().cloned().map(|(bytes, kind)| Found { bytes, kind, why: Why::Name }).collect();
        let shown: Vec<_> = settle(found).into_iter().map(|p| (p.range, p.kind)).collect();
        assert_eq!(shown, settled);
    }

    #[test]
    fn what_lies_within_a_number_or_an_address_is_not_shown_twice() {
        check(&[(8..14, Kind::Name), (0..20, Kind::Email)], &[(0..20, Kind::Email)]);
        check(&[(8..20, Kind::Name), (0..20, Kind::Email)], &[(0..20, Kind::Email)]);
        check(&[(8..21, Kind::Name), (0..20, Kind::Email)], &[(0..20, Kind::Email), (8..21, Kind::Name)]);
    }

    #[test]
    fn what_lies_within_a_statement_stands_beside_it() {
        check(
            &[(8..14, Kind::Name), (0..20, Kind::HealthFact)],
            &[(0..20, Kind::HealthFact), (8..14, Kind::Name)],
        );
    }

    #[test]
    fn what_overlaps_and_is_of_one_kind_is_one() {
        check(&[(5..9, Kind::Name), (0..6, Kind::Name), (9..9, Kind::Age)], &[(0..9, Kind::Name)]);
    }
}
