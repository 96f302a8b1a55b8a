//! Statements for the keystore.

use super::statements;

statements! { Read, READS:
    KEYS = "SELECT case_id, kind, unit, epoch, wrapped, made FROM keys WHERE case_id = $1 ORDER BY kind";
    ALL_KEYS = "SELECT case_id, kind, unit, epoch, wrapped, made FROM keys \
        WHERE (case_id, kind) > ($1, $2) ORDER BY case_id, kind LIMIT $3";
    KEY = "SELECT wrapped FROM keys WHERE case_id = $1 AND kind = $2";
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
