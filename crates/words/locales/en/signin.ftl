# Signing in, and the way to an organisation and back.

## The form
signin-title = Sign in
signin-signed-out = You are signed out. On a shared computer, whoever comes next can sign in here.
signin-ended-too-long = Your session had ended, so nothing was sent. What you typed is too long to be carried along: sign in, go back with your browser, and send it again.
signin-ended-kept = Your session had ended, so nothing was sent. What you typed is not lost: sign in, and you can send it.
signin-for-whom = For officers, health workers, clinicians, Guardians and reviewers. If a letter brought you here, you need no account: <a href="/person">open your page</a>.
signin-with-passkey = Sign in with a passkey
signin-no-passkeys-known = This browser knows no passkeys. Sign in with your password.
signin-or-password = Or with your password
signin-enrol = Were you given a code to enrol with? <a href="/enrol">Enrol</a>
signin-cookie = One cookie keeps you signed in, for eight hours at most. If you use a password, another one lets us know this browser again for 90 days, so that nobody who guesses at your password locks you out. They do nothing else.
signin-name = Sign-in name
signin-password = Password
signin-code = Code
signin-fault = The name, the password and the code do not go together. After several wrong codes you have to wait, even with the right one
signin-fault-passkey = The passkey could not be used here: try again, or sign in with your password

## To an organisation and back
signin-organisation-title = Sign in with your organisation
signin-organisation-with = Sign in with { $name }
signin-organisation-which = Which organisation do you belong to?
signin-fault-organisation = Choose your organisation
signin-go-on = Go on
signin-going-title = Going to { $name }
signin-going = You show there who you are, and come back here. We learn that it is you and how you showed it, and nothing else; what you type there never reaches us.
signin-go-on-to = Go on to { $name }
signin-back-title = You are back from { $name }
signin-back = You showed { $name } who you are. One step more, and you are where you were going.
signin-continue = Continue

## What did not come of it
signin-begin-again = Begin again
signin-not-begun = This was not begun in this browser, or more than half an hour ago.
signin-stale = This answer was used already.
signin-unreachable-title = { $name } cannot be reached
signin-unreachable = The sign-in of your organisation does not answer. You can try again in a few minutes.
signin-desk = If it goes on, ask the IT service desk of { $name }.
signin-not-let-in-title = { $name } did not let you in
signin-not-let-in = The sign-in there was broken off, or it does not let you use this service.
signin-not-proven-title = This does not show who you are
signin-not-proven = We could not check the answer that came from { $name }.
signin-not-proven-tell = If it happens again, tell whoever runs this service: they can see why.
signin-unknown-title = You have no account here yet
signin-unknown = { $name } knows you, and no account here is opened by that.
signin-unknown-enrol = Two administrators let people in. If they gave you a code, enrol with it first.
signin-too-weak-title = Sign in with a stronger method
signin-too-weak = { $name } let you in, but did not say that you used a strong enough method.
signin-too-weak-methods = Officers and supervisors use a passkey, a security key or a smart card there: something that nobody can pass on. So does everybody before they do something that matters much. For everything else a second factor is enough.
signin-too-weak-desk = If you have none, ask the IT service desk of { $name }.
signin-somebody-else-title = That was somebody else
signin-somebody-else = Whoever signed in at { $name } is not who is signed in here. On a shared computer, sign out there first.
signin-taken-title = This opens another account already
signin-taken = Your sign-in at { $name } belongs to another account here. Choose another way in for this one.
signin-enrol-with-code = Enrol with a code
signin-another-way = Sign in another way
signin-nothing-changed-again = Nothing was changed, and nothing that you typed here is lost if you try again now.
signin-nothing-changed = Nothing was changed.
signin-try-again = Try again
