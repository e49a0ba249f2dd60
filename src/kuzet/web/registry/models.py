"""The rows of the registry: a column for what is asked for, the rest of the word as its JSON.

A code is a string that the codebook version checks, so a new code is no migration. What an incident holds several of
(methods, perpetrators, targets, citations) are rows of their own, because lists are filtered by them. Which field of a
word a column holds says `tables`; nothing outside this package reads or writes a row.
"""

from __future__ import annotations

from typing import Final

from django.db import models

from kuzet.web.registry.near import Band, Compared, Posting, Sketched, Suggested
from kuzet.web.registry.terms import IDENT, Held, Term

__all__ = ("IDENT", "Band", "Compared", "Held", "Posting", "Sketched", "Suggested", "Term")  # of this app too


def text(*, indexed: bool = False) -> models.TextField:
    """A text of any length, empty where nothing is known."""
    return models.TextField(default="", blank=True, db_index=indexed)


class Row(models.Model):
    """A word: `ident` is its id, `version` counts its changes from 1, `id` gives the order in which words came."""

    ident = models.CharField(max_length=IDENT, unique=True)
    version = models.PositiveIntegerField(default=1)
    rest = models.JSONField(default=dict)

    class Meta:
        abstract = True
        ordering = ("id",)


class Part(models.Model):
    """One of the several things of a kind that a word holds, in their order from 0."""

    position = models.PositiveIntegerField()
    rest = models.JSONField(default=dict)

    class Meta:
        abstract = True
        ordering = ("position",)


class Source(Row):
    """An outlet, channel, official page or correspondent."""

    kind = text(indexed=True)
    country = text(indexed=True)
    url = text()


class Document(Row):
    """What a source published; never changes."""

    source = text(indexed=True)
    url = text(indexed=True)
    sha256 = text(indexed=True)
    published = models.TextField(null=True)
    captured = models.DateTimeField(null=True)
    title = text()
    text = text()


QUEUED: Final = ("language", "region", "method", "category", "source", "assignee", "day")
"""What candidates that wait are filtered by."""


class Candidate(Row):
    """A passage of a document that seems to report an attack.

    `state` follows from the decisions: open, accepted or rejected. What follows it down to `folded` is what `waiting`
    makes of the document and the machine's coding, so that the queue is asked by it; `assignee` is who works on it.
    """

    document = models.CharField(max_length=IDENT, db_index=True)
    score = models.FloatField()
    state = models.TextField(default="open")
    rank = models.FloatField(default=0)
    language = text()
    region = text()
    method = text()
    category = text()
    source = text()
    day = models.DateField(null=True)
    family = models.CharField(max_length=IDENT, default="", blank=True)
    folded = models.PositiveSmallIntegerField(default=0)  # 0 or 1: SQLite finds a boolean by no index
    assignee = text()

    class Meta(Row.Meta):
        # One index answers every filter without a row being read, in the order of the queue.
        indexes = (
            models.Index(fields=("state", "folded", "-rank", "ident", *QUEUED), name="queue"),
            models.Index(fields=("family", "state"), name="family"),
        )


class Looking(models.Model):
    """Who has the page of a candidate open; of no use a few minutes later."""

    candidate = models.CharField(max_length=IDENT, db_index=True)
    person = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("candidate", "person"), name="looking_once"),)


class Coding(Row):
    """One coder's answers; never changes. `ident` is the SHA-256 of its JSON."""

    subject = text(indexed=True)
    coder = text(indexed=True)
    machine = models.BooleanField(default=False)
    codebook = text()
    at = models.DateTimeField(null=True)


class Incident(Row):
    """What the report counts; `guarded` where a field of it has a tier of its own."""

    country = text()
    date = text()
    first = models.DateField(db_index=True)
    last = models.DateField(db_index=True)
    category = text()
    region = text()
    mode = text()
    context_event = text(indexed=True)
    proceeding = text()
    case = text(indexed=True)
    certainty = text()
    status = text()
    title_kk = text()
    title_ru = text()
    title_en = text()
    guarded = models.BooleanField(default=False, db_index=True)

    class Meta(Row.Meta):
        # A list, narrowed by one of these or not, is read in its order, the newest day first; a year is counted from
        # one index.
        indexes = (
            models.Index(fields=("-first", "ident"), name="incident_newest"),
            models.Index(fields=("status", "-first", "ident"), name="incident_status"),
            models.Index(fields=("category", "-first", "ident"), name="incident_category"),
            models.Index(fields=("region", "-first", "ident"), name="incident_region"),
            models.Index(fields=("country", "status", "first", "category", "region"), name="incident_year"),
        )


class Method(Part):
    """A method of an incident, the main one first."""

    incident = models.ForeignKey(Incident, models.CASCADE, "methods")
    code = text(indexed=True)


class Perpetrator(Part):
    """Who did it."""

    incident = models.ForeignKey(Incident, models.CASCADE, "perpetrators")
    klass = text(indexed=True)
    kind = text(indexed=True)
    role = text()


class Target(Part):
    """Whom it hit."""

    incident = models.ForeignKey(Incident, models.CASCADE, "targets")
    kind = text(indexed=True)
    name_kk = text()
    name_ru = text()
    name_en = text()


