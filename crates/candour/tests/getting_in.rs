//! Getting in and being put out, on a clock that is set: how long a code and what a page carries count, what a proof does
//! to a session, who ends which sessions, and how much may be open at once.

#![expect(clippy::unwrap_used, reason = "tests")]

mod sequencing;

use casework::{
    actor::{Actor, Place, Role},
    id::{AccountId, IndividualId, UnitId},
    refusal::Refusal,
};
use sequencing::World;
use service::{
    Parts, Service, ServiceError,
    accounts::{NewAccount, Passwords, SignedIn, actor_of},
    drafts::{DRAFT_SECONDS, DRAFTS_MAX},
    dual_control::{CODE_SECONDS, OPEN_MAX, Wanted},
    passkeys::{CHALLENGE_SECONDS, Challenge, PASSKEYS_MAX},
    ports::{AccountRow, DualChange, DualRow, Store as _, Write},
    sessions::{IDLE_SECONDS, SESSION_SECONDS},
};

const PASSWORD: &str = "a password of some length";
const BROWSER: &str = "a browser";
const DAY: i64 = 86_400;

/// An account that can be signed in to, whose name is its identifier.
async fn made(world: &World, role: Role, place: Place, token: Option<String>) -> Actor {
    let account = AccountId::from_bytes(world.service.fresh_id());
    let row = AccountRow {
        individual: IndividualId::parse(account.as_str()).unwrap(),
        name: account.to_string(),
        account,
        title: "Somebody".to_owned(),
        role,
        place,
        password: String::new(),
        token: None,
        active: true,
    };
    let actor = actor_of(&row);
    let new = NewAccount { row, password: PASSWORD.to_owned(), token };
    world.service.make_account(None, new).await.unwrap();
    actor
}

async fn administrator(world: &World) -> Actor {
    made(world, Role::Administrator, Place::Service, None).await
}

async fn sign_in(world: &World, who: &Actor) -> SignedIn {
    let signed_in = world.service.sign_in(who.account.as_str(), (PASSWORD, ""), BROWSER, None).await;
    signed_in.unwrap().unwrap()
}

/// Whether a session's token opens anything.
async fn opens(world: &World, token: &str) -> bool {
    world.service.session(token, BROWSER).await.unwrap().is_some()
}

fn again(account: &AccountId) -> Wanted {
    Wanted::EnrolAgain { account: account.to_string() }
}

#[tokio::test]
async fn a_code_to_enrol_counts_for_three_days() {
    let world = World::make().await;
    let [ada, ben, cleo] =
        [administrator(&world).await, administrator(&world).await, administrator(&world).await];
    let id = world.service.ask_dual(&ada, &again(&cleo.account), "She lost her telephone.").await.unwrap();
    let code = world.service.confirm_dual(&ben, &id, "Called back.").await.unwrap().unwrap();
    let name = cleo.account.to_string();
    let counts = async || {
        let shown = world.service.begin_enrolment(&name, &code).await.unwrap().is_some();
        // And for a page that was opened with it in time.
        assert_eq!(world.service.enrolment(&id).await.unwrap().is_some(), shown);
        shown
    };
    assert_eq!(CODE_SECONDS, 3 * DAY);
    assert!(counts().await);
    assert!(world.service.begin_enrolment(ben.account.as_str(), &code).await.unwrap().is_none());
    world.clock.advance(3 * DAY - 1);
    assert!(counts().await, "the last second");
    world.clock.advance(1);
    assert!(!counts().await);
}

