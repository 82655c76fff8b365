-- Where somebody's own program hears of a letter that they coordinate, or of what their organization
-- signed: one of the two. The secret signs what is sent; after it was changed the one before it signs too,
-- until former_until. kinds are words with spaces between them.
CREATE TABLE webhooks (
    id UUID NOT NULL PRIMARY KEY,
    letter_id UUID REFERENCES letters (id) ON DELETE CASCADE,
    organization_id UUID REFERENCES organizations (id) ON DELETE CASCADE,
    made_by UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    url TEXT NOT NULL,
    kinds TEXT NOT NULL,
    secret TEXT NOT NULL,
    former_secret TEXT,
    former_until BIGINT,
    created_at BIGINT NOT NULL,
    off_since BIGINT,
    off_because TEXT
);
CREATE INDEX webhooks_of_letter ON webhooks (letter_id);
CREATE INDEX webhooks_of_organization ON webhooks (organization_id);
CREATE INDEX webhooks_of_person ON webhooks (made_by);

-- What is to be sent there, and what became of it: written with its cause. signature_id is whose name is in
-- the body; if it is withheld meanwhile the body loses it before it goes out.
CREATE TABLE webhook_deliveries (
    id UUID NOT NULL PRIMARY KEY,
    webhook_id UUID NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    letter_id UUID REFERENCES letters (id) ON DELETE CASCADE,
    signature_id UUID REFERENCES signatures (id) ON DELETE SET NULL,
    created_at BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    next_attempt_at BIGINT NOT NULL,
    last_attempt_at BIGINT,
    last_answer INTEGER,
    last_trouble TEXT,
    delivered_at BIGINT,
    given_up_at BIGINT
);
CREATE INDEX webhook_deliveries_of_webhook ON webhook_deliveries (webhook_id);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (next_attempt_at) WHERE delivered_at IS NULL AND given_up_at IS NULL;
