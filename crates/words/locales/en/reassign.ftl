## A supervisor gives an officer's referrals to another officer

reassign-title = Give referrals to another officer
reassign-lead = When an officer leaves or is away, somebody else of your force has to answer for what they asked, and for what they were given.
reassign-from = Sign-in name of the officer who has them now
reassign-from-hint = Also where their account is closed.
reassign-show = Show their referrals
reassign-expected-from = the sign-in name of an officer of your force
reassign-expected-to = the sign-in name of another officer of your force whose account is open
reassign-expected-some = choose at least one referral
reassign-of = Referrals of { $officer }
reassign-closed = This account is closed.
reassign-none = This officer has no referrals. Drafts are seen by whoever writes them alone, and cannot be given on.
reassign-which = Which referrals?
reassign-sent = Sent { $day } to { $unit }
reassign-more = These are the newest { $most }. Give these on first, and then look again.
reassign-to = Sign-in name of the officer who takes them over
reassign-to-hint = They see them at once. { $officer } no longer does.
reassign-warning = This is recorded for each referral, and the clinic sees it. You can give them back in the same way.
reassign-give = Give them on
reassign-another = Choose another officer
reassign-done =
    { $count ->
        [one] One referral was given to { $officer }.
       *[other] { $count } referrals were given to { $officer }.
    }
reassign-not = Not given on: { $reference }. { $why }
reassign-act = You gave it to another officer
