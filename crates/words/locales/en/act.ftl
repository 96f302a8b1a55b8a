# The small pages of a case: one act, one form.

## What the banner says once an act is done

act-done-facts = The facts are recorded. What the gate leaves open has been worked out again.
act-done-open-record = The opening is recorded. You may now look in the record.
act-done-advise = The advice is given.
act-done-propose = The proposal is recorded.
act-done-approve = Your answer is recorded.
act-done-telephone = The approval by telephone is recorded. Whoever gave it is asked to confirm it within 24 hours.
act-done-confirm-telephone = Your answer is recorded.
act-done-safe-route = The safe route is recorded.
act-done-confirm-route = The safe route is confirmed.
act-done-notice-unsafe = It is recorded that telling beforehand is unsafe.
act-done-found = It is recorded. The time limit for telling the person runs from now.
act-done-recovered = It is recorded. The time limit for telling the person runs from now.
act-done-direct-notice = The notice will be sent.
act-done-recall = The disclosure is recalled. Nobody can read it any more.
act-done-review-repetition = Your review is recorded.
act-done-after-review = Your review is recorded.
act-done-take = The case is yours to see to. Colleagues can still act in it.
act-done-hand-over = The case is handed over.
act-done-time-back = The record of time is taken back.
act-done-record-call = The call or meeting is written down in the case.
act-done-call = The call or meeting is written down. This is its case: it names nobody, and no police officer sees it.
act-done-withdraw-conflict = The declaration is withdrawn. They can open and act in the case again.
act-done-name-recipient = The other officer is named. The one before can no longer see anything of it.
act-done-emergency = The case is begun. The caller can see nothing of it; go on here.
act-done-give-by-telephone = It is recorded that it was read out.
act-done-record-destruction = What the force said is recorded.
act-done-close = The case is closed.

## Faults, after a label or as a request

act-fault-choose = choose one of these
act-fault-write = write something here

## Naming another officer to receive

act-recipient-title = Name another officer to receive
act-recipient-standing = { $who }, { $force }, is named to receive what the clinic discloses in this case.
act-recipient-closed = Their account is closed, so a recall would reach no officer.
act-recipient-lead = Somebody has to answer for what left: keep to its conditions, hear of a recall, and confirm that it was destroyed. From then on that is the officer whom you name, and the one before sees nothing of it any more.
act-recipient-warning = You give what was disclosed to another person. Nobody else in their force learns of it through Candour, not even a supervisor, so speak to the officer yourself beforehand.
act-recipient-to = Sign-in name of the officer who takes it over
act-recipient-to-hint = An officer of the same force, whose account is open.
act-recipient-reasons = Why does it go to somebody else?
act-recipient-reasons-hint = For example: the officer has left the force. It is read in the case, also by the independent reviewer.
act-recipient-button = Go on
act-recipient-check-title = Check whom you name
act-recipient-check = This is { $who }, { $force }. Name them to receive?
act-recipient-check-reasons = Your reasons: { $reasons }
act-recipient-check-button = Name this officer
act-recipient-expected = nobody of this name is another officer of the same force whose account is open

## Opening the record

act-open-record-title = Open the record
act-open-record-lead = Looking in somebody's record is an act of its own. Many questions can be answered without it.
act-open-record-before = { $times ->
    [0] The record has not been opened for this case.
    [one] The record has been opened once for this case.
   *[other] The record has been opened { $times } times for this case.
}
act-open-record-warning = The person will see that the record was opened, when, by whom in which role, and the reason that you write here.
act-open-record-reason = Why does the record have to be opened?
act-open-record-reason-hint = Say what you need to know and why advice from no record will not do.
act-open-record-button = Record the opening

## Advice from no record

act-advise-title = Give advice from no record
act-advise-lead = Advice is drawn from no record. It would read the same if this person had never been seen by any service.
act-advise-warning = Stay silent on whether the person is known. Nothing that you write may come from a record, from memory of one, or hint that there is or is not one.
act-advise-lead-enquiry = An enquiry names nobody. Answer in general terms: what the signs may mean, what helps, whom to turn to.
act-advise-warning-enquiry = Look nobody up. If the question can only be answered about one person, say that a referral is needed.
act-advise-text = Your advice
act-advise-button = Give this advice

## The safe route

act-safe-route-title = Record a safe route
act-safe-route-title-another = Record another safe route
act-safe-route-lead = Nothing is posted, e-mailed or shown to the person until a way that is safe for them has been recorded. It counts for seven days and is then asked about again.
act-safe-route-lead-earlier = A new route takes the place of an earlier one; a letter that has not been used by then stops working.
act-route-warning = Whoever lives with the person may open a letter, listen in or look at a telephone. If you do not know that a way is safe, it is not.
act-route-way = How will the person get the letter?
act-route-post = By post
act-route-post-hint = A plain envelope. The first letter says nothing but how to read the rest.
act-route-in-person = In person
act-route-in-person-hint = Handed over by a clinician whom the person sees anyway.
act-route-representative = Through a representative
act-route-representative-hint = A parent with responsibility, an attorney or a deputy, for somebody who cannot decide alone.
act-route-address = Where does it go, or who hands it over?
act-route-address-hint = An address that the person agreed to, or the name of the clinician and where they work.
act-route-phrase = Which phrase did you agree with the person?
act-route-phrase-hint = They need it beside the letter's code. Let them choose three or four ordinary words that mean something to them and that nobody near them would guess. Never a name, a birth date, an address or an NHS number. It is kept only as a fingerprint: nobody can look it up later.
act-route-language = In which language do they want to be written to?
act-route-language-hint = Ask them. Where nothing is chosen the letter is in English.
act-route-language-en = English
act-route-language-cy = Welsh
act-route-language-both = Both, the Welsh first
act-route-button = Record this route
act-route-stands = Recorded now: { $route }.
act-route-stands-none = No route is recorded now.
act-confirm-route-title = Confirm that the safe route is still safe
act-confirm-route-lead = Confirm only if you have made sure this week that the way is still safe for the person. A notice that is due may go out at once.
act-confirm-route-button = Confirm it

