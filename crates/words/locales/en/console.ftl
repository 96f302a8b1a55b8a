## What every console shares

console-yes = Yes
console-no = No

## Health of the service

console-health-title = Health of the service
console-health-good = Everything is as it should be.
console-health-bad = { $count ->
    [one] { $count } thing needs somebody to look at it. It stands first.
   *[other] { $count } things need somebody to look at them. They stand first.
}
console-health-lead = As this node, one running copy of Candour, saw it on { $when }. Nothing here names a case, a patient or an officer.
console-what = What
console-state = State
console-found = What was found
console-next = What to do next:
console-state-good = Good
console-state-look = Look at this
console-state-plain = For information

console-health-version = Version
console-health-store = Database
console-health-records = Recording
console-health-lead-node = The leading node
console-health-ledger = Ledger
console-health-pending = Entries that wait for a number
console-health-quorum = Quorum of witnesses
console-health-clock = Clock
console-health-keys = Keys
console-health-letters = Letters and messages
console-health-late = Work that has fallen due
console-health-overdue = Promises not kept in time
console-health-pack = Policy pack in force
console-health-backup = Last backup
console-health-room = Room for files
console-health-restored = Last restore from a backup

console-store-files = SQLite, in two files. Schema { $version }, keystore { $keystore }.
console-store-server = PostgreSQL. Schema { $version }, keystore { $keystore }.
console-records = Database, keystore and writer answer.
console-records-not = Nothing can be recorded just now.
console-lead-alone = This node is the only one and does everything.
console-lead-this = This node leads: it numbers entries and hands letters over.
console-lead-other = Another node leads, or none does at this moment.
console-lead-nobody = This node does not lead, and there is no other.
console-ledger-none = No checkpoint was made yet.
console-ledger = { $size ->
    [one] { $size } entry. The last checkpoint was made on { $when } and covers { $covered }.
   *[other] { $size } entries. The last checkpoint was made on { $when } and covers { $covered }.
}
console-waits-none = Nothing waits.
console-waits = { $count ->
    [one] { $count } waits, since { $oldest }.
   *[other] { $count } wait, the oldest since { $oldest }.
}
console-waits-more = More than { $count } wait, the oldest of them since { $oldest }.
console-quorum-met = The witnesses cosign.
console-quorum-lost = Too few witnesses have cosigned for a minute and longer. Decisions are kept, and releases wait.
console-quorum-without = The quorum policy asks for no witness.
console-clock-agrees = It agrees with at least one witness.
console-clock-stopped = It differs by more than five minutes from that of every witness. Until it is right, what falls due is left undone.
console-clock-unknown = This node has not compared it.
console-keys-answer = The keys can be used.
console-keys-silent = The hardware module does not answer. What is sealed cannot be opened.
console-late = { $count ->
    [0] Nothing is late.
    [one] In { $count } case something fell due more than a minute ago and is not done.
   *[other] In { $count } cases something fell due more than a minute ago and is not done.
}
console-late-more = In more than { $count } cases something fell due more than a minute ago and is not done.
console-overdue = { $count ->
    [0] None was still owed at the end of the { $week }, as the public ledger counts them.
    [one] { $count } was still owed at the end of the { $week }. The public ledger shows it as broken.
   *[other] { $count } were still owed at the end of the { $week }. The public ledger shows them as broken.
}
console-overdue-none-yet = No week was counted yet.
console-pack = { $name }, digest { $digest }…
console-backup = { $when }
console-backup-unknown = No backup is known.
console-room = { $free } GB of { $whole } GB are free ({ $share }%).
console-room-unknown = The machine does not say.
console-restored = { $lost ->
    [0] { $when }. No entry lost its event.
    [one] { $when }. { $lost } entry lost its event.
   *[other] { $when }. { $lost } entries lost their events.
}

