-- A revision is never changed, so it cannot forget who made it, and a reference would keep the person's
-- row for ever. Without one it keeps an id that names nobody once they have left.
ALTER TABLE revisions DROP CONSTRAINT revisions_created_by_fkey;
