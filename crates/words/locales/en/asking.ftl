## Journeys and their headings
asking-journey-referral = Refer one person
asking-journey-wound = Report a gunshot or knife wound
asking-journey-harm = Disclose a threat or a risk of serious harm
asking-journey-duty = Report under a duty of your own
asking-heading-know = What do you want to know?
asking-heading-report = What do you report?
asking-heading-given = Which information would be given?

## Steps
asking-step-unit = Which unit do you ask?
asking-step-question = What do you want to know or say?
asking-step-who-asks = Who asks?
asking-step-body = Which body asks?
asking-step-who-signs = Who signs the request?
asking-step-about-whom = Whom is it about?
asking-step-person = Who is the person?
asking-step-harm-to-others = What harm to others do you fear?
asking-step-harm-to-self = What harm to the person do you fear?
asking-step-offence = Is there an offence or a wound?
asking-step-purpose = What is it for?
asking-step-information = Which information do you ask for?
asking-step-reasons = Why is it needed?
asking-step-consent = Is there a reason not to ask for consent?
asking-step-law = Which law do you rely on?
asking-step-urgency = How urgent is it?
asking-step-more = Does any of this apply?
asking-step-missing-person = The missing person report
asking-step-mappa = The MAPPA meeting
asking-step-onward = Who would receive it next?
asking-step-victim = Has the victim or witness been told?
asking-step-deferral = Why should the person be told later?
asking-step-duty = Which duty do you report under?
asking-step-recipient = Who would receive it?

## Of which kind, once the kind was chosen
asking-which-purpose = { $kind }: which purpose?
asking-which-items = { $kind }: which information?
asking-which-law = { $kind }: which law?

## A step
asking-place = Step { $place } of { $all }
asking-important = Important
asking-save = Save and continue
asking-save-later = Save and finish later
asking-all-steps = All steps
asking-carried = This is what you said in your last referral. Change it if it is different this time.
asking-back = Back
asking-back-list = Back to your list
asking-back-answers = Back to your answers
asking-back-steps = Back to all steps
asking-back-draft = Back to the draft

## When a draft goes
asking-ends-important = Important:
asking-ends-soon = This draft is deleted in { $left }
asking-ends-soon-text = That is on { $at }. Save it again and it is kept for seven days more, or send it.
asking-ends = This draft is deleted on { $at }, seven days after it was last saved. Saving it again moves that day.

## The list of steps
asking-overview-lead = Nothing is sent before you have checked it. A draft is kept sealed, and nobody else can read it.
asking-to-do = To do
asking-left-out = Left out
asking-optional = Optional
asking-done = Done
asking-overview-delete = Delete this draft

## The answers before they are sent
asking-check-title = Check your answers
asking-check-change = Change<span class="nhsuk-u-visually-hidden"> the answers to: { $step }</span>
asking-not-answered = Not answered yet
asking-left-out-pages = { $n ->
    [one] One page was left out
   *[other] { $n } pages were left out
}
asking-left-out-why = Your answers show that these do not apply. If one does, change the answer beside it.
asking-lessons-title = What would help before you send it
asking-lessons-lead = You may send it as it is. This is what the rules would still ask of a request like yours, from your own answers alone.
asking-lesson-now = Do it now
asking-watch-title = You ask to be kept informed
asking-watch-text = A request to watch a patient, or to be told of changes, is always refused here. It is counted in public.
asking-emergency-title = You send it as an emergency
asking-emergency-text = It goes to the independent reviewer whatever is decided. If it is an emergency, ring the unit too: somebody must call you back through your control room.
asking-send = Send
asking-send-after = Once sent, it cannot be changed. The person may later see who asked, when, and for what.
asking-not-ready = Some steps are not answered yet. <a href="{ $draft }">See all steps</a>.

asking-nobody-named = You name nobody, so a question may be enough. It is one page, it is answered soonest, and the answer comes from no record.
asking-nobody-named-go = Ask a question that names nobody
asking-no-law = You named no law, so this page cannot say what is still missing. Name the one that you have in mind, and it does. You may also send it as it is: the clinic looks at every law.
asking-no-law-go = Name a law

## Deleting a draft
asking-delete-title = Delete this draft?
asking-delete-text = Nothing of it was sent. It cannot be brought back.
asking-delete-now = Delete it
asking-delete-keep = Keep it

