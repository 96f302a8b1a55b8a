# The pages for anybody.

## Is there anything about me?

public-about-me-title = Is there anything about me?
public-about-me-code-title = You have a letter or a code
public-about-me-code = You need the code and the phrase that you agreed with a clinician. <a href="/person">Open your page</a>.
public-about-me-neither-title = You have neither
public-about-me-neither = We can neither confirm nor deny here that anything is held about anybody. Everybody gets this same answer.
public-about-me-right = You have a right to ask, whatever this page says:
public-about-me-trust = Write to the trust that treats you. Ask for a copy of what it holds about you, and whom it has told (UK GDPR, Article 15). It has one month to answer.
public-about-me-police = Ask the police force in the same way.
public-about-me-clinician = Ask a clinician whom you trust. They can agree a safe way to reach you, and a phrase.
public-about-me-for-you = Somebody can ask for you: an advocate with your authority, a parent, an attorney.
public-about-me-complain = If an answer is not enough, complain to the <a href="https://ico.org.uk/make-a-complaint/" rel="noreferrer">Information Commissioner</a>.
public-about-me-seen-title = If somebody might see that you looked
public-about-me-seen = Browsers keep a history. Use a private window, or a computer that they do not see. Your own page has a button to leave at once.

## Accessibility

public-access-title = Accessibility
public-access-made = These pages use the NHS design system and are made to meet WCAG 2.2 at level AA. They work with a keyboard, with a screen reader, at 400% zoom, in forced colours, on paper and without JavaScript.
public-access-lacks-title = What we know is not good enough
public-access-untested = Nobody who uses assistive technology every day has tested them yet.
public-access-languages = They are in English and Welsh only, and the Welsh was drafted by a machine until a translator has signed it. Easy Read and other languages are not there yet.
public-access-help = If you cannot use a page, tell the unit or the trust that deals with you. It gives you the same in another way: on paper, in large print, read aloud, or with an interpreter.

## Figures

public-figures-title = Figures
public-figures-none = There are no figures yet. The first are published after the first whole half-year.
public-figures-count = They will count, for each unit and force:
public-figures-referrals = referrals, enquiries and how they ended
public-figures-disclosures = disclosures by basis, refusals, recalls
public-figures-watching = requests to watch somebody, and referrals repeated about the same person
public-figures-emergencies = emergencies, and requests that were sent as an emergency and were not one
public-figures-notices = notices sent, put off and overdue
public-figures-cost = cost, and how long people waited
public-figures-small = Small numbers are protected, so that nobody can be recognised, and in such a way that what was held back cannot be worked out from the rest. Anybody can recount the totals from the ledger.
public-figures-ethnicity = Figures on ethnicity, religion and the like rest only on what people tell us themselves, apart from any case. People who were never told are missing from them.

## The first page

public-home-title = Police and health services, answerable to the person
public-home-heading = When police ask about a patient, what was done can be checked
public-home-lede = Officers ask clinicians about somebody’s mental health. Nothing about a patient leaves through Candour without a basis in law, a named person’s decision, and a record that the person, an independent reviewer and the public can each check.
public-home-letter-title = I have a letter
public-home-letter = See who asked about you, who looked, what was decided and what was given.
public-home-check-title = I want to check
public-home-check = The rules, the ledger and the figures, and how to verify them without trusting us.
public-home-work-title = I work with it
public-home-work = Officers, health workers, clinicians, Guardians, legal services and reviewers sign in.
public-home-holds-title = What it holds to
public-home-advice-title = Advice first
public-home-advice = A question is answered from no record wherever that will do.
public-home-consent-title = Consent first
public-home-consent = Without it, only a listed basis in law, decided by a named person, for named items.
public-home-software-title = The software can refuse; only a person can release
public-home-software = Rules close what the law does not open. They never decide to disclose.
public-home-told-title = You are told
public-home-told = Putting that off needs a ground in law and ends by itself.
public-home-watched-title = Nobody is watched
public-home-watched = A request to watch or report on a patient is always refused, and counted in public.
public-home-how = How it works
public-home-name = The name alludes to the statutory duty of candour and is not that duty.

## How it works

