-- CreateIndex
CREATE INDEX "Estimate_sourceId_idx" ON "Estimate"("sourceId");

-- CreateIndex
CREATE INDEX "Source_status_idx" ON "Source"("status");

-- CreateIndex
CREATE INDEX "SourceCheck_askedAt_at_idx" ON "SourceCheck"("askedAt", "at");

-- CreateIndex
CREATE INDEX "SourceCheck_status_idx" ON "SourceCheck"("status");
