-- Two views, so that the typed client decides by the database's clock (docs/decisions/0030-what-goes-through-the-prisma-client.md).
-- "OR REPLACE": a restore drops tables, and a view of no table would still be there.

-- Shares whose end is still to come. PostgreSQL writes to the table behind it.
CREATE OR REPLACE VIEW "LivingShare" AS SELECT * FROM "Share" WHERE "expiresAt" > now();

-- What time it is, in one row.
CREATE OR REPLACE VIEW "Clock" AS SELECT 1 AS "id", now() AS "now";
