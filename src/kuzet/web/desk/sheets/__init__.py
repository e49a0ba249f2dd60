"""Registers in spreadsheets at the desk: sent, drafted, imported, raised and given out."""
