//! tmp
#[path = "../tests/common/generator.rs"]
mod generator;
fn cpu() -> u64 { std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default().split(' ').next().and_then(|s| s.parse().ok()).unwrap_or(0) }
fn main() {
    let gate = match candour_gate::embedded() { Ok(g)=>g, Err(_)=> return };
    let g = generator::Generator::new();
    let a=cpu();
    let facts: Vec<_> = (0..2000).map(|s| g.facts(s)).collect();
    let b=cpu();
    let mut n=0;
    for f in &facts { n+=gate.judge(f).verdict.open().len(); }
    let c=cpu();
    println!("{}", gate.pack().size());
    println!("gen {} ns each, judge {} ns each {n}", (b-a)/2000, (c-b)/2000);
}
