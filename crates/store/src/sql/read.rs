//! Statements that read the database.
//!
//! A walk along an index from its beginning is written with a bound that everything passes (`id > 0`), so that every
//! plan is a search and the test of plans needs no exceptions.

use super::statements;

macro_rules! case_columns {
    () => {
        "case_id, reference, unit, trust, force, opened_by, recipient, informed, origin, phase, stage, officer_state, \
         fixed_at, opened, updated, position, wake, to_release, holder, barred, handed_over"
    };
}

/// Tasks with whom their cases are, whose page is narrowed down by that: every one, one's own, nobody's, a colleague's.
macro_rules! tasks_of {
    () => {
        "SELECT t.role, t.scope, t.rank, t.since, t.case_id, t.kind, t.n, t.reference, c.holder, \
         COALESCE(c.barred, '') AS barred, COALESCE(c.origin, '') AS origin FROM tasks t LEFT JOIN cases c ON c.case_id = t.case_id"
    };
}

macro_rules! held {
    () => {
        "($3 = 'all' OR ($3 = 'own' AND c.holder = $4) OR ($3 = 'nobody' AND c.holder IS NULL) \
         OR ($3 = 'colleague' AND c.holder <> $4))"
    };
}

macro_rules! account_columns {
    () => {
        "account, individual, name, title, role, place_kind, place_id, password, token, active"
    };
}

macro_rules! session_columns {
    () => {
        "digest, account, csrf, opened, expires, ends, proved, method, browser"
    };
}

macro_rules! dual_control_columns {
    () => {
        "id, wanted, said, asked_by, asked, confirmed_by, confirmed, checked, account, expires, ended"
    };
}

