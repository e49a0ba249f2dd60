"""Figures and text -> Report, and the check of any report's numbers."""
