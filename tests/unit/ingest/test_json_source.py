"""JSON is read strictly, and every fault is told with its place."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmap.errors import NetmapError
from netmap.ingest.errors import BrokenJsonError, SourceEmptyError
from netmap.ingest.json_source import MAX_DEPTH, read_json


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_every_unicode_encoding_of_json_is_read(encoding: str) -> None:
    """With or without byte order mark, umlauts arrive."""
    assert read_json('{"name": "Übergang"}'.encode(encoding), file="f") == {"name": "Übergang"}


@pytest.mark.parametrize(
    ("data", "line", "column", "words"),
    [
        (b'{"a": 1,\n "a": 2}', 2, "2", "twice"),
        (b'{"a": {"b": 1},\n "c": [{"b": 2,\n  "d": "b", "b": 3}]}', 3, "13", "twice"),
        (b'["NaN",\n NaN]', 2, "2", "NaN"),
        (b"[-Infinity]", 1, "2", "-Infinity"),
        (b'{"a" 1}', 1, "6", "1}"),
        (b"[1,\n 2", 2, "3", "cut off"),
        (b"[1] x", 1, "5", "x"),
        (b'["a', 1, "2", "not closed"),
        (b'["a\nb"]', 1, "4", "line break"),
        (b"[1, " + b"7" * 5000 + b"]", 1, "5", "too long"),
        (b"[" * 100_000, 1, str(MAX_DEPTH + 1), "nested"),
        (b"[" * 61 + b"]" * 61, 1, "61", "nested"),
        (b"<html>", 1, "1", "<html>"),
    ],
)
def test_a_fault_is_told_with_line_and_column(
    data: bytes, line: int, column: str, words: str
) -> None:
    """What other readers accept in silence, and what none accepts, is found where it stands."""
    with pytest.raises(BrokenJsonError) as caught:
        read_json(data, file="list.json")
    place = caught.value.place
    assert place is not None
    assert (place.file, place.line, place.column) == ("list.json", line, column)
    assert words in caught.value.cause_text.en


def test_bytes_that_are_no_unicode_are_told_with_their_offset() -> None:
    """A file in Windows-1252 is refused, not read with wrong letters."""
    with pytest.raises(BrokenJsonError) as caught:
        read_json(b'[\n"\xdcbergang"]', file="list.json")
    assert "Byte 4" in caught.value.cause_text.de
    assert caught.value.place is not None
    assert caught.value.place.line == 2


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n", b"\x00\x00"])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    """No byte of content is another fault than wrong content."""
    with pytest.raises(SourceEmptyError):
        read_json(data, file="list.json")


def test_nesting_up_to_the_limit_is_read() -> None:
    """The limit itself is allowed."""
    assert read_json(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH, file="f") != []


@given(
    st.one_of(
        st.binary(max_size=200),
        st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    )
)
def test_no_bytes_make_the_reader_fail_otherwise_than_with_a_source_error(data: bytes) -> None:
    """Whatever a file holds, it is read or refused with cause and remedy."""
    with suppress(NetmapError):
        read_json(data, file="f")
