-- Under which word a name is sorted, where that is not its first.
ALTER TABLE organizations ADD COLUMN sort_name TEXT;
-- Counts the changes of a profile, so that of two owners who change it at once the second is told.
ALTER TABLE organizations ADD COLUMN profile_version INTEGER NOT NULL DEFAULT 1;

-- What an organization is called and what it says of itself in other languages than that of its name.
CREATE TABLE organization_words (
    organization_id UUID NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    PRIMARY KEY (organization_id, language)
);

-- Addresses that organizations had under /organizations/. They lead on, and nobody else is given them.
CREATE TABLE former_slugs (
    slug TEXT NOT NULL PRIMARY KEY,
    organization_id UUID NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    retired_at BIGINT NOT NULL
);
CREATE INDEX former_slugs_of_organization ON former_slugs (organization_id);

-- A mail address that an organization wants, until the mail to it is answered; one at a time.
CREATE TABLE organization_email_changes (
    id UUID NOT NULL PRIMARY KEY,
    organization_id UUID NOT NULL UNIQUE REFERENCES organizations (id) ON DELETE CASCADE,
    email TEXT NOT NULL,
    token_hash BYTEA NOT NULL UNIQUE,
    asked_by UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

-- Logos as they were written anew: a small PNG without anything but the picture.
CREATE TABLE organization_logos (
    organization_id UUID NOT NULL PRIMARY KEY REFERENCES organizations (id) ON DELETE CASCADE,
    hash TEXT NOT NULL,
    content BYTEA NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    uploaded_by UUID REFERENCES people (id) ON DELETE SET NULL,
    uploaded_at BIGINT NOT NULL
);
