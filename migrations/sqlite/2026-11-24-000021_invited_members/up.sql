-- Whether the address came from the account of a coalition's member and not from the coordinators,
-- who are not shown it then.
ALTER TABLE invitations ADD COLUMN by_membership BOOLEAN NOT NULL DEFAULT FALSE;
