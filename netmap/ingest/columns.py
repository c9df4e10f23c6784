"""The sheets of a workbook and their columns, as `columns.toml` lists them for readers and docs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from importlib import resources
from typing import Any

from netmap.ingest import words
from netmap.ingest.normalise import folded
from netmap.ingest.words import Words
from netmap.language import Text


class CellType(StrEnum):
    """What a column holds; names of references say which kinds they may lead to."""

    ID = "id"
    NAME = "name"
    TEXT = "text"
    TEXTS = "texts"
    NUMBER = "number"
    FREQUENCY = "frequency"
    DATE = "date"
    YES_NO = "yes_no"
    CHOICE = "choice"
    ROLE = "role"
    POSTS = "posts"
    IDENTIFIERS = "identifiers"
    PERSON = "person"
    ORGANIZATION = "organization"
    ORGANIZATIONS = "organizations"
    BODY = "body"
    ACTOR = "actor"
    ACTORS = "actors"
    TOPIC = "topic"
    TOPICS = "topics"

    @property
    def is_reference(self) -> bool:
        """Whether the cells name other records, by id or by name."""
        return self in _REFERENCES

    @property
    def is_list(self) -> bool:
        """Whether a cell may hold several values, with ``;`` or line breaks between them."""
        return self in _LISTS


_REFERENCES = frozenset(
    {
        CellType.PERSON,
        CellType.ORGANIZATION,
        CellType.ORGANIZATIONS,
        CellType.BODY,
        CellType.ACTOR,
        CellType.ACTORS,
        CellType.TOPIC,
        CellType.TOPICS,
    }
)
_LISTS = frozenset(
    {
        CellType.TEXTS,
        CellType.POSTS,
        CellType.IDENTIFIERS,
        CellType.ORGANIZATIONS,
        CellType.ACTORS,
        CellType.TOPICS,
    }
)
# What stands before or after a title where the cells hold ids.
_ID_WORDS = ("id", "nr", "nummer", "kennung", "no", "number")
# The innermost alone: a title of opening ones only is then read once, not once for each of them.
_IN_PARENTHESES = re.compile(r"[(\[][^()\[\]]*[)\]]")


@lru_cache(maxsize=4096)
def title_key(title: str) -> str:
    r"""Form in which two titles count as the same: only letters and digits, without case.

    >>> title_key("Person_ID") == title_key("person id\n")
    True
    >>> title_key("Zuständigkeit*")
    'zustaendigkeit'
    """
    return folded(title).replace(" ", "")


_NONE = Text(de="", en="")


@dataclass(frozen=True)
class Column:
    """One column of a sheet.

    Attributes:
        field: Key of the column, and its title in machine-made files.
        title: Title in a template.
        type: What the cells hold.
        explanation: For people who fill in a template.
        example: A cell of the example row of its sheet.
        synonyms: Other titles it is known by, in either language.
        required: Whether a row without it has no identity.
        choices: The closed vocabulary of a `CellType.CHOICE`, with its words.
        shared: Whether several sheets have it; where titles clash, a sheet's own column wins.
    """

    field: str
    title: Text
    type: CellType
    explanation: Text
    example: Text = _NONE
    synonyms: tuple[str, ...] = ()
    required: bool = False
    choices: Mapping[Any, Words] | None = None
    shared: bool = False

    @cached_property
    def title_keys(self) -> frozenset[str]:
        """All titles it is known by, as `title_key` gives them."""
        plain = {title_key(t) for t in (self.field, self.title.de, self.title.en, *self.synonyms)}
        if not self.type.is_reference:
            return frozenset(plain)
        with_ids = {key + word for key in plain for word in _ID_WORDS}
        return frozenset(plain | with_ids | {"id" + key for key in plain})

    def holds_ids(self, title: str) -> bool:
        """Whether a title says that its cells hold ids: ``person_id``, "Gremium-Nr."."""
        if not self.type.is_reference:
            return False
        words = folded(title).split()
        return any(
            title_key(title).endswith(word) and (len(words) > 1 or word == "id")
            for word in _ID_WORDS
        )


@dataclass(frozen=True)
class SheetDefinition:
    """One sheet of a workbook.

    Attributes:
        key: Key of the sheet, and its title in machine-made files.
        title: Title in a template.
        explanation: For people who fill in a template.
        columns: What a template offers, in its order.
        also: Columns that are understood as well.
        synonyms: Other titles it is known by.
    """

    key: str
    title: Text
    explanation: Text
    columns: tuple[Column, ...]
    also: tuple[Column, ...] = ()
    synonyms: tuple[str, ...] = ()

    @cached_property
    def title_keys(self) -> frozenset[str]:
        """All titles it is known by, as `title_key` gives them."""
        return frozenset(
            title_key(t) for t in (self.key, self.title.de, self.title.en, *self.synonyms)
        )

    @cached_property
    def _by_title(self) -> dict[str, Column]:
        own_last = sorted((*self.columns, *self.also), key=lambda column: not column.shared)
        return {key: column for column in own_last for key in column.title_keys}

    @cached_property
    def by_field(self) -> dict[str, Column]:
        """All columns understood, by field."""
        return {column.field: column for column in (*self.columns, *self.also)}

    def column(self, title: str) -> Column | None:
        """The column that a title names; ``None`` where it names none.

        Case, umlauts, spaces, dashes and line ends do not matter, nor does what stands in
        parentheses where the title is unknown with it.
        """
        return self._by_title.get(title_key(title)) or self._by_title.get(
            title_key(_IN_PARENTHESES.sub("", title))
        )


def _text(entry: Mapping[str, str]) -> Text:
    return Text(de=entry["de"], en=entry["en"])


def _column(field: str, entry: Mapping[str, Any], *, shared: bool) -> Column:
    choices = entry.get("choices")
    return Column(
        field=field,
        title=_text(entry["title"]),
        type=CellType(entry["type"]),
        explanation=_text(entry["explanation"]),
        example=_text(entry["example"]) if "example" in entry else _NONE,
        synonyms=tuple(entry.get("synonyms", ())),
        required=entry.get("required", False),
        choices=getattr(words, choices.upper()) if choices else None,
        shared=shared,
    )


def _sheets() -> tuple[SheetDefinition, ...]:
    table = tomllib.loads(
        resources.files("netmap.ingest").joinpath("columns.toml").read_text(encoding="utf-8")
    )
    shared = {
        field: _column(field, entry, shared=True) for field, entry in table.pop("shared").items()
    }
    sheets = []
    for key, entry in table.items():
        own = {field: _column(field, each, shared=False) for field, each in entry["own"].items()}
        known = shared | own
        sheets.append(
            SheetDefinition(
                key=key,
                title=_text(entry["title"]),
                explanation=_text(entry["explanation"]),
                columns=tuple(known[field] for field in entry["columns"]),
                also=tuple(known[field] for field in entry.get("also", ())),
                synonyms=tuple(entry.get("synonyms", ())),
            )
        )
    return tuple(sheets)


SHEETS = _sheets()
"""All sheets, in the order in which records may refer to earlier ones."""

GUIDE_SHEET = Text(de="Anleitung", en="Guide")
"""The sheet of explanations in a template, which readers pass over."""
LISTS_SHEET = Text(de="Listen", en="Lists")
"""The sheet behind a template's drop-down lists, which readers pass over."""
EXAMPLE_ID = Text(de="Beispiel", en="Example")
"""Stands as id in a template's example rows, which readers pass over."""


def sheet_definition(title: str) -> SheetDefinition | None:
    """The sheet that a title names, in either language; ``None`` where it names none.

    >>> sheet_definition("Mitgliedschaften ").key
    'memberships'
    """
    key = title_key(title)
    return next((sheet for sheet in SHEETS if key in sheet.title_keys), None)