public-how-title = How it works
public-how-asks-title = An officer asks
public-how-asks = First a question that names nobody. Only where that will not do: who asks, what for, what is feared and on what evidence, and the least information that would help.
public-how-rules-title = Rules say what the law leaves open
public-how-rules = The same <a href="/rules">published rules</a> for every unit. For each basis they list what is missing or why it is closed. They recommend nothing.
public-how-answers-title = A clinician answers
public-how-answers = With advice from no record; or, with a reason that the person can later see, by opening the record. They may propose to refuse, to offer care, or to disclose named items.
public-how-decides-title = A named person decides
public-how-decides = Usually the trust’s Caldicott Guardian, after the clinician’s opinion; for a child also a second clinician and the named safeguarding professional. A court’s order is carried out to its letter.
public-how-witnesses-title = Independent witnesses sign before anything leaves
public-how-witnesses = Each decision becomes an entry of a <a href="/ledger">ledger</a> that nobody can change unseen. In an emergency the information goes first and the entry follows at once.
public-how-reads-title = The officer reads
public-how-reads = What was disclosed, under conditions, with each reading recorded. Every ending without information looks the same to the officer and appears at one fixed time.
public-how-told-title = The person is told
public-how-told = By a route that a clinician has confirmed to be safe. Where telling is put off, that ends by itself, and only the independent reviewer can renew it.
public-how-looks-title = Somebody independent looks
public-how-looks = At every deferral, every child, every emergency, and a sample that nobody can foresee or choose. What was wrong is recalled.
public-how-never-title = What it never does
public-how-never-decide = decide to disclose
public-how-never-score = score, rank or profile anybody, or search across patients for police
public-how-never-watch = set anybody to watching a patient, or give standing access
public-how-never-tell = tell police whether somebody is known, was told, objected or was offered care
public-how-never-keep = keep ethnicity or religion in a case

## Privacy

public-privacy-title = Privacy
public-privacy-read-title = When you only read these pages
public-privacy-read = No cookie but the language that you choose, for a year; no counting of visitors, nothing from other sites.
public-privacy-own-title = When you open your own page
public-privacy-own = Nothing in the address, and no cookie but the language that you choose, for a year; the address in a Welsh letter chooses Welsh. Your code and phrase are used to open the page and are not kept; the page is not stored by your browser. That a page was opened is recorded in your case.
public-privacy-sign-in-title = When you sign in
public-privacy-sign-in = One cookie for eight hours. Where you use a password, another one for 90 days, by which your browser is known and which opens nothing. Where you sign in through your organisation, another one for half an hour at most; we learn from it who you are there and how you showed it, and keep neither. What you do is recorded, and people whom it concerns can see it.
public-privacy-case-title = In a case
public-privacy-case = The trust decides what happens to the data (it is the controller). Everything is sealed under a key of its own for each case; name and address under another. When a case is erased its key is destroyed. Whatever had to leave is listed on your page.
public-privacy-ledger = The <a href="/ledger">ledger</a> holds no personal data: only digests that reveal nothing by themselves.

## The ledger

public-ledger-title = The ledger
public-ledger-lede = Every act and every reading is an entry in a public log. An entry says nothing about anybody; it fixes what happened, so that it cannot be changed, dropped or slipped in later without being seen.
public-ledger-entries = Entries
public-ledger-cosigned = Co-signed by witnesses
public-ledger-last = Last checkpoint
public-ledger-none-yet = None yet
public-ledger-witnesses = Witnesses
public-ledger-none = None
public-ledger-restored-title = Restored from a backup
public-ledger-restored = What was published is never taken back. Where a backup did not hold what an entry stands for, the entry stays and says nothing any more. Promises made in that time stand as broken. What happened since the backup and had not reached the ledger yet leaves no trace here: that is ten minutes at most, and never a decision that was released.
public-ledger-promises-title = Promises by week
public-ledger-promises = Whenever somebody is owed something by a day, a promise is put into the ledger at the end of that week, among others that nobody outside can tell from it. What was not kept in time stays there for everybody to count.
public-ledger-chart-title = Promises at the end of each week: open, kept late, broken. The figures are in the table below.
public-ledger-legend = Pale: open. Striped: kept late in that week. Dark: broken, that is, still owed after its week.
public-ledger-week = Week
public-ledger-opened = Opened
public-ledger-kept = Kept
public-ledger-kept-late = Kept late
public-ledger-open = Open
public-ledger-broken = Broken
public-ledger-decoys = Some of the promises opened and kept are decoys, so that how busy a week was cannot be read here. Count for yourself:
public-ledger-checkpoint-title = The checkpoint
public-ledger-checkpoint = The log’s signed statement of its size and root, with the witnesses’ signatures. The same text is at <a href="/ledger/checkpoint">/ledger/checkpoint</a>.
public-ledger-checkpoint-label = The last checkpoint
public-ledger-policy = The quorum policy
public-ledger-policy-words = Which witnesses must sign before a checkpoint counts. Get it from somebody you trust, not only from this page.
public-ledger-unread = The ledger cannot be read just now. Its files can still be checked as below.
public-ledger-check-title = Check it yourself
public-ledger-check = You need no account and need not trust us. Download the program, and give it the address and a quorum policy:
public-ledger-verify = It reads every entry, rebuilds the tree, compares the root with the checkpoint and checks each witness’s signature. Keep the checkpoint that you saw: given it with <code>--since</code>, the next run shows that nothing before it has changed.
public-ledger-receipt = Check a receipt
public-ledger-tallest = Tallest bar: { $most }
public-ledger-restored-whole = { $when }: every entry still has what it stands for
public-ledger-restored-lost = { $when }: from entry { $from } on, { $lost } of { $all } entries lost what they stand for

