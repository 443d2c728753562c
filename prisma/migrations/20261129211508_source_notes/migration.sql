-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "note" TEXT;
