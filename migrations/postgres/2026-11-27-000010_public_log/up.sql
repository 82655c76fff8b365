-- What can be checked from outside. The installation's Ed25519 keys: the one that is not retired signs,
-- the others stay to verify with.
CREATE TABLE evidence_keys (
    id TEXT NOT NULL PRIMARY KEY,
    public_key BYTEA NOT NULL,
    private_key BYTEA NOT NULL,
    made_at BIGINT NOT NULL,
    retired_at BIGINT
);

-- A letter's log begins when it becomes public; the origin is its name in checkpoints and never changes.
CREATE TABLE evidence_logs (
    letter_id UUID NOT NULL PRIMARY KEY REFERENCES letters (id),
    origin TEXT NOT NULL UNIQUE,
    began_at BIGINT NOT NULL
);

-- The leaves, from 0 without gaps. A leaf about a signature names the leaf with which its line began,
-- and never the signature: that is here for the site's own use, without a reference, because a leaf
-- outlives what it speaks of.
CREATE TABLE evidence_leaves (
    letter_id UUID NOT NULL REFERENCES letters (id),
    position BIGINT NOT NULL,
    event BIGINT NOT NULL,
    kind TEXT NOT NULL,
    signature_id UUID,
    line BIGINT,
    leaf TEXT NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (letter_id, position)
);
CREATE INDEX evidence_leaves_by_signature ON evidence_leaves (signature_id);

-- The hashes of the tree, by the numbers that tlog_tiles gives them.
CREATE TABLE evidence_nodes (
    letter_id UUID NOT NULL REFERENCES letters (id),
    position BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (letter_id, position)
);

-- What opens a leaf's commitment. To erase is to destroy salt and content; the leaf stays.
CREATE TABLE evidence_openings (
    letter_id UUID NOT NULL REFERENCES letters (id),
    position BIGINT NOT NULL,
    signature_id UUID NOT NULL,
    salt BYTEA,
    content TEXT,
    erased_at BIGINT,
    PRIMARY KEY (letter_id, position)
);
CREATE INDEX evidence_openings_by_signature ON evidence_openings (signature_id);

-- Every checkpoint that was signed.
CREATE TABLE evidence_checkpoints (
    letter_id UUID NOT NULL REFERENCES letters (id),
    size BIGINT NOT NULL,
    note TEXT NOT NULL,
    signed_at BIGINT NOT NULL,
    PRIMARY KEY (letter_id, size)
);

-- What an organization gets for its signature: the canonical form, and the key's signature of it.
CREATE TABLE evidence_receipts (
    letter_id UUID NOT NULL REFERENCES letters (id),
    event BIGINT NOT NULL,
    signature_id UUID NOT NULL REFERENCES signatures (id),
    body TEXT NOT NULL,
    signed BYTEA NOT NULL,
    key_id TEXT NOT NULL REFERENCES evidence_keys (id),
    issued_at BIGINT NOT NULL,
    PRIMARY KEY (signature_id, event)
);

CREATE FUNCTION evidence_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'what is in the log is never changed or deleted'; END $$;
CREATE TRIGGER evidence_leaves_are_never_changed BEFORE UPDATE OR DELETE ON evidence_leaves
FOR EACH ROW EXECUTE FUNCTION evidence_stays();
CREATE TRIGGER evidence_checkpoints_are_never_changed BEFORE UPDATE OR DELETE ON evidence_checkpoints
FOR EACH ROW EXECUTE FUNCTION evidence_stays();
