"""The questions of the form, in the order in which they are asked."""

from __future__ import annotations

from typing import Final, NamedTuple

from kuzet.web.desk.form import kinds
from kuzet.web.desk.form.places import PlaceRow
from kuzet.web.desk.form.rows import Row


class Question(NamedTuple):
    """A field of `Coding`: its row, whether there may be several answers, whether an incident needs one.

    `variable` is the codebook's name of the question, empty where only its parts have one.
    """

    name: str
    row: type[Row]
    many: bool = False
    needed: bool = False
    variable: str = ""


QUESTIONS: Final = (
    Question("methods", kinds.MethodRow, many=True, needed=True, variable="methods"),
    Question("perpetrators", kinds.PerpetratorRow, many=True, needed=True),
    Question("targets", kinds.TargetRow, many=True, needed=True, variable="targets"),
    Question("people", kinds.PeopleRow, variable="people"),
    Question("date", kinds.DateRow, needed=True, variable="date"),
    Question("place", PlaceRow, needed=True, variable="place"),
    Question("mode", kinds.of_code("modes", "mode"), variable="mode"),
    Question("context_event", kinds.EventRow, variable="context_event"),
    Question("articles", kinds.ArticleRow, many=True, variable="articles"),
    Question("proceeding", kinds.of_code("proceedings", "proceeding"), variable="proceeding"),
    Question("stage", kinds.of_code("stages", "stage"), variable="stage"),
    Question("verdict", kinds.of_code("verdicts", "verdict"), variable="verdict"),
    Question("penalties", kinds.PenaltyRow, many=True, variable="penalties"),
    Question("certainty", kinds.of_code("certainties", "certainty"), variable="certainty"),
)
"""`category` follows from the main method; that it is an attack is said by accepting it."""
