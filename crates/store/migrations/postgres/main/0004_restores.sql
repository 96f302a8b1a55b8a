-- What a restore took up from the published ledger.

-- From this and a week the tags of decoys are derived, so that after a restore they are known again.
CREATE TABLE decoy_seed (
    id   BIGINT PRIMARY KEY CHECK (id = 1),
    seed BYTEA  NOT NULL
);

-- Every restore: the ledger's size in the backup, and the size from which it went on.
CREATE TABLE restores (
    id     BIGINT PRIMARY KEY,
    made   BIGINT NOT NULL,
    before BIGINT NOT NULL,
    after  BIGINT NOT NULL,
    lost   BIGINT NOT NULL
);

-- Entries that stand in the ledger and whose events no backup held.
CREATE TABLE lost_entries (
    idx     BIGINT PRIMARY KEY,
    restore BIGINT NOT NULL
);
