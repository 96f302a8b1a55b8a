# Why something is not done, and what a form expects. English phrases are put into sentences by pages; Welsh ones are sentences.

## Refusals

refusal-no-such-case = there is no such case
refusal-not-your-role = this is not for your role to do
refusal-no-such-proposal = there is no such proposal
refusal-closed = the case is closed; nothing more can be recorded in it
refusal-withdrawn = the referral was withdrawn
refusal-returned = the referral was returned and waits for the officer
refusal-not-returned = the referral is not waiting for you
refusal-repetition-waits = a third referral by the same force within 90 days waits for the independent reviewer; no record is opened until they have looked
refusal-enquiry-only = an enquiry names nobody, so there is no record to open and nothing to disclose
refusal-outcome-closed = the gate has closed this outcome
refusal-item-closed = an item is not among those that the verdict opens
refusal-no-items = choose at least one item
refusal-no-content = write what is to be disclosed for every item
refusal-item-reasons = say of each item why it is needed, and of no other
refusal-notice-rule = the notice rule is not the one that the verdict gives
refusal-deferral-days = the last day of the deferral must lie between today and { $days } days from now
refusal-deferral-reasons = give reasons for putting off notice
refusal-verdict-changed = the facts or the rules have changed since this was proposed and the outcome is no longer open as proposed; propose again
refusal-rules-changed = the rules changed while you were deciding; nothing was recorded; look at the case again
refusal-proposal-not-open = this proposal is no longer open
refusal-approval-not-needed = this approval is not asked for
refusal-approval-given = this approval was given already
refusal-others-first = other approvals come first: { $approvals }
refusal-same-person = you already have another part in this case, and the two must be different people
refusal-not-an-emergency = an approval may be given by telephone only in an emergency
refusal-caller-not-verified = only an emergency is taken by telephone, and only when whoever rang was called back through the control room of their force
refusal-not-by-telephone = items are read out by telephone only where they were released in an emergency, or where whoever asked has no account
refusal-read-out-times = what was released is read out after it was released, and not in the future
refusal-nothing-to-confirm = no approval of yours waits to be confirmed
refusal-not-ready = the disclosure is not ready to be released
refusal-not-released = there is nothing to read
refusal-not-recalled = nothing was recalled
refusal-nothing-to-review = no review is owed
refusal-no-route = no safe route has been recorded
refusal-no-notice = the notice is not waiting for this
refusal-still-owed = something is still owed to the person or to the reviewer, so the case stays open
refusal-no-such-breach = there is no such breach
refusal-breach-times = what happened comes first, then the trust becomes aware of it, then it is reported, and none of it lies in the future
refusal-delay-reasons = it was reported after the 72 hours: say why it is late
refusal-notice-owed = information about somebody left, so they are owed a notice; if it was about the right person after all, find that there was no breach
refusal-searched-too-often = you have searched { $most } times within the last hour, which is as often as anybody may; search again later, or open the case from your queue
refusal-conflict-declared = you have declared a conflict of interest in this case, so it is closed to you; somebody else sees to it, and only the Caldicott Guardian can withdraw the declaration
refusal-colleague-stands-back = whoever is named has declared a conflict of interest in this case
refusal-own-case = you began this case yourself, so you cannot stand back from it; speak to the Caldicott Guardian
refusal-no-conflict = there is no such declaration
refusal-no-officer = choose an officer of your force who has an account
refusal-no-recipient = in this case the clinic has named no officer to receive anything
refusal-not-of-their-force = choose another officer of the same force as the one who is named now
refusal-no-colleague = choose a colleague who is a clinician of this unit
refusal-minutes = choose 5, 15, 30 or 60 minutes
refusal-no-time = you have recorded no such time in this case
refusal-conversation-time = a call or meeting is written down after it took place, and within { $most } days
refusal-not-delegated = a deputy decides under a written delegation of the Caldicott Guardian, and there is none to you
refusal-delegation-not-yet = the delegation to you begins on { $first }; until then ring the Caldicott Guardian
refusal-delegation-ended = the delegation to you ended on { $last }; a new one has to be given in writing
refusal-delegation-revoked = the delegation to you was revoked by the Caldicott Guardian
refusal-beyond-delegation = the delegation to you is for emergencies while you are on call, and reaches no further
refusal-not-on-call = you are not on call on the rota at this hour, so an emergency is for whoever is
refusal-who-is-guardian = your trust has several guardians; an administrator lists who of them is a deputy before any decides
refusal-deputy-delegates = you are a deputy yourself; only the Caldicott Guardian delegates, and revokes
refusal-no-deputy = choose somebody of your trust whom an administrator has listed as a deputy
refusal-delegation-days = a delegation ends today or later, not before it begins, and no more than { $most } days after
refusal-not-for-rota = clinicians are on duty in a unit; guardians and deputies of a trust are on call
refusal-rota-days = the last day is today or later, not before the first, and within a year of it
refusal-no-such-entry = there is no such entry
refusal-already-done = this was done already
refusal-facts = the facts do not fit
refusal-busy = others changed the case at the same time; load it again

