ALTER TABLE registrations DROP COLUMN concealed;
DROP TABLE likeness_flags;
DROP TABLE organization_keys;
