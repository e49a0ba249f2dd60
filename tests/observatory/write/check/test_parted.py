"""A part told again of a whole that was divided before must be the one that its words name."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check


def wrong(text: str, language: str) -> set[int]:
    """The lines with a claim that differs."""
    return {one.line for one in check(text, language) if one.verdict is Verdict.DIFFERS}


DIVIDED = {
    "en": (
        "Journalists filed 31 complaints. Seven led to criminal cases, 18 were refused and six left without an answer.",
        "Of the 31 complaints by journalists only {} led to criminal cases.",
    ),
    "ru": (
        "Журналисты подали 31 заявление. По семи возбуждены дела, в 18 случаях отказано, шесть остались без ответа.",
        "Из 31 заявления журналистов возбуждением дела закончились лишь {}.",
    ),
    "kk": (
        "Журналистердің 31 арызының жетеуі бойынша іс қозғалды, 18-і қабылданбады, алтауы жауапсыз қалды.",
        "Журналистер берген 31 арыздың {} бойынша ғана іс қозғалды.",
    ),
}
CONCLUSION = {
    "en": "\n\nIt got worse.\n\nCONCLUSION\n",
    "ru": "\n\nДальше было хуже.\n\nВЫВОДЫ\n",
    "kk": "\n\nКейін де жақсармады.\n\nҚОРЫТЫНДЫ\n",
}
NUMBERS = {"en": ("seven", "nine"), "ru": ("7", "9"), "kk": ("жетеуі", "тоғызы")}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_part_that_a_conclusion_tells_again_is_that_of_the_list(language):
    listed, again = DIVIDED[language]
    right, odd = NUMBERS[language]
    assert wrong(f"{listed}{CONCLUSION[language]}{again.format(right)}", language) == set()
    assert wrong(f"{listed}{CONCLUSION[language]}{again.format(odd)}", language) == {6}


@pytest.mark.parametrize(
    ("language", "again"),
    [
        ("en", "Of the 31 complaints nine came from women."),
        ("en", "Of the 31 journalists held that day, nine were fined; no criminal cases followed."),
        ("ru", "Из 31 заявления девять подали женщины."),
        ("ru", "Из 31 задержанного девять оштрафованы."),
        ("kk", "31 арыздың тоғызын әйелдер берген."),
        ("kk", "Сол күні ұсталған 31 адамның тоғызына айыппұл салынды."),
    ],
)
def test_a_part_by_another_mark_or_of_another_whole_is_not(language, again):
    assert wrong(f"{DIVIDED[language][0]}{CONCLUSION[language]}{again}", language) == set()


@pytest.mark.parametrize(
    ("language", "again"),
    [
        ("en", "A year later, of the 31 complaints by journalists nine had led to criminal cases."),
        ("ru", "К концу следующего года из 31 заявления журналистов возбуждением дела закончились девять."),
        ("kk", "Келесі жылдың соңына қарай журналистердің 31 арызының тоғызы бойынша іс қозғалды."),
    ],
)
def test_outside_of_a_conclusion_a_part_may_be_of_a_later_time(language, again):
    assert wrong(f"{DIVIDED[language][0]}\n\n{again}", language) == set()
