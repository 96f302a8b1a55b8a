## The case page

case-title = Case { $reference }
case-title-proposal = Case { $reference }, proposal { $n }
case-back = Back to the case
case-your-queue = Your queue
case-nothing-and-back = Do nothing and go back
case-change-nothing-and-back = Change nothing and go back
case-before-you-do = <span class="nhsuk-u-visually-hidden">Important: </span>Before you do this
case-done = Done
case-done-time = { $minutes } minutes are recorded.
case-undo = Undo
case-overdue = Overdue
case-urgent = Urgent
case-choose-one = choose one of these
case-write-something = write something here
case-not-offered = this cannot be done in the case as it stands now, or not by you

## What a reader should know first

case-note-duty = This is a report that a professional is bound by law to make. It is theirs alone: nobody may veto it or hold it up, and the Caldicott Guardian is only informed.
case-note-repetition = This is at least the third referral about this person by the same force within 90 days. Until the independent reviewer has looked, nobody opens the record.
case-note-blind = Your opinion is asked for. Until you have given it, the reasons and opinions of others are hidden from you.
case-note-advises = You can read this case and advise. There is nothing here for you to approve.
case-note-phase-returned = The referral is with the officer, who was told what is missing. Nothing is decided meanwhile.
case-note-phase-withdrawn = The officer withdrew the referral. Nothing more is decided; what is owed to the person still is.
case-note-phase-closed = The case is closed. Nothing more can be recorded in it.
case-note-recipient = Whatever the clinic discloses in this case goes to { $who }, { $force }.
case-note-recipient-gone = { $who }, { $force }, is the officer named to receive what the clinic discloses in this case, and their account is closed. A recall would reach no officer until the Caldicott Guardian names another officer of the force.
case-note-conflict = { $who } has declared a conflict of interest. Somebody else sees to what was asked of them.

## What the reader can do

case-do = What you can do
case-task-asked-now = Asked of you just now
case-task-asked = Asked of you, waiting { $time }
case-task-due = Report by { $day }
case-turn = Whose turn
case-turn-you = You:
case-turn-other = { $who }: { $task }
case-turn-nobody = Nobody's. Nothing is asked of anybody now.
case-clock = By when
case-clock-answer = Whoever asks is answered by { $time } at the latest.
case-clock-breach = Breach { $n } is reported to the Commissioner by { $by }, or it is decided why not ({ $clock }).
case-held-own = This case is yours to see to.
case-held-with = This case is with { $who }.
case-held-colleague = This case is with a colleague.
case-held-nobody = Nobody has taken this case.
case-more = More you can do ({ $count })
case-time = Record time spent, in minutes
case-time-button = { $minutes }<span class="nhsuk-u-visually-hidden"> minutes</span>
case-time-none = Time spent: none yet
case-time-recorded = Time spent: { $minutes } minutes
case-time-counted = Everybody's time is counted together, by unit. Nobody's own time is public.

## Acts: `about` is a proposal or a breach, in a few words

case-about-proposal = proposal { $n }
case-about-breach = breach { $n }
case-proposal-name = proposal { $n } ({ $outcome })
case-act-supply-facts = Record facts
case-act-open-record = Open the record
case-act-advise = Give advice from no record
case-act-advise-alone = You give it on your own word: nobody else has to agree.
case-propose-advise-agreed = As a proposal, the advice is recorded with your reasons and given only once everybody who has to agree has agreed.
case-act-propose = Propose an outcome
case-act-approve = Agree to or decline { $about }: { $approval }
case-act-telephone = Record an approval by telephone of { $about }
case-act-confirm-telephone = Confirm your approval by telephone of { $about }
case-act-safe-route = Record a safe route
case-act-another-safe-route = Record another safe route
case-act-confirm-route = Confirm that the safe route is still safe
case-act-notice-unsafe = Record that telling before { $about } is unsafe
case-act-found = Record that the person was found
case-act-recovered = Record that the person has recovered
case-act-direct-notice = Decide that the notice about { $about } is sent
case-act-recall = Recall { $about }
case-act-review-repetition = Decide about the third referral in 90 days
case-act-after-review = Say whether { $about } stands
case-act-take = Take this case
case-act-hand-over = Hand it over
case-act-put-back = Put it back into the queue
case-act-time = Record time spent
case-act-time-back = Take back a record of time
case-act-record-call = Record a call or meeting
case-act-conflict = Declare a conflict of interest
case-act-withdraw-conflict = Withdraw this declaration
case-act-name-recipient = Name another officer to receive
case-act-give-by-telephone = { $about }: read out by telephone what was released
case-act-record-destruction = { $about }: record what the force did after the recall
case-act-close = Close the case
case-act-look = Look at the case

