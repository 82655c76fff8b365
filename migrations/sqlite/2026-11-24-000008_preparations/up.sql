-- Signatures that wait for somebody with authority. Each is for exactly one revision.
CREATE TABLE prepared_signatures (
    id BLOB NOT NULL PRIMARY KEY,
    letter_id BLOB NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    organization_id BLOB NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    revision_hash TEXT NOT NULL,
    group_slug TEXT,
    representative_name TEXT NOT NULL,
    representative_title TEXT NOT NULL,
    show_representative BOOLEAN NOT NULL,
    prepared_by BLOB REFERENCES people (id) ON DELETE SET NULL,
    prepared_at BIGINT NOT NULL,
    -- When its form was opened: the deadline's grace counts from there.
    form_opened_at BIGINT,
    expires_at BIGINT NOT NULL,
    approved_at BIGINT,
    refused_at BIGINT,
    replaced_at BIGINT,
    settled_by BLOB REFERENCES people (id) ON DELETE SET NULL,
    reason TEXT NOT NULL
);
CREATE INDEX prepared_signatures_of ON prepared_signatures (letter_id, organization_id);

-- One link for each person who may approve.
CREATE TABLE approval_links (
    token_hash BLOB NOT NULL PRIMARY KEY,
    prepared_id BLOB NOT NULL REFERENCES prepared_signatures (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL
);
CREATE INDEX approval_links_of_prepared ON approval_links (prepared_id);
