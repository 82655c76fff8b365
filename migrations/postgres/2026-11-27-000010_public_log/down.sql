DROP TABLE evidence_receipts;
DROP TABLE evidence_checkpoints;
DROP TABLE evidence_openings;
DROP TABLE evidence_nodes;
DROP TABLE evidence_leaves;
DROP TABLE evidence_logs;
DROP TABLE evidence_keys;
DROP FUNCTION evidence_stays();
