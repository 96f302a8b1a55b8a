//! Statements for the keystore.

use super::statements;

statements! { Read, READS:
    KEYS = "SELECT case_id, kind, unit, epoch, wrapped, made FROM keys WHERE case_id = $1 ORDER BY kind";
    ALL_KEYS = "SELECT case_id, kind, unit, epoch, wrapped, made FROM keys \
        WHERE (case_id, kind) > ($1, $2) ORDER BY case_id, kind LIMIT $3";
    KEY = "SELECT wrapped FROM keys WHERE case_id = $1 AND kind = $2";
    /// Since when a key-encryption key wraps anything.
    FIRST_UNDER = "SELECT made FROM keys WHERE unit = $1 AND epoch = $2 ORDER BY made LIMIT 1";
    WRAPPED_UNDER = "SELECT COUNT(*) AS wrapped FROM \
        (SELECT 1 FROM keys WHERE unit = $1 AND epoch = $2 LIMIT $3) AS page";
    SCHEMA_VERSION = "SELECT version FROM migrations WHERE version > 0 ORDER BY version DESC LIMIT 1";
    /// Cases with keys made before a moment under which no event has been found yet.
    UNSETTLED = "SELECT case_id, made FROM keys WHERE settled = FALSE AND made < $1 \
        AND (made, case_id) > ($2, $3) ORDER BY made, case_id LIMIT $4";
}

statements! { Change, CHANGES:
    ADD_KEY = "INSERT INTO keys (case_id, kind, unit, epoch, wrapped, made, settled) \
        VALUES ($1, $2, $3, $4, $5, $6, FALSE) ON CONFLICT (case_id, kind) DO NOTHING";
    SETTLE = "UPDATE keys SET settled = TRUE WHERE case_id = $1 AND settled = FALSE";
    DESTROY = "DELETE FROM keys WHERE case_id = $1";
}
