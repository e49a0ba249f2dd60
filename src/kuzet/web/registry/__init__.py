"""All models and migrations; the only translator between rows and words, and the only way to change them.

- `tables` says which field of a word stands in which column, `store` reads and writes words by it;
- `changes` is the one way in: each change of a word and its event are one transaction;
- `events` are the paper trail, chained by hash; `proof` finds what was changed behind its back;
- `deciding` applies decisions, `editions` freezes releases.
"""
