-- The board: a row for each fact, by which figures open the projects behind them, and the sums of the facts by day, of which figures are computed. The
-- facts of projects from before this step are added by a job or by "rebuild". Refusals are counted by time.

CREATE TABLE board_facts (
  kind INTEGER NOT NULL,
  day INTEGER NOT NULL,         -- days since 1970
  project INTEGER NOT NULL,     -- key in projects
  seq INTEGER NOT NULL,
  coordinator TEXT NOT NULL,
  step TEXT NOT NULL,
  code TEXT NOT NULL,
  hour INTEGER NOT NULL,
  value INTEGER NOT NULL,
  count INTEGER NOT NULL,
  cents INTEGER NOT NULL,
  PRIMARY KEY (kind, day, project, seq, coordinator, step, code, hour, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE board_sums (
  kind INTEGER NOT NULL,
  day INTEGER NOT NULL,
  coordinator TEXT NOT NULL,
  step TEXT NOT NULL,
  code TEXT NOT NULL,
  hour INTEGER NOT NULL,
  value INTEGER NOT NULL,
  count INTEGER NOT NULL,
  cents INTEGER NOT NULL,
  PRIMARY KEY (kind, day, coordinator, step, code, hour, value)
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_by_time ON audit (at, role, what, code);
