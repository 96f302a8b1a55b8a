## Queues

day-your-queue = Your queue
day-done = Done
day-done-conflict = You stand back from this case. It is closed to you, and somebody else sees to it.
day-heading-clinic = Waiting for you
day-heading-data-protection-officer = Cases of your trust
day-heading-guardian = Decisions waiting for you
day-heading-legal = Papers and questions waiting for you
day-heading-safeguarding = Opinions waiting for you
day-heading-review = Waiting for the independent reviewer
day-intro-clinic = Everything that your unit is asked to do. Urgent tasks come first, then those that have waited longest.
day-intro-second-clinician = You give a second opinion. Until yours is given you do not see the first one, so that the two stand on their own.
day-intro-data-protection-officer = You read and advise. You approve nothing. Breaches of personal data wait here for your advice until the guardian has decided. Whoever wants your advice on anything else sends you the reference of the case, and you find it by that. Each page that you open is recorded.
day-intro-guardian = You decide last, having seen every other opinion. Nothing leaves without the decision of a named person.
day-intro-legal = You say what a paper is and what it orders, and whether a notice that the law may hold back can be sent.
day-intro-safeguarding = You say what there is reason to believe about a child or an adult at risk, and give your opinion on what is proposed.
day-intro-review = Third referrals in 90 days, emergencies to look at afterwards, deferrals, notices that could not go, telephone approvals that nobody confirmed, and breaches that nobody has decided about.
day-empty-clinic = Nothing is waiting. What is asked of you appears here as it arrives.
day-empty-guardian = Nothing is waiting. A proposal appears here once every other opinion on it is given.
day-empty-legal = Nothing is waiting. Proposals that rest on a paper appear here, and notices that may not be sent without you.
day-empty-safeguarding = Nothing is waiting. Proposals about a child, or an adult at risk, appear here.
day-empty-review = Nothing is waiting.
day-on-duty = On duty today: { $names }.
day-on-call = On call today: { $names }.
day-rules-wait = Another policy pack is offered and waits for your confirmation. <a href="/rules/change">Look at the change of rules</a>
day-whose = Whose tasks
day-held-all = Everybody’s
day-held-own = Yours
day-held-nobody = Nobody’s
day-held-colleague = With a colleague
day-no-such-task = There is no such task.
day-count-in-all = { $count ->
    [one] { $count } task in all.
   *[other] { $count } tasks in all.
}
day-count-of-these = { $count ->
    [one] { $count } task of these.
   *[other] { $count } tasks of these.
}
day-references-only = The list shows references only; opening a case is recorded.
day-urgent = Urgent
day-everything-else = Everything else
day-overdue = Overdue
day-row-case = case { $reference }
day-row-due = Report by { $day }
day-row-somebody-else = Needs somebody else
day-row-conflict = You declared a conflict of interest.
day-came-now = came just now
day-waiting = waiting { $time }
day-since = since { $day }
day-next-page = Next page of this list
day-recipients-gone = In these cases the clinic disclosed something of its own accord to an officer whose account is closed. A recall would reach no officer until you name another officer:
day-declare-conflict = Do you know somebody in a case, or the officer? <a href="{ $base }/conflict">Declare a conflict of interest</a> before you open it.
day-record-call = Did somebody ring or speak to you about something that belongs to no case? <a href="/clinic/call">Record a call or meeting</a>; it takes a minute.

## The cases of a unit

day-cases = Cases of your unit
day-cases-intro = References only, the most lately changed first. Opening a case is recorded.
day-cases-none = There are no cases yet. They appear here as enquiries and referrals arrive.
day-cases-caption = Cases
day-cases-case = Case
day-cases-origin = How it began
day-cases-stage = Where it stands
day-cases-began = Began
day-cases-changed = Last changed

## Finding a case

day-search = Find a case
day-search-intro = You find cases of your own unit, and by exact identifiers only: nothing is matched in part, and no other unit's cases are searched.
day-search-recorded = Searching for a person is an act of its own. It is recorded that you searched; where a case is found, the person can see who searched and when. The independent reviewer counts searches, above all those that find nothing. You can search { $most } times an hour.
day-search-intro-reference = A case is found by its whole reference. Nobody in your role looks for a person.
day-search-by = What do you have?
day-search-by-reference = The reference of a case
day-search-by-nhs-number = The person's NHS number
day-search-by-name-and-birth = Their name and date of birth
day-search-button = Search
day-search-again = Search again
day-reference = Reference of the case
day-reference-hint = Such as LON-4F7K-Q2XD.
day-nhs-number = NHS number
day-nhs-number-hint = Ten digits.
day-name = Full name
day-name-hint = As it was written in the referral. Capitals, accents' form and punctuation do not matter; every word does.
day-birth = Date of birth
day-birth-hint = For example, 27 3 1992.
# `with` is one of the next three.
day-found = { $count ->
    [one] { $count } case of your unit { $with }
   *[other] { $count } cases of your unit { $with }
}
day-found-none = No case was found
day-found-none-person = No case of your unit is about a person { $with }. Other units' cases are never searched, and nothing here says whether anybody is known to a service.
day-found-none-reference = There is no case for you { $with }. See whether every letter and digit is right; there is no I, L, O or U after the first three letters.
day-with-reference = with this reference
day-with-nhs-number = with the NHS number that you typed
day-with-name-and-birth = with the name and date of birth that you typed
day-found-row = { $origin }, began { $day }
day-found-recorded = { $count ->
    [one] That you found it in this way is recorded where the person can see it. Opening a case is recorded too.
   *[other] That you found them in this way is recorded where the person can see it. Opening a case is recorded too.
}

