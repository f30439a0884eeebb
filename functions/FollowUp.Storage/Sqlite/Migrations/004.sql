-- An idempotency record tells how many timeline entries its command added, so that a repeat gets the same answer. Null in records of earlier
-- versions. A setting may expire: retention removes it from then on. Null: it stays until it is removed.

ALTER TABLE receipts ADD COLUMN entries INTEGER;
ALTER TABLE settings ADD COLUMN expires INTEGER;
CREATE INDEX setting_by_expiry ON settings (expires) WHERE expires IS NOT NULL;
