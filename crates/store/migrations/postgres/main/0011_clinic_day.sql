-- Searches, so that one account makes only so many and the reviewer can count them. Who searched, where, by what kind of
-- identifier and whether anything was found; never for whom.
CREATE TABLE searches (
    id      TEXT    NOT NULL PRIMARY KEY,
    account TEXT    NOT NULL,
    -- `unit:…`, `trust:…` or `independent`.
    scope   TEXT    NOT NULL,
    means   TEXT    NOT NULL,
    in_vain BOOLEAN NOT NULL,
    period  TEXT    NOT NULL,
    made    BIGINT  NOT NULL
);
CREATE INDEX searches_by_account ON searches (account, made);
CREATE INDEX searches_by_period ON searches (period, scope, account, means, in_vain);

-- With whom a case is, and who has declared a conflict of interest in it: human beings, one after another with a space
-- between.
ALTER TABLE cases ADD COLUMN holder TEXT;
ALTER TABLE cases ADD COLUMN barred TEXT NOT NULL DEFAULT '';

-- How long somebody worked, below zero where a record was taken back; for figures of a unit, and of nobody by name.
ALTER TABLE fact_rows ADD COLUMN minutes BIGINT;

-- Who is on duty or on call, and who is listed as a deputy. What was taken off stays, so that it can be put back and seen.
-- Days are `YYYY-MM-DD`.
CREATE TABLE rota (
    id            TEXT   NOT NULL PRIMARY KEY,
    kind          TEXT   NOT NULL,
    place         TEXT   NOT NULL,
    account       TEXT   NOT NULL,
    first         TEXT   NOT NULL,
    last          TEXT   NOT NULL,
    kept_by       TEXT   NOT NULL,
    by_individual TEXT   NOT NULL,
    made          BIGINT NOT NULL,
    removed       BIGINT
);
CREATE INDEX rota_by_place ON rota (place, kind, first, id) WHERE removed IS NULL;

-- Written delegations of guardians. `document` refers to a sealed text.
CREATE TABLE delegations (
    id       TEXT   NOT NULL PRIMARY KEY,
    trust    TEXT   NOT NULL,
    guardian TEXT   NOT NULL,
    deputy   TEXT   NOT NULL,
    first    TEXT   NOT NULL,
    last     TEXT   NOT NULL,
    scope    TEXT   NOT NULL,
    document TEXT   NOT NULL,
    made     BIGINT NOT NULL,
    revoked  BIGINT
);
CREATE INDEX delegations_by_trust ON delegations (trust, made, id);
