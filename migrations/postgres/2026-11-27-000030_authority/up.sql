-- Who declared what when a name was put under a letter, kept there, or prepared for it: a row for each
-- person and giving. Of a signature that is only prepared the row waits without one.
CREATE TABLE signature_declarations (
    id UUID NOT NULL PRIMARY KEY,
    signature_id UUID REFERENCES signatures (id) ON DELETE CASCADE,
    prepared_id UUID REFERENCES prepared_signatures (id) ON DELETE SET NULL,
    -- The text that was declared of.
    revision_id UUID NOT NULL REFERENCES revisions (id),
    person_id UUID REFERENCES people (id) ON DELETE SET NULL,
    -- As they were called at that moment, and the address that they had confirmed.
    person_name TEXT NOT NULL,
    email TEXT NOT NULL,
    role TEXT NOT NULL,
    giving TEXT NOT NULL,
    words TEXT NOT NULL,
    declared_at BIGINT NOT NULL
);
CREATE INDEX signature_declarations_of ON signature_declarations (signature_id);
CREATE INDEX signature_declarations_of_prepared ON signature_declarations (prepared_id);

-- The links in the mail after a signature, one for each person and purpose.
CREATE TABLE signature_links (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    signature_id UUID NOT NULL REFERENCES signatures (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    used_at BIGINT
);
CREATE INDEX signature_links_of ON signature_links (signature_id);

-- A signature of which an owner said that it was not authorised.
CREATE TABLE authority_cases (
    id UUID NOT NULL PRIMARY KEY,
    letter_id UUID NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    signature_id UUID NOT NULL REFERENCES signatures (id) ON DELETE CASCADE,
    opened_at BIGINT NOT NULL,
    settled_at BIGINT,
    settled_by UUID REFERENCES people (id) ON DELETE SET NULL,
    outcome TEXT,
    reason TEXT NOT NULL
);
CREATE INDEX authority_cases_of_letter ON authority_cases (letter_id);
CREATE UNIQUE INDEX authority_cases_open ON authority_cases (signature_id) WHERE settled_at IS NULL;

-- What the owners say in a case; of each the latest counts.
CREATE TABLE authority_voices (
    id UUID NOT NULL PRIMARY KEY,
    case_id UUID NOT NULL REFERENCES authority_cases (id) ON DELETE CASCADE,
    person_id UUID REFERENCES people (id) ON DELETE SET NULL,
    person_name TEXT NOT NULL,
    says TEXT NOT NULL,
    words TEXT NOT NULL,
    said_at BIGINT NOT NULL
);
CREATE INDEX authority_voices_of ON authority_voices (case_id);
