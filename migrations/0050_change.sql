-- Who comes and goes: how the inbox holds a signal, what was confirmed, and the hand-overs that follow.

-- Of a signal that the program found: why, and about which fact, so that none is found twice. Of any: until when it sleeps.
CREATE TABLE signalInbox (
  signalId     TEXT PRIMARY KEY REFERENCES signal (id) ON DELETE CASCADE,
  foundBy      TEXT CHECK (foundBy IN ('silence', 'tenure-ending', 'judgement-reversed', 'address-bounced')),
  foundFor     TEXT,
  snoozedUntil TEXT,
  decidedOn    TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX signalInboxByFact ON signalInbox (foundFor) WHERE foundFor IS NOT NULL;

CREATE TABLE changeEvent (
  id         TEXT PRIMARY KEY,
  accountId  TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  kind       TEXT NOT NULL CHECK (kind IN ('joined', 'left', 'transferred', 'promoted', 'retired', 'reorganised')),
  personId   TEXT REFERENCES person (id) ON DELETE CASCADE,
  seatId     TEXT REFERENCES seat (id) ON DELETE SET NULL,
  happenedOn TEXT NOT NULL,
  note       TEXT NOT NULL,
  signalId   TEXT REFERENCES signal (id) ON DELETE SET NULL,
  recordedOn TEXT NOT NULL,
  own        TEXT NOT NULL CHECK (json_valid(own))
) STRICT, WITHOUT ROWID;
CREATE INDEX changeEventByAccount ON changeEvent (accountId, happenedOn);
CREATE INDEX changeEventByPerson ON changeEvent (personId);

CREATE TABLE handOver (
  id                   TEXT PRIMARY KEY,
  accountId            TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  personId             TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  changeEventId        TEXT REFERENCES changeEvent (id) ON DELETE SET NULL,
  openedOn             TEXT NOT NULL,
  closedOn             TEXT,
  destination          TEXT NOT NULL,
  destinationAccountId TEXT REFERENCES account (id) ON DELETE SET NULL,
  note                 TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX handOverByAccount ON handOver (accountId);
CREATE INDEX handOverByPerson ON handOver (personId);

-- A role to be inherited (role, seatId), a relationship to be taken over or kept (subjectId), a promise (taskId), a strategy.
CREATE TABLE handOverItem (
  id            TEXT PRIMARY KEY,
  handOverId    TEXT NOT NULL REFERENCES handOver (id) ON DELETE CASCADE,
  kind          TEXT NOT NULL CHECK (kind IN ('role', 'relationship', 'promise', 'strategy')),
  opportunityId TEXT REFERENCES opportunity (id) ON DELETE CASCADE,
  role          TEXT,
  seatId        TEXT REFERENCES seat (id) ON DELETE CASCADE,
  subjectId     TEXT REFERENCES person (id) ON DELETE CASCADE,
  taskId        TEXT REFERENCES task (id) ON DELETE CASCADE,
  strategyId    TEXT REFERENCES strategy (id) ON DELETE CASCADE,
  successorId   TEXT REFERENCES person (id) ON DELETE SET NULL,
  ownPersonId   TEXT REFERENCES person (id) ON DELETE SET NULL,
  dueOn         TEXT,
  doneOn        TEXT,
  note          TEXT NOT NULL,
  position      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX handOverItemByHandOver ON handOverItem (handOverId, position);
