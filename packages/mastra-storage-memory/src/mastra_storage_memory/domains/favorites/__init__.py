"""The favorites domain; nothing is imported here."""
