-- Whom a force wants to be told of a recall: the address of its information-rights contact.
CREATE TABLE contacts (
    force   TEXT NOT NULL PRIMARY KEY,
    address TEXT NOT NULL
);
