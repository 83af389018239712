"""Spans on their way in: a buffer between a program and the store; nothing is imported here."""
