-- What readers report about a letter or an organization; for operators alone, and about an
-- organization also for the coordinators of the letters it signed.
CREATE TABLE reports (
    id UUID NOT NULL PRIMARY KEY,
    letter_id UUID REFERENCES letters (id) ON DELETE CASCADE,
    organization_id UUID REFERENCES organizations (id) ON DELETE CASCADE,
    reason TEXT NOT NULL CHECK (reason IN ('impostor', 'not-authorised', 'danger', 'harm', 'fraud', 'other')),
    words TEXT NOT NULL,
    -- Where the answer goes, if the reporter wants one.
    email TEXT,
    raised_at BIGINT NOT NULL,
    settled_at BIGINT,
    settled_by UUID REFERENCES people (id) ON DELETE SET NULL,
    answer TEXT NOT NULL,
    CHECK (letter_id IS NULL OR organization_id IS NULL)
);
CREATE INDEX reports_about_letter ON reports (letter_id);
CREATE INDEX reports_about_organization ON reports (organization_id);
