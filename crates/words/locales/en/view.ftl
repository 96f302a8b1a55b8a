# Words of what pages show of cases, accounts and the ledger, wherever it stands.

## Roles

view-role-officer = Officer
view-role-supervisor = Supervisor
view-role-health-worker = Health worker
view-role-clinician = Clinician
view-role-second-clinician = Second clinician
view-role-guardian = Caldicott Guardian
view-role-safeguarding = Named safeguarding professional
view-role-legal = Legal service
view-role-data-protection-officer = Data protection officer
view-role-reviewer = Independent reviewer
view-role-administrator = Administrator
view-role-key-custodian = Key custodian
view-role-retention-manager = Retention manager

## Places and accounts

view-place-independent = Independent
view-place-service = The service
view-account-unknown = An account

## How somebody signed in, after “signed in”

view-method-password = with your password
view-method-passkey = with a passkey
view-method-password-and-code = with password and code
view-method-recovery-code = with a recovery code
view-method-organisation = through your organisation
view-method-organisation-second-factor = through your organisation, with a second factor

## What administrators ask for, in one line

view-dual-invite = { $title } ({ $name }) as { $role }, { $place }
view-dual-again = { $title } ({ $name }) enrols again
view-dual-again-somebody = somebody enrols again
view-dual-trust = { $title } as a trust ({ $id })
view-dual-unit = { $title } as a unit ({ $id })
view-dual-force = { $title } as a force ({ $id })
view-dual-contact = { $address } as the information-rights contact of { $title }
view-dual-contact-none = No information-rights contact of { $title } any more
view-dual-somebody = somebody

## Outcomes

view-outcome-refuse = Refuse
view-outcome-return = Return for what is missing
view-outcome-advise = Advise, from no record
view-outcome-offer-care = Offer care to the person
view-outcome-disclose = Disclose

## Decisions, as the person reads them

view-person-item-full-record = The whole health record
view-person-item-information-about-third-party-plan = What is known of another person’s plan
view-person-item-reason-for-notification = Why the report was made
view-person-decision-refuse = Nothing about you was given.
view-person-decision-return = The request was sent back because something was missing. Nothing about you was given.
view-person-decision-advise = General advice was given. It came from no record and did not say whether we know you.
view-person-decision-offer-care = We decided to offer you care. Nobody else is told whether you take it up.
view-person-decision-disclose = Some information about you was given.

## Conditions for whoever reads a disclosure

view-use-purpose = Use this only for the purpose that you stated.
view-use-onward = Do not pass it on to anybody unless the law makes you. If it does, tell the unit.
view-use-destroy = Destroy it when it has served that purpose, or as soon as it is recalled.

## What is missing

view-missing-requester = You could still supply this: { $what }.
view-missing-issuer = Whoever issued the paper could still supply this: { $what }.
view-missing-health-service = The clinic could still record this: { $what }.

## Fields of the facts

