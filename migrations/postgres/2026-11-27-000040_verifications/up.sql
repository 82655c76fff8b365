-- Every way in which an organization is or was verified. The best one that stands is also in
-- organizations.verified_by and verified_at, where lists find it.
CREATE TABLE organization_verifications (
    id UUID NOT NULL PRIMARY KEY,
    organization_id UUID NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    method TEXT NOT NULL CHECK (method IN ('email', 'domain', 'vouched', 'operator')),
    since BIGINT NOT NULL,
    -- The coalition that vouches.
    coalition_id UUID REFERENCES coalitions (id) ON DELETE CASCADE,
    -- The coordinator or operator who said so; none where a confirmed address decides.
    given_by UUID REFERENCES people (id) ON DELETE SET NULL,
    -- The address, the domain, or what the operator looked at.
    rests_on TEXT,
    dropped_at BIGINT,
    CHECK ((method = 'vouched') = (coalition_id IS NOT NULL))
);
CREATE INDEX verifications_of_organization ON organization_verifications (organization_id);
CREATE INDEX verifications_by_coalition ON organization_verifications (coalition_id);

INSERT INTO organization_verifications (id, organization_id, method, since, rests_on)
SELECT gen_random_uuid(), id, verified_by, verified_at, CASE WHEN verified_by = 'email' THEN email END
FROM organizations WHERE verified_by IN ('email', 'operator');

-- A coalition's word counts where whoever gave it does not act for the organization.
INSERT INTO organization_verifications (id, organization_id, method, since, coalition_id, given_by)
SELECT gen_random_uuid(), m.organization_id, 'vouched', m.confirmed_at, m.coalition_id, m.confirmed_by
FROM coalition_members m
WHERE m.confirmed_at IS NOT NULL AND m.confirmed_by IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM memberships p WHERE p.organization_id = m.organization_id AND p.person_id = m.confirmed_by
);

UPDATE organizations SET verified_by = 'vouched', verified_at = (
    SELECT MIN(v.since) FROM organization_verifications v
    WHERE v.organization_id = organizations.id AND v.method = 'vouched'
)
WHERE verified_by = 'email' AND EXISTS (
    SELECT 1 FROM organization_verifications v
    WHERE v.organization_id = organizations.id AND v.method = 'vouched'
);
