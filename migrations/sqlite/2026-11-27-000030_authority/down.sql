DROP TABLE authority_voices;
DROP TABLE authority_cases;
DROP TABLE signature_links;
DROP TABLE signature_declarations;
