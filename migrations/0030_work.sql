-- What is to be done about people: strategies and tasks, and what a team changed of the shipped playbooks.

CREATE TABLE strategy (
  id            TEXT PRIMARY KEY,
  accountId     TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  opportunityId TEXT REFERENCES opportunity (id) ON DELETE CASCADE,
  personId      TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  role          TEXT,
  objective     TEXT NOT NULL,
  message       TEXT NOT NULL,
  materials     TEXT NOT NULL,
  ownerId       TEXT REFERENCES person (id) ON DELETE SET NULL,
  dueOn         TEXT,
  status        TEXT NOT NULL CHECK (status IN ('planned', 'active', 'done', 'dropped')),
  result        TEXT NOT NULL,
  madeOn        TEXT NOT NULL,
  secrecy       TEXT NOT NULL CHECK (secrecy IN ('open', 'team', 'private')),
  own           TEXT NOT NULL CHECK (json_valid(own))
) STRICT, WITHOUT ROWID;
CREATE INDEX strategyByAccount ON strategy (accountId);
CREATE INDEX strategyByOpportunity ON strategy (opportunityId);
CREATE INDEX strategyByPerson ON strategy (personId);

-- A playbook as a team has it; a role without a row is played as shipped (resources/playbooks).
CREATE TABLE playbook (
  role     TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('zh-CN', 'en')),
  content  TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (role, language)
) STRICT, WITHOUT ROWID;

-- originId names what the task came of: an interaction, a strategy, a hand-over's item; it may be gone since.
CREATE TABLE task (
  id              TEXT PRIMARY KEY,
  accountId       TEXT REFERENCES account (id) ON DELETE CASCADE,
  opportunityId   TEXT REFERENCES opportunity (id) ON DELETE SET NULL,
  personId        TEXT REFERENCES person (id) ON DELETE SET NULL,
  ownerId         TEXT REFERENCES person (id) ON DELETE SET NULL,
  title           TEXT NOT NULL CHECK (trim(title) <> ''),
  note            TEXT NOT NULL,
  dueOn           TEXT,
  remindOn        TEXT,
  doneOn          TEXT,
  madeOn          TEXT NOT NULL,
  repeatEveryDays INTEGER CHECK (repeatEveryDays > 0),
  origin          TEXT NOT NULL CHECK (origin IN ('typed', 'interaction', 'strategy', 'cadence', 'hand-over', 'alert')),
  originId        TEXT,
  secrecy         TEXT NOT NULL CHECK (secrecy IN ('open', 'team', 'private')),
  own             TEXT NOT NULL CHECK (json_valid(own))
) STRICT, WITHOUT ROWID;
CREATE INDEX taskByAccount ON task (accountId);
CREATE INDEX taskByPerson ON task (personId);
CREATE INDEX taskByOwner ON task (ownerId);
CREATE INDEX taskByDue ON task (dueOn) WHERE doneOn IS NULL;
CREATE INDEX taskByOrigin ON task (originId) WHERE originId IS NOT NULL;
