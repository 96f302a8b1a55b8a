## The letter: plain, and silent about what it is about. Whoever opens it may not be the person.

letter-title = Letter
letter-in-person = To be handed over in person.
letter-representative = For the addressee only.
letter-hello = Hello,
letter-decision = We have made a decision that concerns you, and we want you to know about it.
letter-where = You can read what it is at
letter-code = You will be asked for this code:
# A line of the letter is a line here.
letter-phrase =
    You will also be asked for the phrase that you agreed with one of our staff.
    The code alone shows nothing, so nobody who finds this letter can read anything.
letter-help =
    If you would rather be told by somebody, or need help, another language or another format, ask the person at our
    trust whom you see, or the patient advice service of our trust.
letter-not-for-you = If this letter is not for you, please destroy it.
letter-yours = Yours sincerely,