view-field-purpose = Main purpose
view-field-urgency = Urgency claimed
view-field-requester-body = Kind of body that asks
view-field-requester-rank = Rank or role
view-field-requester-signed = The form is signed
view-field-requester-countersigned = An inspector or above has also signed
view-field-requester-acts-for = Asks on behalf of
view-field-requester-identity = How far identity was confirmed
view-field-initiated-by = Who began this
view-field-claimed-bases = Bases relied on
view-field-items = Information asked for
view-field-ongoing = Asks for something after the answer: updates, reports, alerts
view-field-concern-harm-to-others = Harm feared to others
view-field-concern-harm-to-others-past-only = That harm has happened and is not feared again
view-field-concern-identified-victim = A particular person is at risk
view-field-concern-harm-to-self = Harm feared to the person
view-field-concern-suicide-concern = The harm feared is suicide
view-field-concern-offence = Gravity of the offence
view-field-concern-wound = Wound that brought the person to care
view-field-concern-evidence = Best evidence
view-field-justification-items-needed-why = A reason is given for each item
view-field-justification-line-of-enquiry = A reasonable line of enquiry is given
view-field-justification-less-intrusive-tried = Less intrusive means were tried, or why not is said
view-field-justification-why-not-consent = Why consent is not being sought
view-field-justification-balance-written = The balance of harms is written down
view-field-person-identified = The request identifies one person
view-field-person-age = Age
view-field-person-alive = The person is alive
view-field-person-is-victim-or-witness = The person is or may be a victim or witness
view-field-person-child-competence = Competence of a child under 16 for this decision
view-field-person-capacity = Capacity for this decision
view-field-person-capacity-assessed = An assessment for this decision is recorded
view-field-consent-status = Consent
view-field-consent-by = Who gave or refused it
view-field-consent-asked-by-health-service = The health service asked, not the officer
view-field-consent-specific = It says what, to whom and why
view-field-consent-informed-and-free = It was informed and freely given
view-field-consent-written = It was recorded in writing
view-field-consent-single-use = It is for one use
view-field-consent-age-days = Days since it was given
view-field-consent-covers = What it covers
view-field-representative-authority-checked = Attorney or deputy was checked for
view-field-representative-consulted = Those close to the person were consulted
view-field-representative-overall-benefit-written = The overall benefit is written down
view-field-representative-can-wait = The decision can wait for recovery
view-field-victim-request-notice-given = Written notice was given to the victim
view-field-victim-request-exception = Exception relied on instead of notice
view-field-victim-request-counselling-records = The records are counselling information
view-field-victim-request-senior-approval = A senior officer approved
view-field-victim-request-substantial-probative-value = Substantial probative value is shown
view-field-safeguarding-child-harm = Harm to the child
view-field-safeguarding-harm-reasoning = The reasoning about harm is written
view-field-safeguarding-section-47-letter = The local authority's section 47 letter is supplied
view-field-safeguarding-strategy-meeting = A strategy meeting is recorded
view-field-safeguarding-named-professional-consulted = The named safeguarding professional was consulted
view-field-safeguarding-adult-care-needs = The adult has care and support needs
view-field-safeguarding-adult-abuse-or-neglect = Abuse or neglect is suspected
view-field-safeguarding-adult-unable-to-protect = The adult cannot protect themself because of those needs
view-field-safeguarding-coercion = Coercion is suspected
view-field-safeguarding-others-at-risk = Other people are at risk
view-field-safeguarding-local-authority-enquiry = The local authority made or confirmed a section 42 enquiry
view-field-safeguarding-holder-considers-relevant = The health body itself finds it relevant to the child's welfare
view-field-safeguarding-detriment-assessed = The health body found sharing not more detrimental than not
view-field-safeguarding-recipient-function-stated = The recipient's safeguarding function is stated
view-field-instrument-kind = The paper served
view-field-instrument-issuer = Who issued it
view-field-instrument-written = It is in writing
view-field-instrument-sealed = A sealed copy was seen
view-field-instrument-in-date = It is in force
view-field-instrument-ends-on = It ends on
view-field-instrument-names-holder = It is addressed to this trust, which holds the material
view-field-instrument-names-requester = It names the body that asks
view-field-instrument-describes-items = What it describes
view-field-instrument-particulars-stated = The details that the law requires are there
view-field-instrument-access-conditions = Access conditions cited
view-field-instrument-future-material = It reaches material not yet in existence
view-field-instrument-future-days = How many days ahead it reaches
view-field-instrument-ordinary-care-only = It reaches only papers made in ordinary care
view-field-instrument-sab-conditions = Care Act section 45 conditions shown
view-field-instrument-person-heard = The person had notice and could be heard
view-field-instrument-forbids-notice = Its terms forbid telling the person
view-field-instrument-ban-ends-on = The ban on telling ends on
view-field-mappa-category = MAPPA category
view-field-mappa-level = MAPPA level
view-field-mappa-convicted = The person is convicted
view-field-mappa-questions-listed = Specific questions are listed
view-field-mappa-meeting-date-set = A meeting date is set
view-field-missing-incident-number = An incident number is given
view-field-missing-risk-grade = Police risk grade
view-field-missing-end-time-set = When the sharing ends is stated
view-field-missing-avoiding-police-bail = The person is avoiding police bail
view-field-missing-found = The person has been found
view-field-duty-regulated-professional = The holder is a regulated professional
view-field-duty-learnt-at-work = Learnt in the course of work
view-field-duty-fgm-told-or-seen = Told by the girl, or physical signs seen
view-field-duty-terrorist-property-suspected = A terrorist property offence is suspected
view-field-duty-terrorism-of-another = It may help to prevent terrorism by another person
view-field-duty-child-abuse-offence-suspected = A child sex offence is suspected
view-field-duty-adult-or-child-at-risk = An adult or child is believed to be at risk
view-field-onward-to = Who would receive it next
view-field-onward-says-source = It says where the information came from
view-field-onward-asks-for-reports = It asks the receiver to watch or report
view-field-repetition-same-force-referrals-90-days = Earlier referrals by the same force in 90 days
view-field-repetition-new-facts-since-last = It rests on facts that arose after the last one
view-field-deferral-asked = Putting off notice is asked for
view-field-deferral-ground = Ground claimed
view-field-deferral-reasons-given = Fresh written reasons are given
view-field-deferral-legal-service-agrees = The legal service agrees that telling would be likely to prejudice
view-field-deferral-days = Days asked for
view-field-nation = Whose law applies
view-field-date = Date of the request

