//! The demonstration's history: the thirty published cases and a few enquiries, put through ordinary commands on a set
//! clock, and left in every state.

use super::{
    Options,
    accounts::{self, Afterwards, Cast, LEFT, Made, ToRead},
    clock::DemoClock,
    further,
    people::{self, UNITS},
    rung,
};
use anyhow::Context as _;
use casework::{
    codes::{Approval, Basis, Outcome},
    facts::{Facts, Supplier, supplier_of},
    id::CaseId,
    time::{DAY_SECONDS, Day, HOUR, Moment},
    verdict::{OpenOutcome, Verdict},
};
use serde_json::{Map, Value, json};
use service::{
    Asked, Service,
    referrals::NewRequest,
    telling::NewRoute,
    working::{NewApproval, NewProposal},
};

/// The published cases.
const VIGNETTES: &str = include_str!("../../../gate/testdata/vignettes.json");

/// How far a case is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    RecordOpened,
    Proposed,
    PartlyApproved,
    Decided,
    Told,
    Read,
    Recalled,
    Advised,
}

/// In turn, for cases in which a disclosure is open …
const OF_DISCLOSURES: [Stage; 6] =
    [Stage::Told, Stage::Read, Stage::Recalled, Stage::Proposed, Stage::PartlyApproved, Stage::Decided];
/// … and for the others.
const OF_OTHERS: [Stage; 5] =
    [Stage::Told, Stage::Proposed, Stage::Decided, Stage::Advised, Stage::RecordOpened];

/// Questions of the last half-year: enough that their classes are not small.
const EARLIER: usize = 12;

/// The last day of the half-year before the one that a moment is in.
fn half_year_before(now: Moment) -> anyhow::Result<Day> {
    let year = now.day().to_string().get(..4).and_then(|year| year.parse::<i32>().ok()).unwrap_or(1970);
    let last = if now.day().half_year().ends_with('1') {
        format!("{}-12-31", year - 1)
    } else {
        format!("{year}-06-30")
    };
    Day::parse(&last).context("a half-year has a last day")
}

/// The phrase that the person of the demonstration agreed with their clinician.
const PHRASE: &str = "purple heron by the canal";

pub(super) struct History<'a> {
    pub(super) service: &'a Service,
    pub(super) clock: &'a DemoClock,
    cast: Cast,
    pub(super) made: Made,
    /// Turns taken by cases in which a disclosure is open, and by the others.
    turns: (usize, usize),
}

/// Makes everything; says what the last steps need.
pub async fn make(service: &Service, clock: &DemoClock, options: &Options) -> anyhow::Result<Made> {
    let vignettes: Vec<Value> = serde_json::from_str(VIGNETTES).context("the published cases do not read")?;
    let today = service.now();
    let days = i64::try_from(options.cases.max(1)).unwrap_or(1).min(60);
    let begin = Moment(today.0 - (days + 2) * DAY_SECONDS);
    let before = half_year_before(today)?;
    // Ten weeks before the last half-year ended, so that there is one with tallies and a sample.
    clock.set(Moment(before.end().0 - 70 * DAY_SECONDS).min(begin));
    service.make_places(people::places()).await.context("organisations cannot be made")?;
    let (cast, list) = accounts::make(service).await?;
    let mut history =
        History { service, clock, cast, made: Made { accounts: list, ..Made::default() }, turns: (0, 0) };
    history.deputy().await?;
    history.earlier(before).await?;
    clock.set(begin.max(service.now()));
    history.enquiries().await?;
    for number in 0..options.cases {
        let vignette =
            vignettes.get(number % vignettes.len().max(1)).context("there are no published cases")?;
        // Spread over the days before today, in working hours.
        let back =
            days - i64::try_from(number).unwrap_or(0) * days / i64::try_from(options.cases).unwrap_or(1);
        let morning = Moment(today.0 - back * DAY_SECONDS).day().start().plus(9 * HOUR);
        clock.set(Moment(morning.0.max(service.now().0 + 60)).min(Moment(today.0 - 120)));
        let id = vignette.get("id").and_then(Value::as_str).unwrap_or("?").to_owned();
        history
            .case(number, options.seed, vignette)
            .await
            .with_context(|| format!("case {id} of the demonstration"))?;
        history.end_weeks().await?;
        eprint!("\r{} of {} cases", number + 1, options.cases);
    }
    eprintln!();
    clock.set(Moment(today.0 - further::TAKES).max(service.now().plus(60)));
    history.further(&vignettes, options.seed).await?;
    clock.set(Moment(today.0 - rung::TAKES).max(service.now().plus(60)));
    history.rung(options.seed).await?;
    history.ordinary_day().await?;
    anyhow::ensure!(service.now() <= today, "the demonstration's history does not fit before now");
    Ok(history.made)
}

