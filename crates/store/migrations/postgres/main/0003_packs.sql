-- Policy packs, whole, by their digest. They are kept: whoever looks at an old decision finds the rules it was made under.
CREATE TABLE packs (
    digest BYTEA  NOT NULL PRIMARY KEY,
    name   TEXT COLLATE "C"   NOT NULL,
    files  BYTEA  NOT NULL,
    stored BIGINT NOT NULL
);

-- What an offered pack would change in open cases: how far the comparison came, and counts without any case.
CREATE TABLE pack_comparisons (
    digest   BYTEA   NOT NULL PRIMARY KEY,
    against  BYTEA   NOT NULL,
    after    TEXT COLLATE "C"    NOT NULL,
    seen     BIGINT  NOT NULL,
    differ   BIGINT  NOT NULL,
    changes  TEXT COLLATE "C"    NOT NULL,
    finished BOOLEAN NOT NULL
);
