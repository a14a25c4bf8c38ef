-- The graph of a customer's people. Every fact carries validFrom/validTo (null = open, half-open interval [from, to)), every
-- judgement madeOn/expiresOn. Column names are the model's own names, so that a row travels from disk to card unmapped.
-- Text keys are time-ordered, hence WITHOUT ROWID: one b-tree a table, and appends stay at its end.

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE organization (
  id       TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('customer', 'own', 'partner', 'competitor', 'third-party')),
  parentId TEXT REFERENCES organization (id) ON DELETE SET NULL CHECK (parentId <> id)
) STRICT, WITHOUT ROWID;
CREATE INDEX organizationByParent ON organization (parentId);

CREATE TABLE account (
  id             TEXT PRIMARY KEY,
  name           TEXT NOT NULL CHECK (trim(name) <> ''),
  organizationId TEXT NOT NULL REFERENCES organization (id),
  ownerId        TEXT REFERENCES person (id) ON DELETE SET NULL,
  class          TEXT CHECK (class IN ('A', 'B', 'C')),
  lifecycle      TEXT NOT NULL CHECK (lifecycle IN ('acquisition', 'growth', 'maturity', 'decline', 'lost')),
  industry       TEXT NOT NULL,
  position       INTEGER NOT NULL,
  own            TEXT NOT NULL CHECK (json_valid(own))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX accountByName ON account (name);

CREATE TABLE orgUnit (
  id             TEXT PRIMARY KEY,
  organizationId TEXT NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  parentId       TEXT REFERENCES orgUnit (id) ON DELETE SET NULL CHECK (parentId <> id),
  name           TEXT NOT NULL CHECK (trim(name) <> '')
) STRICT, WITHOUT ROWID;
CREATE INDEX orgUnitByOrganization ON orgUnit (organizationId, name);

CREATE TABLE person (
  id        TEXT PRIMARY KEY,
  name      TEXT NOT NULL CHECK (trim(name) <> ''),
  latinName TEXT NOT NULL,
  email     TEXT NOT NULL,
  phone     TEXT NOT NULL,
  note      TEXT NOT NULL,
  secrecy   TEXT NOT NULL CHECK (secrecy IN ('open', 'team', 'private')),
  own       TEXT NOT NULL CHECK (json_valid(own))
) STRICT, WITHOUT ROWID;

CREATE TABLE seat (
  id             TEXT PRIMARY KEY,
  organizationId TEXT NOT NULL REFERENCES organization (id),
  own            TEXT NOT NULL CHECK (json_valid(own))
) STRICT, WITHOUT ROWID;
CREATE INDEX seatByOrganization ON seat (organizationId);

-- What is true of a seat for a while: an edit on the first day of a row corrects it, a later one ends it and begins another.
CREATE TABLE seatState (
  id              TEXT PRIMARY KEY,
  seatId          TEXT NOT NULL REFERENCES seat (id) ON DELETE CASCADE,
  title           TEXT NOT NULL,
  unitId          TEXT REFERENCES orgUnit (id) ON DELETE SET NULL,
  tier            TEXT NOT NULL CHECK (tier IN ('executive', 'manager', 'operational')),
  reportsToSeatId TEXT REFERENCES seat (id) ON DELETE SET NULL CHECK (reportsToSeatId <> seatId),
  validFrom       TEXT,
  validTo         TEXT CHECK (validTo > validFrom),
  recordedOn      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX seatStateBySeat ON seatState (seatId);
CREATE INDEX seatStateByReportsTo ON seatState (reportsToSeatId);
CREATE INDEX seatStateByUnit ON seatState (unitId);

CREATE TABLE tenure (
  id         TEXT PRIMARY KEY,
  personId   TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  seatId     TEXT NOT NULL REFERENCES seat (id) ON DELETE CASCADE,
  validFrom  TEXT,
  validTo    TEXT CHECK (validTo > validFrom),
  recordedOn TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tenureByPerson ON tenure (personId);
CREATE INDEX tenureBySeat ON tenure (seatId);

-- Who and which seats are on an account's map. sourceId is the sender's identifier: of the person, or of a seat without a holder.
CREATE TABLE accountPerson (
  accountId TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  personId  TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  side      TEXT NOT NULL CHECK (side IN ('theirs', 'ours', 'third-party')),
  sourceId  TEXT,
  PRIMARY KEY (accountId, personId)
) STRICT, WITHOUT ROWID;
CREATE INDEX accountPersonByPerson ON accountPerson (personId);
CREATE UNIQUE INDEX accountPersonBySource ON accountPerson (accountId, sourceId) WHERE sourceId IS NOT NULL;

CREATE TABLE accountSeat (
  accountId TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  seatId    TEXT NOT NULL REFERENCES seat (id) ON DELETE CASCADE,
  side      TEXT NOT NULL CHECK (side IN ('theirs', 'ours', 'third-party')),
  sourceId  TEXT,
  PRIMARY KEY (accountId, seatId)
) STRICT, WITHOUT ROWID;
CREATE INDEX accountSeatBySeat ON accountSeat (seatId);
CREATE UNIQUE INDEX accountSeatBySource ON accountSeat (accountId, sourceId) WHERE sourceId IS NOT NULL;

-- Where imported rows came from: importing the same file again replaces its ties.
CREATE TABLE importSource (
  id        TEXT PRIMARY KEY,
  accountId TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  kind      TEXT NOT NULL,
  name      TEXT NOT NULL,
  UNIQUE (accountId, kind, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE tie (
  id           TEXT PRIMARY KEY,
  fromPersonId TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  toPersonId   TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE CHECK (toPersonId <> fromPersonId),
  kind         TEXT NOT NULL CHECK (kind IN ('influences', 'conflicts-with', 'allied-with', 'personal')),
  strength     REAL NOT NULL CHECK (strength BETWEEN 0 AND 1),
  confidence   REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  note         TEXT NOT NULL,
  validFrom    TEXT,
  validTo      TEXT CHECK (validTo > validFrom),
  secrecy      TEXT NOT NULL CHECK (secrecy IN ('open', 'team', 'private')),
  sourceId     TEXT REFERENCES importSource (id) ON DELETE SET NULL,
  recordedOn   TEXT NOT NULL,
  own          TEXT NOT NULL CHECK (json_valid(own))
) STRICT, WITHOUT ROWID;
CREATE INDEX tieByFrom ON tie (fromPersonId);
CREATE INDEX tieByTo ON tie (toPersonId);
CREATE INDEX tieBySource ON tie (sourceId);

CREATE TABLE opportunity (
  id               TEXT PRIMARY KEY,
  accountId        TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name             TEXT NOT NULL CHECK (trim(name) <> ''),
  stage            INTEGER NOT NULL CHECK (stage BETWEEN 1 AND 5),
  amount           REAL,
  currency         TEXT NOT NULL,
  openedOn         TEXT,
  expectedCloseOn  TEXT,
  switchedOffRoles TEXT NOT NULL CHECK (json_valid(switchedOffRoles)),
  position         INTEGER NOT NULL,
  own              TEXT NOT NULL CHECK (json_valid(own)),
  UNIQUE (accountId, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE decisionRole (
  id            TEXT PRIMARY KEY,
  opportunityId TEXT NOT NULL REFERENCES opportunity (id) ON DELETE CASCADE,
  seatId        TEXT NOT NULL REFERENCES seat (id) ON DELETE CASCADE,
  role          TEXT NOT NULL,
  chains        TEXT NOT NULL CHECK (json_valid(chains)),
  validFrom     TEXT,
  validTo       TEXT CHECK (validTo > validFrom),
  recordedOn    TEXT NOT NULL,
  own           TEXT NOT NULL CHECK (json_valid(own))
) STRICT, WITHOUT ROWID;
CREATE INDEX decisionRoleByOpportunity ON decisionRole (opportunityId);
CREATE INDEX decisionRoleBySeat ON decisionRole (seatId);

-- authorId says who thinks so; a depth also names which of ours the pair is about (ownPersonId); a political status belongs to
-- a person in an organization. Of one day the last recorded counts, hence recordedSeq.
CREATE TABLE judgement (
  id             TEXT PRIMARY KEY,
  subjectId      TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  authorId       TEXT REFERENCES person (id) ON DELETE SET NULL,
  ownPersonId    TEXT REFERENCES person (id) ON DELETE CASCADE,
  opportunityId  TEXT REFERENCES opportunity (id) ON DELETE CASCADE,
  organizationId TEXT REFERENCES organization (id) ON DELETE CASCADE,
  kind           TEXT NOT NULL CHECK (kind IN ('stance', 'depth', 'political', 'adaptability')),
  value          TEXT NOT NULL,
  madeOn         TEXT,
  expiresOn      TEXT CHECK (expiresOn > madeOn),
  confidence     REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  evidence       TEXT NOT NULL,
  secrecy        TEXT NOT NULL CHECK (secrecy IN ('open', 'team', 'private')),
  recordedSeq    INTEGER NOT NULL,
  own            TEXT NOT NULL CHECK (json_valid(own)),
  CHECK ((kind = 'depth') = (ownPersonId IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX judgementBySubject ON judgement (subjectId, kind);
CREATE INDEX judgementByAuthor ON judgement (authorId);
CREATE INDEX judgementByOwnPerson ON judgement (ownPersonId);
CREATE INDEX judgementByOpportunity ON judgement (opportunityId);
CREATE INDEX judgementByRecordedSeq ON judgement (recordedSeq);

CREATE TABLE targetDepth (
  accountId   TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  ownPersonId TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  subjectId   TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  depth       INTEGER NOT NULL CHECK (depth BETWEEN 0 AND 4),
  PRIMARY KEY (accountId, ownPersonId, subjectId)
) STRICT, WITHOUT ROWID;

CREATE TABLE interaction (
  id            TEXT PRIMARY KEY,
  accountId     TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  opportunityId TEXT REFERENCES opportunity (id) ON DELETE SET NULL,
  heldOn        TEXT,
  kind          TEXT NOT NULL,
  summary       TEXT NOT NULL,
  secrecy       TEXT NOT NULL CHECK (secrecy IN ('open', 'team', 'private')),
  own           TEXT NOT NULL CHECK (json_valid(own))
) STRICT, WITHOUT ROWID;
CREATE INDEX interactionByAccount ON interaction (accountId, heldOn);

CREATE TABLE interactionPerson (
  interactionId TEXT NOT NULL REFERENCES interaction (id) ON DELETE CASCADE,
  personId      TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  PRIMARY KEY (interactionId, personId)
) STRICT, WITHOUT ROWID;
CREATE INDEX interactionPersonByPerson ON interactionPerson (personId);

CREATE TABLE signal (
  id         TEXT PRIMARY KEY,
  accountId  TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  personId   TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind       TEXT NOT NULL,
  notedOn    TEXT,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  source     TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('recorded', 'found', 'accepted', 'dismissed')),
  own        TEXT NOT NULL CHECK (json_valid(own))
) STRICT, WITHOUT ROWID;
CREATE INDEX signalByAccount ON signal (accountId);
CREATE INDEX signalByPerson ON signal (personId);

-- A label and an order for the keys found in the `own` columns; a column of an imported file that nobody knows becomes one.
CREATE TABLE ownField (
  entity   TEXT NOT NULL,
  key      TEXT NOT NULL,
  label    TEXT NOT NULL,
  type     TEXT NOT NULL CHECK (type IN ('text', 'number', 'date', 'choice', 'person')),
  position INTEGER NOT NULL,
  PRIMARY KEY (entity, key)
) STRICT, WITHOUT ROWID;

-- Where somebody put a card by hand (scope: '' or the opportunity of an influence map; nodeId: a seat or a person).
CREATE TABLE pin (
  accountId TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  drawing   TEXT NOT NULL CHECK (drawing IN ('role', 'influence')),
  scope     TEXT NOT NULL,
  nodeId    TEXT NOT NULL,
  x         REAL NOT NULL,
  y         REAL NOT NULL,
  PRIMARY KEY (accountId, drawing, scope, nodeId)
) STRICT, WITHOUT ROWID;

-- What a layout remembers so that the next one moves as little as possible. Written by the program: never journaled.
CREATE TABLE layoutMemory (
  accountId TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  drawing   TEXT NOT NULL CHECK (drawing IN ('role', 'influence')),
  scope     TEXT NOT NULL,
  memory    TEXT NOT NULL CHECK (json_valid(memory)),
  PRIMARY KEY (accountId, drawing, scope)
) STRICT, WITHOUT ROWID;

-- The undo journal: named steps of row images. `created` of an import holds the keys of what it inserted, compressed, in place of
-- one image a row.
CREATE TABLE historyStep (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  name    TEXT NOT NULL,
  params  TEXT NOT NULL CHECK (json_valid(params)),
  madeAt  TEXT NOT NULL,
  undone  INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  created BLOB
) STRICT;

CREATE TABLE historyChange (
  seq       INTEGER PRIMARY KEY AUTOINCREMENT,
  stepId    INTEGER NOT NULL REFERENCES historyStep (id) ON DELETE CASCADE,
  tableName TEXT NOT NULL,
  key       TEXT NOT NULL,
  before    TEXT,
  after     TEXT
) STRICT;
CREATE INDEX historyChangeByStep ON historyChange (stepId, seq);
