-- Who signs in through their organisation. A digest of issuer and subject stands for whoever its provider means; an
-- account has one at most.
CREATE TABLE organisation_links (
    id      BYTEA  NOT NULL PRIMARY KEY,
    account TEXT   NOT NULL,
    issuer  TEXT   NOT NULL,
    made    BIGINT NOT NULL,
    used    BIGINT
);
CREATE UNIQUE INDEX organisation_links_by_account ON organisation_links (account);

-- What was typed before its sender went to their organisation's provider to show who they are. The key that opens it
-- is in their browser alone.
CREATE TABLE kept_forms (
    id      TEXT   NOT NULL PRIMARY KEY,
    account TEXT   NOT NULL,
    sealed  BYTEA  NOT NULL,
    expires BIGINT NOT NULL
);
CREATE UNIQUE INDEX kept_forms_by_account ON kept_forms (account);
CREATE INDEX kept_forms_by_expiry ON kept_forms (expires);
