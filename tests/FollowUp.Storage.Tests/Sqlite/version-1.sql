-- A file as the first release wrote it: schema version 1 with one row of everything. Never changed: later versions have to read it.
CREATE TABLE audit (
  key INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  project TEXT,
  role TEXT NOT NULL,
  by TEXT NOT NULL,
  what TEXT NOT NULL,
  code TEXT NOT NULL
) STRICT;
INSERT INTO "audit" VALUES(1,1795424400000000000,'P-1001','sales','sam@suivi.example','record-call','sales-do-not-follow-up');
CREATE TABLE cadences (version INTEGER PRIMARY KEY, json TEXT NOT NULL) STRICT;
INSERT INTO "cadences" VALUES(2,'{"version":2,"company":{"calls":{"days":["monday","tuesday","wednesday","thursday","friday"],"windows":[{"from":"09:00:00","to":"12:30:00"},{"from":"14:00:00","to":"18:30:00"}]},"mails":{"days":["monday","tuesday","wednesday","thursday","friday"],"windows":[{"from":"08:00:00","to":"19:00:00"}]},"validation":{"firstCallWithin":"1:00:00","gaps":[1,2,2,2,2],"mailAfter":[1,3,6],"morningAt":"10:00:00","afternoonAt":"15:00:00","closeAfter":5,"informationWithin":5},"relaunch":{"delays":[3,7,14,30],"thenEvery":30,"channels":["mail","mail","phone"],"silentBeforeWarning":4,"sleepAfterWarning":14,"mailInsteadOfCallAfter":10},"dormancy":{"everyMonths":3,"askAfterMonths":24,"approveWithin":10},"quietDaysAfterDoNotCall":0},"person":{"calls":{"days":["monday","tuesday","wednesday","thursday","friday"],"windows":[{"from":"10:00:00","to":"13:00:00"},{"from":"14:00:00","to":"20:00:00"}]},"mails":{"days":["monday","tuesday","wednesday","thursday","friday"],"windows":[{"from":"08:00:00","to":"19:00:00"}]},"validation":{"firstCallWithin":"1:00:00","gaps":[2,3,3],"mailAfter":[1,3,4],"morningAt":"11:00:00","afternoonAt":"18:00:00","closeAfter":5,"informationWithin":5},"relaunch":{"delays":[3,7,14,30],"thenEvery":30,"channels":["mail","mail","phone"],"silentBeforeWarning":4,"sleepAfterWarning":14,"mailInsteadOfCallAfter":10},"dormancy":{"everyMonths":3,"askAfterMonths":24,"approveWithin":10},"cap":{"calls":4,"days":30},"quietDaysAfterDoNotCall":60}}');
CREATE TABLE complaints (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  from_kind TEXT NOT NULL,
  from_id TEXT NOT NULL,
  project TEXT,
  text TEXT,                   -- null once erased
  at INTEGER NOT NULL
) STRICT;
INSERT INTO "complaints" VALUES(1,'K-1','provider','R-7','P-1001','Le suivi ne répond pas',1795424400000000000);
CREATE TABLE dossiers (
  key INTEGER PRIMARY KEY,
  project INTEGER NOT NULL,
  search TEXT NOT NULL,        -- folded; only the project's id when nothing is known, empty once blanked
  json TEXT                    -- null when nothing is known, or nothing any more
) STRICT;
INSERT INTO "dossiers" VALUES(1,1,'p-1001
refonte du site vitrine
jeanne martin
jeanne@atelier-martin.example
+33199001234
0199001234','{"projectId":"P-1001","clientId":"C-P-1001","title":"Refonte du site vitrine","category":"site-web","name":"Jeanne Martin","email":"jeanne@atelier-martin.example","phone":"\u002B33199001234","submissionDigest":"d","salt":"s"}');
CREATE TABLE key_ring (name TEXT PRIMARY KEY, xml TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE mailbox (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  project TEXT,
  recipient INTEGER NOT NULL,  -- a fingerprint of the address
  at INTEGER NOT NULL,
  sender TEXT NOT NULL,
  mail TEXT                    -- null once erased
) STRICT;
INSERT INTO "mailbox" VALUES(1,'m-1','P-1001',2963235884,1795424400000000000,'suivi@example.org','{"messageId":"m-1","projectId":"P-1001","to":"jeanne@atelier-martin.example","toName":"Jeanne Martin","fromName":"Camille","replyTo":"suivi@example.org","subject":"Votre projet","text":"Bonjour Jeanne","html":"\u003Cp\u003EBonjour Jeanne\u003C/p\u003E","headers":{"List-Unsubscribe":"\u003Chttps://example.org/l/x\u003E"},"links":["https://example.org/l/x"]}');
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
INSERT INTO "outbox" VALUES(1,NULL,1,'m-1',1,'Pending',1795424400000000000,0,NULL,'{"id":"m-1","projectId":"P-1001","causedBy":1,"causedAt":"2026-11-23T09:00:00Z","kind":"relaunch-first","to":"client","recipient":"C-P-1001","notBefore":"2026-11-23T09:00:00Z","number":1}');
CREATE TABLE phases (phase TEXT PRIMARY KEY, projects INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "phases" VALUES('AwaitingValidation',1);
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
INSERT INTO "projects" VALUES(1,'P-1001','C-P-1001',1,'AwaitingValidation','camille@suivi.example',NULL,1795428000000000000,1795428000000000000,'R-1',2,2,1,1,1,X'46A983D326D3DB848C4AD149BC9D234538D0BD50D406846017F703262AB23E4C','{"id":"P-1001","version":2,"phase":"awaiting-validation","stage":"reaching","clientId":"C-P-1001","clientType":"company","language":"french","submittedAt":"2026-11-23T09:00:00Z","coordinator":"camille@suivi.example","cadenceVersion":1,"contact":{"calls":true,"mails":true,"recentCalls":[]},"anchor":"2026-11-23T09:00:00Z","evidence":"none","lastSignOfLife":"2026-11-23T09:00:00Z","providers":[{"provider":"R-1","acted":false,"wanted":false,"told":false}],"next":{"kind":"call","dueAt":"2026-11-23T10:00:00Z","by":"camille@suivi.example","why":{"code":"first-call","number":1,"of":6,"slidFor":"none","capped":false}},"wakeAt":"2026-11-23T10:00:00Z"}');
CREATE TABLE provider_projects (
  provider TEXT NOT NULL,
  project INTEGER NOT NULL,
  PRIMARY KEY (provider, project)
) STRICT, WITHOUT ROWID;
INSERT INTO "provider_projects" VALUES('R-1',1);
CREATE TABLE providers (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "providers" VALUES('R-1','{"id":"R-1","name":"Studio Un","email":"un@studio.example","language":"french"}');
CREATE TABLE receipts (
  project INTEGER NOT NULL,
  id TEXT NOT NULL,
  digest TEXT NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  PRIMARY KEY (project, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "receipts" VALUES(1,'key-1','digest',2,1795424400000000000,'website');
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "settings" VALUES('webhook-secret','s');
CREATE TABLE staff (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "staff" VALUES('camille@suivi.example','{"id":"camille@suivi.example","name":"Camille","role":"coordinator","languages":["french"],"capacity":40}');
CREATE TABLE timeline (
  key INTEGER PRIMARY KEY,
  before INTEGER,              -- the project's entry before this one
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  json TEXT NOT NULL,
  hash BLOB NOT NULL
) STRICT;
INSERT INTO "timeline" VALUES(1,NULL,1,1795424460000000000,'project-submitted','{"seq":1,"at":"2026-11-23T09:01:00Z","role":"coordinator","by":"camille@suivi.example","event":{"type":"project-submitted","projectId":"P-1001","clientId":"C-P-1001","clientType":"company","language":"french","category":"site-web","mayCall":true,"evidence":"none","submittedAt":"2026-11-23T09:00:00Z","cadenceVersion":1}}',X'F770EF214F33ADEB041DB2937DB40832E0207C1471F156F18570C1D71DF18E69');
INSERT INTO "timeline" VALUES(2,1,2,1795424520000000000,'project-validated','{"seq":2,"at":"2026-11-23T09:02:00Z","role":"coordinator","by":"camille@suivi.example","event":{"type":"project-validated"}}',X'46A983D326D3DB848C4AD149BC9D234538D0BD50D406846017F703262AB23E4C');
CREATE TABLE tokens (hash TEXT PRIMARY KEY, staff TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "tokens" VALUES('ab12','camille@suivi.example',1795424400000000000);
CREATE TABLE words (
  key INTEGER PRIMARY KEY,
  before INTEGER,              -- the project's words before these
  id TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
INSERT INTO "words" VALUES(1,NULL,'4f2a','Jeanne rappelle lundi');
CREATE TABLE workloads (coordinator TEXT PRIMARY KEY, open INTEGER NOT NULL, served_at INTEGER) STRICT, WITHOUT ROWID;
INSERT INTO "workloads" VALUES('camille@suivi.example',1,1795424460000000000);
CREATE UNIQUE INDEX project_by_id ON projects (id);
CREATE INDEX project_by_client ON projects (client);
CREATE INDEX project_by_wake ON projects (wake_at) WHERE wake_at IS NOT NULL;
CREATE INDEX queue ON projects (coalesce(stand_in, coordinator), next_at) WHERE open = 1;
CREATE INDEX pending_by_due ON outbox (due_at, project) WHERE pending = 1;
CREATE INDEX pending_of_project ON outbox (project) WHERE pending = 1;
CREATE INDEX audit_of_project ON audit (project) WHERE project IS NOT NULL;
CREATE INDEX mailbox_by_time ON mailbox (at);
CREATE INDEX mailbox_of_project ON mailbox (project, at) WHERE project IS NOT NULL;
CREATE INDEX mailbox_of_recipient ON mailbox (recipient, at);
PRAGMA user_version = 1;
