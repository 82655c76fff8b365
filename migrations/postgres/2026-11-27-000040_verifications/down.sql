-- Without the rows only the address is left that all of them confirmed.
UPDATE organizations SET verified_by = 'email', verified_at = COALESCE((
    SELECT MIN(v.since) FROM organization_verifications v
    WHERE v.organization_id = organizations.id AND v.method = 'email'
), verified_at)
WHERE verified_by IN ('domain', 'vouched');
DROP TABLE organization_verifications;
