"""Candidates -> Link: which candidates report the same incident, and why."""
