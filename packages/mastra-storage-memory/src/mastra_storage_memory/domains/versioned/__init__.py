"""Every kind of versioned entity in plain Python, written once; nothing is imported here."""
