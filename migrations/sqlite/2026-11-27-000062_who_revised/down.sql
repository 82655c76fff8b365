PRAGMA writable_schema = ON;
UPDATE sqlite_master SET sql = replace(sql, 'created_by BLOB', 'created_by BLOB REFERENCES people (id)')
    WHERE type = 'table' AND name = 'revisions';
PRAGMA writable_schema = RESET;
