-- What an organization may be taken for: keys of its name, of what it is called for short and of its
-- domains, sealed. Two organizations with a key in common are looked at by the operator.
CREATE TABLE organization_keys (
    organization_id UUID NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('exact', 'name', 'short', 'initials', 'website', 'mail')),
    value TEXT NOT NULL,
    PRIMARY KEY (organization_id, kind, value)
);
CREATE INDEX organization_keys_by_value ON organization_keys (value, organization_id);

-- Which organization looks like which (or is suspicious by itself), why, and what the operator said.
CREATE TABLE likeness_flags (
    id UUID NOT NULL PRIMARY KEY,
    -- The one that came later, or was renamed.
    organization_id UUID NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    other_id UUID REFERENCES organizations (id) ON DELETE CASCADE,
    reason TEXT NOT NULL CHECK (reason IN ('name', 'short', 'domain', 'scripts', 'concealed')),
    -- The key they have in common.
    matched TEXT NOT NULL,
    raised_at BIGINT NOT NULL,
    settled_at BIGINT,
    settled_by UUID REFERENCES people (id) ON DELETE SET NULL,
    outcome TEXT CHECK (outcome IN ('different', 'same', 'impostor')),
    words TEXT NOT NULL,
    CHECK ((settled_at IS NULL) = (outcome IS NULL))
);
CREATE INDEX likeness_flags_of_organization ON likeness_flags (organization_id);
CREATE INDEX likeness_flags_of_other ON likeness_flags (other_id);
-- Whether somebody typed into the registration what nobody sees.
ALTER TABLE registrations ADD COLUMN concealed BOOLEAN NOT NULL DEFAULT FALSE;
