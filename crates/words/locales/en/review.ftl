# Pages of the reviewer, and the page on which other rules are adopted.

## The number of an entry, and what stands behind it
review-ask-title = Look up an entry
review-ask-what = Every entry of the ledger has a number. Enter one, such as those that your sample drew, to see what happened and in which case. The person will see that you looked.
review-ask-number = Number of the entry
review-ask-fault = Enter the number of an entry that is in the ledger
review-ask-do = Look up
review-entry-title = Entry { $index }
review-entry-another = Another entry
review-entry-what = What it is
review-entry-happened = What happened
review-entry-when = When
review-entry-case = Case
review-entry-open = Open the case
review-entry-position = In the case’s list of what is in the ledger, it is number { $position }. There you can also take a full opening of it, which you can check against the ledger without us.
review-entry-reading = Somebody looked at the case. Its page shows who looks.
review-entry-no-case = It is of no case.
review-entry-nothing = No event of a case stands behind it here: it is an act that the ledger itself shows, or the case was erased, or the event was lost when the database was restored. The page on the <a href="/ledger">ledger</a> says which entries were lost.

## Classes of what happened, as the ledger tallies them
review-class-enquiry-received = Enquiry received
review-class-referral-received = Referral received
review-class-referral-returned = Referral returned
review-class-referral-withdrawn = Referral withdrawn
review-class-case-closed = Case closed
review-class-monitoring-refused = Monitoring refused
review-class-record-opened = Record opened
review-class-case-read = Case read
review-class-search-made = Search made
review-class-advice-given = Advice given
review-class-care-offered = Care offered
review-class-care-accepted = Care accepted
review-class-disclosure-decided = Disclosure decided
review-class-disclosure-refused = Disclosure refused
review-class-disclosure-released = Disclosure released
review-class-disclosure-read = Disclosure read
review-class-emergency-released = Emergency released
review-class-disclosure-recalled = Disclosure recalled
review-class-destruction-confirmed = Destruction confirmed
review-class-destruction-refused = Destruction refused
review-class-onward-decided = Onward decided
review-class-onward-refused = Onward refused
review-class-onward-sent = Onward sent
review-class-notice-deferred = Notice deferred
review-class-notice-sent = Notice sent
review-class-notice-returned = Notice returned
review-class-notice-escalated = Notice escalated
review-class-consent-asked = Consent asked
review-class-consent-given = Consent given
review-class-consent-refused = Consent refused
review-class-consent-withdrawn = Consent withdrawn
review-class-challenge-received = Challenge received
review-class-challenge-answered = Challenge answered
review-class-copy-requested = Copy requested
review-class-copy-given = Copy given
review-class-review-done = Review done
review-class-erasure-done = Erasure done
review-class-account-changed = Account changed
review-class-settings-changed = Settings changed
review-class-export-made = Export made
review-class-import-made = Import made
review-class-other = Other

## Law and reported practice
review-packs-title = Law and reported practice compared
review-packs-lede = The same { $cases } invented cases under two sets of rules: the law as Candour states it, and practice as public reports describe it.
review-packs-no-finding = Reported practice is no finding of fact: those who run the service have rejected some of these reports. It is here only to be compared, and nothing can be done by it.
review-packs-opened = In { $opened } of the cases reported practice opens something that the law closes.
review-packs-same = Both come to the same.
review-packs-opens = Closed in law, open in reported practice:
review-packs-closes = Open in law, closed in reported practice:
review-packs-differs = Open in both, on other terms:
review-packs-sources = What reported practice rests on
review-packs-versions = Policy packs { $first } and { $second }. Not legal advice.

## What the pack of reported practice rests on, as it names it
review-source-1 = Medact (2021) on the vulnerability support hubs
review-source-2 = Medact (2024) on the service that followed them
review-source-3 = Letters and reports in The Guardian and Morning Star, among them the service's own rejection of the claims (2021)
review-source-4 = Contract notice of the national clinical consultancy service (17 million pounds)

## The sample of a half-year
review-sample-title = Your sample
review-sample-what = Each half-year you look at a sample that nobody can choose or foresee: not the service, for it does not know your bytes when the record is closed, and not you, for you committed to them before. Draw them on a machine of your own:
review-sample-command = Command
review-sample-how = Commit to the digest before the half-year ends. Keep the other line to yourself until its tallies are in the ledger, then reveal it here. Whoever has the ledger can then derive the same sample.
review-sample-half-year = Half-year
review-sample-ended = ended
review-sample-running = running
review-sample-committed = Committed
review-sample-none = no: there is no sample of this half-year
review-sample-not-yet = not yet
review-sample-tallies = Tallies
review-sample-tallied = in the ledger and witnessed
review-sample-revealed = Revealed
review-sample-digest = The digest
review-sample-digest-hint = From the line “commit to it now” that the command wrote, never from the other one
review-sample-commit = Commit
review-sample-bytes = The bytes you kept
review-sample-bytes-hint = From the line “keep to yourself until the half-year is tallied” that the command wrote
review-sample-reveal = Reveal
review-sample-drawn = Drawn, in this order
review-sample-entry = Entry
review-sample-class = Class
review-sample-look-up = Look up an entry by its number
review-sample-digits = enter 64 digits from 0 to 9 and a to f, as “candour sample draw” wrote them

