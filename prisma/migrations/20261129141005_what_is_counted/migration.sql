-- AlterTable
ALTER TABLE "Endpoint" DROP COLUMN "ofPeople",
ADD COLUMN     "thing" TEXT NOT NULL DEFAULT 'people';

-- AlterTable
ALTER TABLE "Fact" ADD COLUMN     "thing" TEXT NOT NULL DEFAULT 'people';
