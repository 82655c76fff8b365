-- Who got the final copy of a delivered letter: they are told when a signatory leaves afterwards.
CREATE TABLE delivery_copies (
    id BLOB NOT NULL PRIMARY KEY,
    delivery_id BLOB NOT NULL REFERENCES deliveries (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    address TEXT NOT NULL
);
CREATE INDEX delivery_copies_of ON delivery_copies (delivery_id);
