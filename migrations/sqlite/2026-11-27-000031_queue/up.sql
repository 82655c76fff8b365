-- How a signatory has to be verified at least to be listed without a coordinator's look.
ALTER TABLE letters ADD COLUMN verification TEXT NOT NULL DEFAULT 'email' CHECK (verification IN ('email', 'domain', 'vouched', 'operator'));

-- Signatures that waited for a coordinator, why, and what became of it. `signatures.awaiting_since`
-- says the same of those that wait still.
CREATE TABLE queue_entries (
    id BLOB NOT NULL PRIMARY KEY,
    letter_id BLOB NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    signature_id BLOB NOT NULL REFERENCES signatures (id) ON DELETE CASCADE,
    why TEXT NOT NULL,
    since BIGINT NOT NULL,
    decided_at BIGINT,
    decided_by BLOB REFERENCES people (id) ON DELETE SET NULL,
    decision TEXT,
    reason TEXT NOT NULL
);
CREATE INDEX queue_entries_of_letter ON queue_entries (letter_id);
CREATE UNIQUE INDEX queue_entries_open ON queue_entries (signature_id) WHERE decided_at IS NULL;
