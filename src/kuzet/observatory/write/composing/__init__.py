"""A template and a release to a report: every expression computed, every list and chart made."""
