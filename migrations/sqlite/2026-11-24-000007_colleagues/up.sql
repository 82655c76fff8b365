-- Who was asked to join an organization; used once.
CREATE TABLE member_invitations (
    id BLOB NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    email TEXT NOT NULL,
    role TEXT NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,
    invited_by BLOB REFERENCES people (id) ON DELETE SET NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    accepted_at BIGINT,
    UNIQUE (organization_id, email)
);

-- Whether a signature needs two persons: one who gives it and another with authority who approves.
ALTER TABLE organizations ADD COLUMN two_steps BOOLEAN NOT NULL DEFAULT FALSE;
