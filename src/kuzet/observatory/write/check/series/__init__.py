"""Numbers of one thing over time: sums and averages of years, peaks, trends, and what came and went."""
