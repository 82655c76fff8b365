DROP TABLE operator_invitations;
DROP TABLE password_resets;
DROP TABLE sessions;
DROP TABLE people;