## Values of the facts

view-fact-not-stated = not stated
view-fact-yes = yes
view-fact-no = no
view-fact-none = none

## Purposes, as within a sentence

view-purpose-detect-minor-crime = to detect a minor crime
view-purpose-investigate-serious-crime = to investigate a serious crime
view-purpose-investigate-assault = to investigate an assault
view-purpose-investigate-domestic-abuse = to investigate domestic abuse
view-purpose-prevent-serious-harm = to prevent serious harm to somebody
view-purpose-save-life = to save a life
view-purpose-prevent-act-of-terrorism = to prevent an act of terrorism
view-purpose-terrorist-investigation = a terrorist investigation
view-purpose-counter-terrorism-unspecified = counter-terrorism, not more precisely
view-purpose-prevent-triage = to sort a Prevent referral
view-purpose-channel-support = support through Channel
view-purpose-assess-vulnerability = to assess how vulnerable somebody is
view-purpose-assist-intelligence-service = to assist an intelligence service
view-purpose-identify-driver = to identify a driver
view-purpose-find-missing-person = to find a missing person
view-purpose-safe-detention = to keep somebody safe in custody
view-purpose-protect-child = to protect a child
view-purpose-section-47-enquiry = a section 47 enquiry about a child
view-purpose-adult-safeguarding = to safeguard an adult
view-purpose-safeguarding-adults-review = a safeguarding adults review
view-purpose-fgm-enquiry = an enquiry about female genital mutilation
view-purpose-manage-convicted-offender = to manage a convicted offender
view-purpose-criminal-trial = a criminal trial
view-purpose-charging-decision = a decision whether to charge
view-purpose-victim-statement = a victim's statement
view-purpose-inquest = an inquest
view-purpose-strategic-needs-assessment = an assessment of needs in an area
view-purpose-automated-feed = a regular or automatic feed
view-purpose-treatment-compliance = to learn whether somebody takes their treatment
view-purpose-covert-alert = to be alerted without the person knowing
view-purpose-resume-surveillance = to decide whether to watch somebody again
view-purpose-intelligence-gathering = to gather intelligence
view-purpose-communication-advice = advice on how to talk with somebody
view-purpose-obtain-care = to get somebody care
view-purpose-antisocial-behaviour = antisocial behaviour
view-purpose-other = something else

## Grounds for telling later

view-ground-n-ta39 = telling would be likely to prejudice a terrorist investigation
view-ground-n-ta21d = tipping off
view-ground-n-sch2p2 = telling would prejudice the investigation of a crime
view-ground-n-sch3p5 = serious harm from seeing a health record
view-ground-n-sch3p4 = what the person would not expect
view-ground-n-court = an order forbids telling
view-ground-n-safety = telling would put somebody in danger
view-ground-n-vir = an exception for victims and witnesses applies
view-ground-none = no ground

## Other codes of the facts, as within a sentence

