-- A second factor: the secret of a program that makes a code every thirty seconds, sealed. It counts
-- once a code has confirmed it; last_step is the latest half minute whose code was accepted, and none
-- up to it is accepted again.
CREATE TABLE second_factors (
    person_id BLOB NOT NULL PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
    secret BLOB NOT NULL,
    created_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    last_step BIGINT NOT NULL
);

-- What lets in somebody without that program, once each.
CREATE TABLE recovery_codes (
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    code_hash BLOB NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (person_id, code_hash)
);

-- Who has given the right password and has yet to give the code.
CREATE TABLE sign_in_steps (
    token_hash BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    wrong_codes INTEGER NOT NULL
);
CREATE INDEX sign_in_steps_of_person ON sign_in_steps (person_id);

-- Browsers in which a person has signed in before.
CREATE TABLE known_devices (
    token_hash BLOB NOT NULL,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    device TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    PRIMARY KEY (token_hash, person_id)
);
CREATE INDEX known_devices_of_person ON known_devices (person_id);

-- A new address for an account. It takes effect when the new mailbox has confirmed it and the old
-- one has too, or has said nothing until takes_effect_at.
CREATE TABLE email_changes (
    id BLOB NOT NULL PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    new_email TEXT NOT NULL,
    new_token_hash BLOB NOT NULL UNIQUE,
    old_token_hash BLOB NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    takes_effect_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    new_confirmed_at BIGINT,
    old_confirmed_at BIGINT,
    stopped_at BIGINT,
    done_at BIGINT
);
CREATE INDEX email_changes_of_person ON email_changes (person_id);