## Who stands back

case-conflicts = Who stands back
case-conflicts-declared = { $count ->
    [one] One declaration, on { $at }
   *[other] { $count } declarations, the last on { $at }
}
case-conflict-withdrawn = { $who }: withdrawn by the Caldicott Guardian
case-conflict-declared = { $who } declared a conflict of interest
case-conflict-withdraw = Withdraw this declaration<span class="nhsuk-u-visually-hidden"> of { $who }</span>

## What is asked

case-asked = What is asked
case-asked-by = Who asks
case-asked-sent = Sent { $at }. Unit: { $unit }.
case-asked-stage = Where it stands
case-countersigned-yes = Countersigned by a supervisor of the force.
case-countersigned-no = Not yet countersigned.
case-earlier-none = No earlier referral about this person by this force in 90 days.
case-earlier-some = { $count ->
    [one] { $count } earlier referral about this person by this force in 90 days.
   *[other] { $count } earlier referrals about this person by this force in 90 days.
}
case-person = The person
case-person-as-given = As whoever asks gave it. Nothing here says whether any service knows them.
case-person-name = Name
case-person-birth = Date of birth
case-person-nhs-number = NHS number
case-person-address = Address
case-person-not-given = Not given

## Codes: how a case began, where it stands

case-origin-enquiry = Enquiry
case-origin-requester = Referral
case-origin-health-service = Begun by the health service
case-origin-duty-holder = Report under a personal duty
case-phase-returned = returned
case-phase-withdrawn = withdrawn
case-phase-closed = closed
case-stage-new = new
case-stage-record-opened = record opened
case-stage-awaiting-approvals = awaiting approvals
case-stage-awaiting-release = awaiting release
case-stage-decided = decided
case-stage-released = released
case-stage-recalled = recalled
case-stage-returned = returned
case-stage-withdrawn = withdrawn
case-stage-closed = closed

## The facts

case-facts = The facts
case-facts-intro = The gate knows these and nothing else. Something counts only once it is shown.
case-facts-counted = { $shown } stated or shown, { $unset } not
case-facts-unset = Not stated or not shown ({ $count })
case-supplier-whoever-asks = Said by whoever asks
case-supplier-the-supervisor = Said by the supervisor
case-supplier-the-clinic = Recorded by the clinic
case-supplier-safeguarding = Recorded by safeguarding
case-supplier-the-legal-service = Recorded by the legal service
case-supplier-the-duty-holder = Said by the professional who reports
case-supplier-candour = Counted or set by Candour
case-can-say-whoever-asks = whoever asks can say
case-can-say-the-supervisor = the supervisor can say
case-can-say-the-clinic = the clinic can say
case-can-say-safeguarding = safeguarding can say
case-can-say-the-legal-service = the legal service can say
case-can-say-the-duty-holder = the duty-holder can say
case-can-say-candour = Candour can say
case-somebody-can-say = { $who } can say
case-facts-record = Record facts
case-facts-record-intro = Record what has been shown to you, not what is likely. Whatever you leave open counts as not shown. Each entry is kept with your name, and the gate works out anew what is open.
case-facts-recorded = Recorded
case-facts-nothing = Nothing yet
case-facts-button = Record this

## What the gate leaves open

