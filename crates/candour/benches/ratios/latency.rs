//! (d) From the last approval to a disclosure that the officer can read, its decision witnessed; and commands over HTTP.

use super::{demonstration, percentiles};
use demonstration::{Demo, clinic_part, proposal, serious_harm};
use serde_json::json;
use std::time::{Duration, Instant};

const DISCLOSURES: u32 = 25;
const HTTP_SECONDS: Duration = Duration::from_secs(5);

pub fn run() {
    let demo = Demo::start(30);
    let mut times = Vec::new();
    for number in 0..DISCLOSURES {
        let sent = demo.post("officer", "/api/v1/referrals", &serious_harm(10_000 + number));
        let at = format!("/api/v1/referrals/{}", sent.body["id"].as_str().unwrap());
        demo.post("clinician", &format!("{at}/facts"), &clinic_part());
        demo.post("clinician", &format!("{at}/proposals"), &proposal());
        let approve = |role: &str, code: &str| {
            let body = json!({"approval": code, "agree": true, "reasons": "r"});
            let answer = demo.post(role, &format!("{at}/proposals/1/approvals"), &body);
            assert!(answer.status < 300, "{}", answer.text);
        };
        approve("clinician", "treating-clinician-opinion");
        approve("guardian", "caldicott-guardian");
        let began = Instant::now();
        while demo.get("officer", &format!("{at}/disclosures/1")).status != 200 {
            std::thread::sleep(Duration::from_millis(10));
            assert!(began.elapsed() < Duration::from_secs(60), "not released");
        }
        times.push(began.elapsed());
    }
    let (median, p95) = percentiles(&mut times, 95);
    println!(
        "\n(d) last approval to readable by the officer, witnessed by two processes, {DISCLOSURES} disclosures"
    );
    println!("    median / p95                 {median:>10.2?} / {p95:.2?}");
    println!("    median against the limit of 2 s: {:.2} (aim: under 1)", median.as_secs_f64() / 2.0);
    let one = http(&demo, 1);
    let many = http(&demo, 64);
    println!("\n(b) durable commands a second over HTTP (enquiries received)");
    println!("    one client / sixty-four      {one:>10.0} / {many:.0}");
}

fn http(demo: &Demo, clients: u32) -> f64 {
    let (url, token) = (demo.url(), demo.token("officer"));
    let began = Instant::now();
    let done: u32 = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..clients)
            .map(|client| {
                let (url, token) = (&url, &token);
                scope.spawn(move || {
                    let agent = demonstration::agent();
                    let mut done = 0;
                    while began.elapsed() < HTTP_SECONDS {
                        let response = agent
                            .post(format!("{url}/api/v1/enquiries"))
                            .header("authorization", &format!("Bearer {token}"))
                            .header("idempotency-key", &format!("bench-{clients}-{client}-{done}"))
                            .header("content-type", "application/json")
                            .send(r#"{"unit":"london","question":"How does one speak to somebody who is frightened?"}"#)
                            .unwrap();
                        assert!(response.status().as_u16() < 300, "{}", response.status());
                        done += 1;
                    }
                    done
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    f64::from(done) / began.elapsed().as_secs_f64()
}
