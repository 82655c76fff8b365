DROP TABLE reconsent_links;
DROP TABLE reconsents;