case-gate = What the gate leaves open
case-gate-intro = The gate can close an outcome; it never chooses one. What stands here is in a fixed order, and none of it is advice to you. Policy pack { $pack }.
case-gate-changed = <strong>The rules changed</strong> since this case was last judged, from { $from } to { $to }.
case-gate-nothing-differs = Nothing differs in this case.
case-gate-differs = In this case:
case-gate-open = Open
case-gate-propose = Propose this
case-gate-closed = Closed
case-gate-terms = What each open outcome needs and gives ({ $count })
case-gate-why = What is closed, and why ({ $count })
case-gate-missing = What is missing
case-gate-missing-for = This might open: { $basis }
case-missing-from-who-asks = Whoever asks could still supply this: { $what }
case-reason-curable = It can be put right
case-rows-law = Law
case-rows-unconfirmed = Nobody has yet checked that this is in force as written.
case-rows-items = May be given
case-rows-items-closed = May not be given
case-rows-max-days = At most { $days ->
    [one] { $days } day.
   *[other] { $days } days.
}
case-rows-deferral-refused = Putting it off was asked for and does not hold: { $reason }
case-needs = Needs
case-needs-one-word = The agreement of one clinician or Caldicott Guardian
case-conditions = Conditions
case-afterwards = Afterwards

## Proposals

case-proposal-heading = Proposal { $n }: { $outcome }
case-proposal-in-full = Proposal { $n } in full
case-proposal-waits = Waits for: { $approvals }
case-proposal-leaves = What would leave
case-proposal-state-open = waiting for approvals
case-proposal-state-declined = declined
case-proposal-state-decided = decided
case-proposal-state-released = released
case-proposal-state-recalled = recalled
case-proposal-state-settled = settled: destroyed, or kept by law
case-proposal-emergency = It went out as an emergency.
case-proposal-review-owed = The independent reviewer still has to look at it.
case-proposal-ground = Ground
case-proposal-hidden = Hidden until you have given your opinion
case-proposal-under = Judged under
case-proposal-under-pack = Policy pack { $pack }
case-proposal-put-off = Put off until { $day } at the latest.
case-proposal-approvals = Opinions and approvals
case-proposal-by-telephone = by telephone, { $state }
case-item-reasons = Why each item is needed
case-necessity = Why it is necessary
case-proportionality = Why it is proportionate
case-approval-individual-professional-personal-duty = The professional's own report
case-approval-treating-clinician-opinion = Clinician's opinion
case-approval-second-senior-clinician-two-person = Second clinician's opinion
case-approval-named-safeguarding-professional = Safeguarding professional's opinion
case-approval-legal-services-validation = Legal service's validation
case-approval-caldicott-guardian = Caldicott Guardian's decision
case-approval-on-call-guardian-deputy-then-review-within-24h = On-call deputy's decision
case-approval-independent-deferral-reviewer = Reviewer's agreement to telling later
case-approval-independent-reviewer-before-opening = Reviewer's agreement before the record is opened
case-answer-waiting = waiting
case-answer-given = given
case-answer-declined = declined
case-answer-given-or-declined = given or declined

## What would leave

case-content = What would leave, as the officer would read it
case-content-advice = What the officer would read
case-content-whole = The whole text, with what is left out
case-content-whole-intro = What stands in double brackets never leaves. It stays with the clinic and the reviewer as long as the case.

## Proposing

case-outcomes-intro = These are open. They stand in a fixed order and none is recommended. A proposal decides nothing; it asks named people for their approval.
case-propose-button = Look at it before it is recorded
case-preview-intro = Nothing has been recorded yet.
case-preview-copy = A copy
case-preview-download = The officer may download it
case-preview-no-download = It can only be read in Candour
case-preview-button = Record this proposal
case-preview-change = Change it

## Approving

case-approve-closed-since = The facts have changed since this was proposed, and the gate has closed this outcome. It can be declined; agreeing decides nothing.
case-approve-proposed = What is proposed
case-approve-persons-view = The person's view
case-approve-gate-today = What the gate says today
case-approve-gate-same = Approvals, telling and conditions are as they were proposed.
case-approve-everything-else = <a href="{ $href }">Everything else in this case</a>, in a page of its own
case-approve-answer = What is your answer?
case-approve-yes-disclosed = Yes, I agree that this is disclosed
case-approve-yes = Yes, I agree
case-approve-no = No, I decline
case-approve-reasons = Your reasons
case-approve-reasons-hint = Two or three sentences, in your own words. They are kept with the decision.
case-approve-button = Record my answer
case-approve-instead = Something else instead
case-effect-settles = One agreement of a clinician or guardian decides this. Nothing about the person leaves.
case-effect-duty = This concerns a report that the law demands of a professional. Nobody may veto it.
case-effect-decides = Yours is the decision. If you agree, it is made; what leaves is released once it has been witnessed and the notice rule allows.
case-effect-last = Yours is the last opinion that is asked for. If you agree, the decision is made.
case-effect-one-of-several = Yours is one of several opinions. The decision is made when the last one is given; if you decline, the proposal ends.

