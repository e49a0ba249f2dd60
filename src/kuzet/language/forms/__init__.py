"""Forms of words: Kazakh morphology, declension, and words as stems."""
