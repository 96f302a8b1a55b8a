# Emergencies by telephone: what an officer without an account asks, and what is read out to them.

## In the clinic's queue

emergency-queue = An officer who has no account rings about an emergency?
emergency-queue-follows = Ring back through the control room of their force first. Whatever is decided goes before the independent reviewer, and the person is told.
emergency-queue-link = Enter an emergency by telephone

## Entering it

emergency-title = Enter an emergency for an officer without an account
emergency-intro = For danger now, from an officer who cannot sign in. Everybody else makes a referral in their own account.
emergency-follows = What follows from this
emergency-follows-recorded = It is recorded under your name, with who rang and which number you called back, and in the public ledger.
emergency-follows-reviewer = Whatever leaves goes before the independent reviewer within 24 hours, and so does how it was decided.
emergency-follows-person = The person is told that this force asked, who decided, what left and that it was read out by telephone.
emergency-follows-nothing-yet = Nothing may be said of the person yet, not even whether you know them. What may be said is decided in the case, by the people whom the gate asks for.
emergency-force = Which force?
emergency-body = What kind of police?
emergency-name = Name of the officer
emergency-rank = Their rank
emergency-number = Their number
emergency-number-hint = Collar, warrant or staff number.
emergency-control-room = Number of the control room that you called
emergency-control-room-hint = Look it up yourself. Never take a number that the caller gives you.
emergency-called-back = I called back through the control room of the force, and was put through to this officer
emergency-expected-called-back = say that you called back through the control room of the force; without that nothing is taken and nothing is read out
emergency-question = What has happened, and what do they ask?
emergency-question-hint = In their words. What you know of the person does not belong here.
emergency-if-known = If they know it.
emergency-person-name = Name of the person
emergency-person-born = Date of birth
emergency-person-address = Address
emergency-purpose = What is it for?
emergency-harm-to-self = What is feared for the person?
emergency-suicide = They fear that the person may end their life
emergency-harm-to-others = What is feared for others?
emergency-victim = They name somebody who is in danger
emergency-items = What do they need to know?
emergency-items-hint = The least that answers the danger.
emergency-button = Begin the case in my name

## Reading out what was released

emergency-read-out-title = Read out by telephone
emergency-read-out-intro = Released on { $when }. { $force } asked. That you opened this page is recorded.
emergency-read-out-warning = Ring back through the control room before you say a word. Read out what stands here, all of it and nothing else; add nothing from the record or from memory.
emergency-read-out-words = What you read out
emergency-read-out-conditions = Read these out too: they bind the force
emergency-read-out-to = To whom did you read it?
emergency-read-out-to-hint = Name, and rank or number.
emergency-read-out-all = I read out every item above as it stands, and the conditions, and said nothing else
emergency-expected-all-items = say that you read out every item as it stands, and nothing else
emergency-read-out-button = Record that it was read out

## What the force did after a recall

emergency-destruction-title = { $name }: what the force did after the recall
emergency-destruction-lead = Whoever asked has no account, so you record what the force tells you. Ring its information-rights office through a number that you looked up.
emergency-destruction-answer = What did the force say?
emergency-destruction-destroyed = Everything is destroyed
emergency-destruction-destroyed-hint = Notes, copies and entries in its systems.
emergency-destruction-kept = It keeps it under a law
emergency-destruction-law = Which law, and who has it?
emergency-destruction-button = Record the answer
