ALTER TABLE registrations DROP COLUMN invitation_id;
DROP TABLE invitation_links;
DROP TABLE invitations;
