DROP TABLE signatures;
DROP TABLE letter_groups;
