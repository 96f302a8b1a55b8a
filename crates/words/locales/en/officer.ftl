# Pages of officers and their supervisors, and of health workers: their own referrals, reports and receipts.

## Lists and what they share
officer-your-referrals = Your referrals
officer-ask-clinic = Ask the clinic
officer-back = Back
officer-information = Information:
officer-drafts = Drafts
officer-drafts-go = A draft is deleted seven days after it was last saved. Saving it again moves that day.
officer-draft = Draft
officer-draft-saved = Last saved
officer-draft-ends = Deleted on
officer-draft-go-on = Go on with it<span class="nhsuk-u-visually-hidden">, saved { $when }</span>
officer-draft-in = In { $left }
officer-sent = Sent
officer-nothing-more = There is nothing more.
officer-nothing-sent = You have sent nothing yet.
officer-list-caption = What you have sent, newest first
officer-reference = Reference
officer-unit = Unit
officer-state = State
officer-from-clinic = From the clinic
officer-handed-over-on = Handed over to you on { $day }
officer-older = Older referrals
officer-newest = Newest referrals

## States, within a label
officer-state-sent = sent
officer-state-returned-to-you = returned to you
officer-state-information-ready = information ready
officer-state-recalled = recalled
officer-state-no-information-is-given = no information is given
officer-disclosure-state-ready = ready
officer-disclosure-state-recalled = recalled
officer-disclosure-state-settled = settled
officer-proposal-state-open = open
officer-proposal-state-declined = declined
officer-proposal-state-decided = decided
officer-proposal-state-released = released
officer-proposal-state-recalled = recalled
officer-proposal-state-settled = settled

## Where a question begins
officer-new-intro = Most questions can be answered without knowing who it is about. Such an answer comes from no record, and it comes soonest.
officer-enquiry-title = Ask a question that names nobody
officer-new-enquiry-what = How to approach somebody, what a behaviour may mean, where to turn. A clinician answers with advice.
officer-new-one-heading = When only one person’s information will do
officer-new-one = You say who asks, what for, what you fear and on what evidence, and the least that would do. A named clinician or Caldicott Guardian decides. The person is told as soon as the law and their safety allow.
officer-new-one-do = Refer one person
officer-telephone = The unit’s telephone number is <a href="tel:{ $dialled }">{ $number }</a>.
officer-telephone-of = { $unit }: <a href="tel:{ $dialled }">{ $number }</a>
officer-new-danger = If somebody is in danger now, ring 999 or the unit’s emergency number. Do not wait for this form.

## A question that names nobody
officer-enquiry-intro = The answer is general advice. The clinician looks nobody up.
officer-enquiry-question = Your question
officer-enquiry-question-hint = Describe the situation so that nobody could be known by it: no name, no address, no date of birth.
officer-enquiry-question-fault = Write your question
officer-enquiry-unit = Which unit do you ask?
officer-enquiry-send = Send the question

## One referral
# What is said for a state depends on the state alone: every ending without information reads the same.
officer-your-referral = Your referral
officer-back-to-referral = Back to the referral
officer-sent-by-clinic = By the clinic, to you
officer-ends-latest = Ends at the latest
officer-is-sent = The clinic has it. If information is given, you can read it here. If none is, this page says so at the time above, whatever was decided and when.
officer-is-returned = Something is missing that you, or whoever issued a paper, could still supply.
officer-is-ready = There is something for you to read.
officer-is-recalled = Access to what you were given has ended. Your force destroys what it has, or names the law that makes it keep it.
officer-is-answered = Access to what you were given has ended, and your force’s answer to the recall is recorded. There is nothing more for you to do.
officer-handed-over = A supervisor of your force gave this referral to you. Another officer asked; you answer for it now.
officer-is-nothing = No information is given. This says nothing about anybody: it is the same where nobody was known, where nothing could be given, and where nothing was asked that could be answered.
officer-advice = Advice
officer-advice-at = { $when }. From no record; it does not say whether anybody is known.
officer-disclosures = Disclosures
officer-disclosure-read = Read disclosure { $n }
officer-disclosure-answer = Answer the recall of disclosure { $n }
officer-disclosure-n = Disclosure { $n }
officer-released = Released { $when }
officer-complete-it = Complete it
officer-left-open-then = What your form left open when you sent it
officer-left-open-how = Worked out once, from your own answers alone.
officer-what-you-wrote = What you wrote
officer-proof = Proof of what you did
officer-take-back = Take this referral back

