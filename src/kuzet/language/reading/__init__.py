"""A document read: who appears in it, what was done, to whom, and whether it was."""
