-- What coordinators did to a list, with what it takes to undo it: of each row that changed, the
-- fields before and after, as JSON. The highest number is the list's version.
CREATE TABLE list_changes (
    letter_id UUID NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    seq BIGINT NOT NULL,
    person_id UUID REFERENCES people (id) ON DELETE SET NULL,
    changed_at BIGINT NOT NULL,
    what TEXT NOT NULL,
    difference TEXT NOT NULL,
    undone_at BIGINT,
    PRIMARY KEY (letter_id, seq)
);