## Confirming an approval by telephone ($name: a proposal, such as "proposal 2 (disclose)")

act-confirm-telephone-title = Confirm your approval of { $name }
act-confirm-telephone-lead = A colleague recorded an approval of yours that was given by telephone. It needs your own word within 24 hours.
act-confirm-telephone-confirmed = Did you give this approval by telephone, as it is recorded here?
act-confirm-telephone-yes = Yes, I gave it
act-confirm-telephone-no = No, I did not give it
act-confirm-telephone-no-hint = The independent reviewer is told at once.
act-confirm-telephone-button = Send my answer

## Telling the person

act-notice-unsafe-title = Telling before { $name } is unsafe
act-notice-unsafe-lead = The person is told before anything leaves, unless that would put somebody in danger. If you record this, the release no longer waits for the notice.
act-notice-unsafe-warning = This does not put off telling for good: the person is told within three working days after it.
act-notice-unsafe-reasons = Why would telling beforehand be unsafe?
act-notice-unsafe-reasons-hint = Say who would be in danger, from what, and how you know.
act-notice-unsafe-button = Record that it is unsafe
act-found-title = The person was found
act-found-lead = Record this when you know that the person has been found. From then on they are told within two working days of what was shared to find them.
act-found-button = Record that the person was found
act-recovered-title = The person has recovered
act-recovered-lead = Record this when the person can understand and decide again. From then on they are told within 72 hours of what was shared while they could not.
act-recovered-button = Record the recovery
act-not-taken-back = It cannot be taken back.
act-direct-notice-title = Send the notice about { $name }
act-direct-notice-lead = This notice could not be sent automatically, so somebody has to decide. If you direct that it is sent, it goes as soon as there is a safe route that was confirmed within the last seven days.
act-direct-notice-warning = If telling the person would be an offence, or would put somebody in danger, do not send it: leave it waiting and say so to the panel. It shows as overdue in public until it is sent.
act-direct-notice-reasons = Why is the notice sent now?
act-direct-notice-reasons-hint = Say what you looked at: an order's end, what the force says, whether the way is safe.
act-direct-notice-button = Direct that it is sent

## Recalling

act-recall-title = Recall { $name }
act-recall-lead = The officer can no longer read it. The force destroys what it has, or names the law that makes it keep it, restricts it and lists who has it.
act-recall-warning = It cannot be undone. If it should be shared again, that is a new proposal with new approvals.
act-recall-reasons = Why is it recalled?
act-recall-contact = If the force has an information-rights contact, that contact is told by e-mail that something was recalled: the case reference and the days, and neither your reasons nor what was disclosed.
act-recall-reasons-hint = For example: consent was withdrawn, it went to the wrong person, or it was found to be wrong.
act-recall-button = Recall the disclosure

## Reviews

act-your-reasons = Your reasons
act-review-button = Record my review
act-repetition-title = A third referral within 90 days
act-repetition-lead = { $times ->
    [1] The same force has asked about this person once before within 90 days. Monitoring by repetition counts as monitoring.
    [2] The same force has asked about this person twice before within 90 days. Monitoring by repetition counts as monitoring.
   *[other] The same force has asked about this person { $times } times before within 90 days. Monitoring by repetition counts as monitoring.
}
act-repetition-lead-closed = Until you have looked, nobody opens the record.
act-repetition-agreed = May the record be opened for this referral?
act-repetition-yes = Yes, it may be opened
act-repetition-yes-hint = The referral goes its usual way; every other rule still holds.
act-repetition-no = No, it stays closed
act-repetition-no-hint = Advice from no record and refusal remain.
act-repetition-reasons-hint = What is new since the last referral, and whether it amounts to watching somebody.
act-after-review-title = Look at { $name } afterwards
act-after-review-lead = It went out in an emergency, before the usual approvals. Somebody independent looks at every one of these.
act-after-review-agreed = Does the emergency disclosure stand?
act-after-review-yes = It stands
act-after-review-yes-hint = It was an emergency, and no more left than was needed.
act-after-review-no = It does not stand
act-after-review-no-hint = The trust is told. You can recall it on the case's page.
act-after-review-reasons-hint = Whether it was an emergency on what was known then, and whether less would have done.

## Closing

act-close-title = Close the case
act-close-lead = Close it when everything is done. The person keeps their page, and what was recorded stays.
act-close-warning = Nothing more can be recorded in a closed case. A case in which something is still owed to the person or to the reviewer stays open.
act-close-reasons = Why can it be closed?
