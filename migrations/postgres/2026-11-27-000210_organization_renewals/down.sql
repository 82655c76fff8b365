DROP TABLE organization_renewals;
