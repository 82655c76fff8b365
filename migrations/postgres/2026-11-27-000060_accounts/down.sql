DROP TABLE email_changes;
DROP TABLE known_devices;
DROP TABLE sign_in_steps;
DROP TABLE recovery_codes;
DROP TABLE second_factors;
