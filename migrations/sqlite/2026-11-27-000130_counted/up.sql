-- How many signatories stood on the list after this, where somebody had to know: so that not all are counted
-- again for each signature.
ALTER TABLE letter_events ADD COLUMN signatories BIGINT CHECK (signatories >= 0);

-- What the log last said of a line is one look, however long the log is.
DROP INDEX evidence_leaves_by_signature;
CREATE INDEX evidence_leaves_by_signature ON evidence_leaves (signature_id, letter_id, position);

-- Those whose names are withheld are few, and are asked for with each change of a letter.
CREATE INDEX withheld_signatures ON signatures (letter_id) WHERE withheld_at IS NOT NULL;
