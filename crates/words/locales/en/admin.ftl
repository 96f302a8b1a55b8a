## Accounts and organisations

admin-administration = Administration
admin-accounts-title = Accounts and organisations
admin-accounts-lead = Who may sign in, in which part, and where they belong. You see no case, no queue and nothing that anybody wrote.
admin-accounts-recorded = What you do here is itself recorded, sealed into the ledger, and seen by the independent reviewer. Letting somebody in takes two of you; closing an account takes one.
admin-invite = Let somebody in
admin-organisation-add = Add an organisation
admin-rules-wait = Another policy pack is offered and waits for your confirmation. <a href="/rules/change">Look at the change of rules</a>
admin-waiting = Waiting
admin-waiting-none = Nothing waits for a second administrator, and nobody for a code.
admin-asked-by = Asked for by
admin-how-known = How they know
admin-confirmed-by = Confirmed by
admin-code = Code
admin-code-expired = Expired { $until }. Take it back and ask again
admin-code-unused = Not used yet; counts until { $until }
admin-check-and-confirm = Check and confirm
admin-waits-for-another = Waits for another administrator.
admin-take-back = Take back
admin-accounts = Accounts
admin-accounts-none = There are no accounts yet.
admin-name = Name
admin-sign-in-name = Sign-in name
admin-part = Part
admin-belongs-to = Belongs to
admin-may-sign-in = May sign in
admin-what-you-can-do = What you can do
admin-yes = Yes
admin-no = No
admin-you = You
admin-enrol-again = Enrol again
admin-close = Close
admin-end-sessions = End sessions
admin-organisations = Organisations
admin-units-none = No unit yet
admin-bodies = Forces and other bodies that may ask
admin-bodies-none = None yet
admin-contacts = Information-rights contacts of forces
admin-contacts-lead = Whoever is named here is told by e-mail when something that was disclosed to the force is recalled. The e-mail names no person and no officer, and gives no reasons.
admin-contacts-set = Set a contact
admin-contact-none = No contact: nobody is told by e-mail

## What was just done

admin-done-asked = It is asked for. Another administrator has to check and confirm it.
admin-done-organisation = The organisation is there.
admin-done-contact = The information-rights contact is set as it was asked for.
admin-done-closed = The account is closed, and its sessions have ended.
admin-done-sessions = Their sessions have ended. They can sign in again.
admin-done-taken-back = It is taken back. A code that belonged to it counts no longer.

## Letting somebody in

admin-group-units = Units
admin-group-trusts = Trusts
admin-group-others = Others
admin-place-independent = Independent of the service
admin-place-service = The service itself
admin-belongs-force = belongs to a force
admin-belongs-unit = belongs to a unit
admin-belongs-trust = belongs to a trust
admin-belongs-independent = is independent of the service
admin-belongs-service = belongs to the service
admin-field-same-as-new = No, they are new here
admin-field-title = Their name
admin-field-title-hint = As colleagues see it, such as “Dr A Person”
admin-field-name-hint = Without spaces, such as a.person
admin-field-role = What is their part?
admin-field-place = Where do they belong?
admin-field-same-as = Does this person have another account here?
admin-field-same-as-hint = The service can keep apart what two different people must do only if it knows this
admin-field-said = How do you know that this is right?
admin-field-said-hint = Who asked you, and who in their organisation answers for it. A second administrator reads this and calls back
admin-invite-lead = Another administrator checks what you write here by a call back, through a number that they find themselves. Only then is there a code to enrol with.
admin-ask-for-it = Ask for it

## Adding an organisation

admin-sort-force = A force or another body that may ask
admin-sort-unit = A unit of the clinic
admin-sort-keys-hint = It needs keys of its own first: ask the key custodian to make them
admin-sort-trust = A trust
admin-field-trust = Of which trust?
admin-nation-england = England
admin-nation-wales = Wales
admin-field-sort = What is it?
admin-field-its-name = Its name
admin-field-id = Its short name
admin-field-id-hint = Small letters, digits and dashes, as its keys are named
admin-field-nation = Whose law applies?
admin-field-organisation-said = How do you know that it is this organisation?
admin-field-organisation-said-hint = Whom you spoke to, and through which published number. A second administrator checks it again
admin-organisation-lead = Another administrator checks that it is what it says. People are let in only for organisations that are there.

## The information-rights contact of a force

admin-contact-title = Set the information-rights contact of a force
admin-contact-lead = The force says which office answers for its records, such as its information rights unit. That office is told by e-mail of each recall, with the case reference and the days and nothing about a person.
admin-contact-checked = Another administrator checks it by a call back before it counts.
admin-field-contact-force = Which force?
admin-field-contact-address = E-mail address of the office
admin-field-contact-address-hint = The address of an office, not of one person, such as records@force.example. Leave it empty if the force no longer has a contact
admin-field-contact-said = How do you know that it is theirs?
admin-field-contact-said-hint = Who in the force named it, and through which published number you spoke to them. A second administrator checks it again

