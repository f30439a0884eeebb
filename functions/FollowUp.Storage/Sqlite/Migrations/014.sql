-- The newest entry of a timeline is signed with a key that is outside the store. Null where there was no key.
-- The audit log is a chain of hashes too. "before_first" is the hash of the newest entry that expired, so that the removal of others shows. Entries of
-- earlier versions have no hash.

ALTER TABLE projects ADD COLUMN signature TEXT;
ALTER TABLE audit ADD COLUMN hash BLOB;
CREATE TABLE audit_chain (
  key INTEGER PRIMARY KEY CHECK (key = 1),
  before_first BLOB NOT NULL,
  newest INTEGER NOT NULL,     -- key of the newest entry
  head BLOB NOT NULL           -- its hash
) STRICT;
