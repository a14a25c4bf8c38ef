-- The answers of a guided rating, kept with the depth that they led to (src-shared/model/judgement.ts).
ALTER TABLE judgement ADD COLUMN factors TEXT CHECK (factors IS NULL OR (kind = 'depth' AND json_valid(factors)));
