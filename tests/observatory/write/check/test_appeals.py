"""No appeal is decided before the judgment it is of."""

from __future__ import annotations

import pytest

from kuzet.observatory.write.check import Verdict, check

WRONG = [
    ("ru", "Суд приговорил редактора 10 мая к двум годам. Апелляция 6 апреля оставила приговор в силе."),
    ("ru", "12 мая суд осудил блогера на год.\nОблсуд рассмотрел апелляцию на этот приговор 3 марта."),
    ("en", "He was sentenced to three years on 14 September. The regional court upheld the sentence on 2 August."),
    ("en", "On 9 June she was fined.\nThe appeal court left this decision as it was on 30 May."),
    ("kk", "Сот 14 қыркүйекте үкім шығарды. Апелляциялық алқа үкімді 2 тамызда өзгеріссіз қалдырды."),
]
RIGHT = [
    ("ru", "Суд приговорил редактора 10 мая к двум годам. Апелляция 6 июля оставила приговор в силе."),
    ("ru", "Суд приговорил его 10 декабря 2022 года. Апелляция 6 апреля 2023 года оставила решение в силе."),
    ("en", "He was sentenced to three years on 14 September. The regional court upheld the sentence on 2 November."),
    ("en", "She was convicted on 14 September. In another case the appeal court on 2 August overturned a fine."),
    ("en", "He was sentenced to two years on 20 December. The regional court upheld the sentence on 6 February."),
    ("ru", "Суд приговорил редактора 20 декабря к двум годам. Апелляция 6 февраля оставила приговор в силе."),
    ("kk", "Сот 20 желтоқсанда үкім шығарды. Апелляциялық алқа үкімді 6 ақпанда өзгеріссіз қалдырды."),
    ("en", "He was sentenced on 14 September.\nThe Supreme Court on 2 August refused to hear the newspaper."),
    ("kk", "Сот 14 қыркүйекте үкім шығарды. Апелляциялық алқа үкімді 2 қарашада өзгеріссіз қалдырды."),
]


@pytest.mark.parametrize(("language", "text"), WRONG)
def test_an_appeal_before_its_judgment_is_told(language: str, text: str) -> None:
    assert any(one.verdict is Verdict.DIFFERS for one in check(text, language))


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_an_appeal_behind_its_judgment_or_of_another_is_not(language: str, text: str) -> None:
    assert all(one.verdict is not Verdict.DIFFERS for one in check(text, language))
