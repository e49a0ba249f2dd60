"""What the documents of the sample must be: many enough, in three languages, well-formed, plainly constructed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

LATIN, CYRILLIC = re.compile("[A-Za-zÀ-ɏ]"), re.compile("[Ѐ-ӿ]")
KAZAKH = set("әғқңөұүһіӘҒҚҢӨҰҮҺІ")


def reporting(accepted):
    """The documents that report each incident."""
    return {incident: {passage.document for passage in one.passages} for incident, one in accepted.items()}


def test_every_document_id_stands_once(rows, documents):
    assert len(documents) == sum(len(lines) for lines in rows.values())


def test_at_least_95_documents_report_and_at_least_32_are_hard_negatives(rows, accepted):
    reports = set().union(*reporting(accepted).values())
    negatives = {row["id"] for row in rows["negatives"]}
    assert len(reports) >= 95
    assert len(negatives) >= 32
    assert reports & negatives == set()


def test_each_language_has_about_a_third(languages):
    counts = Counter(languages.values())
    assert set(counts) == {"kk", "ru", "en", "ky"}
    assert min(counts["kk"], counts["ru"], counts["en"]) >= 0.28 * len(languages)


def test_the_id_ends_with_the_language(languages):
    assert [key for key, language in languages.items() if not key.endswith(f"-{language}")] == []


def test_documents_have_40_to_200_words(documents):
    assert [key for key, one in documents.items() if not 40 <= len(one.text.split()) <= 200] == []


def test_no_word_mixes_latin_and_cyrillic_letters(documents):
    mixed = [
        word
        for one in documents.values()
        for word in re.findall(r"\w+", f"{one.title} {one.text}")
        if LATIN.search(word) and CYRILLIC.search(word)
    ]
    assert mixed == []


def test_kazakh_documents_are_written_with_kazakh_letters_but_for_one_in_latin(documents, languages):
    kazakh = [one for key, one in documents.items() if languages[key] == "kk"]
    share = {one.id: len([c for c in one.text if c in KAZAKH]) / len(one.text) for one in kazakh}
    assert [key for key, part in share.items() if part < 0.05] == ["kz24-155-kk"]


def test_russian_and_english_documents_keep_to_their_alphabet(documents, languages):
    stray = {
        key: sorted(set(one.text) & KAZAKH)
        for key, one in documents.items()
        if languages[key] == "ru" and set(one.text) & KAZAKH
    }
    assert stray == {"kz24-092-ru": ["і", "Ү", "ү"], "kz24-112-ru": ["ғ"]}  # Үкімет үйі, «Жалғыз жолаушы»
    assert [key for key, one in documents.items() if languages[key] == "en" and CYRILLIC.search(one.text)] == []


def test_every_address_lies_in_the_reserved_domain_and_stands_once(documents, sources):
    addresses = [one.url for one in documents.values()] + [source.url for source in sources.values()]
    assert [url for url in addresses if not re.match(r"https://[a-z0-9-]+\.example/", url)] == []
    assert len(set(addresses)) == len(addresses)


def test_every_document_comes_from_a_known_source_in_one_of_its_languages(documents, languages, sources):
    wrong = [key for key, one in documents.items() if languages[key] not in sources[one.source].languages]
    assert wrong == []
    assert {one.source for one in documents.values()} == set(sources)


def test_no_document_is_older_than_what_it_reports(documents, accepted):
    early = [
        (incident, passage.document)
        for incident, one in accepted.items()
        for passage in one.passages
        if documents[passage.document].published.last() < one.coding.date.value.first()
    ]
    assert sorted(early) == [
        ("KZ-2024-0011", "kz24-027-ru"),  # the adjournment before the fine
        ("KZ-2024-0020", "kz24-041-ru"),  # the cases opened before the ruling
        ("KZ-2024-0020", "kz24-152-ru"),
        ("KZ-2024-0021", "kz24-041-ru"),
        ("KZ-2024-0021", "kz24-152-ru"),
        ("KZ-2024-0029", "kz24-050-ru"),  # the trial before the sentence
    ]


def test_thirty_incidents_are_told_twice_and_twenty_in_two_languages(accepted, languages):
    told = reporting(accepted)
    twice = [incident for incident, ids in told.items() if len(ids) >= 2]
    bilingual = [incident for incident in twice if len({languages[key] for key in told[incident]}) >= 2]
    assert len(twice) >= 30
    assert len(bilingual) >= 20


def test_eight_documents_report_several_incidents(accepted):
    incidents = defaultdict(set)
    for incident, ids in reporting(accepted).items():
        for key in ids:
            incidents[key].add(incident)
    assert len([key for key, several in incidents.items() if len(several) > 1]) >= 8
