CREATE TABLE coalitions (
    id UUID NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    acronym TEXT,
    website TEXT,
    created_at BIGINT NOT NULL
);

CREATE TABLE coalition_coordinators (
    coalition_id UUID NOT NULL REFERENCES coalitions (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (coalition_id, person_id)
);
CREATE INDEX coalition_coordinators_of_person ON coalition_coordinators (person_id);

CREATE TABLE coalition_members (
    coalition_id UUID NOT NULL REFERENCES coalitions (id) ON DELETE CASCADE,
    organization_id UUID NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    requested_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    confirmed_by UUID REFERENCES people (id) ON DELETE SET NULL,
    PRIMARY KEY (coalition_id, organization_id)
);
CREATE INDEX coalition_members_of_organization ON coalition_members (organization_id);