## Enrolling again, and closing an account

admin-again-title = Let { $name } enrol again
admin-again-lead = For somebody who lost what they signed in with, or whose account was closed. Whatever opens the account now still opens it until they have enrolled. If it may be in the wrong hands, close the account first.
admin-field-again-said = How do you know that it is they who ask?
admin-field-again-said-hint = What they lost, and how you heard of it. A second administrator reads this and calls them back
admin-close-title = Close the account of { $name }?
admin-close-lead = It cannot be signed in to any more, and its sessions end at once. What they did stays in the record.
admin-close-reopen = Opening it again takes two administrators.
admin-field-why = Why?
admin-field-why-hint = For instance that they left, or that their telephone was stolen
admin-close-now = Close it now

## Ending sessions

admin-sessions-title = End the sessions of { $name }?
admin-sessions-lead = They are signed out everywhere at once. What they have not sent by then is lost.
admin-sessions-stays = The account stays open, and they sign in again as before. If what opens it may be in wrong hands, close the account instead.
admin-sessions-why-hint = For instance that a computer was left behind, signed in
admin-sessions-now = End them now
admin-sessions-all = End every session of everybody
admin-sessions-all-title = End every session of everybody?
admin-sessions-all-lead = Everybody is signed out at once, and so are you. What people have not sent by then is lost.
admin-sessions-all-stays = Accounts stay open, and people sign in again as before. It is for when sessions may be in wrong hands and you do not know whose.
admin-sessions-all-now = Sign everybody out now

## Confirming, and taking back

admin-form-what = What
admin-form-back = Do nothing and go back
admin-field-checked = How did you check it?
admin-field-checked-hint = Through which number you called back, where you found it, and who answered
admin-confirm-lead-enrols = Call back before you confirm: through the switchboard or control room of their organisation, or a number that you find yourself, never one that was given with the request. Then there is a code, shown to you once, which you tell them in that call.
admin-confirm-lead-organisation = Check before you confirm that it is the organisation that it says it is, through a number that you find yourself.
admin-confirm-lead-contact = Before you confirm, call the force through a number that you find yourself, and have the address spelt to you.
admin-confirm-and-show = Confirm and show the code
admin-confirm = Confirm
# Shown with a capital after what happened.
admin-not-two = another administrator has to confirm this: neither the one who asked, nor the one whom it is about
admin-take-back-title = Take it back?
admin-take-back-lead = It is asked for no longer, and a code that belongs to it does not count any more.
admin-take-it-back = Take it back
admin-code-title = Tell them this code
admin-code-how = Tell it to them in the call in which you checked who they are, or in person. Never send it by e-mail or text message. They have three days to enter it, with their sign-in name, on the page “Enrol”. The page for signing in leads there.
admin-code-once = It is shown only now. If it is lost, take it back and ask again.
admin-code-told = I have told them

## Keys and retention

admin-part-how = How it works
admin-part-now = What there is now
admin-keys-title = Keys
admin-keys-lead = You look after the keys under which everything personal is sealed. You see no case and no account.
admin-keys-rule-units = Each unit's cases are sealed under keys of that unit alone. What one unit's keys open tells nothing about another's.
admin-keys-rule-keeper = A key leaves its keeper only to be used, never to be read. Several custodians are needed to restore one.
admin-keys-rule-destroying = Destroying a case's key is what erases the case. It is the retention manager's to ask for, never yours.
admin-keys-rule-command = Whatever you do with a key is done with the command “candour keys” on the machine, and stands in the ledger as a change of keys.
admin-retention-title = Retention
admin-retention-lead = You see to it that nothing is kept longer than the law says, and nothing is destroyed that must be kept. You see no case.
admin-retention-rule-erased = A case is erased by destroying its key. What is left in files and copies can then be read by nobody.
admin-retention-rule-before = Before that, somebody checks that no order or inquiry forbids it, and the person and the independent reviewer are warned 30 days ahead.
admin-retention-rule-second = A second person from outside the service agrees each time.
admin-retention-rule-figures = Figures stay, for they hold nothing personal; the entries in the ledger stay, for they say nothing without the key.
admin-retention-now-erasure = This version cannot erase a case yet, neither from a page nor by a command.

## The rota

