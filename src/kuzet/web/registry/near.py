"""The rows by which near-copies of a document, and what may report the same, are found. They follow from the words."""

from __future__ import annotations

from django.db import models

from kuzet.web.registry.terms import IDENT


class Sketched(models.Model):
    """What a document says, as far as its near-copies are concerned; `family` is the first document of its text."""

    document = models.CharField(max_length=IDENT, unique=True)
    family = models.CharField(max_length=IDENT, db_index=True)
    digest = models.BinaryField()
    words = models.PositiveIntegerField()


class Band(models.Model):
    """A part of a sketch: documents that share one are compared."""

    key = models.BigIntegerField(db_index=True)
    document = models.CharField(max_length=IDENT)


class Posting(models.Model):
    """A key under which a candidate or incident is found by what may be the same (see `observatory.link.keys`)."""

    key = models.BigIntegerField(db_index=True)
    item = models.CharField(max_length=IDENT, db_index=True)


class Suggested(models.Model):
    """Two items that the machine takes for the same incident, with the score; `left` < `right`."""

    left = models.CharField(max_length=IDENT, db_index=True)
    right = models.CharField(max_length=IDENT, db_index=True)
    score = models.FloatField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("left", "right"), name="suggested_once"),)


class Compared(models.Model):
    """A candidate that was compared with all others, for what may be the same event."""

    candidate = models.CharField(max_length=IDENT, unique=True)
