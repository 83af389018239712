"""What a trace looks like, in a terminal and on a page; nothing is imported here."""
