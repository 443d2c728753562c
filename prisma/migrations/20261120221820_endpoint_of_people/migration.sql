-- AlterTable
ALTER TABLE "Endpoint" ADD COLUMN     "ofPeople" BOOLEAN NOT NULL DEFAULT true;
