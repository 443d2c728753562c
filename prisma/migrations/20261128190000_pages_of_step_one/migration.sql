-- Every part of step 1 has a page of its own; options stand in groups by what they are for; small drawings and signs.
-- What is stored is written again from the content at the next start: until then a row says nothing of these.
ALTER TABLE "Condition" ADD COLUMN     "sketch" TEXT;

ALTER TABLE "Section" DROP COLUMN "ownPage",
ADD COLUMN     "icon" TEXT,
ADD COLUMN     "places" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "Section" ALTER COLUMN "places" DROP DEFAULT;

ALTER TABLE "Situation" ADD COLUMN     "sketch" TEXT;

ALTER TABLE "Option" ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "sketch" TEXT;
ALTER TABLE "Option" ALTER COLUMN "purpose" DROP DEFAULT;
