-- From an entry's number to what it is an entry of, for the reviewer: a tally by its place, an event by when it happened.
-- Both are written in the order of time, so that they cost little.
CREATE INDEX events_by_time ON events (happened, commitment);
CREATE INDEX ledger_tallies_by_place ON ledger_tallies (period, place) WHERE period IS NOT NULL;
