"""What all records are made of: checked texts, provenance, versions and dates of validity."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    StringConstraints,
)

from netmap.dates import PartialDate
from netmap.errors import RuleError
from netmap.language import Text
from netmap.vocabulary import Kind

# What XML cannot hold is no text either: workbooks and graph files could not carry it.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def _printable(text: str) -> str:
    # Whatever the pattern finds is not printable; most texts are, and need no search.
    if text.isprintable():
        return text
    found = _UNPRINTABLE.search(text)
    if found:
        character = f"U+{ord(found.group()):04X}"
        raise RuleError(
            Text(
                de=f"enthält das Steuerzeichen {character}",
                en=f"holds the control character {character}",
            )
        )
    return text


_LETTER = r"[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
_VISIBLE = r"[^\x00-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
_PRINTABLE_PATTERN = f"^{_LETTER}*$"
_PRINTABLE = Field(json_schema_extra={"pattern": _PRINTABLE_PATTERN})
SEEN_PATTERN = f"^{_LETTER}*{_VISIBLE}{_LETTER}*$"
"""A printable text that is more than blanks, for descriptions."""
_SEEN = Field(json_schema_extra={"pattern": SEEN_PATTERN})

Id = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500),
    AfterValidator(_printable),
    _SEEN,
]
"""Id of a record: any printable text, unique within its network across all kinds."""

Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=1_000),
    AfterValidator(_printable),
    _SEEN,
]
ShortText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=1_000),
    AfterValidator(_printable),
    _PRINTABLE,
]
LongText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=50_000),
    AfterValidator(_printable),
    _PRINTABLE,
]


def _whole(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


Version = Annotated[int, BeforeValidator(_whole)]
"""The version of a record; in JSON 7 and 7.0 are one number."""

AttributeValue = bool | int | float | LongText | None


class Part(BaseModel):
    """Base of all values: immutable, no unknown fields, no NaN or infinity."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


NAMED: dict[str, JsonValue] = {
    "anyOf": [
        {"required": [field], "properties": {field: {"pattern": SEEN_PATTERN}}}
        for field in ("name", "function")
    ]
}
"""For descriptions: at least one of ``name`` and ``function`` is given."""


class Identifier(Part):
    """An id that another system or an import gave to a record."""

    scheme: ShortText
    identifier: ShortText


class Source(Part):
    """Where a record came from: a file, a form, a person's report.

    Attributes:
        label: The file or occasion, in words.
        retrieved_at: The date it was taken from there.
    """

    label: ShortText
    retrieved_at: PartialDate | None = None


class Record(Part):
    """What all records have.

    Attributes:
        id: Unique within the network across all kinds.
        version: Revision of the network at which the record was last written; 0 when it has
            never been stored. A writer sends the version it read.
        identifiers: Ids in other systems.
        source: Where the record came from.
        attributes: What an import brought beyond the model, by column title.
    """

    kind: Kind
    id: Id
    version: Version = Field(default=0, ge=0)
    identifiers: tuple[Identifier, ...] = ()
    source: Source | None = None
    attributes: dict[ShortText, AttributeValue] = Field(
        default_factory=dict,
        json_schema_extra={"propertyNames": {"maxLength": 1_000, "pattern": _PRINTABLE_PATTERN}},
    )

    REFERENCES: ClassVar[dict[str, frozenset[Kind]]] = {}
    """Fields that hold ids of other records, with the kinds they may lead to."""

    def at_version(self, version: int) -> Self:
        """The same record with another version.

        What ``model_copy`` does, in half the time: an import stamps a hundred thousand records, and
        everything but the version is shared with this one, as both are immutable.
        """
        copy = object.__new__(type(self))
        object.__setattr__(copy, "__dict__", vars(self) | {"version": version})
        object.__setattr__(copy, "__pydantic_fields_set__", self.model_fields_set)
        object.__setattr__(copy, "__pydantic_extra__", None)
        object.__setattr__(copy, "__pydantic_private__", None)
        return copy


class Dated(Record):
    """A record that holds in the real world from ``start_date`` to ``end_date``, both included.

    An unknown end of the range excludes nothing.
    """

    start_date: PartialDate | None = None
    end_date: PartialDate | None = None
