-- A breach may concern somebody else than the case's person, who has a safe route and a letter of their own.
DROP INDEX letters_by_case;
CREATE INDEX letters_by_case ON letters (case_id);
