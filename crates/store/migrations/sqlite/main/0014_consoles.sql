-- What administrators, key custodians and retention managers did, by who did it: the place of each event, never what it
-- says. A read model of the stream of accounts: `candour rebuild` recreates it.
CREATE TABLE keeper_acts (
    account  TEXT   NOT NULL,
    happened BIGINT NOT NULL,
    case_id  TEXT   NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (account, happened, case_id, position)
) WITHOUT ROWID;

-- The closed cases of a unit by when they last changed, so that a year of them is counted in the index alone.
CREATE INDEX cases_closed ON cases (unit, phase, updated) WHERE phase = 'closed';
