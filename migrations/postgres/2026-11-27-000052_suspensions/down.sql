ALTER TABLE letters DROP COLUMN suspension_note;
ALTER TABLE letters DROP COLUMN suspended_at;
DROP TABLE organization_suspensions;
