-- How many months after its closing the contacts of a letter are erased, when its coordinators were
-- told of it, and when it was done.
CREATE TABLE retentions (
    letter_id UUID NOT NULL PRIMARY KEY REFERENCES letters (id) ON DELETE CASCADE,
    months INTEGER NOT NULL CHECK (months > 0),
    warned_at BIGINT,
    erased_at BIGINT
);
