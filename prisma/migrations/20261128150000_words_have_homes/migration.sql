-- CreateTable
CREATE TABLE "ArticlePatterns" (
    "locale" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "patterns" JSONB NOT NULL,

    CONSTRAINT "ArticlePatterns_pkey" PRIMARY KEY ("locale","kind")
);

-- CreateTable
CREATE TABLE "QualityItem" (
    "locale" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "set" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "note" TEXT,
    "where" TEXT,
    "testFile" TEXT,
    "testTitle" TEXT,

    CONSTRAINT "QualityItem_pkey" PRIMARY KEY ("locale","id")
);

-- CreateTable
CREATE TABLE "ContentHash" (
    "locale" TEXT NOT NULL,
    "contentId" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "ContentHash_pkey" PRIMARY KEY ("locale","contentId")
);

-- What these tables now hold stood among the words. It moves along, so that content of an older version can still be
-- shown when newer content is refused.
INSERT INTO "ArticlePatterns" ("locale", "kind", "patterns")
  SELECT "locale", "file", "value" FROM "Words" WHERE "scope" = 'article-check' AND "key" = 'patterns';

INSERT INTO "QualityItem" ("locale", "id", "order", "set", "text", "state", "note", "where", "testFile", "testTitle")
  SELECT "locale", "key", "order", "value"->>'set', "value"->>'text', "value"->>'state', "value"->>'note', "value"->>'where',
    "value"->'test'->>'file', "value"->'test'->>'title'
  FROM "Words" WHERE "scope" = 'shared' AND "file" = 'quality';

INSERT INTO "ContentHash" ("locale", "contentId", "order", "hash")
  SELECT "locale", "key", "order", "value" #>> '{}' FROM "Words" WHERE "scope" = 'content-hash' AND "file" = 'content-hash';

DELETE FROM "Words"
  WHERE "scope" IN ('article-check', 'content-hash') OR ("scope" = 'shared' AND "file" = 'quality');
