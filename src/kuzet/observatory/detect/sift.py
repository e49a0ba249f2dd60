"""Reading for detection alone: a document that names nobody an act could be done to is read no further.

`language.reading.read` reads every document with a word for media and an act, as learning needs it. Most of them only
name the outlet that they come from, or speak of sites and channels in general; no candidate comes of these.
"""

from __future__ import annotations

from kuzet.basis.document import Document
from kuzet.language.reading import cast, outlets, reading
from kuzet.language.reading.reading import Reading, Sentence, Vocabulary


def sift(document: Document, words: Vocabulary) -> Reading:
    """What `reading.read` gives, or a reading without sentences where that would give no candidate."""
    draft = reading.Draft(document, words)
    if not draft.look.lets_pass():
        return draft.nothing()
    if not any(may_name_target(one, draft) for one in draft.where_target_may_stand()):
        return draft.nothing()
    return draft.finish() if any(map(reading.tells_act, draft.where_act_may_stand())) else draft.nothing()


def may_name_target(sentence: Sentence, draft: reading.Draft) -> bool:
    """Whether the sentence names a media worker or an outlet that is not only the source, or tells where one works.

    A cast has targets only where some sentence does: people have media roles by a word for a media worker, or by an
    outlet or a word for one after their name.
    """
    alone = draft.alone(sentence)
    if any(outlets.named(alone, outlets.sourced(alone))):
        return True
    return bool(cast.workplaces(sentence)) and any(one.roles for one in cast.seen(draft.named(sentence)))
