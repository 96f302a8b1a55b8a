-- Passkeys of accounts. What is kept of one is public: what verifies, never what signs.
CREATE TABLE passkeys (
    id      BYTEA  NOT NULL PRIMARY KEY,
    account TEXT   NOT NULL,
    label   TEXT   NOT NULL,
    key     BYTEA  NOT NULL,
    made    BIGINT NOT NULL,
    used    BIGINT
);
CREATE INDEX passkeys_by_account ON passkeys (account, made, id);

-- Challenges that were answered, for as long as an answer would count: none is answered twice.
CREATE TABLE answered_challenges (
    digest  BYTEA  NOT NULL PRIMARY KEY,
    expires BIGINT NOT NULL
);
CREATE INDEX answered_challenges_by_expiry ON answered_challenges (expires);

-- By what a session was opened: `password` or `passkey`.
ALTER TABLE sessions ADD COLUMN method TEXT NOT NULL DEFAULT 'password';
CREATE INDEX sessions_by_account ON sessions (account, opened);