statements! { Read, READS:
    EVENTS = "SELECT stream, case_id, position, kind, happened, header, payload, salt, commitment FROM events \
        WHERE stream = $1 AND case_id = $2 ORDER BY position";
    EVENT_AT = "SELECT stream, case_id, position, kind, happened, header, payload, salt, commitment FROM events \
        WHERE stream = $1 AND case_id = $2 AND position = $3";
    LAST_POSITION = "SELECT COALESCE(MAX(position), 0) AS position FROM events WHERE stream = $1 AND case_id = $2";
    BLOB = "SELECT sealed FROM blobs WHERE case_id = $1 AND blob = $2";
    CONTENT = "SELECT sealed FROM contents WHERE case_id = $1 AND n = $2";

    CASE = concat!("SELECT ", case_columns!(), " FROM cases WHERE case_id = $1");
    CASE_BY_REFERENCE = concat!("SELECT ", case_columns!(), " FROM cases WHERE reference = $1");
    CASE_BY_LETTER = "SELECT case_id FROM letters WHERE lookup = $1";
    /// Both ranks are named, so that what waits for too long is passed over in the index and not row by row.
    QUEUE = concat!(tasks_of!(), " WHERE t.role = $1 AND t.scope = $2 AND t.rank IN (0, 1) AND t.since > $6 \
        AND ", held!(), " ORDER BY t.rank, t.since, t.case_id, t.kind, t.n LIMIT $5");
    QUEUE_AFTER = concat!(tasks_of!(), " WHERE t.role = $1 AND t.scope = $2 AND t.since > $6 AND ", held!(), " \
        AND (t.rank, t.since, t.case_id, t.kind, t.n) > ($7, $8, $9, $10, $11) \
        ORDER BY t.rank, t.since, t.case_id, t.kind, t.n LIMIT $5");
    QUEUE_LENGTH = concat!("SELECT COUNT(*) AS waiting FROM \
        (SELECT 1 FROM tasks t LEFT JOIN cases c ON c.case_id = t.case_id \
        WHERE t.role = $1 AND t.scope = $2 AND t.rank IN (0, 1) AND t.since > $6 AND ", held!(), " LIMIT $5) AS page");
    CASE_TASKS = concat!(tasks_of!(), " WHERE t.case_id = $1 \
        ORDER BY t.rank, t.since, t.kind, t.n, t.role, t.scope");

    CASES_OPENED_BY = concat!("SELECT ", case_columns!(), " FROM cases \
        WHERE opened_by = $1 AND (opened, case_id) < ($2, $3) ORDER BY opened DESC, case_id DESC LIMIT $4");
    CASES_RECEIVED_BY = concat!("SELECT ", case_columns!(), " FROM cases \
        WHERE recipient = $1 AND (informed, case_id) < ($2, $3) ORDER BY informed DESC, case_id DESC LIMIT $4");
    /// What a health worker or a clinician has reported of their own accord.
    REPORTS_OF = concat!("SELECT ", case_columns!(), " FROM cases \
        WHERE opened_by = $1 AND origin IN ('health-service', 'duty-holder') AND (opened, case_id) < ($2, $3) \
        ORDER BY opened DESC, case_id DESC LIMIT $4");
    /// What an officer has asked as one of a force, or was given since.
    REFERRALS_OF_OFFICER = concat!("SELECT ", case_columns!(), " FROM cases \
        WHERE opened_by = $1 AND force = $2 ORDER BY opened DESC, case_id DESC LIMIT $3");
    /// Referrals of a force whose officers have left.
    REFERRALS_LEFT = "SELECT COUNT(*) AS waiting FROM \
        (SELECT 1 FROM accounts JOIN cases ON cases.opened_by = accounts.account \
        WHERE accounts.place_id = $1 AND accounts.active = FALSE AND accounts.role = 'officer' \
        AND cases.force = $1 LIMIT $2) AS page";
    OFFICERS_WHO_LEFT = concat!("SELECT ", account_columns!(), " FROM accounts \
        WHERE place_id = $1 AND active = FALSE AND role = 'officer' \
        AND EXISTS (SELECT 1 FROM cases WHERE cases.opened_by = accounts.account AND cases.force = $1) \
        ORDER BY name LIMIT $2");
    /// Cases of a trust in which something was disclosed of its own accord to an officer who has left, without those from
    /// which somebody stands back: taking them out of the list of those who do changes it.
    CASES_RECEIVED_BY_WHO_LEFT = concat!("SELECT ", case_columns!(), " FROM cases \
        WHERE trust = $1 AND recipient IS NOT NULL AND EXISTS \
        (SELECT 1 FROM accounts WHERE accounts.account = cases.recipient AND accounts.active = FALSE) \
        AND REPLACE(' ' || barred || ' ', ' ' || CAST($2 AS TEXT) || ' ', '') = ' ' || barred || ' ' \
        ORDER BY case_id LIMIT $3");
    CASES_OF_UNIT = concat!("SELECT ", case_columns!(), " FROM cases \
        WHERE unit = $1 AND (updated, case_id) < ($2, $3) ORDER BY updated DESC, case_id DESC LIMIT $4");
    CASES_TO_WAKE = "SELECT case_id FROM cases WHERE wake <= $1 ORDER BY wake, case_id LIMIT $2";
    CASES_TO_RELEASE = "SELECT case_id FROM cases WHERE to_release = TRUE ORDER BY updated, case_id LIMIT $1";
    CASE_IDS = "SELECT case_id FROM events WHERE stream = 'decision' AND case_id > $1 AND position = 1 \
        ORDER BY case_id LIMIT $2";

    /// When the first of a unit's closed cases last changed, from a moment on.
    FIRST_CLOSED = "SELECT updated FROM cases WHERE unit = $1 AND phase = 'closed' AND updated >= $2 \
        ORDER BY updated LIMIT 1";
    CLOSED_COUNT = "SELECT COUNT(*) AS closed FROM (SELECT 1 FROM cases \
        WHERE unit = $1 AND phase = 'closed' AND updated >= $2 AND updated < $3 LIMIT $4) AS page";
    KEEPER_ACTS = "SELECT account, happened, case_id, position FROM keeper_acts \
        WHERE account = $1 AND (happened, case_id, position) < ($2, $3, $4) \
        ORDER BY happened DESC, case_id DESC, position DESC LIMIT $5";

    CASES_INDEXED = "SELECT case_id FROM blind_index WHERE unit = $1 AND version = $2 AND digest = $3 \
        ORDER BY case_id LIMIT $4";
    ROTA_OF = "SELECT id, kind, place, account, first, last, kept_by, by_individual, made FROM rota \
        WHERE place = $1 AND removed IS NULL AND last >= $2 ORDER BY place, kind, first, id";
    ROTA_ENTRY = "SELECT id, kind, place, account, first, last, kept_by, by_individual, made FROM rota WHERE id = $1";
    DELEGATIONS_OF = "SELECT id, trust, guardian, deputy, first, last, scope, document, made, revoked \
        FROM delegations WHERE trust = $1 ORDER BY trust DESC, made DESC, id DESC";
    SEARCHES_SINCE = "SELECT COUNT(*) AS made FROM \
        (SELECT 1 FROM searches WHERE account = $1 AND made > $2 LIMIT $3) AS page";
    SEARCHES_COUNTED = "SELECT scope, account, means, in_vain, COUNT(*) AS made FROM searches WHERE period = $1 \
        GROUP BY scope, account, means, in_vain ORDER BY scope, account, means, in_vain";
    REPETITIONS = "SELECT referral FROM repetitions WHERE force = $1 AND digest = $2 AND day >= $3";
    REFERRAL_TAKEN = "SELECT 1 AS found FROM repetitions WHERE referral = $1 LIMIT 1";
    IDEMPOTENT = "SELECT account, route, request_key, request, case_id, answer, made FROM idempotency \
        WHERE account = $1 AND route = $2 AND request_key = $3";
    DRAFT = "SELECT draft, account, sealed, saved, expires FROM drafts WHERE draft = $1 AND account = $2";
    DRAFTS = "SELECT draft, account, sealed, saved, expires FROM drafts \
        WHERE account = $1 ORDER BY saved DESC, draft DESC";
    OUTBOX = "SELECT id, kind, case_id, blob, made FROM outbox \
        WHERE done IS NULL AND made > 0 ORDER BY made, id LIMIT $1";
    OUTBOX_OF = "SELECT id, kind, case_id, blob, made FROM outbox \
        WHERE done IS NULL AND made > 0 AND kind = $2 ORDER BY made, id LIMIT $1";

    ACCOUNT = concat!("SELECT ", account_columns!(), " FROM accounts WHERE account = $1");
    ACCOUNT_BY_NAME = concat!("SELECT ", account_columns!(), " FROM accounts WHERE name = $1");
    ACCOUNT_BY_TOKEN = concat!("SELECT ", account_columns!(), " FROM accounts WHERE token = $1");
    SESSION = concat!("SELECT ", session_columns!(), " FROM sessions WHERE digest = $1 AND expires > $2");
    SESSIONS_OF = concat!("SELECT ", session_columns!(), " FROM sessions \
        WHERE account = $1 AND expires > $2 ORDER BY account, opened");
    /// The sealed secret of an account's second factor.
    SECOND_FACTOR = "SELECT second AS sealed FROM accounts WHERE account = $1 AND second IS NOT NULL";
    DUAL_CONTROL = concat!("SELECT ", dual_control_columns!(), " FROM dual_control WHERE id = $1");
    DUAL_CONTROL_BY_CODE = concat!("SELECT ", dual_control_columns!(), " FROM dual_control \
        WHERE code = $1 AND code IS NOT NULL");
    DUAL_CONTROL_OPEN = concat!("SELECT ", dual_control_columns!(), " FROM dual_control \
        WHERE ended IS NULL AND asked > 0 ORDER BY asked, id LIMIT $1");
    PASSKEY = "SELECT id, account, label, key, made, used FROM passkeys WHERE id = $1";
    PASSKEYS_OF = "SELECT id, account, label, key, made, used FROM passkeys \
        WHERE account = $1 ORDER BY account, made, id";

    ORGANISATION_LINK = "SELECT id, account, issuer, made, used FROM organisation_links WHERE id = $1";
    ORGANISATION_LINK_OF = "SELECT id, account, issuer, made, used FROM organisation_links WHERE account = $1";
    KEPT_FORM = "SELECT sealed FROM kept_forms WHERE id = $1 AND expires > $2";

    LEASE_HOLDER = "SELECT holder FROM sequencer_lease WHERE id = 1";
    HEAD = "SELECT epoch, size, root FROM ledger_head WHERE id = 1";
    PENDING = "SELECT id, entry, commitment, flush, in_order, made FROM ledger_pending \
        WHERE id > $1 ORDER BY id LIMIT $2";
    PENDING_IN_ORDER = "SELECT id, entry, commitment, flush, in_order, made FROM ledger_pending \
        WHERE in_order = TRUE AND id > 0 ORDER BY id LIMIT $1";
    CHECKPOINT = "SELECT size, root, note, witnessed, made FROM ledger_checkpoints \
        WHERE size >= 0 ORDER BY size DESC LIMIT 1";
    CHECKPOINT_OF_SIZE = "SELECT size, root, note, witnessed, made FROM ledger_checkpoints WHERE size = $1";
    CHECKPOINT_WITNESSED = "SELECT size, root, note, witnessed, made FROM ledger_checkpoints \
        WHERE witnessed = TRUE ORDER BY size DESC LIMIT 1";
    ENTRIES = "SELECT idx, entry, commitment FROM ledger_entries WHERE idx >= $1 ORDER BY idx LIMIT $2";
    PROMISE_ACTS = "SELECT id, promise, act, until, why FROM promise_acts WHERE week <= $1 ORDER BY week, id";
    FIRST_PROMISE_WEEK = "SELECT week FROM promise_acts WHERE week > '' ORDER BY week LIMIT 1";
    LAST_BATCH = "SELECT week FROM weekly_batches WHERE week > '' ORDER BY week DESC LIMIT 1";
    WEEKS = "SELECT week, opened, kept, kept_late, still_due, broken FROM weekly_batches \
        WHERE week > '' ORDER BY week DESC LIMIT $1";
    STANDING = "SELECT promise, until, decoy FROM promises_standing WHERE promise = $1";
    /// Every tag sorts after the empty one.
    DECOYS = "SELECT promise, until, decoy FROM promises_standing WHERE decoy = TRUE AND promise > $1 ORDER BY promise";
    FIRST_UNTALLIED = "SELECT day FROM ledger_tallies WHERE period IS NULL AND day > '' ORDER BY day LIMIT 1";
    /// Their order within a day says nothing: whoever makes tallies of them sorts these by their leaves.
    UNTALLIED = "SELECT made, commitment, class, salt FROM ledger_tallies WHERE period IS NULL AND day <= $1 \
        ORDER BY day";
    LAST_TALLIED = "SELECT period FROM tallied_periods WHERE period > '' ORDER BY period DESC LIMIT 1";
    TALLIED = "SELECT after, tallies FROM tallied_periods WHERE period = $1";
    /// What a tally counts, by its place among the tallies of its period.
    TALLIED_AT = "SELECT commitment, day FROM ledger_tallies WHERE period = $1 AND place = $2 AND period IS NOT NULL";
    /// The commitment that an entry is, and the day of its event.
    COMMITTED_AT = "SELECT e.commitment, t.day FROM ledger_entries e JOIN ledger_tallies t \
        ON t.made = e.made AND t.commitment = e.commitment AND t.idx = e.idx WHERE e.idx = $1";
    SAMPLE = "SELECT digest, committed, revealed FROM samples WHERE period = $1";

    PACK = "SELECT digest, name, files, stored FROM packs WHERE digest = $1";
    STANDING_ACT = "SELECT digest FROM standing_acts WHERE act = $1";
    PACK_COMPARISON = "SELECT digest, against, after, seen, differ, changes, finished FROM pack_comparisons \
        WHERE digest = $1";
    CASES_NOT_CLOSED = "SELECT case_id FROM cases WHERE case_id > $1 AND phase <> 'closed' \
        ORDER BY case_id LIMIT $2";

    /// A walk along the key, a group a stream.
    STREAMS = "SELECT stream, case_id, COUNT(*) AS events, MIN(position) AS first, MAX(position) AS last \
        FROM events WHERE (stream, case_id) > ($1, $2) GROUP BY stream, case_id ORDER BY stream, case_id LIMIT $3";
    LISTED_CASES = "SELECT case_id FROM cases WHERE case_id > $1 ORDER BY case_id LIMIT $2";

    SEED = "SELECT seed FROM decoy_seed WHERE id = 1";
    RESTORES = "SELECT id, made, before, after, lost FROM restores WHERE id > 0 ORDER BY id DESC LIMIT $1";
    LOST = "SELECT idx FROM lost_entries WHERE idx >= $1 ORDER BY idx LIMIT $2";
    HAS_BATCH = "SELECT 1 AS found FROM weekly_batches WHERE week = $1";

    LEAF_OF = "SELECT idx, period, written, salt, place FROM ledger_tallies WHERE made = $1 AND commitment = $2";

    /// The event of a commitment, from a span of time.
    EVENT_COMMITTED = "SELECT stream, case_id, position, kind, happened, header, payload, salt, commitment \
        FROM events WHERE happened >= $1 AND happened < $2 AND commitment = $3 LIMIT 1";

    /// Whether anything was ever recorded under a case, in whichever stream.
    HAS_EVENTS = "SELECT 1 AS found FROM events \
        WHERE stream IN ('decision', 'reads', 'account') AND case_id = $1 AND position = 1 LIMIT 1";
    SCHEMA_VERSION = "SELECT version FROM migrations WHERE version > 0 ORDER BY version DESC LIMIT 1";
    IS_REBUILDING = "SELECT 1 AS found FROM rebuilding WHERE id = 1";
    HAS_DRAFT = "SELECT 1 AS found FROM drafts WHERE draft = $1";
}

