"""Use case of searching: everything in a network that a few typed words may mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from netmap.analyses.representation import ActorType
from netmap.analyses.search import Hit as NameHit
from netmap.dates import Period
from netmap.language import Language
from netmap.principal import Principal
from netmap.services.history import HistoryService
from netmap.services.insights import InsightService
from netmap.views.directory import Directory, directory
from netmap.views.search_lines import (
    SearchLine,
    change_lines,
    finding_lines,
    seat_lines,
    tie_lines,
)
from netmap.vocabulary import Kind


class Found(StrEnum):
    """Kinds of what is found, in the order in which a page shows them."""

    BODIES = "bodies"
    PARTNERS = "partners"
    TOPICS = "topics"
    TIES = "ties"
    SEATS = "seats"
    FINDINGS = "findings"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found.

    Attributes:
        typed: It was found as it was typed, not as something alike.
    """

    line: SearchLine
    typed: bool


class SearchService:
    """Searches what a network holds, what is found about it and what was written of changes.

    Nothing confidential is found: neither findings for the coordinating office alone nor that
    somebody stays outside on purpose.
    """

    def __init__(self, insights: InsightService, history: HistoryService) -> None:
        """Search what ``insights`` and ``history`` hold ready for as long as nothing changes."""
        self._insights = insights
        self._history = history

    def find(
        self,
        principal: Principal,
        network_id: str,
        typed: str,
        *,
        language: Language,
        as_of: Period | None = None,
    ) -> dict[Found, list[Hit]]:
        """What is meant by some words, by kind; of each kind what fits best first.

        Args:
            principal: Who searches.
            network_id: The network.
            typed: The words; every one of them has to stand in what is found, or one alike.
            language: In which ties and findings are told and looked through.
            as_of: The date of the network; changes are those of all times.

        Returns:
            An entry for every kind of which something was found.
        """
        ask = self._insights.ask
        told = ask(principal, network_id, as_of, directory, language)
        found: dict[Found, list[Hit]] = {each: [] for each in Found}
        for hit in told.search.find_all(typed):
            kind, line = _named(told, hit, language)
            found[kind].append(Hit(line, hit.typed))
        for kind, lines in (
            (Found.TIES, ask(principal, network_id, as_of, tie_lines, language)),
            (Found.SEATS, ask(principal, network_id, as_of, seat_lines, language)),
            (
                Found.FINDINGS,
                self._insights.of_findings(principal, network_id, as_of, finding_lines, language),
            ),
            (Found.CHANGES, self._history.of_notes(principal, network_id, change_lines)),
        ):
            hits, as_typed = lines.find(typed)
            found[kind] = [Hit(line, as_typed) for line in hits]
        return {kind: hits for kind, hits in found.items() if hits}


def _named(told: Directory, hit: NameHit, language: Language) -> tuple[Found, SearchLine]:
    """An actor or a topic as something found."""
    entry = None if hit.kind is Kind.TOPIC else told.entry(hit.id)
    if entry is None:
        return Found.TOPICS, SearchLine(hit.id, hit.name)
    noun = entry.profile.group.noun.in_language(language)
    detail = " · ".join(each for each in (noun, entry.profile.category, entry.house) if each)
    kind = Found.BODIES if entry.type is ActorType.BODY else Found.PARTNERS
    return kind, SearchLine(hit.id, hit.name, detail)
