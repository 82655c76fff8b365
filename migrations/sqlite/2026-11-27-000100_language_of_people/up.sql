-- The language in which a person is written to and, once they sign in, spoken to: a BCP 47 tag of those
-- that the interface speaks.
ALTER TABLE people ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
