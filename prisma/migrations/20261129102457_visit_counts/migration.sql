-- CreateTable
CREATE TABLE "VisitCount" (
    "clinicId" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "people" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "VisitCount_pkey" PRIMARY KEY ("clinicId","question","answer")
);
