-- What keeps a signature's name off the list: it is withheld for its safety (counted, and never named),
-- it was suspended because its organization did not authorise it, or it waits for a coordinator.
ALTER TABLE signatures ADD COLUMN withheld_at BIGINT;
-- The coordinator who withheld it to protect; none when the signatory chose it.
ALTER TABLE signatures ADD COLUMN withheld_by BLOB REFERENCES people (id) ON DELETE SET NULL;
ALTER TABLE signatures ADD COLUMN suspended_at BIGINT;
ALTER TABLE signatures ADD COLUMN awaiting_since BIGINT;
