-- A letter that its coordinators no longer stand behind: nobody signs it, and readers are told.
ALTER TABLE letters ADD COLUMN retracted_at BIGINT;
ALTER TABLE letters ADD COLUMN retraction_note TEXT;
