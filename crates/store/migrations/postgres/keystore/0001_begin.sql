-- Wrapped keys. `settled` is set once an event was found under the key, so that looking for orphans never reads
-- the whole table: only unsettled keys are candidates.
CREATE TABLE keys (
    case_id TEXT COLLATE "C"    NOT NULL,
    kind    TEXT COLLATE "C"    NOT NULL,
    unit    TEXT COLLATE "C"    NOT NULL,
    epoch   BIGINT  NOT NULL,
    wrapped BYTEA   NOT NULL,
    made    BIGINT  NOT NULL,
    settled BOOLEAN NOT NULL,
    PRIMARY KEY (case_id, kind)
);
CREATE INDEX keys_unsettled ON keys (settled, made, case_id, kind) WHERE settled = FALSE;
