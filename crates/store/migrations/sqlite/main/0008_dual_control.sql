-- What one administrator asks for and a second one confirms: an invitation, enrolling again, an organisation.
CREATE TABLE dual_control (
    id           TEXT   NOT NULL PRIMARY KEY,
    -- What is asked for: JSON.
    wanted       TEXT   NOT NULL,
    said         TEXT   NOT NULL,
    asked_by     TEXT   NOT NULL,
    asked        BIGINT NOT NULL,
    confirmed_by TEXT,
    confirmed    BIGINT,
    checked      TEXT,
    -- The account that its code enrols, SHA-256 of the code, and until when it counts.
    account      TEXT,
    code         BYTEA,
    expires      BIGINT,
    ended        BIGINT,
    ending       TEXT
);
CREATE INDEX dual_control_open ON dual_control (asked, id) WHERE ended IS NULL;
CREATE INDEX dual_control_codes ON dual_control (account) WHERE account IS NOT NULL AND ended IS NULL;
CREATE UNIQUE INDEX dual_control_by_code ON dual_control (code) WHERE code IS NOT NULL;

-- The second factor beside a password: its secret, sealed; the last time step that was used; codes for when it is lost.
ALTER TABLE accounts ADD COLUMN second BYTEA;
ALTER TABLE accounts ADD COLUMN second_used BIGINT NOT NULL DEFAULT 0;
CREATE TABLE recovery_codes (
    digest  BYTEA NOT NULL PRIMARY KEY,
    account TEXT  NOT NULL
);
CREATE INDEX recovery_codes_by_account ON recovery_codes (account);

-- When a session's holder last proved who they are, when it ends whatever happens, and the browser that it began in.
DELETE FROM sessions;
ALTER TABLE sessions ADD COLUMN proved BIGINT NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN ends BIGINT NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN browser BYTEA NOT NULL DEFAULT '';
DROP INDEX sessions_by_expiry;
CREATE INDEX sessions_by_end ON sessions (ends);
