-- The page of a provider lists what it read of the follow-up feed.
CREATE INDEX audit_of_reader ON audit (by, what);