impl History<'_> {
    pub(super) fn asked(&self, name: &str) -> anyhow::Result<Asked> {
        Ok(Asked::from(self.cast.get(name)?.clone()))
    }

    /// Who has this part in a unit.
    fn at(unit: usize, role: &str) -> String {
        match (unit, role) {
            (0, _) => role.to_owned(),
            (1, "clinician") => "clinician-other-unit".to_owned(),
            _ => format!("{role}.{}", UNITS.get(unit).map_or("", |u| u.0)),
        }
    }

    /// Weekly batches of the weeks that have ended on the set clock.
    async fn end_weeks(&self) -> anyhow::Result<()> {
        while self.service.keep_ledger().await? {}
        Ok(())
    }

    /// Questions that were asked and answered in the last half-year, and the reviewer's commitment to its sample.
    async fn earlier(&mut self, last_day: Day) -> anyhow::Result<()> {
        let period =
            tlog::entry::Period::parse(&last_day.half_year()).context("a half-year does not read")?;
        let r: [u8; 32] = vault::entropy::fresh(&crate::chance::SystemEntropy);
        let reviewer = self.cast.get("reviewer")?.clone();
        self.service.commit_sample(&reviewer, period, tlog::sample::commitment(&r)).await?;
        self.made.sample = Some((period.to_string(), crate::hex::write(&r)));
        for number in 0..EARLIER {
            self.clock.advance(2 * DAY_SECONDS);
            let place = number % UNITS.len();
            let unit = UNITS.get(place).map_or("london", |u| u.0);
            let officer =
                self.asked(["officer", "officer-other-force"].get(number % 2).unwrap_or(&"officer"))?;
            let question =
                "What should we bear in mind when somebody we are called to has not slept for days?";
            let answer = self.service.receive_enquiry(&officer, unit, question).await?;
            self.clock.advance(HOUR);
            let clinician = self.asked(&Self::at(place, "clinician"))?;
            let text =
                "Speak slowly, one at a time, in a quiet place; offer water, and the crisis line of NHS 111.";
            self.service.advise(&id_of(&answer)?, &clinician, text).await?;
            self.end_weeks().await?;
        }
        Ok(())
    }

    async fn enquiries(&mut self) -> anyhow::Result<()> {
        let questions = [
            "How should a custody sergeant speak to somebody who hears voices and is frightened of uniforms?",
            "Which crisis lines can we give to a family at three in the morning?",
            "What do officers need to know about lithium when somebody is held overnight?",
        ];
        for (place, question) in questions.iter().enumerate() {
            self.clock.advance(HOUR);
            let unit = UNITS.get(place).map_or("london", |u| u.0);
            let officer = self.asked("officer")?;
            let answer = self.service.receive_enquiry(&officer, unit, question).await?;
            if place == 1 {
                self.clock.advance(HOUR);
                let clinician = self.asked(&Self::at(place, "clinician"))?;
                let text = "NHS 111, option 2, is answered day and night, and the Samaritans are on 116 123.";
                self.service.advise(&id_of(&answer)?, &clinician, text).await?;
            }
        }
        Ok(())
    }

    async fn case(&mut self, number: usize, seed: u64, vignette: &Value) -> anyhow::Result<()> {
        let facts = Facts::from_value(vignette.get("facts").context("a case without facts")?)
            .map_err(|fault| anyhow::anyhow!("{}: {}", fault.at, fault.expected))?;
        // Two in three are at London, so that a newcomer signed in there finds every state.
        let unit = [0, 0, 1, 0, 0, 2].get(number % 6).copied().unwrap_or(0);
        let id = self.receive(number, seed, vignette, &facts, unit).await?;
        // One in ten has just arrived, one in ten is being considered; the others go as far as their turn says.
        if number % 10 == 5 {
            return Ok(());
        }
        self.consider(&id, unit, &facts).await?;
        if number % 10 == 7 {
            return Ok(());
        }
        self.decide(&id, number, unit).await
    }

    pub(super) async fn receive(
        &mut self,
        number: usize,
        seed: u64,
        vignette: &Value,
        facts: &Facts,
        unit: usize,
    ) -> anyhow::Result<CaseId> {
        self.receive_from(officer_of(number), (number, seed), vignette, facts, unit).await
    }

    /// The same from one officer; what the clinic begins is its health worker's all the same.
    pub(super) async fn receive_from(
        &mut self,
        officer: &str,
        (number, seed): (usize, u64),
        vignette: &Value,
        facts: &Facts,
        unit: usize,
    ) -> anyhow::Result<CaseId> {
        let own = facts.initiated_by != casework::codes::InitiatedBy::Requester;
        let sender = if own { Self::at(unit, "health-worker") } else { officer.to_owned() };
        let mut part = part_of(&facts.to_value(), Supplier::Requester);
        if own && let Some(duty) = facts.to_value().get("duty").filter(|duty| !duty.is_null()) {
            part.insert("duty".to_owned(), duty.clone());
        }
        let title = vignette.get("title").and_then(Value::as_str).unwrap_or("A question");
        let today = self.service.now().day();
        let person = if facts.person.identified {
            people::person(number, seed, facts.person.age, today)
        } else {
            Value::Null
        };
        let request = NewRequest {
            unit: UNITS.get(unit).map_or("london", |u| u.0).to_owned(),
            question: format!("{title}. What can you tell us, and what would be least?"),
            person,
            facts: Value::Object(part),
            recipient: own.then(|| "officer".to_owned()),
            draft: None,
        };
        let answer = match self.service.receive_referral(&self.asked(&sender)?, &request).await {
            Ok(answer) => answer,
            Err(service::ServiceError::Invalid(faults)) => {
                let list: Vec<String> = faults.iter().map(|f| format!("{} {}", f.at, f.expected)).collect();
                anyhow::bail!("{}", list.join("; "))
            }
            Err(error) => return Err(error.into()),
        };
        let id = id_of(&answer)?;
        if facts.requester.countersigned && !own {
            self.clock.advance(600);
            let supervisor = match officer {
                "officer" | LEFT => "supervisor",
                "officer-other-force" => "supervisor.northmoor",
                _ => "supervisor.arden",
            };
            self.service.countersign(&id, &self.asked(supervisor)?).await?;
        }
        Ok(id)
    }

    /// The clinic, safeguarding and legal supply their parts.
    pub(super) async fn consider(&mut self, id: &CaseId, unit: usize, facts: &Facts) -> anyhow::Result<()> {
        self.clock.advance(1200);
        for (role, supplier) in [
            ("clinician", Supplier::Clinic),
            ("safeguarding", Supplier::Safeguarding),
            ("legal", Supplier::Legal),
        ] {
            let part = part_of(&facts.to_value(), supplier);
            if !part.is_empty() {
                let asked = self.asked(&Self::at(unit, role))?;
                self.service.supply_facts(id, &asked, &Value::Object(part)).await?;
                self.clock.advance(120);
            }
        }
        Ok(())
    }

    async fn decide(&mut self, id: &CaseId, number: usize, unit: usize) -> anyhow::Result<()> {
        let clinician = self.asked(&Self::at(unit, "clinician"))?;
        let verdict = self.service.verdict_of(id).await?.context("a referral without a verdict")?;
        let stage = self.turn(&verdict);
        if stage == Stage::Advised && verdict.outcome(Outcome::Advise).is_some() {
            let text = "In general, somebody in this state is calmer when one person speaks, slowly, and says what happens next.";
            self.service.advise(id, &clinician, text).await?;
            return Ok(());
        }
        let chosen = choose(&verdict, number);
        if chosen.outcome() == Outcome::Disclose && may_open(chosen) {
            let reason = "To find the least that answers the question.";
            self.service.open_record(id, &clinician, reason).await?;
            self.clock.advance(900);
        }
        if stage == Stage::RecordOpened {
            return Ok(());
        }
        if matches!(stage, Stage::Told | Stage::Read | Stage::Recalled) {
            self.safe_route(id, &clinician, number).await?;
        }
        let own_duty = chosen.approvals().contains(&Approval::IndividualProfessionalPersonalDuty);
        let proposer =
            if own_duty { self.asked(&Self::at(unit, "health-worker"))? } else { clinician.clone() };
        let answer = self.service.propose(id, &proposer, &proposal(chosen, self.service.now())).await?;
        let n = answer
            .get("n")
            .and_then(Value::as_u64)
            .and_then(|n| u32::try_from(n).ok())
            .context("no number")?;
        self.clock.advance(1800);
        if stage == Stage::Proposed {
            return Ok(());
        }
        self.approve_all(id, n, unit, chosen, stage == Stage::PartlyApproved).await?;
        self.clock.advance(600);
        self.service.tick_case(id).await?;
        if stage == Stage::Told
            && unit == 0
            && self.made.person.is_none()
            && chosen.outcome() == Outcome::Disclose
        {
            self.keep_letter(id).await?;
        }
        if matches!(stage, Stage::Read | Stage::Recalled)
            && unit == 0
            && chosen.outcome() == Outcome::Disclose
            && !own_duty
        {
            let afterwards = if stage == Stage::Recalled { Afterwards::Recalled } else { Afterwards::Stands };
            let (case, account) = (id.to_string(), officer_of(number).to_owned());
            self.made.to_read.push(ToRead { case, n, account, afterwards });
        }
        Ok(())
    }

    /// How far this case is taken: each kind of case takes its stages in turn.
    fn turn(&mut self, verdict: &Verdict) -> Stage {
        let discloses = verdict.open().iter().any(|open| open.outcome() == Outcome::Disclose);
        let (stages, turns): (&[Stage], &mut usize) =
            if discloses { (&OF_DISCLOSURES, &mut self.turns.0) } else { (&OF_OTHERS, &mut self.turns.1) };
        let stage = stages.get(*turns % stages.len()).copied().unwrap_or(Stage::Proposed);
        *turns += 1;
        stage
    }

    pub(super) async fn safe_route(
        &self,
        id: &CaseId,
        clinician: &Asked,
        number: usize,
    ) -> anyhow::Result<()> {
        let route = NewRoute {
            route: "post".to_owned(),
            address: format!("{} Example Street\nTestford TE1 {}AB", number + 1, number % 9 + 1),
            phrase: PHRASE.to_owned(),
            language: String::new(),
        };
        self.service.record_safe_route(id, clinician, &route).await?;
        Ok(())
    }

    /// The code of the letter that has just gone to the outbox, for whoever plays the person.
    async fn keep_letter(&mut self, id: &CaseId) -> anyhow::Result<()> {
        for row in self.service.outbox(1000).await? {
            if &row.case == id
                && let Some(letter) = self.service.open_letter(&row).await?
                && let Some(code) = letter.get("code").and_then(Value::as_str)
            {
                self.made.person = Some((id.to_string(), code.to_owned(), PHRASE.to_owned()));
            }
        }
        Ok(())
    }

    pub(super) async fn approve_all(
        &self,
        id: &CaseId,
        n: u32,
        unit: usize,
        chosen: &OpenOutcome,
        only_some: bool,
    ) -> anyhow::Result<()> {
        let mut needed = chosen.approvals().to_vec();
        if needed.is_empty() {
            needed.push(Approval::CaldicottGuardian);
        }
        // Guardian or deputy last, having seen all the others.
        needed.sort_by_key(|code| {
            matches!(code, Approval::CaldicottGuardian | Approval::OnCallGuardianDeputyThenReviewWithin24h)
        });
        let last = needed.len() - 1;
        for (place, code) in needed.into_iter().enumerate() {
            if only_some && place == last {
                return Ok(());
            }
            let role = match code {
                Approval::IndividualProfessionalPersonalDuty => "health-worker",
                Approval::TreatingClinicianOpinion => "clinician",
                Approval::SecondSeniorClinicianTwoPerson => "second-clinician",
                Approval::NamedSafeguardingProfessional => "safeguarding",
                Approval::LegalServicesValidation => "legal",
                Approval::CaldicottGuardian | Approval::OnCallGuardianDeputyThenReviewWithin24h => "guardian",
                Approval::IndependentDeferralReviewer | Approval::IndependentReviewerBeforeOpening => {
                    "reviewer"
                }
            };
            let name = if role == "reviewer" { role.to_owned() } else { Self::at(unit, role) };
            let approval = NewApproval {
                approval: code.as_str().to_owned(),
                agree: true,
                reasons: "I have read what is asked and why. This is the least that answers it.".to_owned(),
                by_telephone: None,
            };
            self.service
                .approve(id, &self.asked(&name)?, n, &approval)
                .await
                .with_context(|| format!("approval {code}"))?;
            self.clock.advance(300);
        }
        Ok(())
    }
}

