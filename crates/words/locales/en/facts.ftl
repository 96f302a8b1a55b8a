# What the clinic, safeguarding and the legal service are asked for. Identifiers end in the pointer of the fact; those of
# a group of boxes (label, hint) in that of its first box.

## Faults, after a label or as a request

facts-fault-number = a whole number, or nothing
facts-fault-items = items of this list only
facts-fault-day = a calendar day, such as 27 3 2026

## Who is asking

facts-title-requester = Who is asking
facts-intro-requester = How far you have made sure that the officer is who they say they are.
facts-label-requester-identity = How was the officer's identity confirmed?
facts-hint-requester-identity = Call back through the force's control room, on a number that you looked up yourself. A number on the form proves nothing.
facts-option-requester-identity-unverified = Not confirmed
facts-option-requester-identity-verified = Confirmed
facts-means-requester-identity-verified = For example by an account of the force, or in person with a warrant card.
facts-option-requester-identity-verified-by-call-back = Confirmed by calling back
facts-means-requester-identity-verified-by-call-back = Through the control room. In an emergency only this will do for a spoken statement.

## What the concern rests on

facts-title-evidence = What the concern rests on
facts-intro-evidence = How good the evidence is that came with the referral, and whether anything is new since the last one.
facts-label-concern-evidence = What is the best evidence you were given?
facts-hint-concern-evidence = Judge what you have seen or heard yourself, not what you were told exists.
facts-option-concern-evidence-none = None
facts-option-concern-evidence-assertion = An assertion
facts-means-concern-evidence-assertion = Somebody says so, and does not say how they know.
facts-option-concern-evidence-second-hand = Second hand
facts-means-concern-evidence-second-hand = Somebody passes on what another person saw or heard.
facts-option-concern-evidence-verbal-statement = A spoken statement
facts-means-concern-evidence-verbal-statement = Told to you by somebody who knows, to be confirmed in writing.
facts-option-concern-evidence-documented = Documents
facts-means-concern-evidence-documented = A statement, a log, a recording or the like.
facts-option-concern-evidence-first-hand = First hand
facts-means-concern-evidence-first-hand = You, or a colleague, saw or heard it.
facts-label-repetition-new-facts-since-last = What else has been shown?
facts-hint-repetition-new-facts-since-last = Leave a box empty if you do not know.
facts-tick-repetition-new-facts-since-last = The concern rests on facts that arose after this force's last referral
facts-means-repetition-new-facts-since-last = Only matters where the same force has asked about this person in the last 90 days.
facts-tick-victim-request-counselling-records = What is asked for is counselling information about a victim
facts-means-victim-request-counselling-records = Mental health records about a victim are presumed to be. Recorded for whoever decides.

## Capacity and competence

facts-title-capacity = Capacity and competence
facts-intro-capacity = For this decision, at this time. Nothing here follows from a diagnosis, an age or a detention.
facts-label-person-child-competence = Under 16: does the child understand this decision?
facts-hint-person-child-competence = A child who understands decides alone, and decides what parents are told.
facts-option-person-child-competence-not-applicable = The person is 16 or over
facts-option-person-child-competence-competent = Yes, the child is competent
facts-option-person-child-competence-not-competent = No, the child is not competent
facts-option-person-child-competence-not-assessed = Not assessed
facts-label-person-capacity = 16 or over: does the person have capacity for this decision?
facts-hint-person-capacity = Capacity is presumed under the Mental Capacity Act 2005 until it is shown to be lacking.
facts-option-person-capacity-has-capacity = Yes
facts-option-person-capacity-doubted = Doubted
facts-option-person-capacity-lacks-temporary = No, and it may come back
facts-means-person-capacity-lacks-temporary = For example while unconscious, intoxicated or acutely unwell.
facts-option-person-capacity-lacks-long-term = No, and it will not come back soon
facts-option-person-capacity-not-assessed = Not assessed
facts-label-person-capacity-assessed = What is recorded?
facts-tick-person-capacity-assessed = An assessment for this very decision is in the notes

## Consent

facts-title-consent = Consent
facts-intro-consent = What the person was asked and what they said. Consent counts only if the health service asked, never the officer.
facts-label-consent-status = Where does consent stand?
facts-option-consent-status-not-sought = Not asked for
facts-option-consent-status-given = Given
facts-option-consent-status-refused = Refused
facts-means-consent-status-refused = A refusal is an answer. It is not asked for again.
facts-option-consent-status-withdrawn = Given, then withdrawn
facts-means-consent-status-withdrawn = What was sent is recalled.
facts-option-consent-status-cannot-be-sought = Cannot be asked for
facts-means-consent-status-cannot-be-sought = For example because the person is unconscious or cannot be found.
facts-label-consent-by = Who gave, refused or withdrew it?
facts-option-consent-by-none-of-these = Nobody has answered
facts-option-consent-by-person = The person
facts-option-consent-by-parent = A parent with responsibility
facts-option-consent-by-attorney-or-deputy = An attorney or deputy
facts-option-consent-by-family = Somebody else in the family
facts-means-consent-by-family = Family cannot consent for an adult.
facts-label-consent-asked-by-health-service = How was it given?
facts-hint-consent-asked-by-health-service = All of these are needed before consent opens anything.
facts-tick-consent-asked-by-health-service = The health service asked, not the officer
facts-tick-consent-specific = It says what is shared, with whom and why
facts-tick-consent-informed-and-free = It was informed, and free of pressure
facts-tick-consent-written = It is recorded in writing
facts-tick-consent-single-use = It is for this one time
facts-label-consent-age-days = How many days ago was it given?
facts-hint-consent-age-days = Consent counts for 30 days. Leave empty if it was not given.
facts-label-consent-covers = What does it cover?
facts-hint-consent-covers = Tick only what the person was asked about and agreed to.