## Check a receipt

public-receipts-title = Check a receipt
public-receipts-lede = A receipt is a small file that proves to whoever holds it that what it says is in the ledger. It can be checked without the internet, and years later.
public-receipts-own-title = On your own computer
public-receipts-own = The program “candour” can check it without this page. It says what the receipt proves, when it was witnessed and by whom; or which of these does not hold. Nothing is sent anywhere.
public-receipts-browser-title = In the browser
public-receipts-browser = This page can check it. The receipt stays on your computer: nothing is sent anywhere. Where the policy names keys of the kind ML-DSA-44, the page first fetches the part of itself that knows them; that is the same for every receipt.
public-receipts-no-scripts = Your browser does not run scripts here, so please use the program, or ask somebody you trust to.
public-receipts-file = The receipt, a file that ends in .tlog-proof
public-receipts-policy = The quorum policy
public-receipts-policy-hint = Which witnesses must have signed. Better than the one that stands here is one that you have from somebody you trust.
public-receipts-check = Check the receipt
public-receipts-keep = A receipt may show that something happened in a case of yours. Keep it where nobody who might use it to harm you can find it.

## The rules

public-rules-title = The rules
public-rules-lede = These are all the grounds on which anything about a patient can be given. What is not here opens nothing.
public-rules-tests = Each ground has tests. Where one test is not met, the ground is closed, and whoever asked is told why. The software can close a ground; only a named person can use one that is open. This is not legal advice.
public-rules-contents = On this page
public-rules-items-title = What can be asked for, and what is never given
public-rules-approvals-title = Who may have to agree
public-rules-notice-title = How the person is told
public-rules-reasons-title = Every reason for saying no
public-rules-sources-title = Where these rules come from
public-rules-shared = What closes any of them
public-rules-closed = It is closed if
public-rules-at-most = May be given, at most
public-rules-paper = What the paper describes, and nothing else.
public-rules-agree = Must agree
public-rules-telling = Telling the person
public-rules-items = From what says least about a person to what says most. A ground reaches only so far down this list.
public-rules-never-title = Never given
public-rules-never = Asking for one of these is refused and counted in public.
public-rules-approvals = Each is a person with a name. Nobody agrees twice, and nobody agrees to what they asked for.
public-rules-notice = People are told what was asked and what was given. Telling them later needs a reason in law, has a last day, and is looked at by somebody independent. The limits in days are Candour’s own.
public-rules-reasons = With the law or rule it rests on, and who could put it right.
public-rules-sources = Laws and guidance that were read
public-rules-more = Its tests, and what may be given<span class="nhsuk-u-visually-hidden">: { $basis }</span>
public-rules-all-items = All { $count } items
public-rules-all-reasons = All { $count } reasons
public-rules-compels-title = What the law compels
public-rules-compels = An order or notice that is valid on its face is carried out to its letter: what it describes, and nothing else.
public-rules-duties-title = Duties of one professional
public-rules-duties = The duty belongs to whoever holds the information. Nobody may veto the report, and nobody may demand it.
public-rules-permits-title = What the law permits
public-rules-permits = Where the conditions are met, a named person may disclose. They never have to.
public-rules-no-basis-title = What is often named, and is no basis
public-rules-no-basis = Each of these may matter for something else. None opens a patient’s information, and here is why.
# Stands where the law of a test is that of each basis.
public-rules-law-of-each = the law of each
public-rules-cure-requester = Can be put right by whoever asks.
public-rules-cure-health-service = Can be put right by the health service.
public-rules-cure-issuer = Can be put right by whoever issued the paper.
public-rules-cure-nobody = Cannot be put right.
public-rules-not-in-force = Not known to be in force. It opens nothing until a new version of these rules gives the day.
public-rules-in-force = In force from { $from }.
public-rules-in-force-to = In force from { $from } to { $to }.
public-rules-checked-on = Checked against the law on { $day }.
public-rules-checked = Checked against the law.
public-rules-unverified-on = <strong>Not verified.</strong> When it was last looked at, on { $day }, its wording was not confirmed.
public-rules-unverified = <strong>Not verified.</strong> Nobody has checked its wording.
public-rules-from = They state the law from { $from } on.
public-rules-from-to = They state the law from { $from } to { $to }.
public-rules-pack = This page is made from the policy pack { $pack } and nothing else. SHA-256 <code class="candour-code">{ $digest }</code>. The same as data: <a href="/api/v1/rules">/api/v1/rules</a>.

