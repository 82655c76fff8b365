-- What the operator has stopped, with the note that everyone reads.
CREATE TABLE organization_suspensions (
    id BLOB NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    since BIGINT NOT NULL,
    note TEXT NOT NULL,
    lifted_at BIGINT
);
CREATE UNIQUE INDEX organization_suspensions_now ON organization_suspensions (organization_id) WHERE lifted_at IS NULL;
CREATE INDEX organization_suspensions_of ON organization_suspensions (organization_id);
ALTER TABLE letters ADD COLUMN suspended_at BIGINT;
ALTER TABLE letters ADD COLUMN suspension_note TEXT;
