"""The kinds of entities that have versions: one module each, and nothing but data in it."""