#[tokio::test]
async fn what_a_page_carries_sealed_opens_until_its_time_is_over() {
    let world = World::make().await;
    let service = &world.service;
    let (challenge, typed) = (
        service.seal_ceremony("add ann", b"state").unwrap(),
        service.seal_for("kept ann", b"typed", 60).unwrap(),
    );
    let state = |about: &str, sealed: &[u8]| service.open_ceremony(about, sealed).map(|(_, state)| state);
    assert_eq!(state("add ann", &challenge).as_deref(), Some(&b"state"[..]));
    assert_eq!(state("add ben", &challenge), None, "for another");
    world.clock.advance(59);
    assert_eq!(state("kept ann", &typed).as_deref(), Some(&b"typed"[..]));
    world.clock.advance(1);
    assert_eq!(state("kept ann", &typed), None);
    world.clock.advance(CHALLENGE_SECONDS - 61);
    assert_eq!(state("add ann", &challenge).as_deref(), Some(&b"state"[..]));
    world.clock.advance(1);
    assert_eq!(state("add ann", &challenge), None);
}

#[tokio::test]
async fn a_proof_gives_a_session_another_token_and_the_one_before_opens_nothing() {
    let world = World::make().await;
    let ann = administrator(&world).await;
    let first = sign_in(&world, &ann).await;
    assert!(!first.has_proved_since());
    let wrong = world.service.prove_with_password(&first.token, &ann, ("something else", "")).await.unwrap();
    assert!(wrong.is_none() && opens(&world, &first.token).await, "what proves nothing changes nothing");

    // In the very second in which she signed in, and once more later.
    let mut before = first.token.clone();
    for seconds in [0, 300] {
        world.clock.advance(seconds);
        let fresh = world.service.prove_with_password(&before, &ann, (PASSWORD, "")).await.unwrap().unwrap();
        let fresh = fresh.expose().to_string();
        assert_ne!(fresh, before);
        assert!(!opens(&world, &before).await);
        let now = world.service.session(&fresh, BROWSER).await.unwrap().unwrap();
        assert!(now.has_proved_since());
        assert_eq!((&now.csrf, now.opened, now.ends), (&first.csrf, first.opened, first.ends));
        assert_eq!(
            world.service.my_sessions(&ann, &fresh).await.unwrap().len(),
            1,
            "it is one session still"
        );
        before = fresh;
    }

    // A session that has ended is not revived by a proof.
    world.service.sign_out(&before).await.unwrap();
    let late = world.service.prove_with_password(&before, &ann, (PASSWORD, "")).await.unwrap();
    assert!(late.is_none());
    assert_eq!(world.service.my_sessions(&ann, &before).await.unwrap(), []);
}

#[tokio::test]
async fn a_session_ends_without_use_at_the_end_of_the_day_and_when_its_holder_signs_out() {
    let world = World::make().await;
    let ann = administrator(&world).await;
    let (unused, used) = (sign_in(&world, &ann).await, sign_in(&world, &ann).await);
    let mut lasted = 0;
    while opens(&world, &used.token).await {
        world.clock.advance(IDLE_SECONDS - 1);
        lasted += IDLE_SECONDS - 1;
    }
    assert!((SESSION_SECONDS..SESSION_SECONDS + IDLE_SECONDS).contains(&lasted), "{lasted}");
    assert!(!opens(&world, &unused.token).await);

    let ended = sign_in(&world, &ann).await;
    world.service.sign_out(&ended.token).await.unwrap();
    assert!(!opens(&world, &ended.token).await);
    // Not even for what was typed in it.
    assert_eq!(world.service.ended_session(&ended.token, BROWSER).await.unwrap(), None);
}

#[tokio::test]
async fn one_session_is_ended_by_whose_it_is_and_by_nobody_else() {
    let world = World::make().await;
    let (ann, ben) = (administrator(&world).await, administrator(&world).await);
    let (here, there) = (sign_in(&world, &ann).await, sign_in(&world, &ann).await);
    let name = async || {
        let sessions = world.service.my_sessions(&ann, &here.token).await.unwrap();
        sessions.into_iter().find(|session| !session.this_one).map(|session| session.name)
    };
    let other = name().await.unwrap();
    world.service.end_my_session(&ben, &other).await.unwrap();
    assert!(opens(&world, &there.token).await, "it is not his");
    // Whoever proves there who they are goes on in the same session.
    let fresh = world.service.prove_with_password(&there.token, &ann, (PASSWORD, "")).await.unwrap().unwrap();
    assert_eq!(name().await.as_ref(), Some(&other));
    world.service.end_my_session(&ann, &other).await.unwrap();
    assert!(!opens(&world, &fresh.expose()).await);
    assert!(opens(&world, &here.token).await);
    // Gone is gone.
    world.service.end_my_session(&ann, &other).await.unwrap();
    assert_eq!(name().await, None);
}