## What is asked
asking-ask-purpose = Main purpose
asking-ask-purpose-kind = What it is for
asking-ask-why-not-consent = Reason
asking-ask-claimed-bases = What you rely on
asking-ask-law-kinds = What you rely on
asking-ask-item-kinds = Kinds of information
asking-ask-urgency = Urgency
asking-ask-more = What applies
asking-ask-unit = Unit
asking-ask-body = The body that asks, and would receive the answer
asking-ask-acts-for = I ask on behalf of an intelligence service
asking-ask-rank = Your rank or role
asking-ask-signed = I sign this request: it is true as far as I know, and I am the one who asks
asking-ask-victim = The person is or may be a victim or a witness
asking-ask-died = The person has died
asking-ask-name = Full name
asking-ask-born = Date of birth
asking-ask-age = Age, if the date of birth is not known
asking-ask-nhs-number = NHS number, if you have it
asking-ask-address = Address, if it is needed to tell them from somebody else
asking-ask-harm-to-others = Harm to others
asking-ask-past-only = It has happened and is not feared again
asking-ask-identified-victim = A particular person is at risk
asking-ask-harm-to-self = Harm to the person themself
asking-ask-suicide = What is feared is suicide
asking-ask-offence = The offence in question
asking-ask-wound = The wound that brought the person to care
asking-ask-items-why = Why each of the items is needed
asking-ask-less-intrusive = What less intrusive means you tried, or why none would do
asking-ask-line-of-enquiry = The line of enquiry that this follows, if there is one
asking-ask-balance = Why the harm of not knowing outweighs the harm of telling
asking-ask-risk-grade = Risk grade
asking-ask-incident-number = An incident number is given in the question
asking-ask-end-time = The question says when the sharing ends
asking-ask-bail = The person is avoiding police bail
asking-ask-found = The person has been found
asking-ask-mappa-category = Category
asking-ask-mappa-level = Level
asking-ask-convicted = The person is convicted, or within section 327
asking-ask-questions-listed = The question lists particular questions
asking-ask-meeting-set = A day for the meeting is set
asking-ask-onward-to = Who
asking-ask-says-source = It will say where the information came from
asking-ask-notice-given = Written notice was given on or before this request
asking-ask-victim-exception = Exception relied on instead of notice
asking-ask-senior-approval = A senior officer has approved asking for counselling records
asking-ask-probative = They are shown to have substantial probative value
asking-ask-ground = Ground
asking-ask-deferral-why = Reasons, about this person and today
asking-ask-deferral-days = For how many days
asking-ask-duty = Duty
asking-ask-at-work = I learnt of it in the course of my work
asking-ask-regulated = I am a regulated professional
asking-ask-recipient-body = Who
asking-ask-recipient = Sign-in name of the officer, if you have agreed with one
asking-yes = Yes
asking-no = No
asking-ask-ongoing = I also ask for something after the answer: updates, reports or alerts
asking-more-missing = The person is reported missing
asking-more-mappa = It is for a MAPPA meeting
asking-more-onward = I intend to pass something on to somebody else
asking-more-deferral = I ask that the person be told later
asking-ask-asks-for-reports = It asks whoever receives it to watch or report
asking-duty-fgm2003-s5b = Female genital mutilation of a girl under 18
asking-duty-ta2000-s38b = An act of terrorism by somebody else
asking-duty-ta2000-s19 = Terrorist property
asking-duty-cpa2026-csa-report = A sexual offence against a child
asking-duty-sswba2014-s130 = A child at risk, in Wales
asking-duty-sswba2014-s128 = An adult at risk, in Wales
asking-lead-consent = The clinic tries consent first. Where that is safe it asks the person itself, so you do not need to.
asking-lead-law = Naming a law opens nothing that its conditions do not open, and the clinic looks at every law, named or not. What you name tells us what to tell you about what is missing.
asking-lead-law-conditions = It opens something only if its conditions are met. The summary tells you which of them are still missing.
asking-lead-law-opens-nothing = None of these opens anything by itself. The clinic answers under other law, or not at all.
asking-lead-purpose = Choose the one that comes nearest. The next page asks more precisely.
asking-lead-body = Your account belongs to a police force. Name the body that you ask for.
asking-warning-urgency = An emergency needs evidence, and your identity confirmed by a call back through your control room. Ticking the box opens nothing by itself. Every emergency goes to the independent reviewer.
asking-lead-more = Tick what applies. If nothing does, go on.
asking-lead-unit = No unit sees another unit's cases.
asking-question-referral = Your question
asking-hint-question-referral = What do you need to decide, and what would help you decide it? Leave out ethnicity, religion and whatever else is not needed.
asking-question-wound = What happened
asking-hint-question-wound = When and where, as far as you know. You need not say who the person is.
asking-question-harm = What you know, and how
asking-hint-question-harm = Who might be harmed, by whom, how, and when.
asking-question-duty = What you report
asking-hint-question-duty = What you were told or saw, when, and in the course of which work.
asking-lead-signer = Rank by itself opens nothing.
asking-ask-identified-referral = Can you name one person?
asking-hint-identified-no = Then a question that names nobody may be enough: choose “Ask the clinic”.
asking-ask-identified-report = Is it about one person whom you can name?
asking-lead-person = This part is sealed under a key of its own.
asking-hint-born = For example, 31 3 1980. Leave it out if you do not know it.
asking-hint-age = In years, as far as you know. An unknown age counts as a child’s.
asking-lead-harm = What you know, not what you suspect might be.
asking-ask-items-referral = The least that would do
asking-ask-items-report = What would be given
asking-hint-ongoing = Requests to watch a patient are always refused here. Each one is counted in public.
asking-lead-items = Choose as few kinds as will do. The list goes from what says least about a person to what says most; the pages that follow ask which.
asking-lead-why = What you leave empty counts as not said. The clinic reads these words with your question.
asking-hint-more-deferral = They are told as soon as the law and their safety allow. Later needs a ground in law.
asking-hint-asks-for-reports = That is always refused, and counted in public.
asking-lead-victim = A request for a victim's information needs written notice to the victim (PCSC Act 2022, chapter 3A).
asking-lead-deferral = A deferral ends by itself. Only the independent reviewer can renew it. These reasons go with your question.
asking-hint-duty-fgm2003-s5b = Told by the girl, or physical signs seen. Regulated professionals. FGM Act 2003 s.5B.
asking-hint-duty-ta2000-s38b = Terrorism Act 2000 s.38B. Telling the person can be an offence; the legal service is told.
asking-hint-duty-cpa2026-csa-report = Crime and Policing Act 2026: no day from which it is in force has been confirmed.
asking-hint-duty-sswba2014-s130 = Social Services and Well-being (Wales) Act 2014 s.130.
asking-hint-duty-sswba2014-s128 = Social Services and Well-being (Wales) Act 2014 s.128.
asking-lead-duty = The duty is yours alone. Nobody may veto your report, and nobody may make it for you.
asking-hint-recipient = Leave it out otherwise. Nothing is sent before it is decided.