console-next-records = Read the log of the service, see that disks have room and the database answers, and start the service again. If it was moved to a server, the configuration must name that server.
console-next-lead-node = Wait a minute. If nothing changes, read the log: the ledger may not verify. Then stop the service and run “candour doctor”.
console-next-ledger = See that the witnesses below answer. If they do, read the log, stop the service and run “candour doctor”.
console-next-pending = See which node leads. If none does, wait a minute. If one does, read its log, stop it and run “candour doctor”.
console-next-quorum = Ask whoever runs the witnesses below that did not cosign. The quorum policy changes only by agreement with all of them.
console-next-clock = Set the clock of this machine right, by its time service. Nothing else needs to be done.
console-next-keys = Ask the key custodian to look at the module, its token and its PIN. “candour keys list” says what answers.
console-next-letters = See that the folder for the post can be written and that a node leads, and read the log.
console-next-late = See that a node leads and that its clock agrees, and read the log.
console-next-overdue = The clinics and the reviewer see which ones, and put them right. Look here only whether letters or work that has fallen due wait for the service itself.
console-next-backup = Have “candour backup” run every night and its folder copied to another machine.
console-next-room = Make room, or give the data folder more. A full disk stops recording; nothing that was acknowledged is lost.

console-witnesses = Witnesses
console-witnesses-none = The quorum policy names no witness.
console-witnesses-lead = When each was last heard of by this node, and whether it cosigned the last checkpoint that the quorum accepted.
console-witness = Witness
console-witness-seen = Last heard of
console-witness-unseen = Not since this node was started
console-witness-cosigned = Cosigned the last checkpoint

## Keys

console-keys-where = Where they lie
console-keys-file = The keys of units and forces lie in a plain file.
console-keys-module = The keys of units and forces are wrapped under a key in a hardware module.
console-keys-signer-file = The ledger's signing key lies in a plain file.
console-keys-signer-module = The ledger's signing key lies in a hardware module and never leaves it.
console-keys-look = Look at the module, its token and its PIN; “candour keys list” says what answers.
console-keys-whose = Whose keys there are
console-keys-lead = These keys wrap other keys, and those open what is sealed. How many a key wraps is said roughly, enough to see whether an old one is still needed. It counts keys of cases, drafts and accounts, not people. When a key was added stands in the public ledger as a change of keys.
console-keys-holder = Whose
console-keys-epoch = Epoch
console-keys-since = In use since
console-keys-wraps = What it wraps
console-keys-none = There is none. Nothing can be begun for them.
console-holder-unit = unit
console-holder-force = force
console-holder-service = The service itself: accounts and settings
console-epoch-newest = { $epoch }, under which what is new is wrapped
console-epoch-older = { $epoch }, for what was wrapped before
console-since-unused = Not used yet, or no longer
console-since-unknown = Not kept
console-wraps-nothing = Nothing
console-wraps-few = Fewer than a hundred keys
console-wraps-hundreds = Hundreds of keys
console-wraps-thousands = A thousand keys or more
console-wraps-counts = Nothing: it keys the count of repeated referrals
console-keys-ledger = Who signs and cosigns the ledger
console-keys-ledger-lead = Public keys, each with its identifier. Anybody may have them.
console-keys-signs = Signs:
console-keys-cosigns = Cosigns:
console-keys-changes = How each is changed
console-keys-changes-lead = By commands on the machine, with the service stopped. Each change of the keys of units and forces is said in the public ledger; tell the independent reviewer beforehand.
console-change-look = See every key, and open every wrapped one with them
console-change-renew = A new epoch for a unit; “--force” in the place of “--unit” for a force, “--service” for the service itself
console-change-wrapping = Make the wrapping key in a hardware module
console-change-move = Wrap the keys of the file under it
console-change-retire = Delete the plain file that the move left, once everything opens
console-change-back = Put the keys back into a plain file
console-change-ledger = Make the signing key of a new ledger. A ledger that was begun keeps its key
console-change-witness = Make a witness's key, on the witness's own machine. The quorum policy then names it, and a start with another policy is said in the ledger

## Retention

