"""Tables of a text: their cells, what they add up to, and columns that follow from others."""
