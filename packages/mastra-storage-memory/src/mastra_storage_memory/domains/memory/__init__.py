"""The memory domain in plain Python, one module for each topic; nothing is imported here."""
