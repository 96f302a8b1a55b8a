//! A case with everything that was recorded in it, and a clock that the test moves.

use super::{blob, caller, clinician, conversation, facts, morning, officer, rung, safe_route, trust, unit};
use casework::{
    actor::Actor,
    case::{Case, NoticeStatus, ProposalState},
    codes::InitiatedBy,
    command::{Command, Context, Fresh, NewReferral},
    conversation::NewCall,
    decide::{self, clock},
    delegation::Standing,
    event::{Caller, Event},
    facts::Facts,
    id::{CaseId, Reference},
    refusal::Refusal,
    time::Moment,
};

#[derive(Debug, Clone)]
pub(crate) struct Life {
    pub case: Case,
    pub recorded: Vec<(Event, Moment)>,
    pub now: Moment,
    drawn: u64,
}

impl Life {
    /// An officer's routine referral, received on Monday 2 November 2026 at ten.
    pub(crate) fn begin() -> Self {
        Self::of(facts())
    }

    pub(crate) fn of(facts: Facts) -> Self {
        Self::begun_by(&officer(), InitiatedBy::Requester, facts)
    }

    pub(crate) fn begun_by(actor: &Actor, origin: InitiatedBy, facts: Facts) -> Self {
        Self::received(actor, origin, None, facts).unwrap()
    }

    /// An emergency that a clinician entered for an officer who rang and has no account.
    pub(crate) fn by_telephone() -> Self {
        Self::received(&clinician(), InitiatedBy::Requester, Some(caller()), rung()).unwrap()
    }

    /// A case that somebody begins, or why they may not.
    pub(crate) fn received(
        actor: &Actor,
        origin: InitiatedBy,
        caller: Option<Caller>,
        facts: Facts,
    ) -> Result<Self, Refusal> {
        let now = morning("2026-11-02");
        let case = CaseId::from_bytes([7; 16]);
        let new = NewReferral {
            case: case.clone(),
            caller,
            reference: Reference::new(&unit(), [1; 8]),
            unit: unit(),
            trust: trust(),
            origin,
            recipient: (origin != InitiatedBy::Requester).then(|| officer().account),
            question: blob(10),
            identity: Some(blob(11)),
            facts,
            missing: vec![],
        };
        let events = decide::receive(new, &context(actor, now, 0))?;
        let first = events.first().unwrap();
        let begun = Case::begin(case, first, now).unwrap();
        Ok(Self { case: begun, recorded: vec![(first.clone(), now)], now, drawn: 0 })
    }

    /// An officer's question that names nobody.
    pub(crate) fn enquiry() -> Self {
        let now = morning("2026-11-02");
        let event = Event::EnquiryReceived {
            by: (&officer()).into(),
            reference: Reference::new(&unit(), [2; 8]),
            unit: unit(),
            trust: trust(),
            question: blob(10),
        };
        let case = Case::begin(CaseId::from_bytes([8; 16]), &event, now).unwrap();
        Self { case, recorded: vec![(event, now)], now, drawn: 0 }
    }

    /// A question that came by telephone on Monday 2 November 2026 at ten, belonged to no case and was answered at once.
    pub(crate) fn called(actor: &Actor, minutes: Option<u32>) -> Result<Self, Refusal> {
        let now = morning("2026-11-02");
        let new = NewCall {
            reference: Reference::new(&unit(), [3; 8]),
            unit: unit(),
            trust: trust(),
            conversation: conversation(now),
            advice: blob(2),
            minutes,
        };
        let mut events = decide::begin_with_call(new, &context(actor, now, 0))?;
        let first = events.remove(0);
        let case = Case::begin(CaseId::from_bytes([9; 16]), &first, now).unwrap();
        let mut life = Self { case, recorded: vec![(first, now)], now, drawn: 0 };
        life.record(events);
        Ok(life)
    }

    /// What the command would do, recording nothing.
    pub(crate) fn ask(&mut self, actor: &Actor, command: &Command) -> Result<Vec<Event>, Refusal> {
        self.ask_in(actor, &Standing::Own, command)
    }

    /// The same by somebody who acts in this right, where they act as a guardian.
    pub(crate) fn ask_in(
        &mut self,
        actor: &Actor,
        standing: &Standing,
        command: &Command,
    ) -> Result<Vec<Event>, Refusal> {
        self.drawn += 1;
        let context = context(actor, self.now, self.drawn);
        decide::decide(&self.case, command, &mut Context { standing: standing.clone(), ..context })
    }

