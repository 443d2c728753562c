-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Release" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "contentDate" TEXT NOT NULL,
    "changelog" TEXT NOT NULL,
    "seededAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "authors" TEXT,
    "title" TEXT NOT NULL,
    "titleIsShort" BOOLEAN NOT NULL,
    "container" TEXT,
    "year" INTEGER,
    "doi" TEXT,
    "pmid" TEXT,
    "nct" TEXT,
    "url" TEXT,
    "people" INTEGER,
    "readAs" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "checkedOn" TEXT NOT NULL,
    "nextReview" TEXT NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Citation" (
    "conditionId" TEXT,
    "kind" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "sourceId" TEXT NOT NULL,
    "id" SERIAL NOT NULL,

    CONSTRAINT "Citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Condition" (
    "id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "drawing" TEXT,

    CONSTRAINT "Condition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "conditionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "optIn" BOOLEAN NOT NULL,
    "drawing" TEXT,
    "estimateIds" TEXT[],

    CONSTRAINT "Section_pkey" PRIMARY KEY ("conditionId","id")
);

-- CreateTable
CREATE TABLE "Situation" (
    "conditionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "Situation_pkey" PRIMARY KEY ("conditionId","id")
);

-- CreateTable
CREATE TABLE "Option" (
    "conditionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "drawing" TEXT,
    "estimateIds" TEXT[],

    CONSTRAINT "Option_pkey" PRIMARY KEY ("conditionId","id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "conditionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("conditionId","id")
);

-- CreateTable
CREATE TABLE "DecisionSituation" (
    "conditionId" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "situationId" TEXT NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "DecisionSituation_pkey" PRIMARY KEY ("conditionId","decisionId","situationId")
);

-- CreateTable
CREATE TABLE "DecisionOption" (
    "conditionId" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "optionId" TEXT NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "DecisionOption_pkey" PRIMARY KEY ("conditionId","decisionId","optionId")
);

-- CreateTable
CREATE TABLE "Outcome" (
    "conditionId" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "tone" TEXT NOT NULL,

    CONSTRAINT "Outcome_pkey" PRIMARY KEY ("conditionId","decisionId","id")
);

-- CreateTable
CREATE TABLE "Cell" (
    "conditionId" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "outcomeId" TEXT NOT NULL,
    "optionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "whyId" TEXT,
    "estimateIds" TEXT[],

    CONSTRAINT "Cell_pkey" PRIMARY KEY ("conditionId","decisionId","outcomeId","optionId")
);

-- CreateTable
CREATE TABLE "Endpoint" (
    "id" TEXT NOT NULL,
    "conditionId" TEXT NOT NULL,
    "headline" TEXT NOT NULL,

    CONSTRAINT "Endpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Estimate" (
    "id" TEXT NOT NULL,
    "conditionId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "endpointId" TEXT NOT NULL,
    "comparatorId" TEXT,
    "place" TEXT NOT NULL,
    "counts" TEXT NOT NULL,
    "arm" TEXT NOT NULL,
    "optionId" TEXT,
    "value" JSONB NOT NULL,
    "effect" JSONB,
    "range" JSONB,
    "design" TEXT NOT NULL,
    "followUp" JSONB NOT NULL,
    "population" TEXT NOT NULL,
    "certainty" JSONB NOT NULL,
    "tier" TEXT NOT NULL,
    "notes" TEXT[],
    "checkedOn" TEXT NOT NULL,
    "nextReview" TEXT NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "Estimate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Fact" (
    "id" TEXT NOT NULL,
    "conditionId" TEXT,
    "value" JSONB NOT NULL,
    "unit" TEXT NOT NULL,
    "approximate" BOOLEAN NOT NULL,
    "sourceId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "tier" TEXT NOT NULL,

    CONSTRAINT "Fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Product" (
    "conditionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "Product_pkey" PRIMARY KEY ("conditionId","id")
);

-- CreateTable
CREATE TABLE "ProductAnswer" (
    "conditionId" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "estimateIds" TEXT[],
    "sourceIds" TEXT[],

    CONSTRAINT "ProductAnswer_pkey" PRIMARY KEY ("conditionId","productId","question")
);

-- CreateTable
CREATE TABLE "Trial" (
    "conditionId" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "randomised" BOOLEAN NOT NULL,
    "sham" BOOLEAN NOT NULL,
    "blinded" BOOLEAN,
    "people" INTEGER,
    "mainAim" TEXT NOT NULL,
    "estimateIds" TEXT[],

    CONSTRAINT "Trial_pkey" PRIMARY KEY ("conditionId","productId","id")
);

-- CreateTable
CREATE TABLE "RunningTrial" (
    "conditionId" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "registration" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "people" INTEGER,
    "state" TEXT NOT NULL,
    "checkedOn" TEXT NOT NULL,

    CONSTRAINT "RunningTrial_pkey" PRIMARY KEY ("conditionId","productId","id")
);

-- CreateTable
CREATE TABLE "RegulatorAnswer" (
    "id" TEXT NOT NULL,
    "conditionId" TEXT,
    "order" INTEGER NOT NULL,
    "country" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "date" TEXT NOT NULL,

    CONSTRAINT "RegulatorAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StemCellItem" (
    "id" TEXT NOT NULL,
    "conditionId" TEXT,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "estimateIds" TEXT[],

    CONSTRAINT "StemCellItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Claim" (
    "conditionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "inference" BOOLEAN NOT NULL,
    "checkedOn" TEXT NOT NULL,
    "nextReview" TEXT NOT NULL,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("conditionId","id")
);

-- CreateTable
CREATE TABLE "Matter" (
    "conditionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "decisionIds" TEXT[],
    "towards" TEXT[],
    "against" TEXT[],

    CONSTRAINT "Matter_pkey" PRIMARY KEY ("conditionId","id")
);

-- CreateTable
CREATE TABLE "QuizQuestion" (
    "conditionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "decisionIds" TEXT[],
    "estimateIds" TEXT[],
    "answers" JSONB NOT NULL,

    CONSTRAINT "QuizQuestion_pkey" PRIMARY KEY ("conditionId","id")
);

-- CreateTable
CREATE TABLE "Words" (
    "locale" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "Words_pkey" PRIMARY KEY ("locale","scope","file","key")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "covers" JSONB NOT NULL,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Citation_conditionId_kind_ownerId_idx" ON "Citation"("conditionId", "kind", "ownerId");

-- CreateIndex
CREATE INDEX "Citation_sourceId_idx" ON "Citation"("sourceId");

-- CreateIndex
CREATE INDEX "Estimate_conditionId_idx" ON "Estimate"("conditionId");

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_conditionId_fkey" FOREIGN KEY ("conditionId") REFERENCES "Condition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Situation" ADD CONSTRAINT "Situation_conditionId_fkey" FOREIGN KEY ("conditionId") REFERENCES "Condition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Option" ADD CONSTRAINT "Option_conditionId_fkey" FOREIGN KEY ("conditionId") REFERENCES "Condition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_conditionId_fkey" FOREIGN KEY ("conditionId") REFERENCES "Condition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionSituation" ADD CONSTRAINT "DecisionSituation_conditionId_decisionId_fkey" FOREIGN KEY ("conditionId", "decisionId") REFERENCES "Decision"("conditionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionSituation" ADD CONSTRAINT "DecisionSituation_conditionId_situationId_fkey" FOREIGN KEY ("conditionId", "situationId") REFERENCES "Situation"("conditionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionOption" ADD CONSTRAINT "DecisionOption_conditionId_decisionId_fkey" FOREIGN KEY ("conditionId", "decisionId") REFERENCES "Decision"("conditionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionOption" ADD CONSTRAINT "DecisionOption_conditionId_optionId_fkey" FOREIGN KEY ("conditionId", "optionId") REFERENCES "Option"("conditionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_conditionId_decisionId_fkey" FOREIGN KEY ("conditionId", "decisionId") REFERENCES "Decision"("conditionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cell" ADD CONSTRAINT "Cell_conditionId_decisionId_outcomeId_fkey" FOREIGN KEY ("conditionId", "decisionId", "outcomeId") REFERENCES "Outcome"("conditionId", "decisionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Endpoint" ADD CONSTRAINT "Endpoint_conditionId_fkey" FOREIGN KEY ("conditionId") REFERENCES "Condition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Estimate" ADD CONSTRAINT "Estimate_conditionId_fkey" FOREIGN KEY ("conditionId") REFERENCES "Condition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Estimate" ADD CONSTRAINT "Estimate_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Estimate" ADD CONSTRAINT "Estimate_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "Endpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Estimate" ADD CONSTRAINT "Estimate_comparatorId_fkey" FOREIGN KEY ("comparatorId") REFERENCES "Estimate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Fact" ADD CONSTRAINT "Fact_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Product" ADD CONSTRAINT "Product_conditionId_fkey" FOREIGN KEY ("conditionId") REFERENCES "Condition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductAnswer" ADD CONSTRAINT "ProductAnswer_conditionId_productId_fkey" FOREIGN KEY ("conditionId", "productId") REFERENCES "Product"("conditionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trial" ADD CONSTRAINT "Trial_conditionId_productId_fkey" FOREIGN KEY ("conditionId", "productId") REFERENCES "Product"("conditionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trial" ADD CONSTRAINT "Trial_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RunningTrial" ADD CONSTRAINT "RunningTrial_conditionId_productId_fkey" FOREIGN KEY ("conditionId", "productId") REFERENCES "Product"("conditionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RunningTrial" ADD CONSTRAINT "RunningTrial_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_conditionId_fkey" FOREIGN KEY ("conditionId") REFERENCES "Condition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Matter" ADD CONSTRAINT "Matter_conditionId_fkey" FOREIGN KEY ("conditionId") REFERENCES "Condition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizQuestion" ADD CONSTRAINT "QuizQuestion_conditionId_fkey" FOREIGN KEY ("conditionId") REFERENCES "Condition"("id") ON DELETE CASCADE ON UPDATE CASCADE;
