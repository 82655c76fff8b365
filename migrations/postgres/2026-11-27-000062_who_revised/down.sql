-- Not checked for the rows that are there: some of them name people who have left.
ALTER TABLE revisions ADD CONSTRAINT revisions_created_by_fkey FOREIGN KEY (created_by) REFERENCES people (id) NOT VALID;
