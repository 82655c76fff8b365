DROP TABLE operator_log;
DROP FUNCTION operator_log_stays();
