
CREATE TABLE footnotes (
    id BLOB NOT NULL PRIMARY KEY,
    letter_id BLOB NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    sign TEXT NOT NULL,
    words TEXT NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (letter_id, sign)
);

-- Signatories, late signers and observers stand in this order; observers are not counted.
ALTER TABLE letter_groups ADD COLUMN kind TEXT NOT NULL DEFAULT 'signatories' CHECK (kind IN ('signatories', 'late', 'observers'));

-- A file that mails carry along; one row for all of them.
CREATE TABLE attachments (
    id BLOB NOT NULL PRIMARY KEY,
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    content BLOB NOT NULL,
    created_at BIGINT NOT NULL
);
ALTER TABLE outbox_mails ADD COLUMN attachment_id BLOB REFERENCES attachments (id);

-- A listed signatory is a line that a coordinator entered: no organization has signed here, to no
-- revision, and confirmed_at is empty until one has.
-- The printed name and acronym are how a line is set in this letter only.
CREATE TABLE signatures_anew (
    id BLOB NOT NULL PRIMARY KEY,
    letter_id BLOB NOT NULL REFERENCES letters (id),
    organization_id BLOB REFERENCES organizations (id),
    revision_id BLOB REFERENCES revisions (id),
    group_id BLOB REFERENCES letter_groups (id),
    representative_name TEXT NOT NULL,
    representative_title TEXT NOT NULL,
    show_representative BOOLEAN NOT NULL,
    signed_by BLOB REFERENCES people (id) ON DELETE SET NULL,
    first_signed_at BIGINT NOT NULL,
    signed_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    withdrawn_at BIGINT,
    hand_position INTEGER,
    printed_name TEXT,
    printed_acronym TEXT,
    listed_country TEXT,
    printed_form TEXT,
    sort_name TEXT,
    members INTEGER CHECK (members > 0),
    footnote_id BLOB REFERENCES footnotes (id) ON DELETE SET NULL,
    delivered_position INTEGER,
    delivered_number INTEGER,
    UNIQUE (letter_id, organization_id),
    CHECK (confirmed_at IS NULL OR (organization_id IS NOT NULL AND revision_id IS NOT NULL)),
    CHECK (organization_id IS NOT NULL OR printed_name IS NOT NULL)
);
INSERT INTO signatures_anew
    SELECT id, letter_id, organization_id, revision_id, group_id, representative_name, representative_title,
        show_representative, signed_by, first_signed_at, signed_at, signed_at, withdrawn_at, hand_position,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM signatures;
DROP TABLE signatures;
ALTER TABLE signatures_anew RENAME TO signatures;
CREATE INDEX signatures_of_organization ON signatures (organization_id);
CREATE INDEX signatures_of_letter ON signatures (letter_id);
