DROP TABLE letter_events;
DROP TABLE revisions;
DROP TABLE letter_coordinators;
DROP TABLE letters;