## Kinds of body
asking-body-local-police = Local police
asking-body-counter-terrorism-police = Counter-terrorism police
asking-body-intelligence-service = An intelligence service
asking-body-court = A court
asking-body-coroner = A coroner
asking-body-local-authority = A local authority
asking-body-safeguarding-adults-board = A safeguarding adults board
asking-body-mappa-responsible-authority = A MAPPA responsible authority
asking-body-channel-panel = A Channel panel
asking-body-violence-reduction-unit = A violence reduction unit
asking-body-defence-solicitor = A defence solicitor
asking-body-health-professional = A health professional
asking-body-other = Somebody else
asking-body-another = Another body

## Ranks and roles
asking-rank-police-staff = Police staff
asking-rank-constable = Constable
asking-rank-sergeant = Sergeant
asking-rank-inspector = Inspector
asking-rank-chief-inspector = Chief inspector
asking-rank-superintendent = Superintendent
asking-rank-above-superintendent = Above superintendent
asking-rank-judge-or-coroner = Judge or coroner
asking-rank-other-professional = Another professional
asking-rank-not-stated = I would rather not say

## Harm to others
asking-others-none = None
asking-others-low-or-unclear = Low, or not clear
asking-others-asserted = Somebody says so, and nothing yet bears it out
asking-others-serious = Serious
asking-hint-others-serious = Death, serious injury, or abuse of somebody.
asking-others-imminent-serious = Serious, and about to happen
asking-hint-others-imminent-serious = Within hours or days.

## Harm to the person
asking-self-none = None
asking-self-low-or-unclear = Low, or not clear
asking-self-serious = Serious
asking-self-imminent-death = They may die soon
asking-hint-self-imminent-death = Within hours or days.

