-- Who saved a version of the cadence, when and why. Versions of earlier programs have none of it.

ALTER TABLE cadences ADD COLUMN at INTEGER;
ALTER TABLE cadences ADD COLUMN by TEXT;
ALTER TABLE cadences ADD COLUMN reason TEXT;
