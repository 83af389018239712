-- The favorites domain as postgresql is sent it: tables, indexes, then every statement.
-- Written by `nox -s golden`, from the code; not meant to be edited.

CREATE TABLE IF NOT EXISTS mastra_favorites (
    "userId" TEXT NOT NULL,
    "entityType" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "createdAt" TIMESTAMP NOT NULL,
    "createdAtZ" TIMESTAMPTZ DEFAULT now(),
    PRIMARY KEY ("userId", "entityType", "entityId")
);

-- Indexes of the original.
CREATE INDEX IF NOT EXISTS idx_favorites_entity ON mastra_favorites ("entityType", "entityId");

-- favorites.add_favorite
-- Insert; return nothing where it is a favorite already.
-- parameters: user_id, entity_type, entity_id, created_at, created_at
INSERT INTO mastra_favorites ("userId", "entityType", "entityId", "createdAt", "createdAtZ")
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT ("userId", "entityType", "entityId")
DO NOTHING
RETURNING mastra_favorites."entityId";

-- favorites.remove_favorite
-- Delete; return nothing where it is no favorite.
-- parameters: user_id, entity_type, entity_id
DELETE FROM mastra_favorites
WHERE mastra_favorites."userId" = $1
  AND mastra_favorites."entityType" = $2
  AND mastra_favorites."entityId" = $3
RETURNING mastra_favorites."entityId";

-- favorites.favorites_among
-- Which of some entities a user has as favorites.
-- parameters: user_id, entity_type, ids
SELECT mastra_favorites."entityId"
FROM mastra_favorites
WHERE mastra_favorites."userId" = $1
  AND mastra_favorites."entityType" = $2
  AND mastra_favorites."entityId" = ANY ($3);

-- favorites.list_favorites
-- The favorites of a user, the newest first.
-- parameters: user_id, entity_type
SELECT mastra_favorites."entityId"
FROM mastra_favorites
WHERE mastra_favorites."userId" = $1
  AND mastra_favorites."entityType" = $2
ORDER BY mastra_favorites."createdAt" DESC, mastra_favorites."entityId" COLLATE "C" ASC;

-- favorites.forget_favorites
-- Delete all favorites of an entity.
-- parameters: entity_type, entity_id
DELETE FROM mastra_favorites
WHERE mastra_favorites."entityType" = $1
  AND mastra_favorites."entityId" = $2
RETURNING mastra_favorites."userId";
