ALTER TABLE organizations DROP COLUMN two_steps;
DROP TABLE member_invitations;