## Speaking for the person

facts-title-representative = Speaking for the person
facts-intro-representative = Only where the person cannot decide for themselves.
facts-label-representative-authority-checked = What has been done?
facts-hint-representative-authority-checked = Leave a box empty if it has not been done.
facts-tick-representative-authority-checked = Somebody looked for an attorney or deputy
facts-tick-representative-consulted = People close to the person were consulted
facts-tick-representative-overall-benefit-written = Why sharing is to the person's overall benefit is written down
facts-tick-representative-can-wait = The decision can wait until the person can decide
facts-means-representative-can-wait = Then it waits: nothing is opened on this ground.

## A child at risk

facts-title-child = A child at risk
facts-intro-child = For a person under 18. The words are those of sections 17 and 47 of the Children Act 1989.
facts-label-safeguarding-child-harm = What harm to the child is there reason to believe in?
facts-option-safeguarding-child-harm-none = None
facts-option-safeguarding-child-harm-asserted = Asserted only
facts-means-safeguarding-child-harm-asserted = Somebody says so, without grounds that you could weigh.
facts-option-safeguarding-child-harm-in-need = The child is in need
facts-means-safeguarding-child-harm-in-need = Section 17. Families are asked to agree.
facts-option-safeguarding-child-harm-significant = Significant harm
facts-means-safeguarding-child-harm-significant = Section 47: reasonable cause to suspect it.
facts-label-safeguarding-harm-reasoning = What has been done?
facts-hint-safeguarding-harm-reasoning = Leave a box empty if it has not been done or you do not know.
facts-tick-safeguarding-harm-reasoning = The reasoning about harm is written down
facts-tick-safeguarding-section-47-letter = The local authority's section 47 letter is here
facts-tick-safeguarding-strategy-meeting = A strategy meeting is recorded
facts-tick-safeguarding-named-professional-consulted = You, or a colleague in your part, were consulted

## An adult at risk

facts-title-adult = An adult at risk
facts-intro-adult = For a person of 18 or over. The three parts of section 42 of the Care Act 2014, and what bears on a refusal.
facts-label-safeguarding-adult-care-needs = Is the adult at risk?
facts-hint-safeguarding-adult-care-needs = All three are needed.
facts-tick-safeguarding-adult-care-needs = The adult has needs for care and support
facts-tick-safeguarding-adult-abuse-or-neglect = Abuse or neglect is suspected
facts-tick-safeguarding-adult-unable-to-protect = Because of those needs the adult cannot protect themselves
facts-label-safeguarding-coercion = What else has been shown?
facts-hint-safeguarding-coercion = An adult with capacity who refuses is respected unless one of the first two holds.
facts-tick-safeguarding-coercion = Somebody may be coercing the person
facts-tick-safeguarding-others-at-risk = Other people are at risk
facts-tick-safeguarding-local-authority-enquiry = The local authority made or confirmed a section 42 enquiry

## Sharing for a child's welfare

facts-title-welfare = Sharing for a child's welfare
facts-intro-welfare = The health body's own judgement under section 16LA of the Children Act 2004. Its duty starts on a day that the law has still to name; until then the gate keeps this basis closed.
facts-label-safeguarding-holder-considers-relevant = What has the health body found?
facts-tick-safeguarding-holder-considers-relevant = The information bears on the child's welfare
facts-tick-safeguarding-detriment-assessed = Sharing does no more harm to the child than not sharing
facts-tick-safeguarding-recipient-function-stated = The recipient has said which safeguarding function it acts under

## The paper that was served

