"""Names: of people as written, found and folded to one key; of places; which letters they hide in."""
