-- What is noted about somebody is often more delicate than that they exist: a tier of its own (src-shared/model/person.ts).
ALTER TABLE person ADD COLUMN noteSecrecy TEXT NOT NULL DEFAULT 'open' CHECK (noteSecrecy IN ('open', 'team', 'private'));
-- Whom a reader may not see is asked by every statement that is read for them (src-main/core/concealed.ts).
CREATE INDEX personBySecrecy ON person (secrecy) WHERE secrecy <> 'open';
