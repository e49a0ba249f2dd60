"""Changes: between years, in points, in multiples, and of ranks."""
