-- Whom a project awaits outside their queue, and when it was closed: few rows each, so that a commit that is about neither pays for neither.
-- Of what was closed before this step only the replies that wait are made good; "rebuild" fills in the rest.

ALTER TABLE projects ADD COLUMN awaited TEXT;
ALTER TABLE projects ADD COLUMN closed_at INTEGER;
UPDATE projects SET awaited = json_extract(state, '$.takeOverAskedOf')
  WHERE open = 1 AND json_extract(state, '$.takeOverAskedOf') IS NOT NULL;
UPDATE projects SET awaited = coalesce(stand_in, coordinator, 'manager')
  WHERE open = 0 AND json_extract(state, '$.replyWaitsSince') IS NOT NULL;
CREATE INDEX awaited ON projects (awaited) WHERE awaited IS NOT NULL;
CREATE INDEX ended ON projects (closed_at) WHERE closed_at IS NOT NULL;