view-code-england = England
view-code-wales = Wales
view-code-local-police = local police
view-code-counter-terrorism-police = counter-terrorism police
view-code-intelligence-service = intelligence service
view-code-court = court
view-code-coroner = coroner
view-code-local-authority = local authority
view-code-safeguarding-adults-board = safeguarding adults board
view-code-mappa-responsible-authority = MAPPA responsible authority
view-code-channel-panel = Channel panel
view-code-violence-reduction-unit = violence reduction unit
view-code-defence-solicitor = defence solicitor
view-code-health-professional = health professional
view-code-other = other
view-code-not-stated = not stated
view-code-police-staff = police staff
view-code-constable = constable
view-code-sergeant = sergeant
view-code-inspector = inspector
view-code-chief-inspector = chief inspector
view-code-superintendent = superintendent
view-code-above-superintendent = above superintendent
view-code-judge-or-coroner = judge or coroner
view-code-other-professional = other professional
view-code-unverified = unverified
view-code-verified = verified
view-code-verified-by-call-back = verified by calling back
view-code-requester = whoever asks
view-code-duty-holder = a health worker under a duty of their own
view-code-health-service = the health service
view-code-service-confirmation = a confirmation by an intelligence service
view-code-application-or-draft = an application or a draft
view-code-judge = judge
view-code-chief-officer-of-police = chief officer of police
view-code-safeguarding-board = safeguarding board
view-code-applicant-or-solicitor = applicant or solicitor
view-code-none = none
view-code-low-or-unclear = low, or not clear
view-code-asserted = somebody says so, and nothing yet bears it out
view-code-serious = serious
view-code-imminent-serious = serious, and about to happen
view-code-imminent-death = the person may die soon
view-code-assertion = assertion
view-code-second-hand = second-hand
view-code-verbal-statement = verbal statement
view-code-documented = documented
view-code-first-hand = first-hand
view-code-minor = minor
view-code-terrorism = terrorism
view-code-gunshot = gunshot
view-code-knife-attack = a wound from an attack with a knife or blade
view-code-accidental-or-self-inflicted = accidental or self-inflicted
view-code-routine = routine
view-code-order-deadline = a court order sets a day
view-code-custody-clock = somebody is in custody
view-code-same-day = today
view-code-immediate = emergency
view-code-unsafe = unsafe
view-code-inappropriate = inappropriate
view-code-impracticable = impracticable
view-code-not-applicable = not applicable
view-code-competent = competent
view-code-not-competent = not competent
view-code-not-assessed = not assessed
view-code-has-capacity = the person has it
view-code-doubted = doubted
view-code-lacks-temporary = the person lacks it for now
view-code-lacks-long-term = the person lacks it for the long term
view-code-not-sought = not sought
view-code-given = given
view-code-refused = refused
view-code-withdrawn = withdrawn
view-code-cannot-be-sought = cannot be sought
view-code-person = person
view-code-parent = parent
view-code-attorney-or-deputy = attorney or deputy
view-code-family = family
view-code-not-practicable = not practicable
view-code-prejudice = prejudice
view-code-in-need = a child in need
view-code-significant = significant
view-code-low = low
view-code-medium = medium
view-code-high = high
view-code-gp = GP
view-code-mental-health-team = mental health team
view-code-social-care = social care
view-code-police = police

## Tasks of a queue

view-task-answer-enquiry = Answer an enquiry
view-task-consider-referral = Consider a referral
view-task-consider-report = Consider a health worker’s report
view-task-countersign = Countersign a referral
view-task-complete = Supply what is missing
view-who-reported = Whoever reported it
view-task-approve = Give or decline an approval
view-task-confirm-telephone = Confirm what you approved by telephone
view-task-confirm-telephone-theirs = Confirm what they approved by telephone
view-task-safe-route = Record or confirm a safe route
view-task-review-repetition = Look at a third referral in 90 days
view-task-after-review = Look at an emergency afterwards
view-task-direct-notice = Decide about a notice
view-task-telephone-unconfirmed = A telephone approval was not confirmed
view-task-confirm-destruction = Confirm destruction of what was recalled
view-task-breach-report = A breach of personal data: report it to the Commissioner, or decide why not
view-task-breach-telling = A breach of personal data: decide whether the person is told
view-task-affected-route = Record or confirm a safe route for whom a breach wrongly concerns
view-task-close = Close the case
view-task-any = Look at the case
view-breach-task-advise = A breach of personal data: advise on it
view-breach-task-undecided = A breach of personal data that nobody has decided about

