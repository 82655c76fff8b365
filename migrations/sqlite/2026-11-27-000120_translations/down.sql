DROP TABLE translations;
DROP TABLE draft_translations;
