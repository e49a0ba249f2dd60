"""Reading for detection alone: a document that names nobody an act could be done to is read no further.

`language.reading.read` reads every document with a word for media and an act, as learning needs it. Most of them only
name the outlet that they come from, or speak of sites and channels in general; no candidate comes of these.
"""

from __future__ import annotations

from typing import Final

from kuzet.basis.document import Document
from kuzet.language.reading import cast, outlets, reading
from kuzet.language.reading.reading import Reading, Sentence, Vocabulary
from kuzet.observatory.detect import ceiling


def sift(document: Document, words: Vocabulary) -> Reading:
    """What `reading.read` gives, or a reading without sentences where that would give no candidate."""
    draft = reading.Draft(document, words)
    if not _may_report(draft) or ceiling.odds(draft.sentences(), words.models) < _NONE:
        return draft.nothing()
    return draft.finish()


_NONE: Final = -0.01
"""Log-odds below which nothing is a candidate, however it is rounded (`detect.THRESHOLD` is as likely as not)."""


def may_report(text: str, words: Vocabulary) -> bool:
    """Whether `sift` would read the whole of a text: whether more work on it is worth while."""
    return _may_report(reading.Draft(Document(id="text", text=text), words))


def _may_report(draft: reading.Draft) -> bool:
    """Whether some sentence names whom an act is done to and some sentence tells one, the cheapest look first.

    The order is safe: the first look sees every sentence in which one of the others finds what it looks for.
    """
    return (
        draft.look.lets_pass()
        and any(may_name_target(one, draft) for one in draft.where_target_may_stand())
        and any(map(reading.tells_act, draft.where_act_may_stand()))
    )


def may_name_target(sentence: Sentence, draft: reading.Draft) -> bool:
    """Whether the sentence names a media worker or an outlet that is not only the source, or tells where one works.

    A cast has targets only where some sentence does: people have media roles by a word for a media worker, or by an
    outlet or a word for one after their name.
    """
    alone = draft.alone(sentence)
    if sentence.of("own") or any(outlets.named(alone, outlets.sourced(alone))):
        return True
    return bool(cast.workplaces(sentence)) and any(one.roles for one in cast.seen(draft.named(sentence)))
