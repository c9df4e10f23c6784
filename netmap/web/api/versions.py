"""Versions of records in headers: ETag, If-Match and If-None-Match (RFC 9110, section 13)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Header

from netmap.errors import ConflictError
from netmap.language import Text
from netmap.model import AnyRecord
from netmap.values import Record
from netmap.web.errors import RequestInvalidError
from netmap.web.request_errors import PreconditionRequiredError

_MOST_DIGITS = 18


def etag(version: int) -> str:
    """The strong tag of a record at one version.

    >>> etag(7)
    '"7"'
    """
    return f'"{version}"'


@dataclass(frozen=True, slots=True)
class Condition:
    """What a request says about the version that it replaces.

    Attributes:
        tags: The tags of If-Match, as they were sent.
        is_new: The record must not be there yet (``If-None-Match: *``).
    """

    tags: tuple[str, ...]
    is_new: bool

    @property
    def named(self) -> int:
        """The version that the request names; 0 where it names none, or none of ours."""
        number = self.tags[0].strip('"') if self.tags else ""
        is_ours = number.isascii() and number.isdecimal() and len(number) <= _MOST_DIGITS
        return int(number) if is_ours else 0

    def version(self, stored: Record | None, *, yours: AnyRecord | None, record_id: str) -> int:
        """The version that is replaced; 0 for a new record.

        Raises:
            ConflictError: The record is there or not, or has another version than was said.
        """
        there = stored.version if stored else 0
        is_as_said = not self.tags or (there > 0 and etag(there) in self.tags)
        if not is_as_said or (self.is_new and there > 0):
            raise ConflictError(record_id=record_id, yours=yours, theirs=stored)
        return there


def _condition(
    if_match: Annotated[
        str | None,
        Header(
            description="The ETag of the version that is replaced, as it was read.",
            examples=['"12"'],
        ),
    ] = None,
    if_none_match: Annotated[
        str | None,
        Header(
            description="`*`: the record has to be a new one.",
            examples=["*"],
            json_schema_extra={"pattern": r"^\*$"},
        ),
    ] = None,
) -> Condition:
    """What the request demands.

    Raises:
        PreconditionRequiredError: Nothing, or any version at all.
        RequestInvalidError: If-None-Match names a version.
    """
    if if_none_match and if_none_match.strip() != "*":
        problem = Text(
            de="Beim Schreiben ist If-None-Match nur als „*“ möglich.",
            en='When writing, If-None-Match can only be "*".',
        )
        errors = [{"place": "header", "name": "if-none-match", "detail": problem}]
        raise RequestInvalidError(problem=problem, errors=errors)
    tags = tuple(tag.strip() for tag in (if_match or "").split(",") if tag.strip())
    # "Any version" would overwrite what nobody has read.
    if "*" in tags or not (tags or if_none_match):
        raise PreconditionRequiredError
    return Condition(tags, is_new=bool(if_none_match))


def _replaced(
    if_match: Annotated[
        str | None,
        Header(
            description="The ETag of the version that is deleted, as it was read. Required.",
            examples=['"12"'],
        ),
    ] = None,
) -> Condition:
    return _condition(if_match, None)


Expected = Annotated[Condition, Depends(_condition)]
ExpectedThere = Annotated[Condition, Depends(_replaced)]