## Gravity of the offence
asking-offence-none = No offence
asking-offence-minor = A minor offence
asking-offence-serious = A serious offence
asking-hint-offence-serious = Such as murder, rape, grievous harm, abuse of a child.
asking-offence-terrorism = A terrorist offence

## Wounds
asking-wound-none = No wound of these kinds
asking-wound-gunshot = A gunshot wound
asking-wound-knife-attack = A wound from an attack with a knife or blade
asking-wound-accidental-or-self-inflicted = An accidental or self-inflicted wound

## Urgency
asking-urgency-routine = Routine
asking-hint-urgency-routine = You hear within 21 days.
asking-urgency-order-deadline = A court order sets a day
asking-hint-urgency-order-deadline = Say which day in your question.
asking-urgency-custody-clock = Somebody is in custody
asking-urgency-same-day = Today
asking-urgency-immediate = Emergency: somebody may die or be seriously hurt
asking-hint-urgency-immediate = You hear within 2 days. Somebody independent reviews every emergency afterwards. One that turns out to be none is counted in public against your force.

## Why consent is not being sought
asking-no-consent-unsafe = Asking would be unsafe
asking-hint-no-consent-unsafe = It would put somebody in danger.
asking-no-consent-inappropriate = Asking would defeat the purpose
asking-hint-no-consent-inappropriate = Say how in your reasons.
asking-no-consent-impracticable = There is no way to ask in time
asking-no-consent-not-stated = There is no reason: the clinic may ask them
asking-hint-no-consent-not-stated = The simplest way. Consent is tried first.

## Exceptions to telling a victim
asking-exception-none = No exception
asking-exception-not-practicable = It is not practicable to tell them
asking-exception-unsafe = Telling them would be unsafe
asking-exception-prejudice = Telling them would prejudice an investigation

## Risk grades of a missing person
asking-grade-none = None
asking-grade-low = Low
asking-grade-medium = Medium
asking-grade-high = High

## Who would receive it next
asking-next-gp = Their GP
asking-next-mental-health-team = A mental health team
asking-next-social-care = Social care
asking-next-police = Another police team
asking-next-intelligence-service = An intelligence service
asking-next-other = Somebody else

## Grounds for putting off notice
asking-ground-n-ta39 = Telling would be likely to prejudice a terrorist investigation
asking-ground-n-court = An order forbids telling
asking-hint-ground-n-court = The order says so
asking-ground-n-sch2p2 = Telling would prejudice the investigation of a crime
asking-ground-n-safety = Telling would put somebody in danger
asking-hint-ground-n-safety = Serious harm to the person or to others
asking-ground-n-vir = An exception for victims and witnesses applies
asking-ground-n-ta21d = Tipping off
asking-hint-ground-n-ta21d = Terrorism Act 2000 s.21D: not for the NHS
asking-ground-n-sch3p5 = Serious harm from seeing a health record
asking-hint-ground-n-sch3p5 = DPA 2018 Sch 3 para 5: about access only
asking-ground-n-sch3p4 = What the person would not expect
asking-hint-ground-n-sch3p4 = DPA 2018 Sch 3 para 4: about access only
asking-ground-none = No ground

