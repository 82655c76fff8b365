ALTER TABLE invitations DROP COLUMN by_membership;
