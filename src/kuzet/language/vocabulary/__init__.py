"""What is looked for in a text, and what was learned of how far to trust it."""
