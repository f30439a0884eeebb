-- What a commit costs is the number of pages it touches. So keys are integers; a project's entries are a chain, each naming the one before
-- it, rather than rows to be found by an index; and an index holds only the rows that are looked for.
-- Instants are nanoseconds since 1970 (UTC), so that none is rounded.

CREATE TABLE projects (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  client TEXT NOT NULL,
  open INTEGER NOT NULL,
  phase TEXT NOT NULL,
  coordinator TEXT,
  stand_in TEXT,
  next_at INTEGER,
  wake_at INTEGER,
  providers TEXT,              -- ids, one a line: tells whether provider_projects must change
  version INTEGER NOT NULL,
  newest_entry INTEGER,        -- key in timeline
  newest_message INTEGER,      -- key in outbox
  newest_words INTEGER,        -- key in words
  dossier INTEGER,             -- key in dossiers
  head BLOB NOT NULL,          -- hash of the newest timeline entry
  state TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX project_by_id ON projects (id);
CREATE INDEX project_by_client ON projects (client);
CREATE INDEX project_by_wake ON projects (wake_at) WHERE wake_at IS NOT NULL;
CREATE INDEX queue ON projects (coalesce(stand_in, coordinator), next_at) WHERE open = 1;

CREATE TABLE timeline (
  key INTEGER PRIMARY KEY,
  before INTEGER,              -- the project's entry before this one
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  json TEXT NOT NULL,
  hash BLOB NOT NULL
) STRICT;

CREATE TABLE outbox (
  key INTEGER PRIMARY KEY,
  before INTEGER,              -- the project's message before this one
  project INTEGER NOT NULL,
  id TEXT NOT NULL,
  pending INTEGER NOT NULL,
  state TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  note TEXT,
  message TEXT NOT NULL
) STRICT;
CREATE INDEX pending_by_due ON outbox (due_at, project) WHERE pending = 1;
CREATE INDEX pending_of_project ON outbox (project) WHERE pending = 1;

CREATE TABLE receipts (
  project INTEGER NOT NULL,
  id TEXT NOT NULL,
  digest TEXT NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  PRIMARY KEY (project, id)
) STRICT, WITHOUT ROWID;

-- Personal data. Rows of these two, and of complaints and mailbox below, are appended and blanked, never deleted, never made longer and
-- never put between others. Only so is erasure complete: when SQLite moves rows between pages to make room or to fill gaps, it leaves
-- copies in the unused parts of pages, and secure_delete does not reach those. For the same reason no index holds such data.
CREATE TABLE dossiers (
  key INTEGER PRIMARY KEY,
  project INTEGER NOT NULL,
  search TEXT NOT NULL,        -- folded; only the project's id when nothing is known, empty once blanked
  json TEXT                    -- null when nothing is known, or nothing any more
) STRICT;
CREATE TABLE words (
  key INTEGER PRIMARY KEY,
  before INTEGER,              -- the project's words before these
  id TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE provider_projects (
  provider TEXT NOT NULL,
  project INTEGER NOT NULL,
  PRIMARY KEY (provider, project)
) STRICT, WITHOUT ROWID;

-- Counted as commits go by: an assignment must not count a million rows.
CREATE TABLE phases (phase TEXT PRIMARY KEY, projects INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE workloads (coordinator TEXT PRIMARY KEY, open INTEGER NOT NULL, served_at INTEGER) STRICT, WITHOUT ROWID;

CREATE TABLE staff (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE providers (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE cadences (version INTEGER PRIMARY KEY, json TEXT NOT NULL) STRICT;
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE tokens (hash TEXT PRIMARY KEY, staff TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE key_ring (name TEXT PRIMARY KEY, xml TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  key INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  project TEXT,
  role TEXT NOT NULL,
  by TEXT NOT NULL,
  what TEXT NOT NULL,
  code TEXT NOT NULL
) STRICT;
CREATE INDEX audit_of_project ON audit (project) WHERE project IS NOT NULL;

CREATE TABLE complaints (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  from_kind TEXT NOT NULL,
  from_id TEXT NOT NULL,
  project TEXT,
  text TEXT,                   -- null once erased
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE mailbox (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  project TEXT,
  recipient INTEGER NOT NULL,  -- a fingerprint of the address
  at INTEGER NOT NULL,
  sender TEXT NOT NULL,
  mail TEXT                    -- null once erased
) STRICT;
CREATE INDEX mailbox_by_time ON mailbox (at);
CREATE INDEX mailbox_of_project ON mailbox (project, at) WHERE project IS NOT NULL;
CREATE INDEX mailbox_of_recipient ON mailbox (recipient, at);