## Purposes
asking-purposes-safe = To keep somebody safe
asking-hint-purposes-safe = A life, serious harm, somebody missing, a child, an adult at risk, getting care.
asking-purpose-save-life = To save a life
asking-purpose-prevent-serious-harm = To prevent serious harm to somebody
asking-purpose-find-missing-person = To find a missing person
asking-purpose-safe-detention = To keep somebody safe in custody
asking-purpose-protect-child = To protect a child
asking-purpose-section-47-enquiry = A section 47 enquiry about a child
asking-purpose-adult-safeguarding = To safeguard an adult
asking-purpose-safeguarding-adults-review = A safeguarding adults review
asking-purpose-obtain-care = To get somebody care
asking-purposes-investigate = To investigate
asking-hint-purposes-investigate = A crime, an assault, domestic abuse, a driver, a victim’s statement.
asking-purpose-investigate-serious-crime = To investigate a serious crime
asking-purpose-investigate-assault = To investigate an assault
asking-purpose-investigate-domestic-abuse = To investigate domestic abuse
asking-purpose-fgm-enquiry = An enquiry about female genital mutilation
asking-purpose-identify-driver = To identify a driver
asking-purpose-detect-minor-crime = To detect a minor crime
asking-purpose-antisocial-behaviour = Antisocial behaviour
asking-purpose-victim-statement = A victim's statement
asking-purposes-courts = Courts and inquests
asking-hint-purposes-courts = Charging, a trial, a convicted offender, an inquest.
asking-purpose-charging-decision = A decision whether to charge
asking-purpose-criminal-trial = A criminal trial
asking-purpose-manage-convicted-offender = To manage a convicted offender
asking-purpose-inquest = An inquest
asking-purposes-terrorism = Terrorism and security
asking-hint-purposes-terrorism = Preventing or investigating terrorism, Prevent, Channel.
asking-purpose-prevent-act-of-terrorism = To prevent an act of terrorism
asking-purpose-terrorist-investigation = A terrorist investigation
asking-purpose-counter-terrorism-unspecified = Counter-terrorism, not more precisely
asking-purpose-prevent-triage = To sort a Prevent referral
asking-purpose-channel-support = Support through Channel
asking-purpose-assist-intelligence-service = To assist an intelligence service
asking-purposes-understand = To understand
asking-hint-purposes-understand = How vulnerable somebody is, how to talk with them.
asking-purpose-assess-vulnerability = To assess how vulnerable somebody is
asking-purpose-communication-advice = Advice on how to talk with somebody
asking-purpose-intelligence-gathering = To gather intelligence
asking-purpose-strategic-needs-assessment = An assessment of needs in an area
asking-purposes-watch = To be kept informed about somebody (always refused, and counted in public)
asking-purpose-treatment-compliance = To learn whether somebody takes their treatment
asking-purpose-covert-alert = To be alerted without the person knowing
asking-purpose-resume-surveillance = To decide whether to watch somebody again
asking-purpose-automated-feed = A regular or automatic feed
asking-purposes-none = None of these
asking-purpose-other = Something else

## Groups of items and of bases
asking-items-report = For a statutory report only
asking-items-nobody = About nobody in particular
asking-hint-items-nobody = General advice, where to turn, counts.
asking-items-little = About the person, little of it private
asking-hint-items-little = That they are safe, how to keep them safe, where they are, when they came.
asking-items-today = About their health, today
asking-hint-items-today = Risk to themself or others, injuries, medicines, a diagnosis in one line.
asking-items-depth = About their health and life, in depth
asking-hint-items-depth = Extracts of the record, substance use, therapy notes, the full record.
asking-bases-compel = An order or notice that you have in hand
asking-bases-permit = Law that permits, where its conditions are met
asking-bases-no-gateway = Often named, but no basis to disclose anything
asking-bases-or = Or

## Kinds of law
asking-law-order = A court order, an official notice, or a duty to share
asking-hint-law-order = A judge’s or coroner’s paper, PACE, the driver of a vehicle, a safeguarding board’s request.
asking-law-terrorism = A paper under the Terrorism Act
asking-hint-law-terrorism = A production or explanation order, a search warrant, a superintendent’s order.
asking-law-harm = Danger of death or serious harm
asking-hint-law-harm = The public interest, a life at stake, suicide, somebody missing, a gunshot or knife wound.
asking-law-consent = The person agrees, or cannot decide
asking-hint-law-consent = Explicit consent, or the overall benefit of somebody without capacity.
asking-law-safeguarding = Safeguarding or MAPPA
asking-hint-law-safeguarding = A child, an adult at risk, managing an offender.
asking-law-service = For a coroner or an intelligence service, without an order
asking-hint-law-service = Helping voluntarily.
asking-law-exemption = An exemption or a condition of data protection law
asking-hint-law-exemption = Such as Schedule 2 of the Data Protection Act.
asking-law-duty = A general duty or power to work together
asking-hint-law-duty = Such as crime and disorder, Prevent, Channel, serious violence.
asking-law-named = Something else
asking-hint-law-named = A sharing agreement, implied consent, rank, freedom of information.
asking-law-none = I do not know of any, or rely on none
asking-hint-law-none = The clinic looks at every law.

