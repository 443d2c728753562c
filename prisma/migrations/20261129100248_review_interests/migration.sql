-- AlterTable
ALTER TABLE "Review" ADD COLUMN     "interests" TEXT NOT NULL DEFAULT '';
