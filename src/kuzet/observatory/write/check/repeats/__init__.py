"""Numbers that are told more than once: elsewhere in the text, in a note, or in a release."""