class Citation(Part):
    """A document that an incident rests on."""

    incident = models.ForeignKey(Incident, models.CASCADE, "citations")
    document = models.CharField(max_length=IDENT, db_index=True)
    source = text(indexed=True)
    url = text()
    sha256 = text()


class IncidentCoding(Part):
    """A coding that an incident was decided on."""

    incident = models.ForeignKey(Incident, models.CASCADE, "codings")
    coding = models.ForeignKey(Coding, models.PROTECT, "+", to_field="ident")


class Case(Row):
    """Dated steps that tie incidents and proceedings together."""


class CaseIncident(Part):
    """An incident of a case."""

    case = models.ForeignKey(Case, models.CASCADE, "incidents")
    incident = models.CharField(max_length=IDENT, db_index=True)


class CaseStep(Part):
    """A dated step of a case."""

    case = models.ForeignKey(Case, models.CASCADE, "steps")
    date = text()
    kind = text(indexed=True)


class Link(Row):
    """A machine's proposal that two items report the same thing."""

    left = models.CharField(max_length=IDENT, db_index=True)
    right = models.CharField(max_length=IDENT, db_index=True)
    kind = text()
    score = models.FloatField()


class Judgement(Row):
    """A person's word on a pair; never changes."""

    left = models.CharField(max_length=IDENT, db_index=True)
    right = models.CharField(max_length=IDENT, db_index=True)
    kind = text()
    verdict = text()
    author = text(indexed=True)
    at = models.DateTimeField()


class Undo(Row):
    """A person's word that a judgement is taken back; never changes."""

    of = models.CharField(max_length=IDENT, db_index=True)
    author = text(indexed=True)
    at = models.DateTimeField()


class Decision(Row):
    """Who decided what, when, on which text, for which reason; never changes."""

    at = models.DateTimeField(db_index=True)
    author = text(indexed=True)
    verb = text(indexed=True)
    incident = models.CharField(max_length=IDENT, db_index=True, default="", blank=True)
    into = models.CharField(max_length=IDENT, db_index=True, default="", blank=True)
    of = models.CharField(max_length=IDENT, db_index=True, default="", blank=True)
    coding = models.ForeignKey(Coding, models.PROTECT, "+", to_field="ident", null=True)


class Passage(Part):
    """The words of a document that a decision is on."""

    decision = models.ForeignKey(Decision, models.CASCADE, "passages")
    document = models.CharField(max_length=IDENT, db_index=True)
    quote = text()


class Release(Row):
    """The manifest of an edition that was frozen from the registry; never changes."""

    name = text(indexed=True)
    edition = text()
    country = text()


class Redirect(Row):
    """Where a retired incident id leads; `into` is empty where the incident stands again."""

    into = models.CharField(max_length=IDENT, db_index=True, default="", blank=True)


class Adopted(Row):
    """A codebook version that this registry codes by."""


class Account(Row):
    """Who has which role; the password stands in Django's own table, under the same name."""

    role = text(indexed=True)
    active = models.BooleanField(default=True)


class Removal(Row):
    """The tombstone of a word that a law made us erase; `ident` is its kind and id. Never changes."""


class Import(Row):
    """A register that was brought in from a spreadsheet: its file, how it was read, and what came of it."""

    at = models.DateTimeField(db_index=True)
    author = text(indexed=True)
    sha256 = text(indexed=True)
    fingerprint = text(indexed=True)
    state = text()


class SheetDraft(models.Model):
    """A file that somebody has sent and not brought in yet: its bytes, its sheets, and what was chosen so far."""

    token = models.CharField(max_length=32, unique=True)
    at = models.DateTimeField(db_index=True)
    author = text(indexed=True)
    name = text()
    raw = models.BinaryField()
    sheets = text()
    chosen = models.JSONField(default=dict)


class Reveal(Row):
    """Who looked at a closed field of an incident, and why; never changes."""

    incident = models.CharField(max_length=IDENT, db_index=True)
    author = text(indexed=True)
    at = models.DateTimeField()


class Sealed(Row):
    """A note on an incident that the database holds only locked; never changes."""

    incident = models.CharField(max_length=IDENT, db_index=True)
    author = text(indexed=True)
    at = models.DateTimeField()


class Sampling(Row):
    """A sample of incidents that are coded a second time; never changes."""

    at = models.DateTimeField()
    author = text(indexed=True)


class Event(models.Model):
    """One change of one word, and who made it; only ever added, which triggers of the database hold.

    `before` and `after` are what `events.recorded` tells of the word, as canonical JSON, empty where there was none;
    `digest` is over these two and the `reason`, with the random `salt`; `hash` is over everything else, the digest
    among it, and over the hash of the event before (`previous`). So a legal removal may empty the three texts and the
    salt, and the chain holds; without the salt nobody can try what a digest was of.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    author = models.TextField(db_index=True)
    verb = models.TextField()
    kind = models.TextField()
    subject = models.CharField(max_length=IDENT)
    version = models.PositiveIntegerField()
    before = models.TextField()
    after = models.TextField()
    reason = models.TextField()
    salt = models.TextField()
    digest = models.TextField()
    previous = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ("number",)
        indexes = (models.Index(fields=("kind", "subject", "version"), name="event_of_word"),)
