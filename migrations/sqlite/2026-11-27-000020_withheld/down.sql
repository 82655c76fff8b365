ALTER TABLE organizations DROP COLUMN protected_at;
ALTER TABLE prepared_signatures DROP COLUMN withheld;
