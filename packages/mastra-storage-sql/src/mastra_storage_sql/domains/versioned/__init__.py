"""Every kind of versioned entity in SQL, written once; nothing is imported here."""
