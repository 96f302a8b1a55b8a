-- Which node leads: it alone numbers entries, does what time makes due and hands letters over.
CREATE TABLE sequencer_lease (
    id     BIGINT PRIMARY KEY CHECK (id = 1),
    holder TEXT   NOT NULL,
    -- Seconds since 1970 by the database's clock.
    until  BIGINT NOT NULL
);

-- The database's clock, by the name that SQLite has for it. Not that of the transaction, which may have waited.
CREATE FUNCTION unixepoch() RETURNS BIGINT LANGUAGE SQL VOLATILE
    AS 'SELECT floor(extract(epoch FROM clock_timestamp()))::bigint';
