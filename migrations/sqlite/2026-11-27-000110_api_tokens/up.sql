-- What an organization's own programs sign in with: bound to one person and one organization, and over when
-- either is. Of the token itself only its hash is here. scopes are words with spaces between them.
CREATE TABLE api_tokens (
    id BLOB NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    last_used_at BIGINT,
    ended_at BIGINT
);
CREATE INDEX api_tokens_of_organization ON api_tokens (organization_id);
CREATE INDEX api_tokens_of_person ON api_tokens (person_id);