#[tokio::test]
async fn an_administrator_ends_the_sessions_of_an_account_or_of_everybody_and_it_is_recorded() {
    let world = World::make().await;
    let (ada, ann) =
        (administrator(&world).await, made(&world, Role::Reviewer, Place::Independent, None).await);
    let ben = made(&world, Role::KeyCustodian, Place::Service, None).await;
    let service = &world.service;
    let hers = [sign_in(&world, &ann).await, sign_in(&world, &ann).await];
    let (adas, bens) = (sign_in(&world, &ada).await, sign_in(&world, &ben).await);

    for other in [&ann, &ben] {
        let refused = [
            service.end_sessions_of(other, &ada.account, "why").await,
            service.end_every_session(other, "why").await,
        ];
        for refused in refused {
            assert!(matches!(refused, Err(ServiceError::Refused(Refusal::NotYourRole))), "{refused:?}");
        }
    }
    let own = service.end_sessions_of(&ada, &ada.account, "why").await;
    assert!(matches!(own, Err(ServiceError::Refused(Refusal::SamePerson))), "{own:?}");
    for silent in
        [service.end_sessions_of(&ada, &ann.account, " ").await, service.end_every_session(&ada, "").await]
    {
        assert!(
            matches!(&silent, Err(ServiceError::Invalid(faults)) if faults[0].at == "/why"),
            "{silent:?}"
        );
    }
    assert!(opens(&world, &hers[0].token).await, "nothing that was refused was done");

    service.end_sessions_of(&ada, &ann.account, "A computer was left behind.").await.unwrap();
    for session in &hers {
        assert!(!opens(&world, &session.token).await);
    }
    assert!(opens(&world, &bens.token).await && opens(&world, &adas.token).await);
    // The account stays open.
    let once_more = sign_in(&world, &ann).await;
    service.end_every_session(&ada, "A trial.").await.unwrap();
    for session in [&once_more, &bens, &adas] {
        assert!(!opens(&world, &session.token).await);
    }
    let acts = service.keeper_acts(&ada, None).await.unwrap().acts;
    let said: Vec<&str> = acts.iter().filter_map(|act| act.said.as_deref()).collect();
    assert!(said.contains(&"Sessions ended: A computer was left behind."), "{said:?}");
    assert!(said.contains(&"Every session of everybody ended: A trial."), "{said:?}");
}

#[tokio::test]
async fn a_record_that_came_from_a_demonstration_opens_by_no_bearer_token() {
    let world = World::make().await;
    // 32 bytes in base64url, as every token.
    let token = format!("{}Bwc", "BwcH".repeat(10));
    let reviewer = made(&world, Role::Reviewer, Place::Independent, Some(token.clone())).await;
    let found = world.service.bearer(&token).await.unwrap().map(|signed_in| signed_in.actor);
    assert_eq!(found.as_ref(), Some(&reviewer));

    // The same rows, served as anything but a demonstration.
    let real = Service::new(Parts { passwords: Passwords::WithSecondFactor, ..world.parts.clone() });
    assert!(real.bearer(&token).await.unwrap().is_none());
    let alone = real.sign_in(reviewer.account.as_str(), (PASSWORD, ""), BROWSER, None).await.unwrap();
    assert!(alone.is_none(), "nor by a password alone");
}

