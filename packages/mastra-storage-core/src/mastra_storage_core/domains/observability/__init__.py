"""The observability domain, one module for each topic; nothing is imported here."""
