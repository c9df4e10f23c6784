"""Actors that may be the same under two names: reported with reasons, never merged."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from netmap.errors import Place
from netmap.ingest.duplicates.actors import Likeness, alike_organizations, alike_persons
from netmap.ingest.notices import Notice
from netmap.ingest.problems import Problem, Severity
from netmap.language import Text
from netmap.model import Actor, Organization, Person

POSSIBLE_DUPLICATE = Notice(
    code="ingest.possible_duplicate",
    severity=Severity.NOTE,
    cause=Text(
        de="„{first}“ ({first_id}) und „{second}“ ({second_id}) könnten dasselbe meinen. {reason}",
        en='"{first}" ({first_id}) and "{second}" ({second_id}) may mean the same. {reason}',
    ),
    remedy=Text(
        de="Bitte prüfen; netmap führt nichts ungefragt zusammen.",
        en="Please check; netmap merges nothing unasked.",
    ),
)


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    """Two actors that may be one.

    Attributes:
        ids: Ascending.
        labels: Names or functions, in the order of the ids.
        strength: How much speaks for it, in [0, 1].
        reason: Why, in words.
    """

    ids: tuple[str, str]
    labels: tuple[str, str]
    strength: float
    reason: Text

    def problem(self, place: Place) -> Problem:
        """The pair as a note of an import."""
        return POSSIBLE_DUPLICATE.at(
            place,
            first=self.labels[0],
            first_id=self.ids[0],
            second=self.labels[1],
            second_id=self.ids[1],
            reason=self.reason,
        )


def possible_duplicates(
    actors: Iterable[Actor], *, among: Collection[str] | None = None
) -> list[PossibleDuplicate]:
    """Pairs of actors whose names may mean the same, strongest first.

    Persons are compared with persons and organisations with organisations. Names are folded and
    abbreviations written out; what is left is compared word by word. A pair that differs in a
    number, a direction ("Nord", "Süd") or a whole word is none, unless the word is a place that
    one of two names adds. Persons who share a family name alone are none, and so are bodies of
    different parents, a body and its parent, and a body and its successor.

    Args:
        actors: Those of one network.
        among: Ids of which each pair has at least one; all pairs when not given.

    Returns:
        Each pair once, by descending strength, then ids. Time and memory grow with the number of
        actors, not with its square: of more than eight actors of one name, each is paired with
        the next by id only.

    >>> ba = Organization(id="ba", name="Bundesagentur für Arbeit")
    >>> afa = Organization(id="afa", name="Agentur für Arbeit")
    >>> [pair.labels for pair in possible_duplicates([ba, afa])]
    [('Agentur für Arbeit', 'Bundesagentur für Arbeit')]
    """
    ordered = sorted(actors, key=lambda actor: actor.id)
    organizations = [actor for actor in ordered if isinstance(actor, Organization)]
    persons = [actor for actor in ordered if isinstance(actor, Person)]
    wanted = None if among is None else frozenset(among)
    strongest: dict[tuple[str, str], Likeness] = {}
    for likeness in (*alike_organizations(organizations), *alike_persons(persons)):
        ids = _ids(likeness)
        if wanted is not None and wanted.isdisjoint(ids):
            continue
        known = strongest.get(ids)
        if known is None or known.strength < likeness.strength:
            strongest[ids] = likeness
    pairs = [
        PossibleDuplicate(ids, _labels(likeness), likeness.strength, likeness.reason)
        for ids, likeness in strongest.items()
    ]
    return sorted(pairs, key=lambda pair: (-pair.strength, pair.ids))


def _ids(likeness: Likeness) -> tuple[str, str]:
    one, other = sorted((likeness.first.id, likeness.second.id))
    return one, other


def _labels(likeness: Likeness) -> tuple[str, str]:
    one, other = sorted((likeness.first, likeness.second), key=lambda actor: actor.id)
    return one.label, other.label