admin-rota-title = Rota
admin-rota-done-title = Done
admin-rota-undo = Undo
admin-rota-lead = Who is on duty in each unit, and which guardian or deputy of each trust is on call. What is over stays here for a month.
admin-rota-recorded = The rota lets nobody do more. A deputy decides only under a written delegation, which the Caldicott Guardian gives and you cannot. What you change here is recorded, and the independent reviewer sees it.
admin-rota-new = Put somebody on the rota
admin-rota-guardian-on-call = Guardian or deputy on call
admin-rota-on-call = On call
admin-rota-on-call-none = Nobody is on call.
admin-rota-deputies = Deputies
admin-rota-deputies-none = Nobody is listed as a deputy.
admin-rota-on-duty = On duty
admin-rota-on-duty-none = Nobody is on duty.
admin-rota-who = Who
admin-rota-from = From
admin-rota-until = Until
admin-rota-today = Today
admin-rota-no-last-day = No last day
# The button “Take off” with, for those who hear it, which entry.
admin-rota-take-off = Take off<span class="nhsuk-u-visually-hidden">: { $who }, from { $first }, { $list }</span>
admin-rota-added = It is on the rota.
admin-rota-removed = It is taken off the rota.
admin-rota-put-back = It is on the rota again.
admin-rota-kind-duty = On duty in a unit
admin-rota-kind-duty-hint = A clinician or second clinician
admin-rota-kind-on-call = On call as guardian or deputy
admin-rota-kind-on-call-hint = The last night ends at nine the next morning
admin-rota-kind-deputy = Is a deputy of the Caldicott Guardian
admin-rota-kind-deputy-hint = From then on they decide only under a written delegation that the guardian gives. No days are needed
admin-rota-field-kind = What is it?
admin-rota-field-account = Who?
admin-rota-field-last-hint = The same day, for one day.
admin-rota-form-lead = The rota says who is there. It lets nobody do more: a deputy needs the guardian's delegation beside it, which is not yours to give.
admin-rota-put-on = Put them on
admin-first-day = First day
admin-first-day-hint = For example, 30 11 2026.
admin-last-day = Last day
# What was refused follows, as within a sentence.
admin-choose-days = Choose other days: { $why }
admin-choose-somebody = Choose somebody else: { $why }

## Delegations

admin-delegations-title = Delegations
admin-delegations-title-review = Delegations and rotas
admin-delegations-lead = A deputy decides in the place of the Caldicott Guardian only under a delegation in writing, on its days and as far as it reaches. On any other day what they decide is refused.
admin-delegate = Delegate to a deputy
admin-delegations-no-deputy = Nobody is listed as a deputy of your trust. An administrator lists them and keeps the rota of who is on call; you delegate.
admin-delegations-none = Nothing has been delegated.
admin-delegations-caption = Delegations, the latest first
admin-delegation-to = To
admin-delegation-by = By
admin-delegation-days = Days
admin-delegation-for = For
admin-delegation-document = Document
admin-delegation-state = State
admin-delegation-from-to = { $first } to { $last }
# The link “Revoke” with, for those who hear it, which delegation.
admin-delegation-revoke = Revoke<span class="nhsuk-u-visually-hidden"> the delegation to { $to } from { $first }</span>
admin-state-to-come = To come
admin-state-in-force = In force
admin-state-revoked = Revoked
admin-state-over = Over
admin-nobody = Nobody
admin-since = { $who }, since { $first }
admin-from-to = { $who }, { $first } to { $last }
admin-delegation-done-given = The delegation is recorded.
admin-delegation-done-revoked = The delegation is revoked, from now on.
admin-scope-on-call = Emergencies while they are on call
admin-scope-on-call-hint = The approval that is reviewed within 24 hours, and no other
admin-scope-every = Every approval of mine
admin-scope-every-hint = In an emergency they must be on the rota, too
admin-delegation-field-deputy = To whom?
admin-delegation-field-last-hint = A year after the first at the latest; then it is written again.
admin-delegation-field-scope = What may they approve in your place?
admin-delegation-field-document = Where is the signed document?
admin-delegation-field-document-hint = Such as “Board papers 2026/14, information governance office”. Nothing about any patient.
# Shown with a capital after what happened.
admin-delegation-ask-for-deputy = an administrator first lists a deputy of your trust; ask them to
admin-delegation-lead-writing = Somebody decides in your place only under a delegation in writing. Record here whom you delegate to, for which days, how far, and where the document is.
admin-delegation-lead-reviewer = The independent reviewer sees it. You can revoke it at any time.
admin-delegation-record = Record the delegation
admin-revoke-title = Revoke this delegation?
admin-revoke-which = To { $to }, from { $first } to { $last }: { $scope }.
admin-revoke-lead = From now on they approve nothing in your place. What they approved before stands.
admin-revoke-now = Revoke it now
