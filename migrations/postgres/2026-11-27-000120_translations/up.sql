-- Translations of a draft, as its coordinators last saved them.
CREATE TABLE draft_translations (
    letter_id UUID NOT NULL REFERENCES letters (id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    addressees TEXT NOT NULL,
    place_and_date TEXT NOT NULL,
    body TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (letter_id, language)
);

-- Translations of a locked text. A correction is another row with the next number; the latest is shown.
CREATE TABLE translations (
    id UUID NOT NULL PRIMARY KEY,
    revision_id UUID NOT NULL REFERENCES revisions (id),
    language TEXT NOT NULL,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    addressees TEXT NOT NULL,
    place_and_date TEXT NOT NULL,
    body TEXT NOT NULL,
    sha256 BYTEA NOT NULL,
    -- Who added it. No reference: the row stays as it is when the account goes.
    created_by UUID,
    created_at BIGINT NOT NULL,
    UNIQUE (revision_id, language, number)
);

-- A translation is never changed or deleted, as the revision that it belongs to is not.
CREATE FUNCTION translations_stay() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'a translation is never changed or deleted'; END $$;
CREATE TRIGGER translations_are_never_changed BEFORE UPDATE OR DELETE ON translations
FOR EACH ROW EXECUTE FUNCTION translations_stay();
