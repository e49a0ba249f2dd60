"""`kuzet collect`: ask sources what is new, keep the evidence, read what came, and tell how the sources are."""
