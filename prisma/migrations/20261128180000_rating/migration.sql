-- CreateTable
CREATE TABLE "Rating" (
    "conditionId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "level" TEXT,
    "start" TEXT NOT NULL,
    "againstIds" TEXT[],
    "forIds" TEXT[],
    "ratedOn" TEXT NOT NULL,

    CONSTRAINT "Rating_pkey" PRIMARY KEY ("conditionId","place")
);

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_conditionId_fkey" FOREIGN KEY ("conditionId") REFERENCES "Condition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
