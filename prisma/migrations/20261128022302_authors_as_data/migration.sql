-- Authors become data. What a database holds from before stays whole, as one name, until its content is written again.
ALTER TABLE "Source" ALTER COLUMN "authors" TYPE JSONB USING
  CASE WHEN "authors" IS NULL THEN NULL
  ELSE jsonb_build_object('people', '[]'::jsonb, 'groups', jsonb_build_array("authors"), 'others', false) END;
