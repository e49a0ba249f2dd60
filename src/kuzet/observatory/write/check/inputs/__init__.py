"""The text of a file that is to be checked, of whatever kind it is."""
