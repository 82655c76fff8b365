DROP TABLE organization_claims;
