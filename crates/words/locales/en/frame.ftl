## What stands around every page

frame-title-faulty = Error: { $title } – Candour
frame-skip = Skip to main content
frame-exit-label = Leave this page
frame-exit-words = You can leave this page at once.
# Stands after frame-exit-words.
frame-exit-keys = Or press Escape three times.
frame-exit-now = Leave now
frame-account = Account
frame-sign-in = Sign in
frame-sign-out = Sign out
frame-navigation = Menu
# The button that folds out what of the menu has no room; its first word is for screen readers alone.
frame-browse-more = <span class="nhsuk-u-visually-hidden">Browse </span>More
frame-demonstration-label = Demonstration
frame-demonstration = Demonstration: every person, force and trust here is invented.
frame-back = Back
frame-faults = There is a problem
# Before the fault of a field, for screen readers.
frame-error = Error:
frame-done = Done
# Before a box with something to know, for screen readers.
frame-information = Information:

## The menu

frame-menu-how = How it works
frame-menu-rules = The rules
frame-menu-figures = Figures
frame-menu-ledger = The ledger
frame-menu-about-me = Is there anything about me?
frame-menu-your-referrals = Your referrals
frame-menu-ask-the-clinic = Ask the clinic
frame-menu-reassign = Reassign
frame-menu-to-countersign = To countersign
frame-menu-your-reports = Your reports
frame-menu-make-a-report = Make a report
frame-menu-your-queue = Your queue
frame-menu-all-cases = All cases
frame-menu-find-a-case = Find a case
frame-menu-delegations = Delegations
frame-menu-cases-for-advice = Cases for advice
frame-menu-searches = Searches
frame-menu-your-sample = Your sample
frame-menu-packs = Two packs compared
frame-menu-administration = Administration
frame-menu-rota = Rota
frame-menu-health = Health of the service
frame-menu-own-acts = What you did
frame-menu-change-of-rules = Change of rules

## The foot

frame-foot-how = How it works
frame-foot-privacy = Privacy
frame-foot-accessibility = Accessibility
frame-foot-receipts = Check a receipt
frame-foot-disclaimer = Not affiliated with the NHS or any police force. Not legal advice.

## The end of a session

# What is left is one of the four below; a script changes it.
frame-session-title = You will be signed out in <span data-session-left>{ $left }</span>
frame-session-two-minutes = two minutes
frame-session-one-minute = one minute
frame-session-less = less than a minute
frame-session-moment = a moment
frame-session-idle = Nothing was done here for a while. What you typed stays on this page.
frame-session-whole = A session lasts a working day. Finish or send what you are writing; if it ends first, you can still send it after signing in again.
frame-session-stay = Stay signed in
frame-session-go-on = Go on
frame-session-fault = The service could not be reached. Try again.
frame-ended-page = You were signed out – Candour
frame-ended-title = You were signed out
frame-ended-hidden = What was on this page is no longer shown, so that nobody else reads it here.
frame-ended-typed = What you typed is not lost, and was not sent. Sign in, and you can still send it.
frame-ended-carry = Sign in and go on
frame-ended-sign-in = Sign in

## What the script for passkeys writes

frame-passkey-cancelled = Nothing was signed: it was cancelled, or it took too long. Try again.
frame-passkey-already = This device has a passkey for this account already.
frame-passkey-unable = This device cannot make a passkey of the kind that is needed.
frame-passkey-elsewhere = Passkeys work only under the address of this service.
frame-passkey-failed = The passkey could not be used. Try again, or sign in another way.

## A day in three boxes

frame-field-day = Day
frame-field-month = Month
frame-field-year = Year

## Roles: as a title

frame-role-officer = Officer
frame-role-supervisor = Supervisor
frame-role-health-worker = Health worker
frame-role-clinician = Clinician
frame-role-second-clinician = Second clinician
frame-role-guardian = Caldicott Guardian
frame-role-safeguarding = Named safeguarding professional
frame-role-legal = Legal service
frame-role-data-protection-officer = Data protection officer
frame-role-reviewer = Independent reviewer
frame-role-administrator = Administrator
frame-role-key-custodian = Key custodian
frame-role-retention-manager = Retention manager

## Roles: after somebody's name, or within a sentence

frame-role-words-officer = officer
frame-role-words-supervisor = supervisor
frame-role-words-health-worker = health worker
frame-role-words-clinician = clinician
frame-role-words-second-clinician = second clinician
frame-role-words-guardian = Caldicott Guardian
frame-role-words-safeguarding = named safeguarding professional
frame-role-words-legal = legal service
frame-role-words-data-protection-officer = data protection officer
frame-role-words-reviewer = independent reviewer
frame-role-words-administrator = administrator
frame-role-words-key-custodian = key custodian
frame-role-words-retention-manager = retention manager

## Pages that cannot be shown

frame-problem-first-page = Go to the first page
frame-problem-at-work = Do you use Candour for your work?
frame-problem-own-pages = Go to your own pages
frame-problem-no-page-title = There is no such page
frame-problem-no-page = There is no such page, or it is not yours to see.
frame-problem-no-method-title = This address does not work that way
frame-problem-no-method = Go back and use the page's own buttons and links.
frame-problem-sign-in-title = Sign in first
frame-problem-sign-in = Sign in and try again.
frame-problem-role-title = This is not for your role
frame-problem-role = Your account has another role in this service. Nothing was shown or changed.
frame-problem-form-title = This form is out of date
frame-problem-form = It was not made in this session. Nothing was sent. Go back, load the page again and send the form once more.
frame-problem-no-form-title = This is not a form
frame-problem-no-form = Nothing was sent.
frame-problem-long-title = This is too long
frame-problem-long = A form can hold about twenty thousand characters. Nothing was sent. Go back and shorten the text.
frame-problem-ahead-title = This page is not fetched ahead
frame-problem-ahead = Opening it is recorded, so it is sent only when somebody asks to see it.
frame-problem-tries-title = Too many tries
frame-problem-tries = Wait five minutes and try again. Nobody is told.
frame-problem-refused-title = This cannot be done now
frame-problem-refused = Nothing was changed.
frame-problem-invalid-empty = Something that has to be filled in was left empty. Go back and look.
frame-problem-invalid-title = Something is missing or not right
frame-problem-unwitnessed-title = Information is ready, and not yet shown
frame-problem-unwitnessed = The decision must first be co-signed by independent witnesses. This usually takes seconds. Try again in a minute.
frame-problem-unrecorded-title = The record cannot be written now
frame-problem-unrecorded = No page with personal data is shown, and nothing is changed, unless that can be recorded first. Try again in a few minutes.
frame-problem-unrecorded-number = If it goes on, quote { $number }.
frame-problem-broken-title = Something is wrong with the service
frame-problem-broken = It was not you. Somebody who runs the service has to look.
frame-problem-broken-number = Quote { $number } when you report it.
frame-problem-unmade = The page could not be made.