statements! { Whole, WHOLES:
    ALL_ACCOUNTS = concat!("SELECT ", account_columns!(), " FROM accounts ORDER BY name");
    ALL_PLACES = "SELECT kind, id, title, parent, nation FROM places ORDER BY kind, id";
    ALL_CONTACTS = "SELECT force, address FROM contacts ORDER BY force";
    ALL_CASES = concat!("SELECT ", case_columns!(), " FROM cases ORDER BY case_id");
    ALL_TASKS = "SELECT role, scope, rank, since, case_id, kind, n, reference FROM tasks \
        ORDER BY role, scope, rank, since, case_id, kind, n";
    ALL_LETTERS = "SELECT lookup, case_id FROM letters ORDER BY lookup";
    ALL_KEEPER_ACTS = "SELECT account, happened, case_id, position FROM keeper_acts \
        ORDER BY account, happened, case_id, position";
    NO_TASKS = "DELETE FROM tasks";
    NO_LETTERS = "DELETE FROM letters";
    NO_CASES = "DELETE FROM cases";
    NO_KEEPER_ACTS = "DELETE FROM keeper_acts";
    ANSWERS = "SELECT 1 AS found";
    /// Few wait at a time, so that no index is kept for what only the doctor asks.
    IS_PENDING = "SELECT 1 AS found FROM ledger_pending WHERE commitment = $1";
    /// An entry that commits to what another one does. Asked where a restore takes up what it lost.
    COMMITTED_TWICE = "SELECT 1 AS found FROM ledger_entries WHERE commitment IS NOT NULL \
        GROUP BY commitment HAVING COUNT(*) > 1 LIMIT 1";
    /// Nor for what is asked once in a half-year.
    PENDING_UP_TO = "SELECT 1 AS found FROM ledger_pending WHERE commitment IS NOT NULL AND day <= $1 LIMIT 1";
}
