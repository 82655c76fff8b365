-- The outbox: a mail is written in the transaction of its cause and sent by the worker.
-- Once sent its words are erased, for they may hold a link that opens something.
CREATE TABLE outbox_mails (
    id BLOB NOT NULL PRIMARY KEY,
    to_name TEXT NOT NULL,
    to_address TEXT NOT NULL,
    subject TEXT NOT NULL,
    text_part TEXT,
    html_part TEXT,
    created_at BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    next_attempt_at BIGINT NOT NULL,
    sent_at BIGINT,
    refused_at BIGINT,
    last_error TEXT
);
CREATE INDEX outbox_mails_waiting ON outbox_mails (next_attempt_at) WHERE sent_at IS NULL AND refused_at IS NULL;
