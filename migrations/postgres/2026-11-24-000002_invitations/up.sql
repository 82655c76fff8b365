-- Whom a letter's coordinators asked, and what came of it. Each stage is the time it was reached.
CREATE TABLE invitations (
    id UUID NOT NULL PRIMARY KEY,
    letter_id UUID NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    organization_name TEXT NOT NULL,
    person_name TEXT NOT NULL,
    email TEXT NOT NULL,
    coalition_id UUID REFERENCES coalitions (id) ON DELETE SET NULL,
    organization_id UUID REFERENCES organizations (id) ON DELETE SET NULL,
    person_id UUID REFERENCES people (id) ON DELETE SET NULL,
    -- The listed signatory that is asked to confirm, if it is about one.
    signature_id UUID,
    note TEXT NOT NULL,
    invited_by UUID REFERENCES people (id) ON DELETE SET NULL,
    invited_at BIGINT NOT NULL,
    mails INTEGER NOT NULL,
    last_mail_id UUID,
    last_mailed_at BIGINT,
    opened_at BIGINT,
    preparing_at BIGINT,
    signed_at BIGINT,
    declined_at BIGINT,
    decline_reason TEXT,
    revoked_at BIGINT,
    reminded_72_at BIGINT,
    reminded_24_at BIGINT,
    UNIQUE (letter_id, email)
);
CREATE INDEX invitations_by_email ON invitations (email);
CREATE INDEX invitations_of_person ON invitations (person_id);
CREATE INDEX invitations_of_organization ON invitations (organization_id);

-- Every mail carries a link of its own, and all of them work: whoever answers an old mail is right.
CREATE TABLE invitation_links (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    invitation_id UUID NOT NULL REFERENCES invitations (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL
);
CREATE INDEX invitation_links_of_invitation ON invitation_links (invitation_id);

-- Whoever registers on the way from an invitation keeps it.
ALTER TABLE registrations ADD COLUMN invitation_id UUID REFERENCES invitations (id) ON DELETE SET NULL;
