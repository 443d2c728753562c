-- Where in its source a figure stands: the same name as in the content files.
ALTER TABLE "Estimate" RENAME COLUMN "place" TO "where";
ALTER TABLE "Fact" RENAME COLUMN "place" TO "where";
