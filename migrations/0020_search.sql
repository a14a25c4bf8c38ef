-- Names that people bore, and the index that finds whatever has a name.

-- A name that somebody no longer bears, or another that they are known by (without days).
CREATE TABLE formerName (
  id         TEXT PRIMARY KEY,
  personId   TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  name       TEXT NOT NULL CHECK (trim(name) <> ''),
  validFrom  TEXT,
  validTo    TEXT CHECK (validTo > validFrom),
  recordedOn TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX formerNameByPerson ON formerName (personId);
CREATE INDEX formerNameByName ON formerName (name);

CREATE INDEX personByName ON person (name);
CREATE INDEX personByLatinName ON person (latinName) WHERE latinName <> '';
CREATE INDEX seatStateByTitle ON seatState (title);
CREATE INDEX organizationByName ON organization (name);
CREATE INDEX opportunityByName ON opportunity (name);

-- The words that can be found: every name and title once, however many bear it. Written by triggers, so that imports, undo and other
-- programs keep it right; words that nobody bears any more find nobody and are swept when the file is closed. Never journaled.
CREATE TABLE searchText (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  text TEXT NOT NULL UNIQUE
) STRICT;

-- Each word split into characters, in pinyin and in initials, from each syllable on (src-shared/search/forms.ts). Filled up by the
-- program after every change, since SQL knows no pinyin.
CREATE VIRTUAL TABLE searchIndex USING fts5 (
  own, pinyin, initials,
  content = '', contentless_delete = 1, tokenize = 'unicode61', prefix = '1 2 3'
);
-- The index's own terms, to try words one typing mistake away.
CREATE VIRTUAL TABLE searchTerm USING fts5vocab (searchIndex, instance);

CREATE TRIGGER searchPersonInsert AFTER INSERT ON person BEGIN
  INSERT INTO searchText (text) SELECT NEW.name UNION SELECT NEW.latinName WHERE NEW.latinName <> '' ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER searchPersonUpdate AFTER UPDATE OF name, latinName ON person BEGIN
  INSERT INTO searchText (text) SELECT NEW.name UNION SELECT NEW.latinName WHERE NEW.latinName <> '' ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER searchFormerNameInsert AFTER INSERT ON formerName BEGIN
  INSERT INTO searchText (text) VALUES (NEW.name) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER searchFormerNameUpdate AFTER UPDATE OF name ON formerName BEGIN
  INSERT INTO searchText (text) VALUES (NEW.name) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER searchSeatStateInsert AFTER INSERT ON seatState WHEN NEW.title <> '' BEGIN
  INSERT INTO searchText (text) VALUES (NEW.title) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER searchSeatStateUpdate AFTER UPDATE OF title ON seatState WHEN NEW.title <> '' BEGIN
  INSERT INTO searchText (text) VALUES (NEW.title) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER searchOrganizationInsert AFTER INSERT ON organization WHEN NEW.name <> '' BEGIN
  INSERT INTO searchText (text) VALUES (NEW.name) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER searchOrganizationUpdate AFTER UPDATE OF name ON organization WHEN NEW.name <> '' BEGIN
  INSERT INTO searchText (text) VALUES (NEW.name) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER searchAccountInsert AFTER INSERT ON account BEGIN
  INSERT INTO searchText (text) VALUES (NEW.name) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER searchAccountUpdate AFTER UPDATE OF name ON account BEGIN
  INSERT INTO searchText (text) VALUES (NEW.name) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER searchOpportunityInsert AFTER INSERT ON opportunity BEGIN
  INSERT INTO searchText (text) VALUES (NEW.name) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER searchOpportunityUpdate AFTER UPDATE OF name ON opportunity BEGIN
  INSERT INTO searchText (text) VALUES (NEW.name) ON CONFLICT DO NOTHING;
END;

INSERT INTO searchText (text)
  SELECT name FROM person
  UNION SELECT latinName FROM person
  UNION SELECT title FROM seatState
  UNION SELECT name FROM organization
  UNION SELECT name FROM account
  UNION SELECT name FROM opportunity
  EXCEPT SELECT '';
