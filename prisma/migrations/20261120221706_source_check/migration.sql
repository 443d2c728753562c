-- CreateTable
CREATE TABLE "SourceCheck" (
    "id" SERIAL NOT NULL,
    "sourceId" TEXT NOT NULL,
    "askedAt" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "result" TEXT NOT NULL,
    "status" TEXT,
    "trialState" TEXT,
    "hasResults" BOOLEAN,
    "detail" TEXT NOT NULL,
    "etag" TEXT,

    CONSTRAINT "SourceCheck_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SourceCheck_sourceId_askedAt_about_at_idx" ON "SourceCheck"("sourceId", "askedAt", "about", "at");
