## The e-mail to a force's information-rights contact. It is sent in English: nobody has asked the force for a language yet.

mail-recall-subject = Candour: a disclosure to your force was recalled
mail-recall-body =
    Candour, the service through which police and health services consult each other, tells you of a recall.

    A disclosure to your force was recalled. The officer who has the referral can no longer read it in Candour.

    Case reference: { $reference }
    Released: { $released }
    Recalled: { $recalled }

    What to do: give the case reference to the supervisor of the officer who has the referral. Ask the supervisor to see that every copy, print, note and entry made from it is returned or destroyed, and that the officer confirms this in Candour within 14 days, or names there the law that makes your force keep it.

    If your force asked by telephone, nobody in it has the case in Candour. Do the same, and tell the clinic that called your force back. The clinic records your answer.

    The supervisor and the officer sign in at { $address }/sign-in

    This message does not say what was disclosed, about whom, or why it was recalled. Please do not answer it.