    /// Does it and records it, if it is not refused. The kinds that were recorded.
    pub(crate) fn act(&mut self, actor: &Actor, command: &Command) -> Result<Vec<&'static str>, Refusal> {
        let events = self.ask(actor, command)?;
        Ok(self.record(events))
    }

    /// Does what must not be refused.
    pub(crate) fn does(&mut self, actor: &Actor, command: &Command) -> Vec<&'static str> {
        self.act(actor, command).unwrap()
    }

    /// Why it is refused.
    pub(crate) fn refuses(&mut self, actor: &Actor, command: &Command) -> Refusal {
        self.ask(actor, command).unwrap_err()
    }

    /// Why it is refused to somebody who acts in this right.
    pub(crate) fn refuses_in(&mut self, actor: &Actor, standing: &Standing, command: &Command) -> Refusal {
        self.ask_in(actor, standing, command).unwrap_err()
    }

    pub(crate) fn record(&mut self, events: Vec<Event>) -> Vec<&'static str> {
        let mut kinds = Vec::new();
        for event in events {
            self.case = self.case.clone().evolve(&event, self.now).unwrap();
            kinds.push(event.kind());
            self.recorded.push((event, self.now));
        }
        kinds
    }

    /// The case again, from nothing but what was recorded.
    pub(crate) fn replayed(&self) -> Case {
        let mut recorded = self.recorded.iter();
        let (first, at) = recorded.next().unwrap();
        let begun = Case::begin(self.case.id.clone(), first, *at).unwrap();
        recorded.fold(begun, |case, (event, at)| case.evolve(event, *at).unwrap())
    }

    pub(crate) fn pass(&mut self, seconds: i64) {
        self.now = self.now.plus(seconds);
    }

    /// Moves the clock to ten in the morning of a day.
    pub(crate) fn on(&mut self, day: &str) {
        assert!(morning(day) >= self.now, "time goes forward");
        self.now = morning(day);
    }

    /// What the ticker does now: everything that is due, until nothing is.
    pub(crate) fn tick(&mut self) -> Vec<&'static str> {
        let mut kinds = Vec::new();
        for _ in 0..20 {
            let Some(due) = clock::due(&self.case, self.now).into_iter().next() else { return kinds };
            let events = match due {
                clock::Due::Record(events) => events,
                clock::Due::Send { n } => clock::sent(&self.case, self.now, n, blob(6)).unwrap(),
            };
            kinds.extend(self.record(events));
        }
        panic!("the ticker never comes to rest: {kinds:?}")
    }

    /// Sleeps as the ticker does, waking when the case says, until a moment.
    pub(crate) fn tick_until(&mut self, end: Moment) -> Vec<&'static str> {
        let mut kinds = self.tick();
        let mut wake = clock::wake(&self.case);
        while let Some(at) = wake.filter(|at| *at <= end) {
            self.now = self.now.max(at);
            let done = self.tick();
            wake = if done.is_empty() {
                clock::wake_after(&self.case, self.now)
            } else {
                clock::wake(&self.case)
            };
            kinds.extend(done);
        }
        self.now = self.now.max(end);
        kinds
    }

    /// Releases a decided disclosure whose decision witnesses have seen.
    pub(crate) fn release(&mut self, n: u32) -> Result<Vec<&'static str>, Refusal> {
        let events = decide::release(&self.case, n, blob(8), 3, 4)?;
        Ok(self.record(events))
    }

    /// Releases a decided disclosure before witnesses have seen anything.
    pub(crate) fn release_at_once(&mut self, n: u32) -> Result<Vec<&'static str>, Refusal> {
        self.drawn += 1;
        let mut fresh = Fresh::new(chance(self.drawn));
        let events = decide::emergency_release(&self.case, &mut fresh, self.now, n, blob(8))?;
        Ok(self.record(events))
    }

    pub(crate) fn with_route(mut self) -> Self {
        self.does(&clinician(), &safe_route());
        self
    }

    pub(crate) fn state_of(&self, n: u32) -> ProposalState {
        self.case.proposals.get(&n).unwrap().state
    }

    pub(crate) fn notice_of(&self, n: u32) -> NoticeStatus {
        self.case.notices.get(&n).unwrap().status
    }
}

pub(crate) fn context(actor: &Actor, now: Moment, drawn: u64) -> Context {
    Context { actor: actor.clone(), now, fresh: Fresh::new(chance(drawn)), standing: Standing::Own }
}

fn chance(drawn: u64) -> [u8; 32] {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&drawn.to_be_bytes());
    bytes
}
