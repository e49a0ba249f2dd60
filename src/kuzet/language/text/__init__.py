"""Signs to words: the tables of a language, scripts, which language it is, and its sentences."""
