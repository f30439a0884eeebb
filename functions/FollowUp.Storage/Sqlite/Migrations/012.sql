-- What managers did with complaints, one row a step; the newest counts. A complaint's own row is never made longer, as its text is personal data, and
-- so is that of an answer here: rows are appended, and an erasure blanks the answer.

CREATE TABLE complaint_handling (
  key INTEGER PRIMARY KEY,
  complaint TEXT NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  owner TEXT NOT NULL,
  cause TEXT,
  answer TEXT
) STRICT;

CREATE INDEX handling_of_complaint ON complaint_handling (complaint);
