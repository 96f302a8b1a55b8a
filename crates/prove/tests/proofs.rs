//! The pack of England and Wales, proved; and that a broken one is found out.
use std::{fs, path::Path, time::Duration};
use candour_prove::{Found, RESTATED, Restated, Solver, prove};
use gate::{Comparison, Pack};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../policy/england-and-wales");

#[test]
fn everything_claimed_of_the_pack_is_proved() {
    let pack = Pack::load(Path::new(FOLDER)).unwrap();
    let restated = Restated::parse(&fs::read_to_string(Path::new(FOLDER).join(RESTATED)).unwrap(), &pack).unwrap();
    let comparison = Comparison::new(pack).unwrap();
    let mut solver = Solver::start().unwrap();
    let start = std::time::Instant::now();
    let report = prove(&comparison, Some(&restated), &mut solver, &|| start.elapsed(), &mut |c| eprintln!("{:?} {c}", start.elapsed())).unwrap();
    for claim in &report.claims {
        println!("{} {} {:?}", claim.name, claim.questions, claim.took);
        match &claim.found {
            Found::Proved => {}
            Found::Broken(c) => println!("   BROKEN {:?} {} {}", c.basis, c.reproduced, c.facts.to_value()),
            Found::Unknown(w) => println!("   UNKNOWN {w}"),
        }
    }
    assert!(report.holds());
}
