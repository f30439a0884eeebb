-- What a manager sets for the department, in one row, and the newest attempts to send webhooks.

CREATE TABLE department_settings (
  key INTEGER PRIMARY KEY CHECK (key = 1),
  version INTEGER NOT NULL,
  json TEXT NOT NULL
) STRICT;

CREATE TABLE webhook_deliveries (
  key INTEGER PRIMARY KEY,
  message TEXT NOT NULL,
  at INTEGER NOT NULL,
  duration INTEGER NOT NULL,   -- milliseconds
  status INTEGER,              -- of HTTP; null without an answer
  failure TEXT,                -- null when the website accepted it
  body TEXT NOT NULL
) STRICT;
