-- Whom the coordinators of a letter asked to coordinate it with them.
CREATE TABLE coordinator_invitations (
    id BLOB NOT NULL PRIMARY KEY,
    letter_id BLOB NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    token_hash BLOB NOT NULL UNIQUE,
    email TEXT NOT NULL,
    invited_by BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    -- Whether whoever sent it leaves when it is accepted.
    hand_over BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    accepted_at BIGINT,
    withdrawn_at BIGINT
);
CREATE INDEX coordinator_invitations_of_letter ON coordinator_invitations (letter_id);
CREATE INDEX coordinator_invitations_by_email ON coordinator_invitations (email);
