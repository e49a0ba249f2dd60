"""The live API: published editions and nothing else, read from their releases; it asks no database."""
