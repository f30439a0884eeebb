-- The record of a client over all their projects: calls, objections, consents and unasked mails, no personal data. The key is the number that the
-- person's id is written from. A project of an earlier version has no record until it is looked at next.

CREATE TABLE persons (
  key INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL
) STRICT;