## It was sent
officer-your-reference = Your reference is<br><strong>{ $reference }</strong>
officer-what-now = What happens now
officer-sent-where = { $unit } has it. If something is to be read, <a href="/officer/{ $id }">the page of this referral</a> says so.
officer-sent-told = If nothing is given, you are told on { $when }, whatever was decided and when.
officer-sent-danger = If somebody is in danger now, ring 999 or the unit’s emergency number. Do not wait for an answer here.
officer-left-open = What your form left open

## Taking it back
officer-withdraw-title = Take this referral back?
officer-withdraw-what = The clinic stops working on it. What has happened so far stays on record, and the person may still be told that you asked.
officer-withdraw-do = Take it back
officer-withdraw-leave = Leave it as it is
officer-withdrawn-title = You took it back
officer-withdrawn-what = The clinic has been told, and there is nothing more for you to do. Your list still shows the referral as before until its usual time, so that its ending says nothing about anybody.

## What was disclosed
officer-conditions-title = Before you read it
officer-released-caption = { $reference }. Released { $when }
officer-conditions-what = The next page shows information about a person’s health that a named clinician or Guardian has decided to give to you, and to nobody else.
officer-conditions-purpose = Use it only for the purpose that you stated.
officer-conditions-onward = Do not pass it on to anybody unless the law makes you. If it does, tell the unit.
officer-conditions-destroy = Destroy it when it has served that purpose, or as soon as it is recalled.
officer-conditions-seen = The person may see that you read it, and when. The page carries your name and the time.
officer-conditions-accept = I accept this and read it
officer-disclosure-title = What is disclosed to you
officer-disclosure-read-by = Read by { $reader } on { $when }.
officer-disclosure-why = Why it may be given
officer-disclosure-conditions = Conditions
officer-disclosure-copy = You may keep one copy.
officer-disclosure-print = Print it
officer-disclosure-no-copy = No copy may be kept. You can read it here again while it is ready; each reading is recorded.
officer-disclosure-wrong = This is not the person I asked about

## It is somebody else
officer-wrong-title = It is not the person you asked about
officer-disclosure-caption = { $reference }. Disclosure { $n }
officer-wrong-what = If what you read is about somebody else, say so here. It is recalled at once: you can no longer read it, and your force destroys what it has or names the law that makes it keep it.
officer-wrong-do-not = Do not pass on what you read, and do not look for the person.
officer-wrong-do = Say so and end my access
officer-wrong-cancel = Do nothing and go back
officer-wrong-how = How do you know?
officer-wrong-how-hint = Say what does not fit. Leave out everything else that you read.
officer-wrong-how-fault = Say how you know

## It was recalled
officer-recalled-title = This was recalled
officer-recalled-what = You can no longer read it here. Your force answers in one of two ways.
officer-recalled-destroyed = It is destroyed
officer-recalled-destroyed-what = Every copy, print, note and entry made from it, with you and with whoever had it from you.
officer-recalled-destroyed-do = Confirm that it is destroyed
officer-recalled-kept = The law makes your force keep it
officer-recalled-kept-do = Name the law and keep it
officer-recalled-law = The law that makes your force keep it
officer-recalled-law-hint = The provision and why it applies. Say who else has it; you restrict it to them.
officer-recalled-law-fault = Name the law that makes your force keep it

## What came back is completed
officer-complete-referral = Complete your referral
officer-complete-report = Complete your report
officer-complete-not-yours = There is nothing for you to fill in here.
officer-complete-true = Say only what is true now. What you leave empty stays as it was.
officer-complete-otherwise = Send the unit what is listed here in the way you usually send it papers. Then send the referral again.
officer-complete-send = Send it again
officer-field-rank = Your rank or role
officer-field-purpose = Main purpose, more precisely
officer-field-items = The least that would do
officer-field-consent = Is there a reason not to ask for consent?
officer-field-ground = Ground for telling the person later
officer-field-age = Age in years
officer-tick-signed = I sign this request
officer-tick-source = What I pass on will say where it came from
officer-tick-victim-notice = Written notice was given to the victim or witness
officer-tick-victim-value = Substantial probative value is shown
officer-tick-enquiry = There is a line of enquiry, and I have given it to the clinic in writing
officer-tick-less-intrusive = Less intrusive means were tried, or would not do, and I have given the clinic the reason in writing
officer-tick-items-why = I have given the clinic a reason for each item in writing
officer-tick-questions = Particular questions are listed
officer-tick-meeting = A day for the meeting is set
officer-tick-incident = I have given the incident number
officer-tick-end = I have said when the sharing ends
officer-tick-deferral = I have given fresh written reasons for telling the person later

