# One's own account, proving again who one is, and enrolling.

## The account
account-title = Your account
account-done-added = The passkey is added. You can sign in with it from now on.
account-done-removed = The passkey is removed.
account-done-password = The password is changed. You are signed out everywhere else.
account-done-ended = You are signed out everywhere else.
account-done-one-ended = You are signed out there.
account-through-heading = Your organisation’s sign-in
account-an-organisation = an organisation
account-through = You come in through { $name }, since { $day }.
account-last-used = Last used { $day }.
account-through-alone = Nothing else opens this account, so you lose it when you leave { $name }. Two administrators can change that.
account-passkeys = Passkeys
account-passkeys-are = A passkey lies in your telephone, your computer or a key that you carry. It cannot be guessed, read over your shoulder, or used on a page that only looks like this one.
account-no-passkey = You have no passkey yet.
account-added = Added { $day }.
account-not-used = Not used yet.
account-remove = Remove
account-add-passkey = Add a passkey
account-no-name = None can be added under this address: browsers know passkeys only for a name, such as https://candour.example, and not for a number.
account-password = Password
account-change-password = Change your password
account-recovery-codes = Recovery codes
account-recovery-are = Each takes the place of your authenticator’s code, once. New ones put an end to those that you have.
account-new-recovery = Get new recovery codes
account-sessions-heading = Where you are signed in
account-sessions = Your sessions
account-since = Since
account-until = Until
account-how = How
account-this-one = (this one)
account-what-you-can-do = What you can do
# The button “Sign out there” with, for those who hear it, of which session.
account-end-one = Sign out there<span class="nhsuk-u-visually-hidden">, signed in since { $since }</span>
account-end-others = Sign out everywhere else
account-nowhere-else = You are signed in nowhere else.

## Sending what was typed before
account-send-title = Send what you typed
account-still-here = What you typed is still here, and was not sent yet.
account-send-now = Send it now
account-do-not-send = Do not send it

## A new passkey
account-where-passkey = Your browser asks where the passkey is to lie: in this device, in your telephone, or in a key that you plug in. It then asks for your finger, your face or a PIN. Neither ever reaches us.
account-browser-without-passkeys = This browser knows no passkeys. Use another one, such as an up-to-date Edge, Chrome, Safari or Firefox.
account-passkeys-need-scripts = Passkeys need scripts, which are switched off in this browser.
account-do-nothing = Do nothing and go back
account-label = What do you call it?
account-label-hint = For instance “Ward computer” or “Blue key”
account-fault-label = Give it a name that you will know it by
account-fault-passkey = The passkey could not be used here: try once more

## Removing a passkey
account-remove-title = Remove a passkey?
account-remove-means = Nobody can sign in with “{ $label }” any more once it is removed. Sessions that it opened go on until they end.
account-remove-only = It is your only one.
account-remove-device = Remove it on the device as well, where it goes on being offered otherwise.
account-remove-it = Remove it
account-keep-it = Keep it and go back

## The password
account-stays-signed-in = You stay signed in here, and are signed out everywhere else.
account-present-password = The password that you have now
account-new-password = New password
account-new-password-hint = At least 12 characters. Three or four words that do not belong together are easily remembered
account-change-it = Change it

## Recovery codes
account-keep-codes-title = Keep these codes
account-keep-codes = You can sign in from now on. If you lose your authenticator, one of these takes the place of its code, once each. They are shown only now: print them or write them down, and keep them apart from your password.
account-have-kept = I have kept them
account-print = Print this page

## Proving again who one is
account-prove-title = Show that it is you
account-prove-kept = What you are about to do matters, so show first that it is still you. Nothing was sent, and nothing that you typed is lost: you can send it as soon as you have shown that it is you.
account-prove-too-long = What you are about to do matters, so show first that it is still you. Nothing was sent. What you typed is too long to be carried along: show that it is you, then go back with your browser and send it again.
account-prove-next = What comes next matters, so show first that it is still you who sits here.
account-prove-organisation = Show it at { $organisation }
account-use-passkey = Use your passkey
account-no-passkeys-known = This browser knows no passkeys.
account-or-password = Or with your password
account-continue = Continue
account-code = Code
account-code-hint = Six digits from your authenticator, or a recovery code. Leave it empty if you have neither
account-fault-prove = That does not show that it is you: try again. After several wrong codes you have to wait, even with the right one

## Enrolling
account-enrol-title = Enrol
account-sign-in = Sign in
account-enrol-lede = Two administrators have let you in, and one of them gave you a code: by telephone, through a number of your organisation, or in person. It counts once, for three days.
account-enrol-never-sent = We never send a code by e-mail or text message. Whoever asks you for yours is not from this service.
account-enrol-name = Sign-in name
account-enrol-code-hint = Sixteen letters and digits, such as 7K3M-9QZT-2HVB-XW48
account-fault-enrol = The name and the code do not go together, or the code’s three days are over
account-choose-title = Choose how you sign in
account-choose-welcome = Welcome, { $title }. Whatever opened this account before opens it no longer once you have chosen.
account-a-passkey = A passkey
account-enrol-passkey-is = A passkey lies in your telephone, your computer or a key that you carry. Your browser asks for your finger, your face or a PIN; neither ever reaches us.
account-make-passkey = Make a passkey and sign in
account-police-need-passkey = Police sign in with a passkey, and none can be made under this address: browsers know passkeys only for a name, such as https://candour.example, and not for a number. Ask the administrators for the service’s address.
account-or-organisation = Or the sign-in of your organisation
account-the-organisation = The sign-in of your organisation
account-organisation-opens = You sign in at { $name } as you do there, and that opens this account from now on. It has to be with a method that your organisation vouches for.
account-sign-in-with = Sign in with { $name }
account-or-authenticator = Or a password and an authenticator
account-an-authenticator = A password and an authenticator
account-authenticator-open = Open an authenticator, such as the one in your telephone’s password settings. Scan this, or type the key below it.
account-authenticator-qr = QR code of the key below
account-authenticator-code = Code that your authenticator shows
account-set-password = Set the password and sign in
account-passkey-label = What do you call this passkey?

## Refusals, which a page begins with a capital and ends with a full stop
account-code-over = the code was used, taken back, or its three days are over: ask an administrator
account-page-too-old = this page is too old: enter your code again
