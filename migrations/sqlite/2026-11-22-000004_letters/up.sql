CREATE TABLE letters (
    id BLOB NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    addressees TEXT NOT NULL,
    place_and_date TEXT NOT NULL,
    body TEXT NOT NULL,
    language TEXT NOT NULL,
    grouping TEXT NOT NULL CHECK (grouping IN ('coalition', 'country', 'none')),
    ordering TEXT NOT NULL CHECK (ordering IN ('name', 'time', 'hand')),
    numbering TEXT NOT NULL CHECK (numbering IN ('through', 'restart', 'none')),
    deadline BIGINT,
    deadline_zone TEXT,
    version INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    publish_at BIGINT,
    published_at BIGINT,
    closed_at BIGINT,
    CHECK ((deadline IS NULL) = (deadline_zone IS NULL))
);
CREATE INDEX letters_by_publication ON letters (published_at);

CREATE TABLE letter_coordinators (
    letter_id BLOB NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (letter_id, person_id)
);
CREATE INDEX letter_coordinators_of_person ON letter_coordinators (person_id);

CREATE TABLE revisions (
    id BLOB NOT NULL PRIMARY KEY,
    letter_id BLOB NOT NULL REFERENCES letters (id),
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('first', 'editorial', 'substantive')),
    note TEXT NOT NULL,
    title TEXT NOT NULL,
    addressees TEXT NOT NULL,
    place_and_date TEXT NOT NULL,
    body TEXT NOT NULL,
    language TEXT NOT NULL,
    sha256 BLOB NOT NULL,
    created_by BLOB REFERENCES people (id),
    created_at BIGINT NOT NULL,
    UNIQUE (letter_id, number)
);

-- Every change a reader could see, numbered without gaps inside its letter. Reading, the live
-- stream and catching up after a lost connection all count in these numbers.
CREATE TABLE letter_events (
    letter_id BLOB NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    seq BIGINT NOT NULL,
    kind TEXT NOT NULL,
    signature_id BLOB,
    happened_at BIGINT NOT NULL,
    PRIMARY KEY (letter_id, seq)
);

-- A revision is never changed or deleted; the database holds the rule too.
CREATE TRIGGER revisions_are_never_changed BEFORE UPDATE ON revisions
BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END;
CREATE TRIGGER revisions_are_never_deleted BEFORE DELETE ON revisions
BEGIN SELECT RAISE(ABORT, 'a revision is never deleted'); END;
