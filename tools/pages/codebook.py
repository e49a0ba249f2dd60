"""The codebook in each language, and its crosswalk to the schemes of other monitors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tools.pages.markdown import code, codes, table
from tools.pages.markdown import page as whole

from kuzet.basis import codebook
from kuzet.basis.codebook import Code, Codebook
from kuzet.basis.names import LANGUAGES

TEXTS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "title": "Codebook",
        "about": "Every code: what it means, an example that belongs (+), and a near miss that does not (−) with the "
        "code that it belongs to. In the column *further*, `status` of a method says where its name comes from: `V` "
        "printed in a publisher's methodology, `S` named in a published report, `M` from memory, not verified, `O` our "
        "own split.",
        "others": "In other languages",
        "code": "code",
        "label": "name",
        "meaning": "meaning",
        "extra": "further",
        "method_groups": "Groups that reports count methods in.",
        "counting_rules": "What is one incident, and what is counted with it.",
        "variables": "The questions that a coding answers; `codes` names the table of their answers.",
    },
    "ru": {
        "title": "Кодификатор",
        "about": "Все коды: что каждый значит, пример, который сюда относится (+), и похожий случай, который сюда не "
        "относится (−), с кодом, которому он соответствует. В столбце «дополнительно» `status` способа говорит, откуда "
        "взято его название: `V` — напечатано в методологии издателя, `S` — названо в опубликованном отчёте, `M` — по "
        "памяти, не проверено, `O` — наше собственное деление.",
        "others": "На других языках",
        "code": "код",
        "label": "название",
        "meaning": "значение",
        "extra": "дополнительно",
        "method_groups": "Группы, по которым отчёты считают способы.",
        "counting_rules": "Что считается одним случаем и что входит в него.",
        "variables": "Вопросы, на которые отвечает кодировка; `codes` называет таблицу ответов.",
    },
    "kk": {
        "title": "Кодификатор",
        "about": "Барлық кодтар: әрқайсысының мағынасы, оған жататын мысал (+) және оған жатпайтын ұқсас жағдай (−), "
        "ол жағдайға сәйкес келетін кодымен бірге. «Қосымша» бағанындағы `status` тәсіл атауының қайдан алынғанын "
        "көрсетеді: `V` — баспагердің әдістемесінде жазылған, `S` — жарияланған есепте аталған, `M` — жадтан "
        "жазылған, тексерілмеген, `O` — өзіміз бөлген.",
        "others": "Басқа тілдерде",
        "code": "код",
        "label": "атауы",
        "meaning": "мағынасы",
        "extra": "қосымша",
        "method_groups": "Есептерде тәсілдер саналатын топтар.",
        "counting_rules": "Бір оқиға деп не саналады және оған не кіреді.",
        "variables": "Кодтау жауап беретін сұрақтар; `codes` жауаптар кестесін атайды.",
    },
}
"""The words of the page itself, a language each."""

SCHEMES: Final = {
    "mmf": "Mapping Media Freedom",
    "coe": "Council of Europe, Platform for the Safety of Journalists",
    "uspft": "U.S. Press Freedom Tracker",
    "cpj": "Committee to Protect Journalists",
    "huridocs": "HURIDOCS micro-thesauri",
    "sdg": "Sustainable Development Goals, indicator 16.10.1",
}


def page(language: str) -> str:
    """All tables of the current version in one language."""
    book, texts = codebook.load(), TEXTS[language]
    others = ", ".join(f"[{one}](codebook.{one}.md)" for one in LANGUAGES if one != language)
    links = " · ".join(f"[{name}](#{name})" for name in book.tables)
    tables = (_table(name, book, language) for name in book.tables)
    return whole(f"{texts['title']} {book.version}", texts["about"], f"{texts['others']}: {others}", links, *tables)


def _table(name: str, book: Codebook, language: str) -> str:
    rows, texts = book.table(name), TEXTS[language]
    head = [texts["code"], texts["label"], texts["meaning"]]
    extra = any(one.extra for one in rows.values())
    lines = [_row(one, language, extra=extra) for one in rows.values()]
    return f"## {name}\n\n{_about(name, book, language)}\n\n" + table([*head, texts["extra"]] if extra else head, lines)


def _about(name: str, book: Codebook, language: str) -> str:
    """What the table answers: the questions of the codebook that it is for, or what we say of it."""
    asked = [one for one in book.table("variables").values() if one.extra["codes"] == name]
    told = [f"**{one.label.get(language)}** (`{one.code}`): {one.definition.get(language)}" for one in asked]
    return "\n\n".join(told) or TEXTS[language][name]


def _row(one: Code, language: str, *, extra: bool) -> list[str]:
    meaning = f"{one.definition.get(language)}<br>+ {one.include.get(language)}<br>− {one.exclude.get(language)}"
    row = [code(one.code), one.label.get(language), meaning]
    further = codes(f"{key}: {value}" for key, value in one.extra.items() if value not in ("", "-"))
    return [*row, further] if extra else row


def crosswalk() -> str:
    """Our codes in the schemes of other monitors."""
    pairs = codebook.crosswalk()
    schemes = tuple(dict.fromkeys(scheme for _, scheme in pairs))
    rows = [
        (code(ours), *("" if pairs[ours, scheme] == "none" else pairs[ours, scheme] for scheme in schemes))
        for ours in dict.fromkeys(ours for ours, _ in pairs)
    ]
    about = (
        "Where a code of ours stands in the schemes of other monitors; an empty cell means that a scheme has no place "
        "for it. The reason for each pair, in three languages, is in `crosswalk.csv` of the codebook."
    )
    named = "\n".join(f"- `{scheme}`: {SCHEMES[scheme]}" for scheme in schemes)
    return whole(f"Crosswalk of codebook {codebook.CURRENT}", about, named, table(("code", *schemes), rows))
