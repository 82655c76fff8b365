-- A revision is never changed, so it cannot forget who made it, and a reference would keep the person's
-- row for ever. Without one it keeps an id that names nobody once they have left. (The table itself is
-- not rebuilt: its triggers and all that refers to it stay as they are. See SQLite's documentation of
-- ALTER TABLE, section 7.)
PRAGMA writable_schema = ON;
UPDATE sqlite_master SET sql = replace(sql, 'created_by BLOB REFERENCES people (id)', 'created_by BLOB')
    WHERE type = 'table' AND name = 'revisions';
PRAGMA writable_schema = RESET;