## Spans of time

view-waiting-now = just now
view-span-less-than-an-hour = less than an hour
view-span-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
view-span-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
view-span-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
view-clock-less-than-an-hour-left = less than an hour left
view-clock-less-than-an-hour-over = overdue by less than an hour
view-clock-left = { $hours ->
    [one] { $hours } hour left
   *[other] { $hours } hours left
}
view-clock-over = { $hours ->
    [one] overdue by { $hours } hour
   *[other] overdue by { $hours } hours
}

## Approvals by telephone, after “by telephone”

view-telephone-to-confirm = to confirm within 24 hours
view-telephone-confirmed = confirmed
view-telephone-denied = denied
view-waits-for-telling = The person is told first. The release follows once the letter has gone out, or a clinician records that telling beforehand would be unsafe.
view-waits-for-witnesses = The release waits for independent witnesses to see the decision in the ledger.

## Telling the person

view-notice-due = Due by { $day }
view-notice-waits = Not due until the person is found or has recovered, or until a ban on telling them ends
view-notice-deferred = Put off until { $day }: { $ground }
view-notice-lapsed = The deferral has ended; the letter goes out
view-notice-no-safe-route = With the reviewer: no safe route is confirmed
view-notice-escalated = With legal and the panel
view-notice-sent = Sent { $at }
view-notice-never = None: nobody is identified
view-knows-nothing-due = The person has not been told, and nothing is due yet.
view-knows-owed = The person has not been told. A notice is owed.
view-knows-all = The person has been told of every decision.
view-knows-some = The person has been told of some decisions; a notice is still owed.
view-route-post = By plain post to an agreed address; confirmed { $at }
view-route-in-person = Handed over in person; confirmed { $at }
view-route-representative = To a representative; confirmed { $at }
# `way` is one of the three before.
view-route-in-welsh = { $way }; the letter is in Welsh
view-route-in-both = { $way }; the letter is in Welsh and in English

## Conflicts of interest, after “declared a conflict of interest”

view-conflict-knows-person = they know the person, or somebody close to them
view-conflict-treats-person = they treat the person, or have treated them
view-conflict-officer-related = they are close to the officer who asks
view-conflict-other = for another reason

## How far a delegation reaches

view-scope-on-call = emergencies while on call
view-scope-every = every approval of the Caldicott Guardian

## Breaches

view-breach-kind-wrong-person = It is about somebody else than the person who was asked about
view-breach-kind-wrong-recipient = It reached somebody who should not have had it
view-breach-kind-too-much = More left than was decided
view-breach-kind-seen-without-reason = Somebody looked who had no reason to
view-breach-kind-lost-or-altered = It was lost, changed, or cannot be reached
view-breach-kind-other = Another breach of its security
view-breach-person-wrong-person = Information about you was given by mistake: it had been asked for about somebody else
view-breach-person-wrong-recipient = Information about you reached somebody who should not have had it
view-breach-person-too-much = More information about you left than had been decided
view-breach-person-seen-without-reason = Somebody looked at information about you who had no reason to
view-breach-person-lost-or-altered = Information about you was lost or changed, or could not be reached
view-breach-person-other = Information about you was not kept safe
view-breach-undecided = Nothing is decided yet
view-breach-reported = Reported on { $at }, reference { $reference }
view-breach-not-reportable = Decided on { $at } that it need not be reported: it is unlikely to result in a risk to anybody
view-breach-told = They were told on { $at }
view-breach-owed = They are owed a notice
view-breach-not-told = Decided on { $at } that they are not told
view-breach-officer = Police officer
view-breach-read = read what was given
view-breach-read-out = was told by telephone what was given
view-breach-outside = An officer outside the trust
view-asked-by-telephone = an officer without an account, by telephone; entered by { $who }

## Who looked, and what they did

