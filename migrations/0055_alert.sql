-- What somebody is told of at the bell, and the figures it is measured against. Written by the program: never journaled.

CREATE TABLE alert (
  id            TEXT PRIMARY KEY,
  alertKey      TEXT NOT NULL UNIQUE,
  accountId     TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  opportunityId TEXT REFERENCES opportunity (id) ON DELETE CASCADE,
  personId      TEXT REFERENCES person (id) ON DELETE CASCADE,
  kind          TEXT NOT NULL,
  code          TEXT NOT NULL,
  params        TEXT NOT NULL CHECK (json_valid(params)),
  raisedOn      TEXT NOT NULL,
  seenOn        TEXT,
  dismissedOn   TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX alertByAccount ON alert (accountId);

-- The best figures of a deal since somebody last took note of a worsening.
CREATE TABLE figureMark (
  opportunityId TEXT PRIMARY KEY REFERENCES opportunity (id) ON DELETE CASCADE,
  coverage      REAL NOT NULL,
  lights        TEXT NOT NULL CHECK (json_valid(lights))
) STRICT, WITHOUT ROWID;
