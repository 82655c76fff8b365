-- Everything operators do, and what they look at that is private. Nothing in it is ever changed or
-- deleted, and so it refers to no row that could be: the name of who did it stands in it.
CREATE TABLE operator_log (
    id BLOB NOT NULL PRIMARY KEY,
    happened_at BIGINT NOT NULL,
    person_id BLOB NOT NULL,
    person_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    why TEXT NOT NULL
);
CREATE TRIGGER operator_log_is_never_changed BEFORE UPDATE ON operator_log
BEGIN SELECT RAISE(ABORT, 'the log of operators is never changed'); END;
CREATE TRIGGER operator_log_is_never_deleted BEFORE DELETE ON operator_log
BEGIN SELECT RAISE(ABORT, 'the log of operators is never changed'); END;
