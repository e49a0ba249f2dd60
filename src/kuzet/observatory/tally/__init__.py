"""Release -> Figure: every number that may be published."""
