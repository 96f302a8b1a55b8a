-- Numbering a leaf changed three trees in the order of its commitment, which is random, so that nearly every leaf
-- changed a page of its own in each. Now they are in the order of time first: when the leaf was made, which is when its
-- event happened. So they grow at their ends, and whoever has an event finds its number by both.
-- Entries and events stay byte for byte as they are; what is added to an entry is when its leaf was made.

-- For this migration alone.
CREATE INDEX events_by_commitment ON events (commitment, happened);

DROP TRIGGER ledger_entries_are_not_changed ON ledger_entries;
ALTER TABLE ledger_entries ADD COLUMN made BIGINT;
-- What was lost in a restore has no event: it was taken up when the restore was made.
UPDATE ledger_entries SET made = COALESCE(
    (SELECT MIN(e.happened) FROM events AS e WHERE e.commitment = ledger_entries.commitment),
    (SELECT r.made FROM lost_entries AS l JOIN restores AS r ON r.id = l.restore WHERE l.idx = ledger_entries.idx),
    0)
WHERE commitment IS NOT NULL;
CREATE TRIGGER ledger_entries_are_not_changed BEFORE UPDATE ON ledger_entries FOR EACH ROW EXECUTE FUNCTION refuse();

-- Number, class and second salt of a commitment, kept when its leaf is numbered: they survive the erasure of the event.
-- INVARIANT: the key is what keeps a leaf from being numbered twice.
CREATE TABLE numbered_leaves (
    made       BIGINT NOT NULL,
    commitment BYTEA  NOT NULL,
    idx        BIGINT NOT NULL,
    class      TEXT COLLATE "C"  NOT NULL,
    salt       BYTEA  NOT NULL,
    day        TEXT COLLATE "C"  NOT NULL,
    period     TEXT COLLATE "C",
    written    TEXT COLLATE "C",
    place      BIGINT,
    PRIMARY KEY (made, commitment)
);
INSERT INTO numbered_leaves (made, commitment, idx, class, salt, day, period, written, place)
SELECT e.made, t.commitment, e.idx, t.class, t.salt, t.day, t.period, t.written, t.place
FROM ledger_tallies AS t JOIN ledger_entries AS e ON e.commitment = t.commitment AND e.commitment IS NOT NULL
ORDER BY e.made, t.commitment;
DROP TABLE ledger_tallies;
ALTER TABLE numbered_leaves RENAME TO ledger_tallies;
ALTER INDEX numbered_leaves_pkey RENAME TO ledger_tallies_pkey;
CREATE INDEX ledger_tallies_waiting ON ledger_tallies (day) WHERE period IS NULL;
CREATE INDEX ledger_tallies_by_place ON ledger_tallies (period, place) WHERE period IS NOT NULL;

DROP INDEX ledger_entries_by_commitment;
DROP INDEX events_by_commitment;
-- Asked once in a half-year of what few leaves wait: not worth an index that each leaf enters and leaves.
DROP INDEX ledger_pending_by_day;
