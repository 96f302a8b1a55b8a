-- Ground state first, read models after it, the ledger last.
-- Times are whole seconds since 1970 in UTC; sealed columns hold ciphertext; identifiers are text.

-- Events. Appended only: the two triggers below refuse everything else.
CREATE TABLE events (
    stream     TEXT   NOT NULL,
    case_id    TEXT   NOT NULL,
    position   BIGINT NOT NULL CHECK (position > 0),
    kind       TEXT   NOT NULL,
    happened   BIGINT NOT NULL,
    header     BYTEA  NOT NULL,
    payload    BYTEA  NOT NULL,
    salt       BYTEA  NOT NULL,
    commitment BYTEA  NOT NULL,
    PRIMARY KEY (stream, case_id, position)
);

CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;

CREATE TABLE blobs (
    case_id TEXT  NOT NULL,
    blob    TEXT  NOT NULL,
    sealed  BYTEA NOT NULL,
    PRIMARY KEY (case_id, blob)
);

CREATE TABLE contents (
    case_id TEXT   NOT NULL,
    n       BIGINT NOT NULL,
    sealed  BYTEA  NOT NULL,
    PRIMARY KEY (case_id, n)
);

-- What figures count. Without a row order of its own, so that it does not retell the order of cases.
CREATE TABLE fact_rows (
    id       TEXT  NOT NULL PRIMARY KEY,
    period   TEXT  NOT NULL,
    unit     TEXT  NOT NULL,
    force    TEXT,
    class    TEXT  NOT NULL,
    outcome  TEXT,
    basis    TEXT,
    age_band TEXT,
    link     BYTEA NOT NULL
) WITHOUT ROWID;

CREATE TABLE outbox (
    id      TEXT   NOT NULL PRIMARY KEY,
    kind    TEXT   NOT NULL,
    case_id TEXT   NOT NULL,
    blob    TEXT   NOT NULL,
    made    BIGINT NOT NULL,
    done    BIGINT
);
CREATE INDEX outbox_waiting ON outbox (made, id) WHERE done IS NULL;

CREATE TABLE idempotency (
    account     TEXT   NOT NULL,
    route       TEXT   NOT NULL,
    request_key TEXT   NOT NULL,
    request     BYTEA  NOT NULL,
    case_id     TEXT   NOT NULL,
    answer      BYTEA  NOT NULL,
    made        BIGINT NOT NULL,
    PRIMARY KEY (account, route, request_key)
);

-- One row for each digest of a referral; `referral` is a digest that leads to no case. `day` is the first second
-- of the London day, and the table has no row order: nothing here says when within the day, or after whom.
CREATE TABLE repetitions (
    force    TEXT   NOT NULL,
    digest   BYTEA  NOT NULL,
    referral BYTEA  NOT NULL,
    day      BIGINT NOT NULL,
    PRIMARY KEY (force, digest, referral)
) WITHOUT ROWID;
CREATE INDEX repetitions_by_day ON repetitions (day);
CREATE INDEX repetitions_by_referral ON repetitions (referral);

CREATE TABLE blind_index (
    unit    TEXT   NOT NULL,
    version BIGINT NOT NULL,
    digest  BYTEA  NOT NULL,
    case_id TEXT   NOT NULL,
    PRIMARY KEY (unit, version, digest, case_id)
) WITHOUT ROWID;
CREATE INDEX blind_index_by_case ON blind_index (case_id);

CREATE TABLE drafts (
    draft   TEXT   NOT NULL PRIMARY KEY,
    account TEXT   NOT NULL,
    sealed  BYTEA  NOT NULL,
    saved   BIGINT NOT NULL,
    expires BIGINT NOT NULL
);
CREATE INDEX drafts_by_account ON drafts (account, saved, draft);
CREATE INDEX drafts_by_expiry ON drafts (expires);

CREATE TABLE places (
    kind   TEXT NOT NULL,
    id     TEXT NOT NULL,
    title  TEXT NOT NULL,
    parent TEXT,
    nation TEXT NOT NULL,
    PRIMARY KEY (kind, id)
);

