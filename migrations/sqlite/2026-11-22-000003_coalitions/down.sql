DROP TABLE coalition_members;
DROP TABLE coalition_coordinators;
DROP TABLE coalitions;
