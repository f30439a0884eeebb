-- The answer to a request that changed nothing is kept as well, in a receipt without a commit. A receipt that lacks an expiry was written
-- before this step or belongs to a link; retention knows how long those are kept.

ALTER TABLE receipts ADD COLUMN expires INTEGER;
ALTER TABLE receipts ADD COLUMN unchanged TEXT;
CREATE INDEX expiring ON receipts (expires) WHERE expires IS NOT NULL;
