"""The rows of the search: which keys there are, and which incidents hold them. They follow from the incidents.

An index of a database's own kind (FTS5, GIN) ranks in another way than the site's search does, and reads every incident
that holds a common word; of these rows the heaviest two thousand of a key are read by one index.
"""

from __future__ import annotations

from typing import Final

from django.db import models

from kuzet.web.seeking.fold import LONGEST

IDENT: Final = 500
"""Characters of an id at most: what an index of every database takes."""


class Term(models.Model):
    """A key, with the marks of the languages whose endings may follow it, and the number of incidents that hold it.

    `start` is its first two letters. The empty key stands for all incidents.
    """

    key = models.CharField(max_length=LONGEST, unique=True)
    start = models.CharField(max_length=2, db_index=True)
    mark = models.PositiveSmallIntegerField()
    incidents = models.PositiveIntegerField(default=0)


class Held(models.Model):
    """An incident holds a term; the less `lightness`, the more the term weighs in it."""

    term = models.IntegerField()
    lightness = models.PositiveSmallIntegerField()
    incident = models.CharField(max_length=IDENT, db_index=True)

    class Meta:
        indexes = (models.Index(fields=("term", "lightness", "incident"), name="held"),)
