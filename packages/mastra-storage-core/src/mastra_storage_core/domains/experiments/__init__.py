"""The experiments domain, one module for each topic; nothing is imported here."""
