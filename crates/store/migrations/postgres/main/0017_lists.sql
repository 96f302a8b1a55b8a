-- When a supervisor gave a referral to whoever has it since; `candour rebuild` fills it in for earlier ones.
ALTER TABLE cases ADD COLUMN handed_over BIGINT;
-- What somebody reported of their own accord, without the calls that they wrote down.
CREATE INDEX cases_by_reporter ON cases (opened_by, opened, case_id) WHERE origin IN ('health-service', 'duty-holder');
