DROP TABLE letter_events;
DROP TABLE revisions;
DROP FUNCTION revisions_stay();
DROP TABLE letter_coordinators;
DROP TABLE letters;
