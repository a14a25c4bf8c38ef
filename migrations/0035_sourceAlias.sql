-- Further ids of a sender for somebody who came in twice and was merged: the same file, read again, finds them by either.
CREATE TABLE sourceAlias (
  accountId TEXT NOT NULL,
  sourceId  TEXT NOT NULL,
  personId  TEXT NOT NULL,
  PRIMARY KEY (accountId, sourceId),
  FOREIGN KEY (accountId, personId) REFERENCES accountPerson (accountId, personId) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX sourceAliasByPerson ON sourceAlias (personId);
