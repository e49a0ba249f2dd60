"""Text in Kazakh, Russian and English: pure functions, with the data of each language in a folder of its own."""
