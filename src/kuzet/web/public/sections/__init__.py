"""The parts of the site that are pages, lists, feeds and files of its own; the open data and the search stand apart."""
