-- AlterTable
ALTER TABLE "Section" ADD COLUMN     "ownPage" BOOLEAN NOT NULL DEFAULT false;
