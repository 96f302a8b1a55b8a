-- Which node leads: it alone numbers entries, does what time makes due and hands letters over.
CREATE TABLE sequencer_lease (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    holder TEXT    NOT NULL,
    -- Seconds since 1970 by the database's clock.
    until  BIGINT  NOT NULL
);
