-- CreateTable
CREATE TABLE "Position" (
    "conditionId" TEXT NOT NULL,
    "topicId" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "strength" TEXT,
    "date" TEXT,
    "whyId" TEXT,

    CONSTRAINT "Position_pkey" PRIMARY KEY ("conditionId","topicId","bodyId")
);

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_conditionId_fkey" FOREIGN KEY ("conditionId") REFERENCES "Condition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
