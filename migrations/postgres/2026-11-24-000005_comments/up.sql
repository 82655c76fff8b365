-- What those invited to a draft say of a paragraph of it, and what its coordinators answer.
CREATE TABLE comments (
    id UUID NOT NULL PRIMARY KEY,
    letter_id UUID NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    -- The invitation in whose name it was written; none for a coordinator's.
    invitation_id UUID REFERENCES invitations (id) ON DELETE SET NULL,
    -- The person who wrote it, if they were signed in.
    person_id UUID REFERENCES people (id) ON DELETE SET NULL,
    author_name TEXT NOT NULL,
    author_organization TEXT NOT NULL,
    -- What it was written about: the draft's version, the paragraph's place in it, its words.
    version INTEGER NOT NULL,
    paragraph INTEGER,
    quote TEXT NOT NULL,
    body TEXT NOT NULL,
    red_line BOOLEAN NOT NULL,
    -- Whether it came after the hour that was set for red lines.
    after_the_hour BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    -- When the coordinators were written to because of it; most comments come along with another.
    told_at BIGINT,
    answer TEXT,
    answered_by UUID REFERENCES people (id) ON DELETE SET NULL,
    answered_at BIGINT,
    resolved_at BIGINT
);
CREATE INDEX comments_of_letter ON comments (letter_id, id);
CREATE INDEX comments_of_invitation ON comments (invitation_id);