## Where a basis applies: the nations of a pack, joined by hyphens

public-nations-england-wales = England and Wales
public-nations-england = England
public-nations-wales = Wales

## What stands on several pages

# What a box with a command is called, for screen readers.
public-command = Command

## What the check of a receipt says; its script puts in the braces

public-receipt-holds = This receipt holds
public-receipt-proves = It proves:
public-receipt-proves-not = It does not prove:
public-receipt-unchecked = This receipt was not checked
public-receipt-fails = This receipt does not hold
public-receipt-why = { $why } It proves nothing as it is.
public-receipt-no-file = No file was chosen. Choose a file that ends in .tlog-proof.
public-receipt-unable = This browser could not check it. Try again, or use the program instead.
public-receipt-in-ledger = This entry is number { $index } of the { $size } entries that the ledger { $origin } has signed for.
public-receipt-witnessed = Witnesses have signed that they saw the ledger in this state: { $witnesses }.
public-receipt-event-proved = The event in this receipt is exactly the one that the entry stands for.
public-receipt-counted = The entry was counted in the figures of { $period } as “{ $class }”.
public-receipt-ledger-alone = Nobody but the ledger itself has signed.
public-receipt-event-unseen = What happened is not shown: this receipt proves that something was recorded, not what.
public-receipt-event-true = That what the event says is true: a record can be complete and still be wrong.
public-receipt-uncounted = That the entry was counted in published figures.
public-receipt-everything = That everything which happened was recorded: a receipt speaks of one entry only.
public-receipt-file = The file is not a receipt.
public-receipt-file-long = The file is too long for a receipt.
public-receipt-long = The receipt is too long.
public-receipt-index = The receipt’s index is malformed.
public-receipt-proof = The receipt’s proof is malformed.
public-receipt-extra = The receipt’s extra data is malformed.
public-receipt-extra-missing = The receipt’s extra data is missing or malformed.
public-receipt-entry = The entry in the receipt is not one that stands for something that happened.
public-receipt-place = The entry is not in the ledger at number { $number }.
public-receipt-event = The event in the receipt is not the one that was recorded.
public-receipt-tally = The tally in the receipt does not belong to it.
public-receipt-checkpoint = The checkpoint is malformed.
public-receipt-checkpoint-long = The checkpoint is too long.
public-receipt-checkpoint-text = The checkpoint is not plain text.
public-receipt-checkpoint-unsigned = The checkpoint has no signatures.
public-receipt-checkpoint-signatures = The checkpoint’s signatures are malformed.
public-receipt-ledger-unsigned = The checkpoint is not signed by the ledger.
public-receipt-ledger-unknown = The quorum policy knows no ledger named { $name }.
public-receipt-signature = The signature of { $name } on the checkpoint does not hold.
public-receipt-quorum = Too few of the witnesses that the policy asks for have signed.
public-receipt-policy-long = The quorum policy is too long.
public-receipt-policy-end = The quorum policy’s last line does not end.
public-receipt-policy-key = A key in the quorum policy is malformed.
public-receipt-policy-quorum = The quorum policy has no quorum line.
public-receipt-line-text = Line { $number } of the quorum policy is not plain text.
public-receipt-line-name = Line { $number } of the quorum policy takes a name that is taken.
public-receipt-line-key = Line { $number } of the quorum policy has the wrong key.
public-receipt-line-many = Line { $number } of the quorum policy is one too many.
public-receipt-line-threshold = Line { $number } of the quorum policy has a threshold that cannot be met.
public-receipt-line-member = Line { $number } of the quorum policy names a member that is not there, or twice.
public-receipt-line-second = Line { $number } of the quorum policy is a second quorum.
public-receipt-line-absent = Line { $number } of the quorum policy names what is not there.
public-receipt-line-unread = Line { $number } of the quorum policy does not read.

