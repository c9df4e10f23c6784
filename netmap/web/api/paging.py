"""Lists in pieces: opaque cursors and the envelope that every list comes in."""

from __future__ import annotations

import base64
import binascii
import json
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Annotated, Generic, TypeVar

from fastapi import Depends, Query
from pydantic import BaseModel, Field

from netmap.web.errors import CursorError

Item = TypeVar("Item")
Entry = TypeVar("Entry")

# What a store can compare.
_LONGEST_NUMBER = 18


class Page(BaseModel, Generic[Item]):
    """A piece of a list."""

    items: list[Item]
    next_cursor: str | None = Field(
        default=None,
        description="Send it as `cursor` to get what follows; null at the end of the list.",
        examples=[None],
    )


class Piece(BaseModel):
    """Which piece of a list is asked for."""

    limit: int
    cursor: str


def asked_piece(
    limit: Annotated[
        int, Query(ge=1, le=1000, description="Most items to answer with.", examples=[100])
    ] = 100,
    cursor: Annotated[
        str,
        Query(
            max_length=2000, description="`next_cursor` of the piece before; absent: from the start"
        ),
    ] = "",
) -> Piece:
    """The piece that a request asks for."""
    return Piece(limit=limit, cursor=cursor)


AskedPiece = Annotated[Piece, Depends(asked_piece)]


def page_by_id(ids: Sequence[str], record: Callable[[int], Item], piece: Piece) -> Page[Item]:
    """A piece of records that ascend by id; a record that comes or goes between disturbs nothing.

    Args:
        ids: Ids of the whole list, ascending.
        record: The item at an index of ``ids``.
        piece: What is asked for.

    Raises:
        CursorError: The cursor is none of such a list.
    """
    start = bisect_right(ids, _read(piece.cursor, "after")) if piece.cursor else 0
    end = min(start + piece.limit, len(ids))
    more = end < len(ids)
    return Page(
        items=[record(index) for index in range(start, end)],
        next_cursor=_write("after", ids[end - 1]) if more else None,
    )


def page_by_position(items: Sequence[Item], edition: str, piece: Piece) -> Page[Item]:
    """A piece of a list in another order; it holds for as long as the list stays the same.

    Args:
        items: The whole list.
        edition: What names this very list, whatever the piece.
        piece: What is asked for.

    Raises:
        CursorError: The cursor is none of this edition.
    """
    start = 0
    if piece.cursor:
        given, _, position = _read(piece.cursor, "from").rpartition("@")
        if given != edition or not position.isdecimal():
            raise CursorError
        start = int(position)
    end = start + piece.limit
    return Page(
        items=list(items[start:end]),
        next_cursor=_write("from", f"{edition}@{end}") if end < len(items) else None,
    )


def page_by_number(
    older: Callable[[int | None, int], Sequence[Entry]],
    number: Callable[[Entry], int],
    shown: Callable[[Entry], Item],
    piece: Piece,
) -> Page[Item]:
    """A piece of a list that descends by a number and grows at its beginning.

    Args:
        older: The entries below a number (``None``: from the beginning), at most so many.
        number: The number of an entry.
        shown: What is shown of an entry.
        piece: What is asked for.

    Raises:
        CursorError: The cursor is none of such a list.
    """
    before = None
    if piece.cursor:
        given = _read(piece.cursor, "before")
        if not (given.isascii() and given.isdecimal() and len(given) < _LONGEST_NUMBER):
            raise CursorError
        before = int(given)
    found = older(before, piece.limit + 1)
    kept = found[: piece.limit]
    more = len(found) > len(kept)
    return Page(
        items=[shown(each) for each in kept],
        next_cursor=_write("before", str(number(kept[-1]))) if more else None,
    )


def _write(key: str, value: str) -> str:
    content = json.dumps({key: value}, ensure_ascii=False).encode()
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def _read(cursor: str, key: str) -> str:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        content = json.loads(
            base64.b64decode(padded.encode("ascii"), altchars=b"-_", validate=True)
        )
        value = content[key]
    except (binascii.Error, UnicodeError, ValueError, KeyError, TypeError) as error:
        raise CursorError from error
    if not isinstance(value, str):
        raise CursorError
    return value