/// Who asks in a case of this number, where an officer does.
const fn officer_of(number: usize) -> &'static str {
    match number % 4 {
        1 => "officer-other-force",
        3 => "officer.arden",
        _ => "officer",
    }
}

/// A repetition that waits for the reviewer keeps the record closed.
pub(super) fn may_open(chosen: &OpenOutcome) -> bool {
    !chosen.approvals().contains(&Approval::IndependentReviewerBeforeOpening)
        && !chosen.approvals().contains(&Approval::IndividualProfessionalPersonalDuty)
}

/// A disclosure where one is open; otherwise, in turn, the other outcomes. The demonstration shows each; it prefers none.
fn choose(verdict: &Verdict, number: usize) -> &OpenOutcome {
    let disclosures: Vec<&OpenOutcome> =
        verdict.open().iter().filter(|open| open.outcome() == Outcome::Disclose).collect();
    if let Some(first) = disclosures.first() {
        return first;
    }
    let others: Vec<&OpenOutcome> = verdict
        .open()
        .iter()
        .filter(|open| open.basis() != Some(Basis::GunshotKnifeReport) && open.outcome() != Outcome::Advise)
        .collect();
    // Refuse is always open, so there is at least one.
    others.get(number % others.len().max(1)).copied().unwrap_or(&verdict.open()[0])
}

