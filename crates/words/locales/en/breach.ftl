# The small pages about a breach of personal data.

## What the banner says once an act is done

breach-done-report-breach = The breach is recorded. The guardian and the data protection officer are asked.
breach-done-breach-advice = Your advice is recorded.
breach-done-breach-measure = What was done is recorded.
breach-done-breach-commissioner = Your decision is recorded.
breach-done-breach-telling = Your decision is recorded.
breach-done-no-breach = It is recorded that this was no breach.
breach-done-affected-route = The safe route is recorded.
breach-done-confirm-affected-route = The safe route is confirmed.

## What a link to an act says

breach-label-advice = Advise on breach { $n }
breach-label-measure = Record what was done about breach { $n }
breach-label-commissioner = Report breach { $n } to the Commissioner, or decide why not
breach-label-telling = Decide whether the person is told of breach { $n }
breach-label-none = Find that breach { $n } was no breach
breach-label-route = Record a safe route for the person whom breach { $n } concerns
breach-label-confirm-route = Confirm the safe route for the person whom breach { $n } concerns

## Above each form ($kind: what kind it is, inside a sentence; $clock: such as "71 hours left")

breach-about = Breach { $n }: { $kind }.
breach-deadline = The trust was aware on { $aware }. The 72 hours end on { $by }.
breach-deadline-clock = The trust was aware on { $aware }. The 72 hours end on { $by }, { $clock }.

## Times of day

breach-time = At what time?
breach-time-hint = 24-hour clock, such as 14:05

## Recording a breach

breach-report-title = Record a breach of personal data
breach-report-lead = Information concerned or reached the wrong person, was lost or changed, or somebody looked without a reason. The data protection officer advises; the guardian decides whether it is reported to the Information Commissioner and whether the person is told.
breach-report-warning = If you are not sure, record it: that it was none can be found afterwards. The law gives the trust 72 hours from when it became aware, weekends and nights included.
breach-report-kind = What kind of breach is it?
breach-report-disclosure = Which disclosure is it about?
breach-report-disclosure-hint = One about the wrong person, or to the wrong person, is recalled as soon as you record this.
breach-report-disclosure-one = Disclosure { $n }
breach-report-disclosure-none = No disclosure of this case
breach-report-happened = When did it happen?
breach-report-happened-hint = The first day, if it lasted.
breach-report-aware = When did the trust become aware of it?
breach-report-aware-hint = When anybody in the trust was first reasonably sure. The 72 hours run from then.
breach-report-people = How many people does it concern?
breach-report-people-hint = As far as is known now.
breach-report-what = What happened?
breach-report-what-hint = What information, about whom in what role, where it went, and how it was noticed. Leave out what is not needed to understand it.
breach-report-button = Record the breach

## Advice, and what was done

breach-advice-title = Advise on a breach
breach-advice-lead = You advise. The guardian decides.
breach-advice-text = Your advice
breach-advice-text-hint = How likely a risk to anybody is, how grave it would be, whether to report it and to tell the person.
breach-advice-button = Record my advice
breach-measure-title = Record what was done about a breach
breach-measure-lead = A recall is recorded by itself. Write down what else was done to end the breach and to make good what it did.
breach-measure-text = What was done?
breach-measure-button = Record it

## The Commissioner

breach-commissioner-title = Report a breach to the Commissioner, or decide why not
breach-commissioner-lead = Candour sends nothing to the Commissioner. Report it by the Commissioner’s own service or the NHS toolkit, then record it here.
breach-commissioner-lead-police = Where police hold what left, their force has a duty of its own to report a breach of it.
breach-commissioner-decision = What is decided?
breach-commissioner-reported = It was reported to the Commissioner
breach-commissioner-at = When was it reported?
breach-commissioner-reference = The Commissioner’s reference
breach-commissioner-delay = If it was after the 72 hours: why?
breach-commissioner-delay-hint = A late report goes with the reasons for the delay.
breach-commissioner-not-reportable = It need not be reported
breach-commissioner-not-reportable-hint = Only where it is unlikely to result in a risk to anybody’s rights and freedoms.
breach-commissioner-reasons = Why is a risk unlikely?
breach-commissioner-reasons-hint = The reasons are kept; the Commissioner may ask for them.
breach-decision-button = Record my decision
# After a label or as a request.
breach-fault-delay = say why it is late: it was reported after the 72 hours

## Telling the person

breach-telling-title = Decide whether the person is told of a breach
breach-telling-lead = People are told without undue delay where a high risk to them is likely. They may be told in any other case.
breach-telling-lead-owed = Somebody’s information was given though another person was asked about. They are owed a notice, like anybody whose information is given. A clinician records a safe route for them.
breach-telling-lead-right = If it was about the right person after all, do not use this form: find that there was no breach.
breach-telling-warning = The notice goes by a safe route and no other way, and is put off where telling about this case is put off.
breach-telling-tell = Is the person told?
breach-telling-yes = They are told
breach-telling-no = They are not told
breach-telling-no-hint = A high risk to them is unlikely, or has been made unlikely since.
breach-telling-reasons = Why are they not told?
breach-telling-words = What do they read?
breach-telling-words-hint = In plain words: what happened, what it may mean for them, what was done, what they can do and whom to ask. It stands on their own page, behind code and phrase; the letter says nothing of it.

## That it was none

breach-none-title = Find that there was no breach
breach-none-lead = What was recalled stays recalled. If it is to be shared again, that is a new proposal.
breach-none-reasons = Why was it no breach?
breach-none-reasons-hint = Say what was looked at, and by whom.
breach-none-button = Record that it was no breach

## The safe route of whom a breach concerns

breach-route-title = Record a safe route for the person whom a breach concerns
breach-route-lead = This is the route of the person whose information left, not of the person who was asked about. Their page says what was given, to whom and when, and nothing of anybody else.
breach-confirm-route-title = Confirm that this safe route is still safe
breach-confirm-route-lead = Confirm only if you have made sure this week that the way is still safe for them. A notice that is due may go out at once.
