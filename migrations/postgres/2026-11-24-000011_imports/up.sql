-- Letters that somebody is importing: what was understood of each, line by line, as JSON, with their
-- corrections. They are that person's alone, and are forgotten after a month.
CREATE TABLE imports (
    id UUID NOT NULL PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    understood TEXT NOT NULL,
    letter_id UUID REFERENCES letters (id) ON DELETE SET NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE INDEX imports_of_person ON imports (person_id);
