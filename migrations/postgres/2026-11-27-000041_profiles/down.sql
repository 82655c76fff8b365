DROP TABLE organization_logos;
DROP TABLE organization_email_changes;
DROP TABLE former_slugs;
DROP TABLE organization_words;
ALTER TABLE organizations DROP COLUMN profile_version;
ALTER TABLE organizations DROP COLUMN sort_name;
