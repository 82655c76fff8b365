DROP TABLE coordinator_invitations;