## Receipts of one’s own acts
officer-receipts-what = A receipt proves that something is in the public ledger since then, and not what it was. Whoever has it can <a href="/receipts/check">check it</a> without us. Keep yours: they are how you can show later what you asked and when.
officer-receipts-none = You have done nothing here yourself.
officer-receipts-one = Receipt<span class="nhsuk-u-visually-hidden">: { $what }</span>
officer-receipts-soon = Ready in about ten minutes

## The supervisor
officer-to-countersign = To countersign
officer-queue-what = Referrals of your force from the last three weeks that still wait for the signature of an inspector or above. Your signature opens nothing; the clinic sees that you signed.
officer-queue-nothing = Nothing waits.
officer-queue-caption = Emergencies first, then what has waited longest
officer-queue-since = Since
officer-queue-waiting = Waiting
officer-queue-emergency = Emergency
officer-queue-more = More
officer-countersign-title = A referral of your force
officer-countersign-sent = Sent to { $unit } by { $officer } on { $when }. What becomes of it is between the officer and the clinic.
officer-countersign-question = The question
officer-countersign-answers = What the officer filled in
officer-countersign-done = It has been countersigned.
officer-countersign-what = Your signature opens nothing. The clinic sees that you signed too.
officer-countersign-do = Countersign
officer-countersign-signed = You countersigned it. The clinic sees it.

## A health worker’s reports
officer-reports = Your reports
officer-reports-make = Make a report
officer-reports-draft = Draft saved { $when }
officer-reports-draft-in = Deleted in { $left }
officer-reports-draft-on = deleted on { $when }
officer-reports-caption = Your reports, newest first
officer-reports-older = Older reports
officer-reports-new-what = Only you see your report, with the unit that works on it. Nothing leaves before a named person has decided, save where the duty is yours alone.
officer-reports-wound = A gunshot or knife wound
officer-reports-wound-what = Police are told first that it happened, and not to whom.
officer-reports-wound-do = Report a wound
officer-reports-harm = A threat, or a risk of serious harm
officer-reports-harm-what = Somebody may be seriously hurt, and you think that police or others must know.
officer-reports-harm-do = Disclose a risk
officer-reports-duty = A duty that the law lays on you
officer-reports-duty-what = Female genital mutilation, terrorism by another person, terrorist property, and others. The duty is yours: nobody may veto the report.
officer-reports-duty-do = Report under a duty
officer-reports-danger = If somebody is in danger now, ring 999 first. You can record it here the same day.
officer-report = Your report
officer-report-back = Back to your report
officer-report-arrived = It arrived at { $unit } on { $when }. What becomes of it is decided there. You are asked if more is needed.
officer-report-returned = It came back to you
officer-report-returned-what = The unit cannot go on with it: something is missing that you, or whoever issued a paper, could still supply.
officer-report-duty-yours = The duty that is yours
officer-report-unconfirmed = Nobody has yet confirmed this provision.
officer-report-you-decide = You decide. Nobody may veto it; the Guardian is told.
officer-report-make = Make the report
officer-report-made = What you reported
officer-report-duty = Duty
officer-report-when = Made
officer-report-due = Still due
officer-duty-what = The duty is yours alone. Nobody may veto this report, and the Guardian is told that you made it. It is sent when you press the button.
officer-duty-tell = What you tell
officer-duty-leave = Leave empty what the duty does not call for.
officer-duty-do = Make this report
officer-duty-why = Why you report this
officer-duty-why-hint = What you were told or saw, and why it falls under the duty.
officer-duty-why-fault = Write why you report this
officer-duty-items-fault = Write what is told under at least one heading