console-erasure-title = How erasure is meant to work
console-erasure-backups = { $days ->
    [one] Backups of the keystore live { $days } day; then they are destroyed.
   *[other] Backups of the keystore live { $days } days; then they are destroyed.
}
console-erasure-complete = If a case's key were destroyed today, the case could be read from no backup from { $day } on, provided that every backup of the keystore is destroyed in time.
console-erasure-server = Where the record lies on a database server, its own logs, copies and base backups are to be destroyed within the same days. The service cannot do it.
console-holds-none = The service keeps no legal holds yet. Keep a list of your own of what an inquiry or a court forbids you to erase.
console-schedule = How long things are kept
console-schedule-lead = The Records Management Code of Practice of NHS England, as updated on 7 August 2023, says how long health services keep what they have. Each line says how we know it: hold it against its source before you rely on it. What is marked as policy is our own rule and no law. Nothing here is legal advice.
console-schedule-none = No rule was found for the records of Caldicott decisions.
console-schedule-what = What
console-schedule-long = How long
console-schedule-known = How it is known
console-kept-mental-health = Mental health records
console-long-mental-health = 20 years after treatment ends, or 10 years after death
console-kept-adult = Other health records of adults
console-long-adult = 8 years
console-kept-child = Health records of children
console-long-child = Until the 25th birthday, or the 26th where they were 17 when treatment ended
console-kept-hold = Whatever an inquiry or legal proceedings need
console-long-hold = As long as the hold lasts, whatever else is said here (Appendix I)
console-kept-wales = Records in Wales
console-long-wales = As Wales's own code of 2022 says
console-kept-access = Requests for one's own data and for disclosure, and the letters about them
console-long-access = 3 years, or 6 where there was an appeal
console-kept-freedom = Freedom of information requests
console-long-freedom = 3 years, or 6 where there was an appeal
console-kept-assessment = Data protection impact assessments
console-long-assessment = 6 years
console-kept-complaint = Complaints
console-long-complaint = 10 years
console-kept-incident = Serious incidents
console-long-incident = 20 years
console-kept-decision = A request and what was decided on it
console-long-decision = 8 years, or until a child's 25th birthday if that is later
console-kept-refused = Who a refused request was about
console-long-refused = Replaced by a pseudonym after 12 months
console-kept-skeleton = The chained record of acts, without names
console-long-skeleton = 20 years
console-kept-order = Orders that were uploaded
console-long-order = As long as the file that they belong to
console-known-code = Read in the Code of Practice
console-known-second-hand = Read in what the Medical Defence Union says of the Code
console-known-unchecked = Not checked against its source
console-known-policy = Policy of this service
console-closed = Closed cases that are kept
console-closed-lead = By the year in which they last changed, counted on { $when }. They are counted once an hour at most.
console-closed-none = No closed case is kept.
console-closed-unit = Unit
console-closed-year = Year
console-closed-cases = Cases
console-closed-more = { $count } or more

## What you did

console-acts-title = What you did
console-acts-lead = Every act of yours that was recorded, the latest first. Nobody can change or remove one: the public ledger holds a commitment to each.
console-acts-elsewhere = What was done by a command on the machine is not listed here, for it belongs to no account: it stands in the public ledger. If older acts of yours are missing, ask whoever runs the machine to run “candour rebuild” once.
console-acts-none = You have done nothing yet that is recorded.
console-acts-no-more = There is nothing older.
console-acts-when = When
console-acts-what = What
console-acts-about = About
console-acts-said = What was recorded
console-acts-oneself = Yourself
console-acts-nothing-more = Nothing more
console-acts-older = Older acts
console-acts-latest = The latest acts
console-act-account-changed = Account changed
console-act-settings-changed = Setting changed
console-act-rota-changed = Rota changed
console-act-pack-offered = Policy pack offered
console-act-pack-confirmed = Policy pack confirmed
console-act-pack-withdrawn = Policy pack taken back
console-act-made-as = Made: { $role }
console-act-change-password-changed = Password changed
console-act-change-recovery-codes-renewed = Recovery codes renewed
console-act-change-passkey-added = Passkey added
console-act-change-passkey-removed = Passkey removed
console-act-change-may-enrol-again = May enrol again
console-act-change-asked-for = Asked for
console-act-change-took-back = Took back
console-act-change-closed = Closed
console-act-change-sessions-ended = Sessions ended
console-act-change-every-session-ended = Every session of everybody ended
console-act-change-enrolled-with-a-passkey = Enrolled with a passkey
console-act-change-enrolled-with-a-password-and-a-second-factor = Enrolled with a password and a second factor
console-act-change-enrolled-with-the-sign-in-of-their-organisation = Enrolled with the sign-in of the organisation
console-act-setting-organisation = Organisation
console-act-setting-information-rights-contact = Information-rights contact
console-act-rota-on = { $kind }, from { $first }
console-act-rota-off = { $kind }, from { $first }: taken off
