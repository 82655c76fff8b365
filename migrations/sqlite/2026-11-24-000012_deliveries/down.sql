DROP TABLE answers;
DROP TABLE delivered_files;
DROP TABLE deliveries;