facts-title-instrument = The paper that was served
facts-intro-instrument = Record what the paper itself says. An order in hand is obeyed to its letter, and nothing beyond its letter is given.
facts-whole-instrument = Has an order, a notice or a written requirement been served?
facts-no-instrument = No, nothing has been served
facts-yes-instrument = Yes, and this is what it says
facts-label-instrument-kind = What is it?
facts-hint-instrument-kind = A letter, a draft or an application is not an order, whatever it is called.
facts-option-instrument-kind-court-order = An order of a court
facts-option-instrument-kind-ta2000-sch5-para5 = A production order, Terrorism Act 2000 Schedule 5 paragraph 5
facts-option-instrument-kind-ta2000-sch5-para7 = An order for material of the next 28 days, paragraph 7
facts-option-instrument-kind-ta2000-sch5-para11 = A warrant, paragraph 11
facts-option-instrument-kind-ta2000-sch5-para13 = An order to explain, paragraph 13
facts-option-instrument-kind-ta2000-sch5-para15 = A superintendent's urgent order, paragraph 15
facts-option-instrument-kind-pace-sch1 = A production order, Police and Criminal Evidence Act 1984 Schedule 1
facts-option-instrument-kind-rta1988-s172 = A requirement to say who was driving, Road Traffic Act 1988 section 172
facts-option-instrument-kind-cja2009-sch5-para1 = A coroner's notice, Coroners and Justice Act 2009 Schedule 5
facts-option-instrument-kind-care-act-s45 = A request of a safeguarding adults board, Care Act 2014 section 45
facts-option-instrument-kind-sswba2014-s137 = A request of a safeguarding board in Wales, section 137
facts-option-instrument-kind-service-confirmation = A written confirmation by an intelligence service
facts-option-instrument-kind-application-or-draft = An application or a draft only
facts-label-instrument-issuer = Who issued it?
facts-option-instrument-issuer-judge = A judge
facts-option-instrument-issuer-coroner = A coroner
facts-option-instrument-issuer-chief-officer-of-police = A chief officer of police, or for them
facts-option-instrument-issuer-superintendent = A superintendent
facts-option-instrument-issuer-safeguarding-board = A safeguarding board
facts-option-instrument-issuer-intelligence-service = An intelligence service
facts-option-instrument-issuer-applicant-or-solicitor = The applicant, or a solicitor
facts-option-instrument-issuer-not-stated = It does not say
facts-label-instrument-written = What have you seen for yourself?
facts-hint-instrument-written = Leave a box empty if you have not.
facts-tick-instrument-written = It is in writing
facts-tick-instrument-sealed = A sealed copy
facts-tick-instrument-in-date = It is in force today
facts-tick-instrument-names-holder = It is addressed to this trust, and the trust holds the material
facts-tick-instrument-names-requester = It names whoever asks as the one to receive
facts-tick-instrument-particulars-stated = It states the particulars that its law requires
facts-means-instrument-particulars-stated = The offence, vehicle, time and place, deadline or function.
facts-tick-instrument-person-heard = The person was told of the application and could be heard
facts-tick-instrument-forbids-notice = Its terms forbid telling the person
facts-label-instrument-describes-items = Which information does it describe?
facts-hint-instrument-describes-items = Tick only what its words cover. Leave all empty if it does not describe the material.
facts-label-instrument-access-conditions = Which set of access conditions does it cite?
facts-hint-instrument-access-conditions = For an order under the Police and Criminal Evidence Act 1984 only.
facts-option-instrument-access-conditions-none-of-these = None
facts-option-instrument-access-conditions-1 = The first
facts-option-instrument-access-conditions-2 = The second
facts-means-instrument-access-conditions-2 = Health records need the second.
facts-label-instrument-sab-conditions = Which conditions of section 45 are shown?
facts-hint-instrument-sab-conditions = For a request of a safeguarding adults board only.
facts-option-instrument-sab-conditions-1 = Condition 1: it is asked so that the board can do its work
facts-option-instrument-sab-conditions-2 = Condition 2: whoever is asked is likely to hold it
facts-option-instrument-sab-conditions-3 = Condition 3: it is about the one asked, or their work
facts-option-instrument-sab-conditions-4 = Condition 4: it is, or comes from, what the one asked was given under such a request
facts-label-instrument-future-material = Does it reach into the future?
facts-hint-instrument-future-material = Only paragraph 7 may, for at most 28 days and only over papers made in ordinary care.
facts-tick-instrument-future-material = It reaches material that does not exist yet
facts-tick-instrument-ordinary-care-only = It reaches only papers that are made in ordinary care
facts-label-instrument-future-days = How many days ahead does it reach?
facts-hint-instrument-future-days = Leave empty if it does not reach ahead.
facts-label-instrument-ends-on = On which day does it end?
facts-hint-instrument-ends-on = For example, 27 3 2026. Leave empty if it does not say.
facts-label-instrument-ban-ends-on = On which day does its ban on telling the person end?
facts-hint-instrument-ban-ends-on = Leave empty if there is no ban, or no end is stated.

## Putting off telling the person

facts-title-telling = Putting off telling the person
facts-intro-telling = Only where the officer asks for it on the ground of a terrorist investigation.
facts-label-deferral-legal-service-agrees = What does the legal service say?
facts-hint-deferral-legal-service-agrees = Without this, telling is put off by 3 days at most; with it, by 28, and the independent reviewer looks at it either way.
facts-tick-deferral-legal-service-agrees = Telling the person would be likely to prejudice a terrorist investigation
facts-means-deferral-legal-service-agrees = Section 39 of the Terrorism Act 2000.
