"""The ledger of a collection: one SQLite file that tells what is known, what is due, and how each source fares.

It is an index. What it tells of documents is a fold over the captures of the archive in their order (`take`), and the
table `fold` says how far that has come. So a process that is killed between keeping a capture and writing it here loses
nothing: the captures behind that number are taken first by the one that starts next. What else it holds can be asked
again: what is due, what failed, whether a page was unchanged.
"""