## Approvals by telephone

case-by-telephone = Record an approval by telephone
case-telephone-intro = In an emergency somebody may approve by telephone, and you record it for them. Read the proposal to them first, item by item.
case-telephone-warning = They must confirm it in their own account within 24 hours. If they do not, or say that they never gave it, the independent reviewer is told.
case-telephone-which = Which approval was given by telephone?
case-telephone-who = Who gave it?
case-telephone-who-hint = Their sign-in name. They are asked to confirm it in their own account.
case-telephone-who-expected = their sign-in name
case-telephone-day = On which day did you speak?
case-telephone-day-expected = a calendar day, such as 27 3 2026
case-telephone-at = At what time?
case-telephone-at-hint = On the 24-hour clock, such as 14:05.
case-telephone-at-expected = a time of that day, such as 14:05
case-telephone-said = What did they say?
case-telephone-agreed = They agreed
case-telephone-declined = They declined
case-telephone-reasons = Their reasons
case-telephone-reasons-hint = In their words, as you wrote them down while you spoke.
case-telephone-button = Record this approval

## Telling the person

case-telling = Telling the person
case-route = Safe route
case-route-none = None is recorded. Nothing is sent to the person until one is.
case-notice-about = About { $about }

## Breaches

case-breach-heading = Breach { $n }: { $kind }
case-breach-in-full = Breach { $n } in full
case-breach-recorded = Recorded by { $who }, { $at }
case-breach-unfounded = It was found to be no breach: { $who }.
case-breach-report = Report to the Commissioner by <strong>{ $by }</strong>: { $clock } of 72 hours.
case-breach-happened = It happened
case-breach-aware = The trust was aware
case-breach-end = The 72 hours end
case-breach-people = People
case-breach-about = About
case-breach-disclosure = Disclosure { $n }
case-breach-commissioner = The Commissioner
case-breach-late = after the 72 hours
case-breach-telling = Telling whom it concerns
case-breach-route = Their safe route
case-breach-no-route = None is recorded
case-breach-measure = What was done

## Advice, what happened

case-advice = Advice
case-advice-given = { $times ->
    [one] Given once, on { $at }
   *[other] Given { $times } times, the last on { $at }
}
case-timeline = What happened
case-timeline-counted = { $count ->
    [one] One entry: { $what }, { $at }
   *[other] { $count } entries, the last: { $what }, { $at }
}
case-openings-none = The record has not been opened for this case.
case-openings = { $times ->
    [one] The record was opened once.
   *[other] The record was opened { $times } times.
}
case-readings = Each reading of this page is recorded, in a list that the person can see.
case-receipts-link = What of it is in the public ledger

## Receipts

case-receipts = What is in the ledger
case-receipts-intro = A receipt proves that something is in the public ledger since then, and not what it was. Whoever has it can <a href="/receipts/check">check it</a> without us.
case-receipts-caption = What happened, and its receipts
case-receipts-entry = Entry
case-receipts-keep = To keep
case-receipts-receipt = Receipt<span class="nhsuk-u-visually-hidden"> of entry { $index }</span>
case-receipts-full-opening = Full opening<span class="nhsuk-u-visually-hidden"> of entry { $index }</span>
case-receipts-not-witnessed = Not witnessed yet
case-receipts-nothing = Nothing yet
case-opening = A full opening?
case-opening-entry = entry { $index } of the ledger
case-opening-intro = A full opening shows the entry, its salt and the event itself: who did it (as a number), when, and codes such as the outcome. It holds no text that anybody wrote, no name, and nothing that was disclosed.
case-opening-warning = This file proves to anybody who holds it what happened. Give it only to somebody whom you would tell. Nobody may make you show it.
case-opening-recorded = That you took it is recorded, in a list that the person can see.
case-opening-button = Save the full opening

