
CREATE TABLE footnotes (
    id UUID NOT NULL PRIMARY KEY,
    letter_id UUID NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    sign TEXT NOT NULL,
    words TEXT NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (letter_id, sign)
);

-- Signatories, late signers and observers stand in this order; observers are not counted.
ALTER TABLE letter_groups ADD COLUMN kind TEXT NOT NULL DEFAULT 'signatories' CHECK (kind IN ('signatories', 'late', 'observers'));

-- A file that mails carry along; one row for all of them.
CREATE TABLE attachments (
    id UUID NOT NULL PRIMARY KEY,
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    content BYTEA NOT NULL,
    created_at BIGINT NOT NULL
);
ALTER TABLE outbox_mails ADD COLUMN attachment_id UUID REFERENCES attachments (id);

-- A listed signatory is a line that a coordinator entered: no organization has signed here, to no
-- revision, and confirmed_at is empty until one has.
-- The printed name and acronym are how a line is set in this letter only.
ALTER TABLE signatures ALTER COLUMN organization_id DROP NOT NULL;
ALTER TABLE signatures ALTER COLUMN revision_id DROP NOT NULL;
ALTER TABLE signatures ADD COLUMN confirmed_at BIGINT;
UPDATE signatures SET confirmed_at = signed_at;
ALTER TABLE signatures
    ADD COLUMN printed_name TEXT,
    ADD COLUMN printed_acronym TEXT,
    ADD COLUMN listed_country TEXT,
    ADD COLUMN printed_form TEXT,
    ADD COLUMN sort_name TEXT,
    ADD COLUMN members INTEGER CHECK (members > 0),
    ADD COLUMN footnote_id UUID REFERENCES footnotes (id) ON DELETE SET NULL,
    ADD COLUMN delivered_position INTEGER,
    ADD COLUMN delivered_number INTEGER,
    ADD CHECK (confirmed_at IS NULL OR (organization_id IS NOT NULL AND revision_id IS NOT NULL)),
    ADD CHECK (organization_id IS NOT NULL OR printed_name IS NOT NULL);
CREATE INDEX signatures_of_letter ON signatures (letter_id);
