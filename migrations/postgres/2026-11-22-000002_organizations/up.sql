CREATE TABLE organizations (
    id UUID NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    acronym TEXT,
    website TEXT,
    country TEXT,
    email TEXT NOT NULL,
    registered_at BIGINT NOT NULL,
    verified_at BIGINT,
    verified_by TEXT CHECK (verified_by IN ('email', 'domain', 'vouched', 'operator')),
    CHECK ((verified_at IS NULL) = (verified_by IS NULL))
);

CREATE TABLE memberships (
    organization_id UUID NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('owner', 'signatory', 'member')),
    created_at BIGINT NOT NULL,
    PRIMARY KEY (organization_id, person_id)
);
CREATE INDEX memberships_of_person ON memberships (person_id);

-- What was typed at /register, until the mail is answered. Nothing else exists before that:
-- neither the person nor the organization can be taken by somebody who does not read that mailbox.
CREATE TABLE registrations (
    id UUID NOT NULL PRIMARY KEY,
    token_hash BYTEA NOT NULL UNIQUE,
    code_hash BYTEA NOT NULL,
    browser_hash BYTEA NOT NULL,
    email TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    person_name TEXT NOT NULL,
    person_title TEXT NOT NULL,
    organization_name TEXT NOT NULL,
    acronym TEXT,
    website TEXT,
    country TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    wrong_codes INTEGER NOT NULL,
    mails INTEGER NOT NULL,
    last_mailed_at BIGINT NOT NULL,
    confirmed_at BIGINT
);
CREATE INDEX registrations_by_browser ON registrations (browser_hash);
CREATE INDEX registrations_by_email ON registrations (email);