## Looking a text over before it leaves

case-look-over-hint = The officer reads it exactly as you write it. Before it leaves it is looked over for what would identify somebody; that finds much, and not everything.
case-look-over = <span class="nhsuk-u-visually-hidden">Important: </span>Read this again before it leaves
case-look-over-intro = This may identify somebody, or say that they are known. You decide: change the text, or let it stand. What is not marked may do so too.
case-give-as-it-stands = Give it as it stands

# Why a passage is pointed out, as the crate `identifying` says it.
case-why-this-is-the-person-s-name-or-a-part-of-it = This is the person's name, or a part of it.
case-why-this-is-a-short-form-or-another-spelling-of-the-person-s-name = This is a short form or another spelling of the person's name.
case-why-this-is-the-person-s-name-written-letter-by-letter = This is the person's name, written letter by letter.
case-why-this-looks-like-somebody-s-name = This looks like somebody's name.
case-why-this-looks-like-the-person-s-name-with-a-few-letters-changed = This looks like the person's name with a few letters changed.
case-why-these-are-the-person-s-initials = These are the person's initials.
case-why-these-look-like-somebody-s-initials = These look like somebody's initials.
case-why-this-is-the-person-s-date-of-birth-or-a-part-of-it = This is the person's date of birth, or a part of it.
case-why-a-day-with-its-year-can-say-who-is-meant = A day with its year can say who is meant.
case-why-this-says-when-somebody-was-born = This says when somebody was born.
case-why-a-month-with-its-year-can-say-what-happened-to-whom = A month with its year can say what happened to whom.
case-why-an-age-narrows-down-who-is-meant = An age narrows down who is meant.
case-why-this-is-the-person-s-nhs-number-or-a-part-of-it = This is the person's NHS number, or a part of it.
case-why-this-is-the-person-s-nhs-number-with-a-digit-or-two-changed = This is the person's NHS number with a digit or two changed.
case-why-this-is-built-like-an-nhs-number = This is built like an NHS number.
case-why-this-is-in-the-person-s-address = This is in the person's address.
case-why-this-looks-like-an-address = This looks like an address.
case-why-this-says-where-somebody-lives = This says where somebody lives.
case-why-this-is-the-person-s-postcode-or-its-first-half = This is the person's postcode, or its first half.
case-why-this-looks-like-a-postcode = This looks like a postcode.
case-why-this-is-the-person-s-telephone-number = This is the person's telephone number.
case-why-this-looks-like-somebody-s-telephone-number = This looks like somebody's telephone number.
case-why-this-is-the-person-s-e-mail-address = This is the person's e-mail address.
case-why-this-looks-like-somebody-s-e-mail-address = This looks like somebody's e-mail address.
case-why-this-is-the-name-of-somebody-close-to-the-person = This is the name of somebody close to the person.
case-why-this-speaks-of-somebody-close-to-the-person = This speaks of somebody close to the person.
case-why-work-school-or-standing-together-with-a-place-can-be-true-of-one-person-alone = Work, school or standing together with a place can be true of one person alone.
case-why-this-looks-like-the-registration-of-a-vehicle = This looks like the registration of a vehicle.
case-why-this-looks-like-the-number-of-a-health-record = This looks like the number of a health record.
case-why-this-looks-like-the-number-of-a-police-record = This looks like the number of a police record.
case-why-this-looks-like-an-official-number-of-somebody-s = This looks like an official number of somebody's.
case-why-this-looks-like-somebody-s-account-or-page = This looks like somebody's account or page.
case-why-naming-a-clinician-or-a-unit-tells-who-treats-the-person = Naming a clinician or a unit tells who treats the person.
case-why-this-tells-whether-services-know-the-person = This tells whether services know the person.
case-why-this-states-a-fact-about-somebody-s-health-as-a-record-would = This states a fact about somebody's health, as a record would.
