"""The datasets domain in SQL, one module for each topic; nothing is imported here."""
