DROP TABLE translations;
DROP FUNCTION translations_stay();
DROP TABLE draft_translations;
