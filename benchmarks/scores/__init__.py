"""The scores domain, beside the driver; nothing is imported here."""