view-looked-officer = Police officer who asked
view-looked-record = opened your health record for this request
view-looked-case = read this case
view-looked-disclosure = read what was disclosed
view-looked-read-out = read out by telephone to an officer of { $force } what was disclosed
view-looked-by-reference = found this case by its reference
view-looked-by-number = found this case by searching for your NHS number
view-looked-by-name = found this case by searching for your name and date of birth
view-work-stood-back = declared a conflict of interest, and has no more to do with your case
view-work-let-back = let somebody who had stood back work on your case again
view-work-took = took your case on
view-work-handed-over = handed your case over
view-work-worked = recorded { $minutes } minutes of work on your case
view-work-named-recipient = named another police officer, who has what was disclosed from then on
view-work-took-back = took back a record of { $minutes } minutes of work
view-work-call = wrote down a telephone call about your case
view-work-meeting = wrote down a meeting about your case

## Proofs for the person

view-opening-warning = This file proves to anybody who holds it what happened. Give it only to somebody whom you would tell. Nobody may make you show it.
view-proof-record-opened = Your health record was opened for this request
view-proof-decided = It was decided to give something
view-proof-refused = It was decided to give nothing
view-proof-released = What was decided was given
view-proof-emergency = It was given in an emergency
view-proof-recalled = It was recalled
view-proof-breach = It was recorded that your information was not kept safe
view-proof-mistake = It was recorded that your information was given by mistake
view-proof-commissioner = It was reported to the Information Commissioner
view-proof-given-recalled = What was given was recalled
view-proof-letter = A letter was written to tell you

## What somebody did themselves

view-act-enquiry = You asked a question that names nobody
view-act-sent = You sent it
view-act-completed = You completed it
view-act-withdrawn = You took it back
view-act-countersigned = You countersigned it
view-act-reported = You reported what you must
view-act-approved = You approved it
view-act-destroyed = You confirmed that it was destroyed
view-act-kept = You named the law under which it is kept

## Entries of the ledger

view-entry-event = something that happened
view-entry-tally = the tally of something that happened
view-entry-act = an act of the service or of a promise

## What other rules change

view-change-opens = Now open: { $what }
view-change-closes = Now closed: { $what }
view-change-differs = Open on other terms: { $what }
view-change-differ = { $part } differ
view-change-new = { $part }, new: { $new }
view-change-gone = { $part }, no longer: { $gone }
view-change-instead = { $part }: { $new } instead of { $gone }
view-part-items = items
view-part-approvals = approvals
view-part-notice = telling the person
view-part-conditions = conditions
view-part-after = acts afterwards

## The timeline of a case

