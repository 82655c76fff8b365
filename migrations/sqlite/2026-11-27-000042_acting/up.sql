-- For which of their organizations a person acts in a browser, where they have chosen.
CREATE TABLE acting_for (
    session_id BLOB NOT NULL PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
    organization_id BLOB NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    chosen_at BIGINT NOT NULL
);

-- An owner who hands an organization over to a colleague, until the colleague accepts; used once.
CREATE TABLE ownership_offers (
    id BLOB NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    offered_by BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    offered_to BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    -- What the one who offers is afterwards: signatory, member, or no longer there.
    afterwards TEXT NOT NULL CHECK (afterwards IN ('signatory', 'member', 'leaves')),
    token_hash BLOB NOT NULL UNIQUE,
    offered_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    UNIQUE (organization_id, offered_by)
);
