## A supervisor gives an officer's referrals to another officer

reassign-title = Give referrals to another officer
reassign-lead = When an officer leaves or is away, somebody else of your force has to answer for what they asked, and for what they were given.
reassign-left =
    { $count ->
        [one] One referral is with an officer whose account is closed, so that a recall of it would reach no officer.
       *[other] { $count } referrals are with officers whose accounts are closed, so that a recall of them would reach no officer.
    }
reassign-left-many = More than { $most } referrals are with officers whose accounts are closed, so that a recall of them would reach no officer.
reassign-left-link = Give them to another officer
reassign-gone = Officers who have left
reassign-gone-lead = Their accounts are closed, and they still have referrals.
reassign-show-of = Show the referrals of { $officer }
reassign-anybody = Any officer of your force
reassign-from = Sign-in name of the officer who has them now
reassign-from-hint = Their account may be closed.
reassign-show = Show their referrals
reassign-expected-from = the sign-in name of an officer of your force
reassign-expected-to = the sign-in name of another officer of your force whose account is open
reassign-expected-some = choose at least one referral
reassign-of = Referrals of { $officer }
reassign-closed = This account is closed.
reassign-none = This officer has no referrals. Drafts are seen by whoever writes them alone, and cannot be given on.
reassign-which = Which referrals?
reassign-which-all = All are chosen, because nobody is left to answer for them. Take out what goes to somebody else.
reassign-sent = Sent { $day } to { $unit }
reassign-more = These are the newest { $most }. Give these on first, and then look again.
reassign-to = Sign-in name of the officer who takes them over
reassign-to-hint = They see them at once. { $officer } no longer does.
reassign-warning = This is recorded for each referral, and the clinic sees it. You can give them back in the same way.
reassign-contact = If something is recalled, the officer who has the referral then sees it here. The information-rights contact that your force has named is told by e-mail.
reassign-contact-none = If something is recalled, the officer who has the referral then sees it here. Your force has named no information-rights contact, who would be told by e-mail too: the administrators of the service can record one.
reassign-give = Give them on
reassign-give-all = Give all of them to this officer
reassign-another = Choose another officer
reassign-done =
    { $count ->
        [one] One referral was given to { $officer }.
       *[other] { $count } referrals were given to { $officer }.
    }
reassign-not = Not given on: { $reference }. { $why }
reassign-act = You gave it to another officer