view-line-enquiry-received = An enquiry was received
view-line-referral-received = The referral was received
view-line-rung = A clinician entered an emergency for an officer without an account, whom they had called back: name, number, and the control room's number
view-line-returned = Proposal { $n } was decided: the referral was returned for what is missing
view-line-completed = What was missing was supplied
view-line-withdrawn = The officer withdrew the referral
view-line-reassigned = A supervisor gave the referral to another officer
view-line-recipient-named = Another officer of the same force was named to receive what the clinic discloses
view-line-countersigned = A supervisor countersigned
view-line-facts-requester = Facts were supplied, as whoever asks
view-line-facts-supervisor = Facts were supplied, as the supervisor
view-line-facts-clinic = Facts were supplied, as the clinic
view-line-facts-safeguarding = Facts were supplied, as safeguarding
view-line-facts-legal = Facts were supplied, as the legal service
view-line-facts-duty-holder = Facts were supplied, as the duty-holder
view-line-facts-candour = Facts were supplied, as Candour
view-line-record-opened = The record was opened
view-line-repetition-agreed = The reviewer agreed to the record being opened
view-line-repetition-not-agreed = The reviewer did not agree to the record being opened
view-line-proposal-made = Proposal { $n } was made: { $outcome }
view-line-left-out = Proposal { $n }: passages were left out of { $items }; the whole text stays with the clinic
view-line-approval-given = Proposal { $n }: approval given, as { $approval }
view-line-approval-given-by-telephone = Proposal { $n }: approval given by telephone, as { $approval }
view-line-approval-declined = Proposal { $n }: approval declined, as { $approval }
view-line-approval-declined-by-telephone = Proposal { $n }: approval declined by telephone, as { $approval }
view-line-telephone-confirmed = Proposal { $n }: an approval by telephone was confirmed
view-line-telephone-denied = Proposal { $n }: an approval by telephone was denied
view-line-telephone-escalated = Proposal { $n }: an approval by telephone was not confirmed; the reviewer was told
view-line-disclosure-decided = Proposal { $n }: disclosure was decided
view-line-refusal-decided = Proposal { $n }: refusal was decided
view-line-monitoring-refused = A request to watch somebody was refused and counted
view-line-released = Disclosure { $n } was released, its decision witnessed
view-line-emergency-released = Disclosure { $n } was released in an emergency; an after-review is owed
view-line-read-out = Disclosure { $n } was read out by telephone on { $at }; to whom, and the number that was called
view-line-advice-given = Advice was given, from no record
view-line-care-offered = Care is offered to the person
view-line-recalled = Disclosure { $n } was recalled
view-line-destruction-confirmed = Disclosure { $n }: the force confirmed destruction
view-line-destruction-refused = Disclosure { $n }: the force keeps it and named its law
view-line-upheld = Disclosure { $n }: the reviewer upheld it
view-line-not-upheld = Disclosure { $n }: the reviewer did not uphold it
view-line-route-recorded = A safe route was recorded
view-line-route-confirmed = The safe route was confirmed
view-line-about-breach = Breach { $n }
view-line-about-decision = Decision { $n }
view-line-notice-due = { $about }: the person is to be told by { $day }
view-line-notice-waits = { $about }: the person is told once they are found or have recovered, or once a ban on telling them ends
view-line-notice-deferred = { $about }: telling is put off until { $day }: { $ground }
view-line-notice-unsafe = Decision { $n }: telling beforehand was recorded as unsafe
view-line-found = The person was found
view-line-recovered = The person recovered
view-line-notice-lapsed = { $about }: the deferral ended by itself
view-line-notice-escalated = { $about }: the notice could not go by itself and was put before a person
view-line-notice-directed = { $about }: the notice is to be sent now
view-line-notice-sent = { $about }: the letter went to the outbox
view-line-breach-advice = Breach { $n }: advice was given
view-line-breach-measure = Breach { $n }: what was done was recorded
view-line-breach-commissioner = Breach { $n }: it was reported to the Information Commissioner on { $at }
view-line-breach-commissioner-late = Breach { $n }: it was reported to the Information Commissioner on { $at }, after the 72 hours
view-line-breach-not-reportable = Breach { $n }: it was decided that it need not be reported
view-line-breach-told = Breach { $n }: it was decided that they are told
view-line-breach-not-told = Breach { $n }: it was decided that they are not told
view-line-breach-unfounded = Breach { $n }: it was found to be no breach
view-line-affected-route = Breach { $n }: a safe route was recorded for whom it concerns
view-line-affected-route-confirmed = Breach { $n }: that safe route was confirmed
view-line-conflict = A conflict of interest was declared; somebody else sees to the case
view-line-conflict-why = A conflict of interest was declared: { $why }; somebody else sees to the case
view-line-conflict-withdrawn = The conflict that the { $who } had declared was withdrawn
view-line-conflict-withdrawn-colleague = The conflict that the colleague had declared was withdrawn
view-line-taken = The case was taken
view-line-handed-over = The case was handed to a colleague
view-line-handed-back = The case went back to the queue
view-line-time = { $minutes } minutes of work were recorded
view-line-time-back = A record of { $minutes } minutes of work was taken back
view-line-call = A telephone call ({ $who }) on { $at } was written down
view-line-meeting = A meeting ({ $who }) on { $at } was written down
view-spoken-with-officer = with a police officer
view-spoken-with-health = with a health service
view-spoken-with-person-or-relative = with the person or a relative
view-spoken-with-other = with somebody else
view-line-closed = The case was closed
view-line-breach-reported = { $people ->
    [one] Breach { $n } was recorded: { $kind }; { $people } person concerned; the trust was aware on { $aware }, so that the 72 hours end on { $end }
   *[other] Breach { $n } was recorded: { $kind }; { $people } people concerned; the trust was aware on { $aware }, so that the 72 hours end on { $end }
}
