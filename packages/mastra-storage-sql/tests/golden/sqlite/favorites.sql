-- The favorites domain as sqlite is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_favorites (
    "userId" TEXT NOT NULL,
    "entityType" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL,
    PRIMARY KEY ("userId", "entityType", "entityId")
);

-- Indexes of the original.
CREATE INDEX IF NOT EXISTS idx_favorites_entity ON mastra_favorites ("entityType", "entityId");

-- favorites.add_favorite
-- Insert; return nothing where it is a favorite already.
-- parameters: user_id, entity_type, entity_id, created_at
INSERT INTO mastra_favorites ("userId", "entityType", "entityId", "createdAt")
VALUES (?, ?, ?, ?)
ON CONFLICT ("userId", "entityType", "entityId")
DO NOTHING
RETURNING "entityId";

-- favorites.remove_favorite
-- Delete; return nothing where it is no favorite.
-- parameters: user_id, entity_type, entity_id
DELETE FROM mastra_favorites
WHERE mastra_favorites."userId" = ?
  AND mastra_favorites."entityType" = ?
  AND mastra_favorites."entityId" = ?
RETURNING "entityId";

-- favorites.favorites_among
-- Which of some entities a user has as favorites.
-- parameters: user_id, entity_type, ids
SELECT mastra_favorites."entityId"
FROM mastra_favorites
WHERE mastra_favorites."userId" = ?
  AND mastra_favorites."entityType" = ?
  AND mastra_favorites."entityId" IN (
    SELECT anon_1.value
    FROM json_each(?) AS anon_1
);

-- favorites.list_favorites
-- The favorites of a user, the newest first.
-- parameters: user_id, entity_type
SELECT mastra_favorites."entityId"
FROM mastra_favorites
WHERE mastra_favorites."userId" = ?
  AND mastra_favorites."entityType" = ?
ORDER BY mastra_favorites."createdAt" DESC, mastra_favorites."entityId" ASC;

-- favorites.forget_favorites
-- Delete all favorites of an entity.
-- parameters: entity_type, entity_id
DELETE FROM mastra_favorites
WHERE mastra_favorites."entityType" = ?
  AND mastra_favorites."entityId" = ?
RETURNING "userId";
