-- Listed signatories have no place in the earlier table.
CREATE TABLE signatures_before (
    id BLOB NOT NULL PRIMARY KEY,
    letter_id BLOB NOT NULL REFERENCES letters (id),
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    revision_id BLOB NOT NULL REFERENCES revisions (id),
    group_id BLOB REFERENCES letter_groups (id),
    representative_name TEXT NOT NULL,
    representative_title TEXT NOT NULL,
    show_representative BOOLEAN NOT NULL,
    signed_by BLOB REFERENCES people (id) ON DELETE SET NULL,
    first_signed_at BIGINT NOT NULL,
    signed_at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    hand_position INTEGER,
    UNIQUE (letter_id, organization_id)
);
INSERT INTO signatures_before
    SELECT id, letter_id, organization_id, revision_id, group_id, representative_name, representative_title,
        show_representative, signed_by, first_signed_at, signed_at, withdrawn_at, hand_position
    FROM signatures WHERE organization_id IS NOT NULL AND revision_id IS NOT NULL;
DROP TABLE signatures;
ALTER TABLE signatures_before RENAME TO signatures;
CREATE INDEX signatures_of_organization ON signatures (organization_id);

ALTER TABLE outbox_mails DROP COLUMN attachment_id;
DROP TABLE attachments;
ALTER TABLE letter_groups DROP COLUMN kind;
DROP TABLE footnotes;
