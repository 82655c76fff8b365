ALTER TABLE letters DROP COLUMN retraction_note;
ALTER TABLE letters DROP COLUMN retracted_at;
