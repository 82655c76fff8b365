CREATE TABLE letter_groups (
    id UUID NOT NULL PRIMARY KEY,
    letter_id UUID NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    coalition_id UUID REFERENCES coalitions (id) ON DELETE SET NULL,
    name TEXT NOT NULL,
    acronym TEXT,
    position INTEGER NOT NULL,
    UNIQUE (letter_id, coalition_id)
);

CREATE TABLE signatures (
    id UUID NOT NULL PRIMARY KEY,
    letter_id UUID NOT NULL REFERENCES letters (id),
    organization_id UUID NOT NULL REFERENCES organizations (id),
    revision_id UUID NOT NULL REFERENCES revisions (id),
    group_id UUID REFERENCES letter_groups (id),
    representative_name TEXT NOT NULL,
    representative_title TEXT NOT NULL,
    show_representative BOOLEAN NOT NULL,
    signed_by UUID REFERENCES people (id) ON DELETE SET NULL,
    first_signed_at BIGINT NOT NULL,
    signed_at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    hand_position INTEGER,
    UNIQUE (letter_id, organization_id)
);
CREATE INDEX signatures_of_organization ON signatures (organization_id);
