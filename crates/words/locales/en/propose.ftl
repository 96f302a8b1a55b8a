# Proposing an outcome that the gate has left open.

## Titles and links

propose-title = Propose an outcome
propose-back = Back to the case
# $outcome: the outcome, inside a sentence.
propose-form-title = Propose: { $outcome }
propose-preview-title = Check the proposal
# A sentence that the page about what cannot be done capitalises and ends.
propose-not-open = the gate has closed this outcome, or it never was one

## What is given

# Heading above the law, the approvals, how the person is told, and the conditions.
propose-bounds = The terms
propose-items = Which information is disclosed?
# [left out] is what the officer reads, in English.
propose-items-hint = The least intrusive stands first. Tick only what is needed and write each one out: the officer reads your words and no others. What stands in double brackets, [[like this]], they read as [left out], however long it is.
propose-item-words = What exactly is disclosed
propose-item-reason = Why this item is needed
propose-item-reason-hint = For whoever decides and for the reviewer. The officer never reads it.
propose-download = May the officer keep a copy?
propose-download-yes = Yes, it may be downloaded
propose-download-yes-hint = Otherwise it can only be read in Candour, each time with a record of it.
propose-advice = The advice
propose-advice-hint = From no record, and silent on whether the person is known. The officer reads it exactly as you write it.

## Why

propose-necessity = Why is this necessary?
propose-necessity-hint = What this achieves.
propose-necessity-hint-gives = What could not be achieved without it, and what was tried first.
propose-necessity-hint-refuses = Why the answer is no.
propose-necessity-hint-returns = What is missing, and why it cannot be decided without it.
propose-proportionality = Why is it proportionate?
propose-proportionality-hint = Why it is no more than is needed.
propose-proportionality-hint-refuses = Why nothing less would do, such as advice from no record.
propose-proportionality-hint-returns = Why what is missing is worth the wait.
propose-proportionality-hint-gives = Why what is gained outweighs the harm to this person, and why no less would do.

## How the person is told

propose-when = When is the person told?
propose-when-now = Now, as is usual
propose-when-later = Later
propose-when-later-hint = It ends by itself on the last day, and the person is told.
propose-last-day = The last day on which they may not be told
propose-last-day-hint = { $days ->
    [1] At most 1 day from today.
   *[other] At most { $days } days from today.
}
propose-notice-reasons = Why may they not be told before?
propose-notice-reasons-hint = The independent reviewer reads this.
propose-hold-day = Until which day may the person not be told?
propose-hold-day-hint = { $days ->
    [1] At most 1 day from today. If you leave this empty, that day counts.
   *[other] At most { $days } days from today. If you leave this empty, that day counts.
}
propose-hold-reasons-hint = The independent reviewer reads this, and decides again before it ends.
propose-put-off = Put off until { $day } at the latest.
propose-unsafe = If telling beforehand would be unsafe, a clinician records that on the case's page, with reasons.

## Faults, after a label or as a request

propose-fault-none = choose at least one
propose-fault-list = only what this list holds
propose-fault-words = write what it says
# $item: a category of information, as the list names it.
propose-of-item = “{ $item }”: { $expected }
propose-fault-item-words = write what the officer is to read under “{ $item }”
propose-fault-reason = write why it is needed
# $item: a category of information, as the list names it.
propose-fault-item-reason = write why “{ $item }” is needed
propose-fault-day = a calendar day
# $day: the latest day that is allowed.
propose-fault-last-day = a day from today to { $day }
