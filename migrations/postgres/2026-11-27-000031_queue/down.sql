DROP TABLE queue_entries;
ALTER TABLE letters DROP COLUMN verification;
