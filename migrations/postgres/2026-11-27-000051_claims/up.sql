-- Somebody registered, with a confirmed address, an organization that exists. Until the operator has
-- decided there is no second organization, only this.
CREATE TABLE organization_claims (
    id UUID NOT NULL PRIMARY KEY,
    organization_id UUID NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    acronym TEXT,
    website TEXT,
    country TEXT,
    invitation_id UUID REFERENCES invitations (id) ON DELETE SET NULL,
    raised_at BIGINT NOT NULL,
    -- What the claimant says: that they act for it, or that they are another body.
    kind TEXT CHECK (kind IN ('act', 'another')),
    words TEXT NOT NULL,
    said_at BIGINT,
    -- What an owner answers.
    answer TEXT NOT NULL,
    answered_at BIGINT,
    answered_by UUID REFERENCES people (id) ON DELETE SET NULL,
    settled_at BIGINT,
    settled_by UUID REFERENCES people (id) ON DELETE SET NULL,
    outcome TEXT CHECK (outcome IN ('joined', 'separate', 'refused', 'withdrawn')),
    reason TEXT NOT NULL,
    CHECK ((settled_at IS NULL) = (outcome IS NULL))
);
CREATE INDEX organization_claims_of_organization ON organization_claims (organization_id);
CREATE INDEX organization_claims_of_person ON organization_claims (person_id);
