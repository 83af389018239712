"""The datasets domain in memory, one module for each topic; nothing is imported here."""
