"""Mastra storage in an LMDB file: memory and workflows, for the processes of one machine."""

from mastra_storage_lmdb.store import LmdbStore, open_url

__all__ = ["LmdbStore", "open_url"]
