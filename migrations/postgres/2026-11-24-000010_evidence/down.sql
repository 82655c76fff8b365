DROP TABLE distinct_signatures;
DROP TABLE signature_evidence;
