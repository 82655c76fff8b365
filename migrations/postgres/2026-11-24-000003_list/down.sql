-- Listed signatories have no place in the earlier table.
DELETE FROM signatures WHERE organization_id IS NULL OR revision_id IS NULL;
DROP INDEX signatures_of_letter;
ALTER TABLE signatures
    DROP COLUMN delivered_number,
    DROP COLUMN delivered_position,
    DROP COLUMN footnote_id,
    DROP COLUMN members,
    DROP COLUMN sort_name,
    DROP COLUMN printed_form,
    DROP COLUMN listed_country,
    DROP COLUMN printed_acronym,
    DROP COLUMN printed_name,
    DROP COLUMN confirmed_at;
ALTER TABLE signatures ALTER COLUMN revision_id SET NOT NULL;
ALTER TABLE signatures ALTER COLUMN organization_id SET NOT NULL;

ALTER TABLE outbox_mails DROP COLUMN attachment_id;
DROP TABLE attachments;
ALTER TABLE letter_groups DROP COLUMN kind;
DROP TABLE footnotes;