pub(super) fn proposal(chosen: &OpenOutcome, now: Moment) -> NewProposal {
    let (mut content, mut reasons) = (Map::new(), Map::new());
    if chosen.outcome() == Outcome::Disclose {
        for item in chosen.items() {
            let name = item.as_str().replace('-', " ");
            content
                .insert(item.as_str().to_owned(), json!(format!("Invented for the demonstration: {name}.")));
            reasons.insert(
                item.as_str().to_owned(),
                json!(format!("Invented: without “{name}” the officer could not act on what was asked.")),
            );
        }
    }
    let defers = casework::notice::defers(chosen.notice().rule());
    let last_day = chosen
        .notice()
        .max_days()
        .filter(|_| defers)
        .map(|days| now.day().plus_days(i64::from(days)).to_string());
    NewProposal {
        outcome: chosen.outcome().as_str().to_owned(),
        basis: chosen.basis().map(|basis| basis.as_str().to_owned()),
        items: None,
        necessity: "The question cannot be answered from advice alone.".to_owned(),
        proportionality: "Only what the question needs, to one named officer, for one stated use.".to_owned(),
        notice_rule: None,
        notice_reasons: last_day.as_ref().map(|_| "Telling now would put somebody at risk.".to_owned()),
        last_day,
        content,
        reasons: (chosen.outcome() == Outcome::Disclose).then_some(reasons),
        download: false,
    }
}

/// The part of some facts that one supplier supplies, as a partial object.
fn part_of(facts: &Value, supplier: Supplier) -> Map<String, Value> {
    fn walk(value: &Value, at: &str, supplier: Supplier) -> Option<Value> {
        match value {
            Value::Object(members) => {
                let kept: Map<String, Value> = members
                    .iter()
                    .filter_map(|(key, inner)| {
                        Some((key.clone(), walk(inner, &format!("{at}/{key}"), supplier)?))
                    })
                    .collect();
                (!kept.is_empty()).then_some(Value::Object(kept))
            }
            // An object that nobody supplied is left out; a null within one that somebody did is its value.
            Value::Null if at.matches('/').count() < 2 => None,
            other => (supplier_of(at) == Some(supplier)).then(|| other.clone()),
        }
    }
    facts
        .as_object()
        .map(|members| {
            members
                .iter()
                .filter_map(|(key, inner)| Some((key.clone(), walk(inner, &format!("/{key}"), supplier)?)))
                .collect()
        })
        .unwrap_or_default()
}

pub(super) fn id_of(answer: &Value) -> anyhow::Result<CaseId> {
    Ok(CaseId::parse(answer.get("id").and_then(Value::as_str).context("an answer without an id")?)?)
}
