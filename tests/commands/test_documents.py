"""A file of documents: good lines are read, bad ones named with number and reason."""

from __future__ import annotations

import pytest

from kuzet.commands.documents import BadLine, documents


def read(tmp_path, content: bytes):
    path = tmp_path / "documents.jsonl"
    path.write_bytes(content)
    return list(documents(path))


def test_a_line_is_a_document_with_its_raw_fields(tmp_path):
    ((document, fields),) = read(tmp_path, '{"id": "1", "text": "Тілші ұсталды.", "lang": "kk"}\n'.encode())
    assert (document.id, document.text, fields["lang"]) == ("1", "Тілші ұсталды.", "kk")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"", "'' is not a document (the line is empty)"),
        (b"\xff\xfe\x00", "is not UTF-8 text (byte 1)"),
        (b'{"id": "1", "text": ', "is not JSON (Expecting value, column 21)"),
        (b"[" * 100_000, "is not JSON (nested too deeply)"),
        (b"[1, 2]", "is not an object such as"),
        (b'{"text": "x"}', "id: None is not a text that is not empty"),
        (b'{"id": "1", "text": 7}', "text: 7 is not a text that is not empty"),
        (b'{"id": "1", "text": "a \\ud800 b"}', "is not a whole character"),
        (b'{"id": "1", "text": "x", "published": "May"}', "published: 'May' is not a date such as 2024-05-13"),
        (b'{"id": "1", "text": "x", "published": "2024-02-30"}', "30 is not a day of 2024-02"),
        (
            b'{"id": "1", "text": "x", "captured": "May"}',
            "captured: 'May' is not a moment such as 2024-05-13T09:30:00Z",
        ),
        (b'{"id": "1", "text": "x", "captured": "2024-05-13T09:30"}', "is not a moment with its offset from UTC"),
        (b'{"id": ' + b"9" * 5000 + b"}", "is not JSON"),
    ],
)
def test_a_bad_line_is_named_with_its_reason_and_the_next_is_read(tmp_path, line, reason):
    bad, (good, _) = read(tmp_path, line + b'\n{"id": "good", "text": "x"}\n')
    assert isinstance(bad, BadLine)
    assert bad.number == 1
    assert reason in bad.reason
    assert good.id == "good"


def test_an_id_that_stands_twice_is_set_aside(tmp_path):
    _, bad = read(tmp_path, b'{"id": "1", "text": "x"}\n{"id": 1, "text": "y"}\n')
    assert str(bad) == "line 2: id: '1' is not an id that stands once in the file"


def test_a_time_of_publication_counts_by_its_day(tmp_path):
    ((document, _),) = read(tmp_path, b'{"id": "1", "text": "x", "published": "2024-05-13T23:59:00+05:00"}')
    assert str(document.published) == "2024-05-13"
