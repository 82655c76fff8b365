-- A letter is delivered once: what was handed over, with its hash, and the files as they were made.
CREATE TABLE deliveries (
    id BLOB NOT NULL PRIMARY KEY,
    letter_id BLOB NOT NULL UNIQUE REFERENCES letters (id),
    revision_id BLOB NOT NULL REFERENCES revisions (id),
    sha256 BLOB NOT NULL,
    snapshot TEXT NOT NULL,
    delivered_by BLOB REFERENCES people (id) ON DELETE SET NULL,
    delivered_at BIGINT NOT NULL
);

CREATE TABLE delivered_files (
    delivery_id BLOB NOT NULL REFERENCES deliveries (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (delivery_id, name)
);

-- What the addressee answered, as a coordinator wrote it down.
CREATE TABLE answers (
    letter_id BLOB NOT NULL PRIMARY KEY REFERENCES letters (id) ON DELETE CASCADE,
    received_at BIGINT NOT NULL,
    sender TEXT NOT NULL,
    words TEXT NOT NULL,
    recorded_by BLOB REFERENCES people (id) ON DELETE SET NULL,
    recorded_at BIGINT NOT NULL
);
