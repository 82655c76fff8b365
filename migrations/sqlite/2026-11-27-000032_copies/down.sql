DROP TABLE delivery_copies;
