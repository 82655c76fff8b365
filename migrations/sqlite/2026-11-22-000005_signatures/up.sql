CREATE TABLE letter_groups (
    id BLOB NOT NULL PRIMARY KEY,
    letter_id BLOB NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    coalition_id BLOB REFERENCES coalitions (id) ON DELETE SET NULL,
    name TEXT NOT NULL,
    acronym TEXT,
    position INTEGER NOT NULL,
    UNIQUE (letter_id, coalition_id)
);

CREATE TABLE signatures (
    id BLOB NOT NULL PRIMARY KEY,
    letter_id BLOB NOT NULL REFERENCES letters (id),
    organization_id BLOB NOT NULL REFERENCES organizations (id),
    revision_id BLOB NOT NULL REFERENCES revisions (id),
    group_id BLOB REFERENCES letter_groups (id),
    representative_name TEXT NOT NULL,
    representative_title TEXT NOT NULL,
    show_representative BOOLEAN NOT NULL,
    signed_by BLOB REFERENCES people (id) ON DELETE SET NULL,
    first_signed_at BIGINT NOT NULL,
    signed_at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    hand_position INTEGER,
    UNIQUE (letter_id, organization_id)
);
CREATE INDEX signatures_of_organization ON signatures (organization_id);
