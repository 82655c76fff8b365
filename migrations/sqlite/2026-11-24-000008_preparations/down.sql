DROP TABLE approval_links;
DROP TABLE prepared_signatures;
