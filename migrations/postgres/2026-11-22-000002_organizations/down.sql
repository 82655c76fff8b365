DROP TABLE registrations;
DROP TABLE memberships;
DROP TABLE organizations;
