-- A row while the read models are being recreated: where that was cut off they are incomplete, and nothing is served.
CREATE TABLE rebuilding (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    begun BOOLEAN NOT NULL
);
