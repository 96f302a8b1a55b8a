# The pages of the person whom a case is about, and of somebody whose information went out by mistake.

## The door
person-open-title = Open your page
person-door-lede = If a letter or a clinician gave you a code, you can see here who asked about you, why, what was decided, and what was given to them.
person-code = The code in the letter
person-code-hint = 16 letters and digits. Capitals, spaces and hyphens make no difference.
person-phrase = The phrase you agreed with the clinician
person-open = Open my page
person-door-nothing-kept = Nothing is kept on this device. <a href="/about-me">I have no letter</a>.

## The one constant answer
person-nothing-title = There is nothing to show
person-nothing = This code and this phrase open no page today. Everybody gets this same answer: if the code or the phrase is not right, if there is nothing to show, or if something may not be shown yet. It does not tell anybody whether anything exists.
person-can-do = What you can do
person-try-again = <a href="/person">Try again</a>. Capital and small letters, spaces and hyphens make no difference in the code.
person-speak = Speak to the clinician who agreed the phrase with you.
person-ask-held = <a href="/about-me">Ask what is held about you</a>.
# On every page and every answer, whether or not anything is left out; a test holds the English.
person-omissions = The law may require that something is left out of this page, and may forbid us to say whether anything is.

## The page
person-page-title = What happened with your information
person-reference = Reference { $reference }.
person-print = Print this page
person-who-asked = Who asked
person-asked-by = { $who }, on { $day }.
person-why = They said it was for this: { $why }.
person-asked-for = They asked for:
person-worked = { $unit } worked on it. { $trust } answers for it.
person-went-wrong = What went wrong
person-what-decided = What was decided
person-no-decision = There is no decision that you can read here.
person-decided = { $who } decided this on { $day }.
person-left-on = What was given, on { $day }:
person-left = What was given:
person-passages-left-out = Some passages were left out of what was given.
person-nothing-left = No information about you was given.
person-emergency = It was given in an emergency. Somebody independent looks at every emergency afterwards.
person-recalled = It was recalled: access has ended, and those who have it must destroy it or name the law that makes them keep it.
person-about-another = It was found that this was about somebody else and not about you.
person-told = You were told on { $day }.
person-put-off = Telling you had been put off for a time, on a ground in law.
person-who-looked = Who looked
person-nobody-opened = Nobody opened your record for this.
person-when = When
person-who = Who
person-did = What they did
person-who-worked = Who worked on it
person-next = What happens next
person-something-out = Whoever was given it may use it only for what they said. They must destroy it when it has served that, or as soon as it is recalled.
person-nothing-more = For this request, nothing more about you is given.
person-new-request = You do not need to do anything. A new request needs a new decision, and you are told of it unless the law forbids that.
person-if-wrong = If you think this was wrong
person-complain = Tell the clinician who gave you the phrase, or write to { $trust }, and quote { $reference }. You can ask for a copy, object, or ask that somebody independent looks at it. You can bring somebody to help you. You can also complain to the Information Commissioner.
person-telephone = You can also ring the { $unit } on <a href="tel:{ $dialled }">{ $number }</a>.
person-save-proofs = You can also <a href="/person/receipts">save proofs</a> of what happened, to keep or to give to somebody who helps you.

## A breach
person-mistake = { $trust } made a mistake with information about you, and is sorry.
person-went-to = It went to { $whom }. Nobody had decided to give them anything about you.
person-who-read = Who read it
person-nobody-read = Nobody read it.
person-breach-do = You do not need to do anything. If you have questions or want to complain, tell the clinician who gave you the phrase, or write to the data protection officer of { $trust }, and quote { $reference }. You can bring somebody to help you. You can also complain to the Information Commissioner.
person-happened = It happened on { $happened }. The trust became aware of it on { $aware }.
person-given-on = What was given, on { $day }:
person-given = What was given:
person-reported = It was reported to the Information Commissioner on { $day }.

## Proofs
person-proofs-title = Save proofs of what happened
person-proofs-lede = For each thing that you were told about, there is an entry in a public record that nobody can change afterwards. Here you can save proofs of it, to keep or to give to somebody who helps you.
person-proofs-not-needed = You need none of this to read your page, to complain or to ask for a review.
person-kind = What do you want to save?
person-kind-receipt = Proofs that do not say what happened
person-kind-receipt-hint = You can show them to anybody.
person-kind-full = Proofs that say what happened
person-kind-full-hint = For yourself, or for somebody whom you trust with it.
person-show-proofs = Show what I can save
person-proofs-nothing-kept = Nothing is kept on this device until you save it. <a href="/person">Open my page instead</a>
person-can-save-title = What you can save
person-important = Important:
person-before-saving = Before you save one
person-proves-something = Each file proves that something about you has been in the public record since then. It does not say what. You can show it to anybody you choose. Keep it where nobody who might harm you can find it.
person-nothing-to-save = There is nothing to save yet. What happened today may not be in the public record before tomorrow.
person-save-this = Save this proof
person-check = Anybody who has such a file can <a href="/receipts/check">check it</a> without asking us.
person-go-back = Go back
