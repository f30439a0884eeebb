-- Mails as they left. They are personal data: rows are appended and blanked, never deleted, never made longer, and the index holds none of it.

CREATE TABLE sent_mails (
  key INTEGER PRIMARY KEY,
  project INTEGER NOT NULL,
  message TEXT NOT NULL,       -- id of the outbox message
  at INTEGER NOT NULL,
  mail TEXT                    -- recipient, subject and text as JSON; null once erased
) STRICT;
CREATE INDEX sent_mail_of_project ON sent_mails (project);
