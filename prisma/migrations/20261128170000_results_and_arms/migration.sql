-- Figures are made anew from the content files by the seed that follows every migration: no row is carried over.

-- DropForeignKey
ALTER TABLE "Estimate" DROP CONSTRAINT "Estimate_comparatorId_fkey";

-- DropForeignKey
ALTER TABLE "Estimate" DROP CONSTRAINT "Estimate_conditionId_fkey";

-- DropForeignKey
ALTER TABLE "Estimate" DROP CONSTRAINT "Estimate_endpointId_fkey";

-- DropForeignKey
ALTER TABLE "Estimate" DROP CONSTRAINT "Estimate_sourceId_fkey";

-- DropTable
DROP TABLE "Estimate";

-- CreateTable
CREATE TABLE "Result" (
    "id" TEXT NOT NULL,
    "conditionId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "endpointId" TEXT NOT NULL,
    "where" TEXT NOT NULL,
    "counts" TEXT NOT NULL,
    "followUp" JSONB NOT NULL,
    "population" TEXT NOT NULL,
    "design" TEXT NOT NULL,
    "certainty" JSONB NOT NULL,
    "tier" TEXT NOT NULL,
    "notes" TEXT[],
    "checkedOn" TEXT NOT NULL,
    "nextReview" TEXT NOT NULL,
    "effect" JSONB,
    "order" INTEGER NOT NULL,

    CONSTRAINT "Result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Arm" (
    "id" TEXT NOT NULL,
    "resultId" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "arm" TEXT NOT NULL,
    "optionId" TEXT,
    "comparator" BOOLEAN NOT NULL,
    "toldAlone" BOOLEAN NOT NULL,
    "value" JSONB NOT NULL,
    "range" JSONB,
    "effect" JSONB,
    "where" TEXT,
    "notes" JSONB,
    "checkedOn" TEXT,
    "nextReview" TEXT,

    CONSTRAINT "Arm_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Result_conditionId_idx" ON "Result"("conditionId");

-- CreateIndex
CREATE INDEX "Result_sourceId_idx" ON "Result"("sourceId");

-- CreateIndex
CREATE INDEX "Arm_resultId_idx" ON "Arm"("resultId");

-- AddForeignKey
ALTER TABLE "Result" ADD CONSTRAINT "Result_conditionId_fkey" FOREIGN KEY ("conditionId") REFERENCES "Condition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Result" ADD CONSTRAINT "Result_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Result" ADD CONSTRAINT "Result_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "Endpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Arm" ADD CONSTRAINT "Arm_resultId_fkey" FOREIGN KEY ("resultId") REFERENCES "Result"("id") ON DELETE CASCADE ON UPDATE CASCADE;
