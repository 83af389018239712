"""What PostgreSQL does better, or more of, than SQL in general. Nothing is imported here."""
