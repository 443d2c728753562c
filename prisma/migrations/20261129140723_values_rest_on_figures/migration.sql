-- The row that asks the same as a value, and where that row knows nothing clear: there the value points at nothing.
-- What is stored is written again from the content at the next start: until then each value points as before.
ALTER TABLE "Matter" ADD COLUMN     "notClear" TEXT[],
ADD COLUMN     "outcomeId" TEXT;
