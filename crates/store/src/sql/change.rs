//! Statements that change the database.

use super::statements;

statements! { Change, CHANGES:
    /// Appends an event where the stream stands right before it; no row otherwise.
    APPEND_EVENT = "INSERT INTO events \
        (stream, case_id, position, kind, happened, header, payload, salt, commitment) \
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9 \
        WHERE (SELECT COALESCE(MAX(position), 0) + 1 FROM events WHERE stream = $1 AND case_id = $2) = $3";
    ADD_BLOB = "INSERT INTO blobs (case_id, blob, sealed) VALUES ($1, $2, $3)";
    ADD_CONTENT = "INSERT INTO contents (case_id, n, sealed) VALUES ($1, $2, $3)";
    ADD_FACT = "INSERT INTO fact_rows (id, period, unit, force, class, outcome, basis, age_band, link, minutes) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    ADD_LETTER_TO_SEND = "INSERT INTO outbox (id, kind, case_id, blob, made, done) VALUES ($1, $2, $3, $4, $5, NULL)";
    LETTER_SENT = "UPDATE outbox SET done = $2 WHERE id = $1 AND done IS NULL";
    ADD_ANSWER = "INSERT INTO idempotency (account, route, request_key, request, case_id, answer, made) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    ADD_REPETITION = "INSERT INTO repetitions (force, digest, referral, day) VALUES ($1, $2, $3, $4)";
    FORGET_REPETITIONS = "DELETE FROM repetitions WHERE day < $1";
    ADD_ROTA = "INSERT INTO rota \
        (id, kind, place, account, first, last, kept_by, by_individual, made, removed) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL)";
    TAKE_OFF_ROTA = "UPDATE rota SET removed = $2 WHERE id = $1 AND removed IS NULL";
    PUT_BACK_ROTA = "UPDATE rota SET removed = NULL WHERE id = $1 AND removed IS NOT NULL";
    ADD_DELEGATION = "INSERT INTO delegations \
        (id, trust, guardian, deputy, first, last, scope, document, made, revoked) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL)";
    REVOKE_DELEGATION = "UPDATE delegations SET revoked = $2 WHERE id = $1 AND revoked IS NULL";
    ADD_SEARCH = "INSERT INTO searches (id, account, scope, means, in_vain, period, made) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    ADD_BLIND = "INSERT INTO blind_index (unit, version, digest, case_id) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (unit, version, digest, case_id) DO NOTHING";

    /// The same act twice is one: it is listed again while read models are recreated.
    ADD_KEEPER_ACT = "INSERT INTO keeper_acts (account, happened, case_id, position) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (account, happened, case_id, position) DO NOTHING";

    PUT_CASE = "INSERT INTO cases (case_id, reference, unit, trust, force, opened_by, recipient, informed, origin, \
        phase, stage, officer_state, fixed_at, opened, updated, position, wake, to_release, holder, barred, handed_over) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21) \
        ON CONFLICT (case_id) DO UPDATE SET reference = excluded.reference, unit = excluded.unit, \
        trust = excluded.trust, force = excluded.force, opened_by = excluded.opened_by, \
        recipient = excluded.recipient, informed = excluded.informed, origin = excluded.origin, phase = excluded.phase, \
        stage = excluded.stage, officer_state = excluded.officer_state, fixed_at = excluded.fixed_at, \
        opened = excluded.opened, updated = excluded.updated, position = excluded.position, \
        wake = excluded.wake, to_release = excluded.to_release, holder = excluded.holder, barred = excluded.barred, \
        handed_over = excluded.handed_over";
    BEGIN_REBUILDING = "INSERT INTO rebuilding (id, begun) VALUES (1, TRUE) ON CONFLICT (id) DO NOTHING";
    END_REBUILDING = "DELETE FROM rebuilding WHERE id = 1";
    DROP_TASKS = "DELETE FROM tasks WHERE case_id = $1";
    /// The same task twice is one task.
    ADD_TASK = "INSERT INTO tasks (role, scope, rank, since, case_id, kind, n, reference) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
        ON CONFLICT (role, scope, rank, since, case_id, kind, n) DO NOTHING";
    DROP_LETTERS = "DELETE FROM letters WHERE case_id = $1";
    ADD_LETTER = "INSERT INTO letters (lookup, case_id) VALUES ($1, $2)";

    /// Saves a draft, unless it is somebody else's or became a case: then no row.
    SAVE_DRAFT = "INSERT INTO drafts (draft, account, sealed, saved, expires) \
        SELECT $1, $2, $3, $4, $5 WHERE NOT EXISTS \
        (SELECT 1 FROM events WHERE stream = 'decision' AND case_id = $1 AND position = 1) \
        ON CONFLICT (draft) DO UPDATE SET sealed = excluded.sealed, saved = excluded.saved, \
        expires = excluded.expires WHERE drafts.account = excluded.account";
    DROP_DRAFT = "DELETE FROM drafts WHERE draft = $1 AND account = $2";
    DROP_OLD_DRAFTS = "DELETE FROM drafts WHERE expires <= $1 RETURNING draft";

    PUT_PLACE = "INSERT INTO places (kind, id, title, parent, nation) VALUES ($1, $2, $3, $4, $5) \
        ON CONFLICT (kind, id) DO UPDATE SET title = excluded.title, parent = excluded.parent, \
        nation = excluded.nation";
    PUT_CONTACT = "INSERT INTO contacts (force, address) VALUES ($1, $2) \
        ON CONFLICT (force) DO UPDATE SET address = excluded.address";
    DROP_CONTACT = "DELETE FROM contacts WHERE force = $1";
    PUT_ACCOUNT = "INSERT INTO accounts \
        (account, individual, name, title, role, place_kind, place_id, password, token, active) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
        ON CONFLICT (account) DO UPDATE SET individual = excluded.individual, name = excluded.name, \
        title = excluded.title, role = excluded.role, place_kind = excluded.place_kind, \
        place_id = excluded.place_id, password = excluded.password, token = excluded.token, \
        active = excluded.active";
    ADD_SESSION = "INSERT INTO sessions (digest, account, csrf, opened, expires, ends, proved, method, browser) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    KEEP_SESSION = "UPDATE sessions SET expires = $2 WHERE digest = $1 AND expires < $2";
    /// Under another token from now on: the one before opens nothing.
    PROVE_SESSION = "UPDATE sessions SET digest = $2, expires = $3, proved = $4, method = $5 WHERE digest = $1";
    DROP_SESSIONS_OF = "DELETE FROM sessions WHERE account = $1";
    DROP_PASSKEYS_OF = "DELETE FROM passkeys WHERE account = $1";
    DROP_RECOVERY_OF = "DELETE FROM recovery_codes WHERE account = $1";
    SET_CREDENTIALS = "UPDATE accounts SET password = $2, active = $3, second = $4, second_used = 0, token = NULL \
        WHERE account = $1";
    /// Only where there is one: whoever has none was let in without.
    SET_PASSWORD = "UPDATE accounts SET password = $2 WHERE account = $1 AND password <> ''";
    /// A time step counts once, and none before it.
    USE_STEP = "UPDATE accounts SET second_used = $2 WHERE account = $1 AND second_used < $2";
    ADD_RECOVERY = "INSERT INTO recovery_codes (digest, account) VALUES ($1, $2)";
    USE_RECOVERY = "DELETE FROM recovery_codes WHERE digest = $1 AND account = $2";
    ASK_DUAL = "INSERT INTO dual_control (id, wanted, said, asked_by, asked) VALUES ($1, $2, $3, $4, $5)";
    CONFIRM_DUAL = "UPDATE dual_control SET confirmed_by = $2, confirmed = $3, checked = $4, account = $5, code = $6, \
        expires = $7, ended = $8, ending = $9 WHERE id = $1 AND confirmed_by IS NULL AND ended IS NULL";
    /// Codes of an account that were not used: what opens it is another thing now.
    END_CODES_OF = "UPDATE dual_control SET ended = confirmed, ending = 'replaced', code = NULL \
        WHERE account = $1 AND account IS NOT NULL AND ended IS NULL";
    END_DUAL = "UPDATE dual_control SET ended = $2, ending = $3, code = NULL WHERE id = $1 AND ended IS NULL";
    DROP_OTHER_SESSIONS = "DELETE FROM sessions WHERE account = $1 AND digest <> $2";
    ADD_PASSKEY = "INSERT INTO passkeys (id, account, label, key, made) VALUES ($1, $2, $3, $4, $5)";
    DROP_PASSKEY = "DELETE FROM passkeys WHERE id = $1 AND account = $2";
    USE_PASSKEY = "UPDATE passkeys SET key = $2, used = $3 WHERE id = $1";
    ADD_ORGANISATION_LINK = "INSERT INTO organisation_links (id, account, issuer, made) VALUES ($1, $2, $3, $4)";
    DROP_ORGANISATION_LINK_OF = "DELETE FROM organisation_links WHERE account = $1";
    USE_ORGANISATION_LINK = "UPDATE organisation_links SET used = $2 WHERE id = $1";
    /// One for an account: what was kept before gives way.
    KEEP_FORM = "INSERT INTO kept_forms (id, account, sealed, expires) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (account) DO UPDATE SET id = excluded.id, sealed = excluded.sealed, expires = excluded.expires";
    DROP_KEPT_FORM = "DELETE FROM kept_forms WHERE id = $1";
    DROP_KEPT_FORM_OF = "DELETE FROM kept_forms WHERE account = $1";
    DROP_OLD_KEPT_FORMS = "DELETE FROM kept_forms WHERE expires <= $1";
    ADD_ANSWERED = "INSERT INTO answered_challenges (digest, expires) VALUES ($1, $2)";
    DROP_OLD_ANSWERED = "DELETE FROM answered_challenges WHERE expires <= $1";
    DROP_SESSION = "DELETE FROM sessions WHERE digest = $1";
    /// Everybody's.
    DROP_EVERY_SESSION = "DELETE FROM sessions WHERE ends > 0";
    /// One that ended for want of use is known until its day is over, for what was typed in it.
    DROP_OLD_SESSIONS = "DELETE FROM sessions WHERE ends <= $1";

    START_LEDGER = "INSERT INTO ledger_head (id, epoch, size, root) VALUES (1, $1, $2, $3) \
        ON CONFLICT (id) DO NOTHING";
    ANNOUNCE = "INSERT INTO standing_acts (act, digest) VALUES ($1, $2) \
        ON CONFLICT (act) DO UPDATE SET digest = excluded.digest WHERE standing_acts.digest <> excluded.digest";
    /// The same digest is the same pack.
    ADD_PACK = "INSERT INTO packs (digest, name, files, stored) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (digest) DO NOTHING";
    PUT_PACK_COMPARISON = "INSERT INTO pack_comparisons (digest, against, after, seen, differ, changes, finished) \
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (digest) DO UPDATE SET against = excluded.against, \
        after = excluded.after, seen = excluded.seen, differ = excluded.differ, changes = excluded.changes, \
        finished = excluded.finished";
    /// Takes the lease where it is free or ours, by the database's clock; no row otherwise.
    TAKE_LEASE = "INSERT INTO sequencer_lease (id, holder, until) VALUES (1, $1, unixepoch() + $2) \
        ON CONFLICT (id) DO UPDATE SET holder = excluded.holder, until = excluded.until \
        WHERE sequencer_lease.holder = excluded.holder OR sequencer_lease.until <= unixepoch()";
    GIVE_UP_LEASE = "UPDATE sequencer_lease SET until = 0 WHERE id = 1 AND holder = $1";
    /// Fences whoever led before.
    NEXT_EPOCH = "UPDATE ledger_head SET epoch = epoch + 1 WHERE id = 1";
    MOVE_HEAD = "UPDATE ledger_head SET epoch = $1, size = $2, root = $3 \
        WHERE id = 1 AND epoch = $4 AND size = $5";
    ADD_ENTRY = "INSERT INTO ledger_entries (idx, entry, commitment, made) VALUES ($1, $2, $3, $4)";
    /// Leaves that wait in neighbouring rows.
    DROP_LEAVES = "DELETE FROM ledger_pending WHERE id >= $1 AND id <= $2";
    ADD_PROMISE_ACT = "INSERT INTO promise_acts (promise, act, until, why, week) VALUES ($1, $2, $3, $4, $5)";
    DROP_PROMISE_ACT = "DELETE FROM promise_acts WHERE id = $1";
    ADD_BATCH = "INSERT INTO weekly_batches (week, made, opened, kept, kept_late, still_due, broken) \
        VALUES ($1, $2, $3, $4, $5, 0, 0)";
    /// Counts what stands after a batch: what was due in its week and stands is broken.
    COUNT_STANDING = "UPDATE weekly_batches SET \
        still_due = (SELECT COUNT(*) FROM promises_standing WHERE until > $1), \
        broken = (SELECT COUNT(*) FROM promises_standing WHERE until <= $1) WHERE week = $1";
    PUT_STANDING = "INSERT INTO promises_standing (promise, until, decoy) VALUES ($1, $2, $3) \
        ON CONFLICT (promise) DO UPDATE SET until = excluded.until";
    DROP_STANDING = "DELETE FROM promises_standing WHERE promise = $1";
    ADD_TALLIED = "INSERT INTO tallied_periods (period, made, after, tallies) \
        SELECT $1, $2, size, $3 FROM ledger_head WHERE id = 1";
    TALLY = "UPDATE ledger_tallies SET period = $3, written = $4, place = $5 \
        WHERE made = $1 AND commitment = $2 AND period IS NULL";
    ADD_SAMPLE = "INSERT INTO samples (period, digest, committed) VALUES ($1, $2, $3)";
    REVEAL_SAMPLE = "UPDATE samples SET revealed = $2 WHERE period = $1 AND revealed IS NULL";

    PLANT_SEED = "INSERT INTO decoy_seed (id, seed) VALUES (1, $1) ON CONFLICT (id) DO NOTHING";
    BEGIN_RESTORE = "INSERT INTO restores (id, made, before, after, lost) \
        SELECT COALESCE(MAX(id), 0) + 1, $1, $2, $3, 0 FROM restores WHERE id > 0";
    COUNT_LOST = "UPDATE restores SET lost = $1 WHERE id = (SELECT MAX(id) FROM restores WHERE id > 0)";
    ADD_LOST = "INSERT INTO lost_entries (idx, restore) SELECT $1, MAX(id) FROM restores WHERE id > 0";
    /// The tally of an entry whose event is lost; with a period where it was made before. No row where the commitment
    /// stands already.
    KEEP_LOST_TALLY = "INSERT INTO ledger_tallies \
        (made, commitment, idx, class, salt, day, period, written, place) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
        ON CONFLICT (made, commitment) DO NOTHING";
    SET_ACT = "INSERT INTO standing_acts (act, digest) VALUES ($1, $2) \
        ON CONFLICT (act) DO UPDATE SET digest = excluded.digest";
    DROP_PROMISE_ACTS = "DELETE FROM promise_acts WHERE week <= $1";
    TAKE_UP_TALLIED = "INSERT INTO tallied_periods (period, made, after, tallies) VALUES ($1, $2, $3, $4)";
    /// Records a checkpoint while the head is of this epoch and reaches its size; no row otherwise. Of two for one size
    /// the witnessed one stays.
    PUT_CHECKPOINT = "INSERT INTO ledger_checkpoints (size, root, note, witnessed, made) \
        SELECT $1, $2, $3, $4, $5 WHERE EXISTS \
        (SELECT 1 FROM ledger_head WHERE id = 1 AND epoch = $6 AND size >= $1) \
        ON CONFLICT (size) DO UPDATE SET note = excluded.note, witnessed = excluded.witnessed, \
        made = excluded.made WHERE ledger_checkpoints.root = excluded.root \
        AND (excluded.witnessed = TRUE OR ledger_checkpoints.witnessed = FALSE)";
}