CREATE TABLE accounts (
    account    TEXT    NOT NULL PRIMARY KEY,
    individual TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    title      TEXT    NOT NULL,
    role       TEXT    NOT NULL,
    place_kind TEXT    NOT NULL,
    place_id   TEXT,
    password   TEXT    NOT NULL,
    token      BYTEA,
    active     BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX accounts_by_name ON accounts (name);
CREATE UNIQUE INDEX accounts_by_token ON accounts (token) WHERE token IS NOT NULL;

CREATE TABLE sessions (
    digest  BYTEA  NOT NULL PRIMARY KEY,
    account TEXT   NOT NULL,
    csrf    TEXT   NOT NULL,
    opened  BIGINT NOT NULL,
    expires BIGINT NOT NULL
);
CREATE INDEX sessions_by_expiry ON sessions (expires);

-- Read models: whatever follows up to the ledger can be emptied and rebuilt from the events.
CREATE TABLE cases (
    case_id       TEXT    NOT NULL PRIMARY KEY,
    reference     TEXT    NOT NULL,
    unit          TEXT    NOT NULL,
    trust         TEXT    NOT NULL,
    force         TEXT,
    opened_by     TEXT    NOT NULL,
    recipient     TEXT,
    informed      BIGINT,
    origin        TEXT    NOT NULL,
    phase         TEXT    NOT NULL,
    stage         TEXT    NOT NULL,
    officer_state TEXT    NOT NULL,
    fixed_at      BIGINT  NOT NULL,
    opened        BIGINT  NOT NULL,
    updated       BIGINT  NOT NULL,
    position      BIGINT  NOT NULL,
    wake          BIGINT,
    to_release    BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX cases_by_reference ON cases (reference);
CREATE INDEX cases_by_opener ON cases (opened_by, opened, case_id);
CREATE INDEX cases_by_recipient ON cases (recipient, informed, case_id) WHERE recipient IS NOT NULL;
CREATE INDEX cases_by_unit ON cases (unit, updated, case_id);
CREATE INDEX cases_by_wake ON cases (wake, case_id) WHERE wake IS NOT NULL;
CREATE INDEX cases_by_release ON cases (to_release, updated, case_id) WHERE to_release = TRUE;

-- `rank` is 0 for urgent and 1 for the rest, so that a queue's order is the order of the key.
CREATE TABLE tasks (
    role      TEXT   NOT NULL,
    scope     TEXT   NOT NULL,
    rank      BIGINT NOT NULL,
    since     BIGINT NOT NULL,
    case_id   TEXT   NOT NULL,
    kind      TEXT   NOT NULL,
    n         BIGINT NOT NULL,
    reference TEXT   NOT NULL,
    PRIMARY KEY (role, scope, rank, since, case_id, kind, n)
) WITHOUT ROWID;
CREATE INDEX tasks_by_case ON tasks (case_id, rank, since, kind, n, role, scope);

CREATE TABLE letters (
    lookup  TEXT NOT NULL PRIMARY KEY,
    case_id TEXT NOT NULL
);
CREATE UNIQUE INDEX letters_by_case ON letters (case_id);

-- The ledger.
CREATE TABLE ledger_head (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    epoch BIGINT  NOT NULL,
    size  BIGINT  NOT NULL,
    root  BYTEA   NOT NULL
);

-- What the last act of each kind said, so that only a change is an act.
CREATE TABLE standing_acts (
    act    TEXT  NOT NULL PRIMARY KEY,
    digest BYTEA NOT NULL
);

CREATE TABLE ledger_entries (
    idx        INTEGER PRIMARY KEY,
    entry      BYTEA   NOT NULL,
    commitment BYTEA
);
CREATE UNIQUE INDEX ledger_entries_by_commitment ON ledger_entries (commitment) WHERE commitment IS NOT NULL;

CREATE TRIGGER ledger_entries_are_not_changed BEFORE UPDATE ON ledger_entries
BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
CREATE TRIGGER ledger_entries_are_not_deleted BEFORE DELETE ON ledger_entries
BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;

CREATE TABLE ledger_pending (
    id         INTEGER PRIMARY KEY,
    entry      BYTEA   NOT NULL,
    commitment BYTEA,
    class      TEXT,
    tally_salt BYTEA,
    flush      BOOLEAN NOT NULL,
    made       BIGINT  NOT NULL,
    day        TEXT    NOT NULL
);

-- Class and second salt of a commitment, kept when its leaf is numbered: they survive the erasure of the event.
CREATE TABLE ledger_tallies (
    commitment BYTEA NOT NULL PRIMARY KEY,
    class      TEXT  NOT NULL,
    salt       BYTEA NOT NULL,
    day        TEXT  NOT NULL
) WITHOUT ROWID;
CREATE INDEX ledger_tallies_by_day ON ledger_tallies (day);

CREATE TABLE ledger_checkpoints (
    size      INTEGER PRIMARY KEY,
    root      BYTEA   NOT NULL,
    note      BYTEA   NOT NULL,
    witnessed BOOLEAN NOT NULL,
    made      BIGINT  NOT NULL
);
CREATE INDEX ledger_checkpoints_witnessed ON ledger_checkpoints (witnessed, size) WHERE witnessed = TRUE;
