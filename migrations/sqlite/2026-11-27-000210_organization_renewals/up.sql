-- What readers see of an organization has changed, and the letters it stands under have yet to be shown anew: that is
-- done in transactions of their own. Written with the change and taken away with the letters' renewal, so that a
-- program that ends between the two leaves it to the next. A row for each change.
CREATE TABLE organization_renewals (
    id BLOB NOT NULL PRIMARY KEY,
    organization_id BLOB NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    since BIGINT NOT NULL
);
CREATE INDEX organization_renewals_of_organization ON organization_renewals (organization_id);
