"""Kuzet (Kazakh күзет, "watch, guard"): an observatory of attacks on media workers."""

__version__ = "2026.11.0"
