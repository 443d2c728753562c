-- AlterTable
ALTER TABLE "Cell" ADD COLUMN     "leadIds" TEXT[] DEFAULT ARRAY[]::TEXT[];
