-- The questions of a decision that stand on the sheet for the visit.
-- What is stored is written again from the content at the next start: until then no question stands there.
ALTER TABLE "Outcome" ADD COLUMN     "onSheet" BOOLEAN NOT NULL DEFAULT false;
