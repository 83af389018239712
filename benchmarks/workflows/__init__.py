"""The workflows domain, beside the driver; nothing is imported here."""
