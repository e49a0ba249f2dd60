"""Which numbers of a text belong together: a part and its whole, two years of one count, the entries of a list."""
