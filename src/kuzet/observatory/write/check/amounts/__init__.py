"""Sums of money and terms: what they add up to, their averages, and the index that they are told in."""
