"""Candidates, Codings and Decisions -> Incident: who decided what."""