#[tokio::test]
async fn an_account_has_ten_passkeys_at_most() {
    let world = World::make().await;
    let ann = administrator(&world).await;
    let challenge = || -> Challenge {
        let sealed = world.service.seal_ceremony("add", b"").unwrap();
        world.service.open_ceremony("add", &sealed).unwrap().0
    };
    let add = async |n: u8, challenge: &Challenge| {
        world.service.add_passkey(&ann, &format!("Key {n}"), (vec![n; 16], vec![1]), challenge).await
    };
    for n in 0..u8::try_from(PASSKEYS_MAX).unwrap() {
        add(n, &challenge()).await.unwrap();
    }
    let eleventh = challenge();
    let refused = add(10, &eleventh).await;
    assert!(
        matches!(&refused, Err(ServiceError::Invalid(faults)) if faults[0].expected.contains("passkey")),
        "{refused:?}"
    );
    assert_eq!(world.service.my_passkeys(&ann).await.unwrap().len(), PASSKEYS_MAX);
    // One goes, and another one has room; its challenge was not used up by the refusal, and is by this.
    world.service.remove_passkey(&ann, vec![0; 16]).await.unwrap();
    add(10, &eleventh).await.unwrap();
    world.service.remove_passkey(&ann, vec![1; 16]).await.unwrap();
    let repeated = add(11, &eleventh).await;
    assert!(matches!(repeated, Err(ServiceError::KeyReused)), "{repeated:?}");
}

#[tokio::test]
async fn what_administrators_ask_for_has_a_limit_and_all_of_it_is_listed() {
    let world = World::make().await;
    let (ada, ben) = (administrator(&world).await, administrator(&world).await);
    let row = |n: u32| DualRow {
        id: format!("{n:032x}"),
        wanted: serde_json::to_string(&again(&ben.account)).unwrap(),
        said: "Known to us.".to_owned(),
        asked_by: ada.account.clone(),
        asked: world.service.now(),
        confirmed: None,
        checked: None,
        enrols: None,
        ended: None,
    };
    // At once, so that they share transactions.
    let asked: Vec<_> = (1..OPEN_MAX)
        .map(|n| {
            let (store, ask) = (world.store.clone(), DualChange::Ask(row(n)));
            tokio::spawn(async move {
                store.append(Write { dual: Some(ask), ..Write::default() }).await.unwrap();
            })
        })
        .collect();
    for one in asked {
        one.await.unwrap();
    }
    let ask = async || world.service.ask_dual(&ada, &again(&ben.account), "Known to us.").await;
    let last = ask().await.unwrap();
    let refused = ask().await;
    assert!(
        matches!(&refused, Err(ServiceError::Invalid(faults)) if faults[0].expected.contains(&OPEN_MAX.to_string())),
        "{refused:?}"
    );
    let listed = world.service.dual_open(&ada).await.unwrap();
    assert_eq!(listed.len(), usize::try_from(OPEN_MAX).unwrap());
    assert!(listed.iter().any(|one| one.id == last), "the newest one does not drop out of sight");
    world.service.take_back_dual(&ben, &last).await.unwrap();
    ask().await.unwrap();
}

#[tokio::test]
async fn an_author_has_a_hundred_drafts_at_most_and_old_ones_do_not_count() {
    let world = World::make().await;
    let place = Place::Unit(UnitId::parse("london").unwrap());
    let ann = made(&world, Role::Clinician, place, None).await;
    let save = async || world.service.save_draft(&ann, None, &serde_json::json!({})).await;
    let first = save().await.unwrap();
    for _ in 1..DRAFTS_MAX {
        save().await.unwrap();
    }
    let refused = save().await;
    assert!(
        matches!(&refused, Err(ServiceError::Invalid(faults)) if faults[0].expected.contains(&DRAFTS_MAX.to_string())),
        "{refused:?}"
    );
    // What is there is saved again, and one that is deleted or too old makes room.
    world.service.save_draft(&ann, Some(&first), &serde_json::json!({"a": 1})).await.unwrap();
    world.service.delete_draft(&ann, &first).await.unwrap();
    save().await.unwrap();
    assert!(save().await.is_err());
    world.clock.advance(DRAFT_SECONDS);
    save().await.unwrap();
}
