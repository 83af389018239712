"""One folder for each domain; nothing is imported here."""
