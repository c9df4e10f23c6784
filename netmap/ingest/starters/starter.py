"""Starter networks: the usual bodies, partners and fields of action, to be corrected at once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from netmap.language import Language, Text
from netmap.model import AnyRecord, Coordination, Organization, Topic, WorksOn
from netmap.values import Source
from netmap.vocabulary import Asked, Level, Sector

_SOURCE = Text(de="Startnetz", en="starter network")


class Starter(StrEnum):
    """The starter networks that netmap brings along."""

    KOMMUNALE_KOORDINIERUNG = "kommunale-koordinierung"
    BILDUNGSMANAGEMENT = "bildungsmanagement"

    @property
    def purpose(self) -> Text:
        """What it is for."""
        return _text(_table(self)["title"])


def starter_records(starter: Starter, language: Language) -> list[AnyRecord]:
    """The records of a starter network, named in a language.

    Nobody in it was asked yet, and no seat and no tie is claimed: these differ from place to place.

    >>> records = starter_records(Starter.BILDUNGSMANAGEMENT, Language.EN)
    >>> [each.name for each in records if each.id == "bildungsbuero"]
    ['Education office']
    """
    return list(_records(_table(starter), language))


def _records(table: Mapping[str, Any], language: Language) -> Iterator[AnyRecord]:
    source = Source(label=_SOURCE.in_language(language))
    for topic_id, name in table["topics"].items():
        # A topic and the office named after it are two records.
        yield Topic(id=f"thema-{topic_id}", name=_text(name).in_language(language), source=source)
    for body_id, entry in table["bodies"].items():
        yield Organization(
            id=body_id,
            name=_text(entry["name"]).in_language(language),
            meets=True,
            level=Level(entry["level"]),
            parent_id=entry.get("part_of"),
            legal_basis=entry.get("legal_basis", ""),
            source=source,
        )
    for organization_id, entry in table["organizations"].items():
        yield Organization(
            id=organization_id,
            name=_text(entry["name"]).in_language(language),
            sector=Sector(entry["sector"]),
            asked=Asked.NOT_ASKED,
            coordination=Coordination() if entry.get("coordinates") else None,
            source=source,
        )
    for actor_id, entry in (table["bodies"] | table["organizations"]).items():
        for topic_id in entry.get("topics", ()):
            yield WorksOn(
                id=f"{actor_id}-{topic_id}",
                actor_id=actor_id,
                topic_id=f"thema-{topic_id}",
                source=source,
            )


@cache
def _table(starter: Starter) -> dict[str, Any]:
    file = resources.files("netmap.ingest.starters").joinpath(f"{starter.value}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _text(entry: Mapping[str, str]) -> Text:
    return Text(de=entry["de"], en=entry["en"])
