"""Who was unknown when it happened and was found or held since: somebody without a link to the state.

The codebook counts a person who is identified as such, though no name is told. What examples have shown of who is
unknown does not know this, so it is asked after their correction.
"""

from __future__ import annotations

from kuzet.basis.coding import Answer, Perpetrator
from kuzet.observatory.encode.material import Material, answer


def since(
    material: Material, answers: tuple[Answer[Perpetrator], ...], category: str
) -> tuple[Answer[Perpetrator], ...]:
    """The answers, or one of somebody caught where all that is known else is that nobody knows who it was.

    In a case of court and police *күдікті ұсталды* may tell of the media worker.
    """
    if category == "judicial_economic" or any(one.value.klass != "unknown" for one in answers):
        return answers
    told = ((one, word) for one in material.scene.sentences for word in one.of("words") if word.entry.code == "caught")
    found = next(told, None)
    if found is None:
        return answers
    person = Perpetrator(klass="non_state", kind="private_person", role=answers[0].value.role)
    return (answer(person, material.quote(*found), 0.6, "caught later"),)
