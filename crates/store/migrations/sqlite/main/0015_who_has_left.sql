-- Officers whose accounts are closed, so that what waits for somebody in their place is found without going over accounts.
CREATE INDEX accounts_of_who_left ON accounts (place_id, name) WHERE active = FALSE AND role = 'officer';
-- What a trust has disclosed of its own accord, for the same.
CREATE INDEX cases_by_trust_received ON cases (trust, case_id) WHERE recipient IS NOT NULL;
