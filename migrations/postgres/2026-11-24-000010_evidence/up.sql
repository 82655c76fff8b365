-- Why a signatory is listed that has not signed here: who said yes, when, and what proves it.
CREATE TABLE signature_evidence (
    id UUID NOT NULL PRIMARY KEY,
    signature_id UUID NOT NULL REFERENCES signatures (id) ON DELETE CASCADE,
    said_by TEXT NOT NULL,
    said_at BIGINT NOT NULL,
    said_zone TEXT NOT NULL,
    note TEXT NOT NULL,
    email TEXT,
    file_name TEXT,
    media_type TEXT,
    content BYTEA,
    entered_by UUID REFERENCES people (id) ON DELETE SET NULL,
    entered_at BIGINT NOT NULL
);
CREATE INDEX signature_evidence_of_signature ON signature_evidence (signature_id);

-- Two lines that look alike and are not the same; the smaller id stands first.
CREATE TABLE distinct_signatures (
    one_id UUID NOT NULL REFERENCES signatures (id) ON DELETE CASCADE,
    other_id UUID NOT NULL REFERENCES signatures (id) ON DELETE CASCADE,
    letter_id UUID NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    said_by UUID REFERENCES people (id) ON DELETE SET NULL,
    said_at BIGINT NOT NULL,
    PRIMARY KEY (one_id, other_id)
);
CREATE INDEX distinct_signatures_of_letter ON distinct_signatures (letter_id);
