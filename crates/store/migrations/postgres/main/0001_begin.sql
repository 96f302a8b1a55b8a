-- Ground state first, read models after it, the ledger last.
-- Times are whole seconds since 1970 in UTC; sealed columns hold ciphertext; identifiers are text, in the order of
-- their bytes whatever the language of the database.

-- Events. Appended only: the triggers below refuse everything else.
CREATE TABLE events (
    stream     TEXT COLLATE "C"   NOT NULL,
    case_id    TEXT COLLATE "C"   NOT NULL,
    position   BIGINT NOT NULL CHECK (position > 0),
    kind       TEXT COLLATE "C"   NOT NULL,
    happened   BIGINT NOT NULL,
    header     BYTEA  NOT NULL,
    payload    BYTEA  NOT NULL,
    salt       BYTEA  NOT NULL,
    commitment BYTEA  NOT NULL,
    PRIMARY KEY (stream, case_id, position)
);

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is never changed', TG_TABLE_NAME; END $$;
CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER events_are_not_emptied BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse();

CREATE TABLE blobs (
    case_id TEXT COLLATE "C"  NOT NULL,
    blob    TEXT COLLATE "C"  NOT NULL,
    sealed  BYTEA NOT NULL,
    PRIMARY KEY (case_id, blob)
);

CREATE TABLE contents (
    case_id TEXT COLLATE "C"   NOT NULL,
    n       BIGINT NOT NULL,
    sealed  BYTEA  NOT NULL,
    PRIMARY KEY (case_id, n)
);

-- What figures count. Without a row order of its own, so that it does not retell the order of cases.
CREATE TABLE fact_rows (
    id       TEXT COLLATE "C"  NOT NULL PRIMARY KEY,
    period   TEXT COLLATE "C"  NOT NULL,
    unit     TEXT COLLATE "C"  NOT NULL,
    force    TEXT COLLATE "C",
    class    TEXT COLLATE "C"  NOT NULL,
    outcome  TEXT COLLATE "C",
    basis    TEXT COLLATE "C",
    age_band TEXT COLLATE "C",
    link     BYTEA NOT NULL
);

CREATE TABLE outbox (
    id      TEXT COLLATE "C"   NOT NULL PRIMARY KEY,
    kind    TEXT COLLATE "C"   NOT NULL,
    case_id TEXT COLLATE "C"   NOT NULL,
    blob    TEXT COLLATE "C"   NOT NULL,
    made    BIGINT NOT NULL,
    done    BIGINT
);
CREATE INDEX outbox_waiting ON outbox (made, id) WHERE done IS NULL;

CREATE TABLE idempotency (
    account     TEXT COLLATE "C"   NOT NULL,
    route       TEXT COLLATE "C"   NOT NULL,
    request_key TEXT COLLATE "C"   NOT NULL,
    request     BYTEA  NOT NULL,
    case_id     TEXT COLLATE "C"   NOT NULL,
    answer      BYTEA  NOT NULL,
    made        BIGINT NOT NULL,
    PRIMARY KEY (account, route, request_key)
);

-- One row for each digest of a referral; `referral` is a digest that leads to no case. `day` is the first second
-- of the London day, and the table has no row order: nothing here says when within the day, or after whom.
CREATE TABLE repetitions (
    force    TEXT COLLATE "C"   NOT NULL,
    digest   BYTEA  NOT NULL,
    referral BYTEA  NOT NULL,
    day      BIGINT NOT NULL,
    PRIMARY KEY (force, digest, referral)
);
CREATE INDEX repetitions_by_day ON repetitions (day);
CREATE INDEX repetitions_by_referral ON repetitions (referral);

CREATE TABLE blind_index (
    unit    TEXT COLLATE "C"   NOT NULL,
    version BIGINT NOT NULL,
    digest  BYTEA  NOT NULL,
    case_id TEXT COLLATE "C"   NOT NULL,
    PRIMARY KEY (unit, version, digest, case_id)
);
CREATE INDEX blind_index_by_case ON blind_index (case_id);

CREATE TABLE drafts (
    draft   TEXT COLLATE "C"   NOT NULL PRIMARY KEY,
    account TEXT COLLATE "C"   NOT NULL,
    sealed  BYTEA  NOT NULL,
    saved   BIGINT NOT NULL,
    expires BIGINT NOT NULL
);
CREATE INDEX drafts_by_account ON drafts (account, saved, draft);
CREATE INDEX drafts_by_expiry ON drafts (expires);

CREATE TABLE places (
    kind   TEXT COLLATE "C" NOT NULL,
    id     TEXT COLLATE "C" NOT NULL,
    title  TEXT COLLATE "C" NOT NULL,
    parent TEXT COLLATE "C",
    nation TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (kind, id)
);

