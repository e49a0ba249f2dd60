"""Wholes and their parts: shares, lists "of which", remainders, and what sums to 100."""
