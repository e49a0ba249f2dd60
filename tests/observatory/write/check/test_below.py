"""Lists below a head: the entry is wrong that a slip explains, where the whole is told elsewhere too."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check
from kuzet.observatory.write.check.parse import parse
from kuzet.observatory.write.check.parts import below


def wrong(text: str, language: str) -> set[int]:
    """The lines with a claim that differs."""
    return {one.line for one in check(text, language) if one.verdict is Verdict.DIFFERS}


COUNTED = {
    "en": """ATTACKS ON THE PRESS IN 2021
We recorded 96 attacks in 2021, 43 of them non-physical.

By method the 43 non-physical attacks divide as follows:
- threats and harassment: 17
- denial of access: {entry}
- hacked accounts: 6
- damaged equipment: 5
- DDoS attacks: 3
- surveillance: 1
Threats made up 39.5% of this group.
""",
    "ru": """НАПАДЕНИЯ НА ПРЕССУ В 2021 ГОДУ
В 2021 году учтено 96 нападений, из них 43 нефизических.

Способы, которыми совершены 43 нефизических нападения:
- угрозы и травля: 17
- отказ в доступе: {entry}
- взлом аккаунтов: 6
- порча техники: 5
- DDoS-атаки: 3
- слежка: 1
Угрозы составили 39,5% этой группы.
""",
    "kk": """2021 ЖЫЛЫ БАСПАСӨЗГЕ ЖАСАЛҒАН ШАБУЫЛДАР
2021 жылы 96 шабуыл тіркелді, оның 43-і физикалық емес.

Физикалық емес 43 шабуылдың әдістері:
- қоқан-лоққы мен қудалау: 17
- ақпаратқа жібермеу: {entry}
- аккаунтты бұзу: 6
- техниканы бүлдіру: 5
- DDoS-шабуыл: 3
- аңду: 1
Қоқан-лоққы осы топтың 39,5 пайызын құрады.
""",
}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_entry_is_wrong_that_makes_a_list_miss_a_whole_told_twice(language):
    assert wrong(COUNTED[language].format(entry=16), language) == {6}
    assert wrong(COUNTED[language].format(entry=11), language) == set()


UNCOUNTED = {
    "en": """PROSECUTION
Of the 54 cases 31 are under investigation, 14 in court and nine have ended with a verdict.
{head}
– defamation – 27;
– incitement – 12;
– false news – {entry};
– insult – 6.
Half of the cases were thus about defamation.
""",
    "ru": """ПРЕСЛЕДОВАНИЯ
Из 54 дел 31 расследуется, 14 слушаются в суде, по девяти вынесен приговор.
{head}
– клевета – 27;
– разжигание розни – 12;
– ложная информация – {entry};
– оскорбление – 6.
То есть половина дел связана с клеветой.
""",
    "kk": """ҚУДАЛАУ
54 істің 31-і тергеуде, 14-і сотта, тоғызы бойынша үкім шықты.
{head}
– жала жабу – 27;
– алауыздық қоздыру – 12;
– жалған ақпарат – {entry};
– қорлау – 6.
Яғни істердің жартысы жала жабуға байланысты.
""",
}


@pytest.mark.parametrize(
    ("language", "head"),
    [("en", "The charges were:"), ("ru", "Обвинения предъявлены по статьям:"), ("kk", "Айып тағылған баптар:")],
)
def test_a_list_below_a_head_without_a_number_divides_the_whole_of_its_section(language, head):
    assert wrong(UNCOUNTED[language].format(head=head, entry=19), language) == {6}
    assert wrong(UNCOUNTED[language].format(head=head, entry=9), language) == set()


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("en", "The most frequent charges were:"),
        ("ru", "Чаще всего обвиняли по статьям:"),
        ("kk", "Ең жиі тағылған баптар:"),
    ],
)
def test_a_list_below_a_head_without_a_number_may_be_one_of_examples(language, head):
    assert wrong(UNCOUNTED[language].format(head=head, entry=7), language) == set()


@pytest.mark.parametrize(
    ("language", "listed", "behind"),
    [
        (
            "en",
            "Of the 68 cases 26 were in Almaty, 21 in Astana, eight in Oral and seven in Shymkent.",
            "The remaining {rest} belong to other towns.",
        ),
        (
            "ru",
            "Из 68 случаев 26 произошли в Алматы, 21 в Астане, восемь в Уральске и семь в Шымкенте.",
            "Остальные {rest} пришлись на другие города.",
        ),
        (
            "kk",
            "Тіркелген 68 жағдайдың 26-сы Алматыда, 21-і Астанада, сегізі Оралда, жетеуі Шымкентте болды.",
            "Қалған {rest} жағдай басқа қалаларға тиесілі.",
        ),
    ],
)
def test_what_the_parts_of_a_sentence_leave_may_be_told_in_the_next_one(language, listed, behind):
    assert wrong(f"{listed} {behind.format(rest=6)}", language) == set()
    assert wrong(f"{listed} {behind.format(rest=9)}", language) == {1}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Of the 68 cases 26 were in Almaty, 21 in Astana, eight in Oral and seven in Shymkent. Six were elsewhere.",
        ),
        (
            "ru",
            "Из 68 случаев 26 были в Алматы, 21 в Астане, восемь в Уральске и семь в Шымкенте. Ещё шесть – в сёлах.",
        ),
        (
            "kk",
            "68 жағдайдың 26-сы Алматыда, 21-і Астанада, сегізі Оралда, жетеуі Шымкентте болды. Тағы алтауы ауылда.",
        ),
    ],
)
def test_what_is_left_needs_no_word_that_says_so(language, text):
    assert wrong(text, language) == set()


def test_a_line_of_several_entries_is_one_line() -> None:
    text = parse("Physical attacks:\n- beating: 9; abduction: 6; murder: 1\n- arson: 2\nIt was a bad year.", "en")
    listed = below.entries(text, 0)
    assert [int(entry.one.value) for entry in listed] == [9, 6, 1, 2]
    assert below.lines(listed) == 2
    assert text.sentences[below.lines(listed) + 1].text.startswith("It was")


DASHED = {
    "en": "In 2025 there were 212 violations; in 2024 there were 250.\n\nBy kind:\n— attacks — 31;\n— threats — 77;\n",
    "ru": "Всего за 2025 год — 212 нарушений; в 2024 году их было 250.\n\nПо видам:\n— удары — 31;\n— угрозы — 77;\n",
    "kk": "2025 жылы 212 бұзушылық болды; 2024 жылы 250 еді.\n\nТүрлері бойынша:\n— соққы — 31;\n— қорқыту — 77;\n",
}
LAST = {
    "en": "— suits — 64;\n— arrests — {}.",
    "ru": "— иски — 64;\n— аресты — {}.",
    "kk": "— талап — 64;\n— қамау — {}.",
}


@pytest.mark.parametrize("language", DASHED)
def test_the_whole_in_front_differs_where_any_entry_of_a_list_may_be_the_slip(language):
    text = DASHED[language] + LAST[language]
    found = [one for one in check(text.format(42), language) if one.verdict is Verdict.DIFFERS]
    assert [(one.line, one.should_be, one.why) for one in found] == [(1, "214", "31 + 77 + 64 + 42 = 214, not 212")]
    assert [one for one in check(text.format(40), language) if one.verdict is Verdict.DIFFERS] == []