## What would help, by the fact that is missing
asking-lesson-requester-signed = Sign the request.
asking-lesson-requester-rank = State your rank or role.
asking-lesson-person-identified = Name the one person it is about.
asking-lesson-person-age = Give the person’s age: some of the law is for children only, some for adults only.
asking-lesson-onward-says-source = Say that what you pass on will name where it came from.
asking-lesson-victim-request-notice-given = Give the victim or witness written notice, or name the exception you rely on.
asking-lesson-victim-request-substantial-probative-value = Show that the counselling records have substantial probative value.
asking-lesson-justification-line-of-enquiry = Name the line of enquiry that this follows.
asking-lesson-justification-less-intrusive-tried = Say what less intrusive means you tried, or why none would do.
asking-lesson-justification-items-needed-why = Give a reason for each item you ask for.
asking-lesson-justification-why-not-consent = Say why the person’s consent is not being sought, or let the clinic ask them.
asking-lesson-purpose = State the purpose more precisely: this one is too general to open anything.
asking-lesson-items = Ask for less. This law does not reach what you ask for.
asking-lesson-concern-evidence = Send the clinic the evidence itself: a document, or the word of somebody who saw it.
asking-lesson-instrument = Send the clinic the order or notice itself, in force and addressed to the trust.
asking-lesson-instrument-kind = An application or a draft is not an order. Send the order once it is made.
asking-lesson-instrument-issuer = The paper must come from somebody who may issue it.
asking-lesson-instrument-written = The paper must be in writing.
asking-lesson-instrument-sealed = Send a sealed copy of the order.
asking-lesson-instrument-in-date = The paper must be in force.
asking-lesson-instrument-names-holder = The paper must be addressed to the trust that holds the material.
asking-lesson-instrument-names-requester = The paper must name the body that asks.
asking-lesson-instrument-describes-items = The paper must describe the material.
asking-lesson-instrument-particulars-stated = The paper must state the details that the law requires.
asking-lesson-instrument-person-heard = Let the court know that the person was not heard.
asking-lesson-instrument-sab-conditions = The request must show the conditions of section 45.
asking-lesson-safeguarding-recipient-function-stated = State the safeguarding function of whoever receives it.
asking-lesson-safeguarding-harm-reasoning = Send your reasoning on the harm to the child, in writing.
asking-lesson-safeguarding-strategy-meeting = Send the record of the strategy meeting, or the section 47 letter.
asking-lesson-safeguarding-section-47-letter = Send the local authority’s section 47 letter.
asking-lesson-safeguarding-local-authority-enquiry = Ask the local authority to confirm its enquiry: it is the authority’s to make.
asking-lesson-mappa-questions-listed = List the particular questions for the meeting.
asking-lesson-mappa-meeting-date-set = Set a day for the meeting.
asking-lesson-missing-incident-number = Give the incident number.
asking-lesson-missing-end-time-set = Say when the sharing ends.
asking-lesson-deferral-reasons-given = Give fresh reasons for telling the person later.
asking-lesson-deferral-ground = Name the ground for telling the person later.

## What is wrong with an answer
asking-need-unit = Choose the unit that you ask
asking-need-question = Write your question or report
asking-need-body = Choose the body that asks
asking-need-rank = Choose your rank or role
asking-need-identified = Say whether you can name one person
asking-need-harm-to-others = Choose what harm to others you fear, or none
asking-need-harm-to-self = Choose what harm to the person you fear, or none
asking-need-offence = Choose the gravity of the offence, or none
asking-need-wound = Choose the wound, or none
asking-need-purpose = Choose the main purpose
asking-need-purpose-kind = Choose what it is for, or none of these
asking-need-items = Choose at least one piece of information, or go back and choose other kinds
asking-need-item-kinds = Choose at least one kind of information
asking-need-law-kinds = Choose what you rely on, or that you know of none
asking-need-law = Choose at least one, or go back and choose something else
asking-need-why-not-consent = Choose a reason, or that there is none
asking-need-urgency = Choose how urgent it is
asking-need-risk-grade = Choose the risk grade
asking-need-mappa-category = Choose the category
asking-need-mappa-level = Choose the level
asking-need-onward-to = Choose who would receive it
asking-need-victim-exception = Choose the exception, or none
asking-need-ground = Choose the ground
asking-need-duty = Choose the duty
asking-need-recipient = Choose who would receive it
asking-fault-deferral-days = Enter the days as a whole number
asking-fault-question = Shorten it to { $most } characters
asking-fault-law-kinds = Choose what you rely on, or that you know of none, but not both
asking-fault-name = Enter the person's full name
asking-fault-born = Enter a date of birth that is a calendar day, or leave it out
asking-fault-born-later = Enter a date of birth that lies in the past
asking-fault-age-differs = Enter the age that goes with the date of birth, or leave it out
asking-fault-age = Enter the age in whole years, or leave it out
asking-fault-nhs-number = Enter an NHS number of ten digits with the right check digit, or leave it out
