"""The memory domain, beside the driver; nothing is imported here."""