## Approvals that come first, in English by their codes

refusal-approver-individual-professional-personal-duty = individual-professional-personal-duty
refusal-approver-treating-clinician-opinion = treating-clinician-opinion
refusal-approver-second-senior-clinician-two-person = second-senior-clinician-two-person
refusal-approver-named-safeguarding-professional = named-safeguarding-professional
refusal-approver-legal-services-validation = legal-services-validation
refusal-approver-caldicott-guardian = caldicott-guardian
refusal-approver-on-call-guardian-deputy-then-review-within-24h = on-call-guardian-deputy-then-review-within-24h
refusal-approver-independent-deferral-reviewer = independent-deferral-reviewer
refusal-approver-independent-reviewer-before-opening = independent-reviewer-before-opening

## What forms expect

refusal-expected-one-of-these = choose one of these
refusal-expected-something = write something here
refusal-expected-characters = at most { $most } characters
refusal-expected-plain-text = text without control characters
refusal-expected-text = a text
refusal-expected-no-such-field = no such field
refusal-expected-cursor = the cursor of a page of this list
refusal-expected-shorter-form = a shorter form
refusal-expected-brackets = two brackets before and two after each passage that is left out: [[so]]
refusal-expected-something-beside = something beside what is left out; or do not tick this item
refusal-expected-day = a calendar day
refusal-expected-day-in-figures = a calendar day, year-month-day
refusal-expected-past-moment = a day and a time that have passed
refusal-expected-past-time = a time that has passed
refusal-expected-whole-number = a whole number from 1

## Faults of facts: the English is what the domain says of itself, which programs read

refusal-facts-member-once = each member once
refusal-facts-whole-json = JSON, but the text ends too early
refusal-facts-json = JSON, but line { $line }, column { $column } is none
refusal-facts-utf8 = JSON in UTF-8
refusal-facts-shorter-object = an object of at most { $most } bytes
refusal-facts-whole = facts
refusal-facts-object = an object
refusal-facts-object-or-null = an object or null
refusal-facts-required = this field, which is required
refusal-facts-entry-once = each entry once
refusal-facts-nothing-here = nothing here: it is supplied by { $who }

# What a value has to be, alone, or null, or as an entry of a list: `what` is one of the next five.
refusal-facts-one = { $what }
refusal-facts-or-null = null or { $what }
refusal-facts-list = a list, each entry { $what }
refusal-facts-one-of = one of { $codes }
refusal-facts-whole-number = a whole number from { $min } to { $max }
refusal-facts-calendar-day = a calendar day, written YYYY-MM-DD
refusal-facts-true-or-false = true or false
refusal-facts-version-one = the number 1

# Who supplies a field, after “by”.
refusal-facts-by-requester = whoever asks
refusal-facts-by-supervisor = the supervisor
refusal-facts-by-clinic = the clinic
refusal-facts-by-safeguarding = safeguarding
refusal-facts-by-legal = the legal service
refusal-facts-by-duty-holder = the duty-holder
refusal-facts-by-candour = Candour

