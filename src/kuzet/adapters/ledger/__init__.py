"""The ledger of a collection: one SQLite file that tells what is known, what is due, and how each source fares.

It is an index of the archive and of nothing else that could not be asked again: what it tells of documents is a fold over
the captures of the archive in their order (`take`), and `capture.processed` is how far the fold has come. So a process that is killed
between keeping a capture and writing it here loses nothing: the captures behind that number are taken first when the
next one starts.
"""