## Searches
review-searches-title = Searches
review-searches-what = How often people in the clinics have searched in this half-year, { $period }. A search for a person that leads to a case stands in that case's readings, where the person sees it. One that finds nothing leaves this trace alone, so look at who often finds nothing. What was looked for is kept nowhere.
review-searches-none = Nobody has searched in this half-year.
review-searches-caption = Searches by account
review-searches-who = Who
review-searches-where = Where
review-searches-reference = By reference
review-searches-number = By NHS number
review-searches-name = By name and birth
review-searches-nothing = For a person, found nothing

## Change of rules
review-rules-title = Change of rules
review-rules-what = The gate judges by one policy pack at a time. Another one is adopted when an administrator has offered it, and a second administrator and a legal service have each confirmed it. That is three people, and an act in the public ledger.
review-rules-in-force = In force
review-rules-pack = Policy pack
review-rules-since = Since
review-rules-offer = Offered: { $name }
review-rules-offered-by = Offered by
review-rules-second = Second administrator
review-rules-legal = Legal service
review-rules-confirmed-by = Confirmed by { $who }
review-rules-unconfirmed = Has not confirmed yet
review-rules-open-cases = What it changes in open cases
review-rules-under-way = The comparison is under way: { $seen } cases so far. Load the page again for more.
review-rules-no-open = No case is open.
review-rules-open-same = { $seen ->
    [one] Nothing, in any of { $seen } open case.
   *[other] Nothing, in any of { $seen } open cases.
}
review-rules-open-differ = { $seen ->
    [one] Something in { $differ } of { $seen } open case.
   *[other] Something in { $differ } of { $seen } open cases.
}
review-rules-not-yours = Only those who work on cases see what it is.
review-rules-open-caption = Changes in open cases
review-rules-change = Change
review-rules-cases = Cases
review-rules-soon = The comparison begins in a few seconds. Load the page again.
review-rules-invented = What it changes in the invented cases
review-rules-invented-same = Nothing, in any of the { $of } invented cases that come with Candour.
review-rules-invented-differ = Something in { $differ } of the { $of } invented cases that come with Candour.
review-rules-opens = Now open: { $line }
review-rules-closes = Now closed: { $line }
review-rules-differs = Open on other terms: { $line }
review-rules-files = What it changes in the pack
review-rules-file = { $new ->
    [one] { $path }: { $new } new line, { $gone } gone
   *[other] { $path }: { $new } new lines, { $gone } gone
}
review-rules-file-lines = Changed lines of { $path }
review-rules-file-cut = There is more than is shown here. Compare the folders on the machine with “candour policy compare”.
review-rules-confirm-or-withdraw = Confirm or withdraw
review-rules-withdraw = Withdraw
review-rules-confirm-what = With the last confirmation it is in force at once. Cases that are decided keep the rules they were decided under; those that are open are judged by the new ones from then on.
review-rules-confirm = Confirm this pack
review-rules-withdraw-it = Withdraw it
review-rules-read = I have looked at what this changes
review-rules-read-fault = Look at what this changes, then tick the box
review-rules-offered = Offered
review-rules-nothing = Nothing is offered.
review-rules-who-offers = An administrator can offer another pack.
review-rules-shelf = On the shelf
review-rules-shelf-what = Packs that lie on the machine. Before you offer one, run “candour policy check” and “candour policy prove” on its folder.
review-rules-is-in-force = It is the one in force.
review-rules-fault = It cannot be offered: { $fault }
review-rules-offer-do = Offer this pack<span class="nhsuk-u-visually-hidden">: { $name }</span>
review-rules-shelf-empty = There is no other pack to offer. Put its folder into the folder that the configuration names as “shelf” under “[policy]”, and load the page again.
review-rules-before = In force before
review-rules-before-one = { $name }, since { $when }
review-rules-off-shelf = this pack is no longer on the shelf as it was; look at the page again
review-rules-not-offered = this pack is no longer offered; look at the page again

## Where a pack lies
review-shelf-configured = Named in the configuration
review-shelf-built-in = Built into this version of Candour
review-shelf-folder = Folder “{ $name }”
