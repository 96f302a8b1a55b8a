//! tmp
use std::io::Read;
#[expect(clippy::disallowed_methods)]
fn main() {
    let gate = match candour_gate::embedded() { Ok(g)=>g, Err(candour_gate::GateError::Pack(e)) => { println!("{e}"); return }, Err(e)=>{println!("{e}"); return} };
    let mut t=String::new(); std::io::stdin().read_to_string(&mut t).unwrap_or(0);
    let now=std::time::Instant::now();
    let mut n=0;
    for l in t.lines() { if let Ok(f)=casework::facts::Facts::parse(l) { let j=gate.judge(&f); n+=1; if let Some(a)=j.alert { println!("{a}"); } println!("{}", j.verdict.to_value()); } }
    eprintln!("{n} in {:?}", now.elapsed());
}
