-- A letter opens for signatures (its text locked as revision 1) before it is public, or with that.
ALTER TABLE letters ADD COLUMN opened_at BIGINT;
ALTER TABLE letters ADD COLUMN delivered_at BIGINT;
ALTER TABLE letters ADD COLUMN answered_at BIGINT;
ALTER TABLE letters ADD COLUMN red_lines_by BIGINT;
ALTER TABLE letters ADD COLUMN red_lines_zone TEXT;
UPDATE letters SET opened_at = published_at;

-- What a substantive revision asks of those who signed before it: until when they answer, and
-- what their silence means. Written with the revision and, like it, never changed.
ALTER TABLE revisions ADD COLUMN answer_by BIGINT;
ALTER TABLE revisions ADD COLUMN answer_zone TEXT;
ALTER TABLE revisions ADD COLUMN silence TEXT CHECK (silence IN ('stay', 'leave'));

-- Everything that coordinators did and that happened to their letter, for their eyes only.
CREATE TABLE letter_log (
    id BLOB NOT NULL PRIMARY KEY,
    letter_id BLOB NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    happened_at BIGINT NOT NULL,
    person_id BLOB REFERENCES people (id) ON DELETE SET NULL,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE INDEX letter_log_of_letter ON letter_log (letter_id, happened_at);

-- Later deadlines, with what was said of them.
CREATE TABLE deadline_extensions (
    id BLOB NOT NULL PRIMARY KEY,
    letter_id BLOB NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    before_at BIGINT,
    after_at BIGINT,
    zone TEXT,
    note TEXT NOT NULL,
    extended_by BLOB REFERENCES people (id) ON DELETE SET NULL,
    extended_at BIGINT NOT NULL
);
CREATE INDEX deadline_extensions_of_letter ON deadline_extensions (letter_id);

-- Links with which journalists read a letter under embargo.
CREATE TABLE press_links (
    id BLOB NOT NULL PRIMARY KEY,
    letter_id BLOB NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    token_hash BLOB NOT NULL UNIQUE,
    label TEXT NOT NULL,
    created_by BLOB REFERENCES people (id) ON DELETE SET NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX press_links_of_letter ON press_links (letter_id);

-- Keys that this installation made for itself, so that it recognises its own forms.
CREATE TABLE secrets (
    name TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL,
    created_at BIGINT NOT NULL
);