## Who a case is about

refusal-expected-person = an object with the person's name and date of birth
refusal-expected-person-name = the person's name
refusal-expected-full-name = the full name
refusal-expected-nhs-number = an NHS number of ten digits, with the right check digit
refusal-expected-birth-with-name = the date of birth that goes with the name
refusal-expected-birth-not-to-come = a date of birth that is not in the future
refusal-expected-birth-within-130-years = a date of birth within the last 130 years
refusal-expected-age = the age that goes with the date of birth
refusal-expected-who = who the person is, since the facts say they are identified

## Referrals, proposals, approvals

refusal-expected-unit = one of the units of this service
refusal-expected-officer-name = the sign-in name of an officer
refusal-expected-outcome-code = refuse, return, advise, offer-care or disclose
refusal-expected-basis-code = the code of a basis
refusal-expected-basis = the basis on which to disclose
refusal-expected-item-code = the code of an item
refusal-expected-item-reason = a reason why this item is needed
refusal-expected-proposed-item = an item that is proposed
refusal-expected-notice-rule-code = the code of a notice rule
refusal-expected-approval-code = the code of an approval
refusal-expected-approver-name = the sign-in name of whoever gave the approval
refusal-expected-colleague = choose a colleague who is a clinician of this unit

## Telling the person, breaches

refusal-expected-route = post, in-person or representative
refusal-expected-letter-language = en, cy or both
refusal-expected-phrase = a phrase of at least { $letters } letters, agreed with the person
refusal-expected-unknown-phrase = a phrase that is not a name, birth date, address or NHS number
refusal-expected-clock-start = found or recovered
refusal-expected-breach-kind = the code of a kind of breach
refusal-expected-note-kind = advice or measure

## Accounts, signing in, organisations

refusal-expected-present-password = the password that you have now
refusal-expected-password-length = at least 12 characters
refusal-expected-long-password = at least 12 characters; three or four words are easily remembered
refusal-expected-short-password = at most 512 bytes
refusal-expected-unguessed-password = one that is harder to guess: it is among those that leaked elsewhere, or close to one or to your name
refusal-expected-free-name = a name that is not taken
refusal-expected-sign-in-name = a sign-in name without spaces, such as t.person
refusal-expected-free-sign-in-name = a sign-in name that is not taken
refusal-expected-two-names = two sign-in names that are not the same
refusal-expected-six-digits = the six digits that your authenticator shows now
refusal-expected-unused-passkey = choose a passkey that is not in use already
refusal-expected-fewer-passkeys = remove a passkey first: ten are the most
refusal-expected-fewer-requests = take back a request first, or have one confirmed: { $most } open at once are the most
refusal-expected-fewer-drafts = remove a draft first, or send one: { $most } at once are the most
refusal-expected-one-way-in = choose one way in: your organisation’s sign-in opens this account, and two administrators can change that
refusal-expected-unused-sign-in = choose a sign-in of your organisation that opens no other account here
refusal-expected-part = choose their part
refusal-expected-another-part = choose another part: keys, accounts and retention are three people
refusal-expected-place = choose where they belong
refusal-expected-place-of-part = choose an organisation that this part belongs to
refusal-expected-account = choose an account that is there
refusal-expected-sort = choose what it is
refusal-expected-short-name = a short name of small letters, digits and dashes
refusal-expected-force = choose a force
refusal-expected-email = an e-mail address such as records@force.example
refusal-expected-nation = choose the nation whose law applies
refusal-expected-trust-of-unit = choose the trust of the unit
refusal-expected-organisation-with-keys = an organisation that has keys: the key custodian makes them first, with “candour keys renew”, and the service is started again

## The rules

refusal-expected-pack-to-serve = a pack that can be served: { $why }
refusal-expected-pack-of-today = a pack that states the law of today; this one does from { $first }
refusal-expected-pack-of-today-until = a pack that states the law of today; this one does from { $first } until { $last }
