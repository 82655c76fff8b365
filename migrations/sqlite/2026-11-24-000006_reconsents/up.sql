-- After a substantive revision each signature is asked once whether it keeps or withdraws. A later
-- revision asks anew, and the question before it is superseded.
CREATE TABLE reconsents (
    id BLOB NOT NULL PRIMARY KEY,
    signature_id BLOB NOT NULL REFERENCES signatures (id),
    revision_id BLOB NOT NULL REFERENCES revisions (id),
    asked_at BIGINT NOT NULL,
    reminded_at BIGINT,
    superseded_at BIGINT,
    answered_at BIGINT,
    answer TEXT CHECK (answer IN ('keep', 'withdraw', 'silence-stay', 'silence-leave')),
    answered_by BLOB REFERENCES people (id) ON DELETE SET NULL,
    UNIQUE (signature_id, revision_id),
    CHECK ((answered_at IS NULL) = (answer IS NULL))
);
CREATE INDEX reconsents_of_revision ON reconsents (revision_id);

-- Every person who may answer has a link of their own, and each reminder brings another; all of
-- them work.
CREATE TABLE reconsent_links (
    token_hash BLOB NOT NULL PRIMARY KEY,
    reconsent_id BLOB NOT NULL REFERENCES reconsents (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL
);
CREATE INDEX reconsent_links_of_reconsent ON reconsent_links (reconsent_id);
