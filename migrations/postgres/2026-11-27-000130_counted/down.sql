DROP INDEX withheld_signatures;
DROP INDEX evidence_leaves_by_signature;
CREATE INDEX evidence_leaves_by_signature ON evidence_leaves (signature_id);
ALTER TABLE letter_events DROP COLUMN signatories;