## Declaring a conflict of interest

day-conflict = Declare a conflict of interest
day-conflict-intro = Stand back from a case where you know the person, treat them, or are close to the officer who asks. You need not have opened it.
day-conflict-follows = <span class="nhsuk-u-visually-hidden">Important: </span>What follows
day-conflict-warning = From then on the case is closed to you: you cannot open it or act in it, from any account of yours. Colleagues see that you stood back, and not why. Only the Caldicott Guardian can withdraw the declaration, with reasons.
day-conflict-reference-hint = Such as LON-4F7K-Q2XD. Your queue shows it; you need not open the case.
day-conflict-reference-expected = the reference of a case of yours
day-conflict-why = Why do you stand back?
day-conflict-knows-person = I know the person, or somebody close to them
day-conflict-treats-person = I treat the person, or have treated them
day-conflict-officer-related = I am close to the officer who asks
day-conflict-other = Another reason
day-conflict-text = Is there more to say? (optional)
day-conflict-text-hint = The Caldicott Guardian and the independent reviewer can read it, and nobody else. Say no more than they need.
day-conflict-button = Stand back from this case
day-nothing-and-back = Do nothing and go back
day-choose-one = choose one of these

## Taking a case, handing it over, time, a declaration withdrawn

day-take = Take this case
day-take-with = It is with { $who } now.
day-take-nobody = Nobody has taken it.
day-take-lead = Taking a case says who sees to it. It locks nobody out: everybody in the unit can still act in it, and its clocks go on.
day-hand-over = Hand over the case
day-hand-over-lead = Whoever goes on reads your note on the case's page. Its clocks go on as they are.
day-hand-over-to = Who goes on with it?
day-hand-over-back = Back to the queue
day-hand-over-back-hint = It is nobody's until somebody takes it.
day-hand-over-note = What should they know?
day-hand-over-note-hint = What was done, what is waited for, and by when. It is read in the case, and the person can ask for a copy.
day-hand-over-button = Hand it over
day-minutes = { $minutes } minutes
day-time = Record time spent
day-time-lead = Time is counted by unit, so that what consultation costs can be published. Nobody's own time is ever public.
day-time-how-long = How long did you work on this case?
day-time-button = Record the time
day-time-back = Take back a record of time
day-time-back-lead = Your last record of this length in this case is taken back. The list of what happened still shows that it was made.
day-time-back-which = Which of your records was a mistake?
day-time-back-button = Take it back
day-withdraw-conflict = Withdraw a declared conflict
day-withdraw-conflict-standing = { $who } stood back on { $at }: { $why }.
day-withdraw-conflict-warning = They can open the case and act in it again. The independent reviewer sees that you withdrew it, and why.
day-withdraw-conflict-reasons = Why does it no longer stand?
day-withdraw-conflict-reasons-hint = For example: it was declared in the wrong case, or about another person of the same name.
day-withdraw-conflict-button = Withdraw the declaration

## A call or meeting written down, in a case or of none

day-call = Record a call or meeting
day-call-lead = What was said by telephone or in a meeting belongs in the case. It stays with the clinic: the officer never reads it, and the person can ask for a copy.
day-call-alone-lead = For a question that belongs to no case and that you answered at once. It begins a case that names nobody; no police officer sees it.
day-call-alone-warning = Name nobody, and write nothing that says who it is about. If the answer turns on one person, a referral is needed: say so, and advise in general terms.
day-call-means = How did you speak?
day-call-telephone = By telephone or video
day-call-meeting = In a meeting
day-call-with = With whom?
day-call-with-officer = A police officer
day-call-with-health = Somebody of a health service
day-call-with-person-or-relative = The person, or a relative
day-call-with-other = Somebody else
day-call-when = When?
day-call-now = Just now
day-call-earlier = Earlier
day-call-day = On which day?
day-call-time = At what time?
day-call-time-hint = London time, for example 14:05.
day-call-at-expected = a day and a time of it, such as 14:05
day-call-text = What was said, and what did you advise?
day-call-text-hint = A few words are enough.
day-call-question = What was asked?
day-call-question-hint = In general terms: what the signs were, not whose.
day-call-advice = What did you advise, from no record?
day-call-minutes = How long did it take?
day-call-minutes-none = Do not record the time
day-call-button = Record it
day-call-look-over = <span class="nhsuk-u-visually-hidden">Important: </span>Read this again before it is kept
day-call-look-over-intro = This may say who it is about. Nobody is named in a case of this kind: change the text, or let it stand where it names nobody. What is not marked may do so too.
day-call-as-it-stands = Record it as it stands
