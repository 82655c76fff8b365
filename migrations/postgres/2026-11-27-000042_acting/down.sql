DROP TABLE ownership_offers;
DROP TABLE acting_for;
