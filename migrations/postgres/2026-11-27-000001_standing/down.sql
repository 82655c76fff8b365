ALTER TABLE signatures DROP COLUMN awaiting_since;
ALTER TABLE signatures DROP COLUMN suspended_at;
ALTER TABLE signatures DROP COLUMN withheld_by;
ALTER TABLE signatures DROP COLUMN withheld_at;
