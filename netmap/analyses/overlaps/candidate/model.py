"""A body that does not exist yet, as somebody who thinks of founding it describes it."""

from __future__ import annotations

from typing import Self

from pydantic import Field, JsonValue, model_validator

from netmap.errors import RuleError
from netmap.language import Text
from netmap.values import SEEN_PATTERN, LongText, Name, Part, ShortText

_MOST = 1_000
_TEXTS = ("name", "purpose")
_LISTS = ("members", "organizations", "topics")
_SEEN: dict[str, JsonValue] = {
    **{name: {"minItems": 1} for name in _LISTS},
    **{name: {"pattern": SEEN_PATTERN} for name in _TEXTS},
}
_SAYS_SOMETHING: dict[str, JsonValue] = {
    "anyOf": [{"required": [name], "properties": {name: seen}} for name, seen in _SEEN.items()]
}


class EmptyCandidateError(RuleError):
    """Nothing is said about the body, so there is nothing to look for."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            Text(
                de="ein Vorhaben braucht mindestens eine der Angaben members, organizations, "
                "topics, purpose und name",
                en="a candidate needs at least one of members, organizations, topics, purpose and "
                "name",
            )
        )


class Candidate(Part, json_schema_extra=_SAYS_SOMETHING):
    """A body that somebody thinks of founding; every field may be left out, but not all of them.

    Members, organisations and topics are ids or names of what the network holds; see
    `netmap.analyses.overlaps.candidate.names` for how names are found.

    Attributes:
        name: What it would be called.
        members: Persons, functions or organisations that would sit in it.
        organizations: Organisations that would send somebody. Those that members belong to are
            added by themselves.
        topics: What it would work on. Where none are given, topics that ``name`` or ``purpose``
            mention count.
        purpose: What it would be there for.
    """

    name: ShortText = ""
    members: tuple[Name, ...] = Field(default=(), max_length=_MOST)
    organizations: tuple[Name, ...] = Field(default=(), max_length=_MOST)
    topics: tuple[Name, ...] = Field(default=(), max_length=_MOST)
    purpose: LongText = ""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not any(getattr(self, field) for field in (*_LISTS, *_TEXTS)):
            raise EmptyCandidateError
        return self
