-- Interactions with their papers, where they came from, and the index that finds words in their summaries.

-- A link to a file or a page; the thing itself stays where it is.
CREATE TABLE interactionAttachment (
  id            TEXT PRIMARY KEY,
  interactionId TEXT NOT NULL REFERENCES interaction (id) ON DELETE CASCADE,
  label         TEXT NOT NULL,
  target        TEXT NOT NULL CHECK (trim(target) <> ''),
  position      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX interactionAttachmentByInteraction ON interactionAttachment (interactionId);

-- Which entry of a calendar an interaction was taken from, so that it is not taken twice.
CREATE TABLE interactionCalendar (
  interactionId TEXT PRIMARY KEY REFERENCES interaction (id) ON DELETE CASCADE,
  uid           TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX interactionCalendarByUid ON interactionCalendar (uid);

-- Which summary a row of the index is: a changed summary gets a new number, so that what the index lacks lies behind the last that it
-- has. Written by triggers, so that imports, undo and other programs keep it right. Never journaled.
CREATE TABLE interactionText (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  interactionId TEXT NOT NULL UNIQUE
) STRICT;

-- Each summary split into words and Chinese characters, with the reading and its first letter of each character
-- (src-shared/search/sentence.ts). Filled up by the program after every change, since SQL knows no pinyin.
CREATE VIRTUAL TABLE interactionIndex USING fts5 (
  own, pinyin, initials,
  content = '', contentless_delete = 1, tokenize = 'unicode61', prefix = '2 3'
);
-- The index's own terms, to part pinyin that is written together into syllables that occur.
CREATE VIRTUAL TABLE interactionTerm USING fts5vocab (interactionIndex, instance);

CREATE TRIGGER interactionTextInsert AFTER INSERT ON interaction WHEN NEW.summary <> '' BEGIN
  INSERT INTO interactionText (interactionId) VALUES (NEW.id);
END;
CREATE TRIGGER interactionTextUpdate AFTER UPDATE OF summary ON interaction WHEN OLD.summary IS NOT NEW.summary BEGIN
  DELETE FROM interactionText WHERE interactionId = OLD.id;
  INSERT INTO interactionText (interactionId) SELECT NEW.id WHERE NEW.summary <> '';
END;
CREATE TRIGGER interactionTextDelete AFTER DELETE ON interaction BEGIN
  DELETE FROM interactionText WHERE interactionId = OLD.id;
END;
CREATE TRIGGER interactionIndexDelete AFTER DELETE ON interactionText BEGIN
  DELETE FROM interactionIndex WHERE rowid = OLD.id;
END;

INSERT INTO interactionText (interactionId) SELECT id FROM interaction WHERE summary <> '';
