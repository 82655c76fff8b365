-- Everything operators do, and what they look at that is private. Nothing in it is ever changed or
-- deleted, and so it refers to no row that could be: the name of who did it stands in it.
CREATE TABLE operator_log (
    id UUID NOT NULL PRIMARY KEY,
    happened_at BIGINT NOT NULL,
    person_id UUID NOT NULL,
    person_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    why TEXT NOT NULL
);
CREATE FUNCTION operator_log_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the log of operators is never changed'; END $$;
CREATE TRIGGER operator_log_is_never_changed BEFORE UPDATE OR DELETE ON operator_log
FOR EACH ROW EXECUTE FUNCTION operator_log_stays();
CREATE TRIGGER operator_log_is_never_emptied BEFORE TRUNCATE ON operator_log
FOR EACH STATEMENT EXECUTE FUNCTION operator_log_stays();
