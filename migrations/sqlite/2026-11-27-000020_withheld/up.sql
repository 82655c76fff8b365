-- Whether the name is to be withheld once the prepared signature is approved.
ALTER TABLE prepared_signatures ADD COLUMN withheld BOOLEAN NOT NULL DEFAULT FALSE;
-- Since when the organization is kept off the site's public pages; its address is a random one then.
ALTER TABLE organizations ADD COLUMN protected_at BIGINT;
