-- Promises, tallies and the reviewer's sample.

-- Leaves that keep their order: they are numbered as one run, ahead of whatever else waits.
ALTER TABLE ledger_pending ADD COLUMN in_order BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX ledger_pending_in_order ON ledger_pending (id) WHERE in_order = TRUE;
CREATE INDEX ledger_pending_by_day ON ledger_pending (day) WHERE commitment IS NOT NULL;

-- What events did to promises, until the batch of their week takes it up. No case, no kind: a tag and weeks.
CREATE TABLE promise_acts (
    id      INTEGER PRIMARY KEY,
    promise BYTEA   NOT NULL,
    act     TEXT    NOT NULL,
    until   TEXT,
    why     TEXT,
    week    TEXT    NOT NULL
);
CREATE INDEX promise_acts_by_week ON promise_acts (week, id);

-- Promises that stand in the ledger. `decoy` is what only the reviewer may know.
CREATE TABLE promises_standing (
    promise BYTEA   NOT NULL PRIMARY KEY,
    until   TEXT    NOT NULL,
    decoy   BOOLEAN NOT NULL
) WITHOUT ROWID;
CREATE INDEX promises_by_week ON promises_standing (until);
CREATE INDEX promises_decoys ON promises_standing (promise) WHERE decoy = TRUE;

-- Each week has one batch and each half-year one run of tallies: the key is what makes them so.
CREATE TABLE weekly_batches (
    week      TEXT   NOT NULL PRIMARY KEY,
    made      BIGINT NOT NULL,
    opened    BIGINT NOT NULL,
    kept      BIGINT NOT NULL,
    kept_late BIGINT NOT NULL,
    still_due BIGINT NOT NULL,
    broken    BIGINT NOT NULL
);
CREATE TABLE tallied_periods (
    period    TEXT   NOT NULL PRIMARY KEY,
    made      BIGINT NOT NULL,
    after     BIGINT NOT NULL,
    tallies   BIGINT NOT NULL
);

-- Under which class, and as which of the period's tallies, a commitment was counted; NULL until it is.
ALTER TABLE ledger_tallies ADD COLUMN period TEXT;
ALTER TABLE ledger_tallies ADD COLUMN written TEXT;
ALTER TABLE ledger_tallies ADD COLUMN place BIGINT;
DROP INDEX ledger_tallies_by_day;
CREATE INDEX ledger_tallies_waiting ON ledger_tallies (day, commitment) WHERE period IS NULL;

-- What the reviewer committed to, and what they revealed.
CREATE TABLE samples (
    period    TEXT   NOT NULL PRIMARY KEY,
    digest    BYTEA  NOT NULL,
    committed BIGINT NOT NULL,
    revealed  BYTEA
);
