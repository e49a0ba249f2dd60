"""What a text says: its sentences and numbers, and the words that tie a number to a time, a thing or another number."""