CREATE TABLE accounts (
    account    TEXT COLLATE "C"    NOT NULL PRIMARY KEY,
    individual TEXT COLLATE "C"    NOT NULL,
    name       TEXT COLLATE "C"    NOT NULL,
    title      TEXT COLLATE "C"    NOT NULL,
    role       TEXT COLLATE "C"    NOT NULL,
    place_kind TEXT COLLATE "C"    NOT NULL,
    place_id   TEXT COLLATE "C",
    password   TEXT COLLATE "C"    NOT NULL,
    token      BYTEA,
    active     BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX accounts_by_name ON accounts (name);
CREATE UNIQUE INDEX accounts_by_token ON accounts (token) WHERE token IS NOT NULL;

CREATE TABLE sessions (
    digest  BYTEA  NOT NULL PRIMARY KEY,
    account TEXT COLLATE "C"   NOT NULL,
    csrf    TEXT COLLATE "C"   NOT NULL,
    opened  BIGINT NOT NULL,
    expires BIGINT NOT NULL
);
CREATE INDEX sessions_by_expiry ON sessions (expires);

-- Read models: whatever follows up to the ledger can be emptied and rebuilt from the events.
CREATE TABLE cases (
    case_id       TEXT COLLATE "C"    NOT NULL PRIMARY KEY,
    reference     TEXT COLLATE "C"    NOT NULL,
    unit          TEXT COLLATE "C"    NOT NULL,
    trust         TEXT COLLATE "C"    NOT NULL,
    force         TEXT COLLATE "C",
    opened_by     TEXT COLLATE "C"    NOT NULL,
    recipient     TEXT COLLATE "C",
    informed      BIGINT,
    origin        TEXT COLLATE "C"    NOT NULL,
    phase         TEXT COLLATE "C"    NOT NULL,
    stage         TEXT COLLATE "C"    NOT NULL,
    officer_state TEXT COLLATE "C"    NOT NULL,
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
    role      TEXT COLLATE "C"   NOT NULL,
    scope     TEXT COLLATE "C"   NOT NULL,
    rank      BIGINT NOT NULL,
    since     BIGINT NOT NULL,
    case_id   TEXT COLLATE "C"   NOT NULL,
    kind      TEXT COLLATE "C"   NOT NULL,
    n         BIGINT NOT NULL,
    reference TEXT COLLATE "C"   NOT NULL,
    PRIMARY KEY (role, scope, rank, since, case_id, kind, n)
);
CREATE INDEX tasks_by_case ON tasks (case_id, rank, since, kind, n, role, scope);

CREATE TABLE letters (
    lookup  TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    case_id TEXT COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX letters_by_case ON letters (case_id);

-- The ledger.
CREATE TABLE ledger_head (
    id    BIGINT PRIMARY KEY CHECK (id = 1),
    epoch BIGINT  NOT NULL,
    size  BIGINT  NOT NULL,
    root  BYTEA   NOT NULL
);

-- What the last act of each kind said, so that only a change is an act.
CREATE TABLE standing_acts (
    act    TEXT COLLATE "C"  NOT NULL PRIMARY KEY,
    digest BYTEA NOT NULL
);

CREATE TABLE ledger_entries (
    idx        BIGINT  PRIMARY KEY,
    entry      BYTEA   NOT NULL,
    commitment BYTEA
);
CREATE UNIQUE INDEX ledger_entries_by_commitment ON ledger_entries (commitment) WHERE commitment IS NOT NULL;

CREATE TRIGGER ledger_entries_are_not_changed BEFORE UPDATE ON ledger_entries FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER ledger_entries_are_not_deleted BEFORE DELETE ON ledger_entries FOR EACH ROW EXECUTE FUNCTION refuse();
CREATE TRIGGER ledger_entries_are_not_emptied BEFORE TRUNCATE ON ledger_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse();

CREATE TABLE ledger_pending (
    id         BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    entry      BYTEA   NOT NULL,
    commitment BYTEA,
    class      TEXT COLLATE "C",
    tally_salt BYTEA,
    flush      BOOLEAN NOT NULL,
    made       BIGINT  NOT NULL,
    day        TEXT COLLATE "C"    NOT NULL
);

-- Class and second salt of a commitment, kept when its leaf is numbered: they survive the erasure of the event.
CREATE TABLE ledger_tallies (
    commitment BYTEA NOT NULL PRIMARY KEY,
    class      TEXT COLLATE "C"  NOT NULL,
    salt       BYTEA NOT NULL,
    day        TEXT COLLATE "C"  NOT NULL
);
CREATE INDEX ledger_tallies_by_day ON ledger_tallies (day);

CREATE TABLE ledger_checkpoints (
    size      BIGINT  PRIMARY KEY,
    root      BYTEA   NOT NULL,
    note      BYTEA   NOT NULL,
    witnessed BOOLEAN NOT NULL,
    made      BIGINT  NOT NULL
);
CREATE INDEX ledger_checkpoints_witnessed ON ledger_checkpoints (witnessed, size) WHERE witnessed = TRUE;