## What an entry was counted as, in quotation marks

public-class-enquiry-received = enquiry received
public-class-referral-received = referral received
public-class-referral-returned = referral returned
public-class-referral-withdrawn = referral withdrawn
public-class-case-closed = case closed
public-class-monitoring-refused = monitoring refused
public-class-record-opened = record opened
public-class-case-read = case read
public-class-search-made = search made
public-class-advice-given = advice given
public-class-care-offered = care offered
public-class-care-accepted = care accepted
public-class-disclosure-decided = disclosure decided
public-class-disclosure-refused = disclosure refused
public-class-disclosure-released = disclosure released
public-class-disclosure-read = disclosure read
public-class-emergency-released = emergency released
public-class-disclosure-recalled = disclosure recalled
public-class-destruction-confirmed = destruction confirmed
public-class-destruction-refused = destruction refused
public-class-onward-decided = onward decided
public-class-onward-refused = onward refused
public-class-onward-sent = onward sent
public-class-notice-deferred = notice deferred
public-class-notice-sent = notice sent
public-class-notice-returned = notice returned
public-class-notice-escalated = notice escalated
public-class-consent-asked = consent asked
public-class-consent-given = consent given
public-class-consent-refused = consent refused
public-class-consent-withdrawn = consent withdrawn
public-class-challenge-received = challenge received
public-class-challenge-answered = challenge answered
public-class-copy-requested = copy requested
public-class-copy-given = copy given
public-class-review-done = review done
public-class-erasure-done = erasure done
public-class-account-changed = account changed
public-class-settings-changed = settings changed
public-class-export-made = export made
public-class-import-made = import made
public-class-other = other

## The invented cases that two packs are compared over

public-case-cv-02 = Suspect in custody, serious assault, consent never tried
public-case-cv-05 = Knife wound, police evidence attacker still hunting others
public-case-cv-07 = Names of everyone at the clinic on Monday
public-case-cv-12 = Patient tells nurse where brother's explosives are
public-case-cv-13 = Prevent duty cited as the lawful basis
public-case-cv-14 = Channel panel asks for health input, person not yet asked
public-case-cv-16 = Level 2 MAPPA offender: relevant risk information
public-case-cv-17 = Officer simply wants the person helped
public-case-cv-18 = Adult woman with old FGM: police cite section 5B
public-case-cv-20 = Officer says disclosure is for the Security Service under CTA 2008 s.19
public-case-cv-22 = Schedule 5 order names the wrong trust and is unsealed
public-case-cv-25 = Crown Court witness summons after the patient was heard
public-case-cv-26 = Coroner's Schedule 5 notice after a death
public-case-cv-28 = Tell us if he misses his depot injection
public-case-cv-30 = Weekly attendance updates with a blanket consent form
public-case-cv-31 = Tell us the discharge date so surveillance can resume
public-case-cv-34 = API subscription to record events
public-case-cv-36 = Consent withdrawn after half the items went
public-case-cv-38 = Manic detainee: what keeps him safe in custody tonight
public-case-cv-39 = Capable older man refuses help over fraud by his son
public-case-cv-41 = Detained patient absent without leave, suicidal tonight
public-case-cv-44 = Emergency box ticked, but it happened three weeks ago
public-case-cv-46 = School Prevent referral of a 14-year-old: CAMHS record wanted
public-case-cv-48 = Competent 15-year-old consents, parents object
public-case-cv-50 = Sixteen-year-old stabbed, will not talk
public-case-cv-52 = FGM seen in a girl of 15
public-case-cv-54 = Keep us posted on a 17-year-old inpatient's progress
public-case-cv-56 = Strategy meeting: suspected fabricated illness
public-case-cv-58 = Defence wants a 15-year-old complainant's psychiatric notes
public-case-cv-59 = Fifteen-year-old plans to attack school tomorrow
