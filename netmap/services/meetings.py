"""Use case of a meeting: which findings it talks about, as slides on the map or as one file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from netmap.dates import Period
from netmap.findings.finding import Finding
from netmap.findings.kinds import FindingKind
from netmap.language import Language
from netmap.principal import Principal
from netmap.services.insights import InsightService
from netmap.services.networks import NetworkService
from netmap.views.meeting_ground import ground
from netmap.views.meeting_html import meeting_document
from netmap.views.meeting_slides import MeetingParts, meeting_parts

MOST_FINDINGS = 60
"""More than any meeting gets through; addresses stay short enough for every mail program."""

_STRENGTHS = 4
_SUGGESTIONS = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """What a meeting is to talk about, and what else there would be.

    Attributes:
        chosen: In the order of the meeting, what works well first.
        others: The others, in reading order.
        gone: How many of the chosen findings the data do not give any more.
    """

    chosen: tuple[Finding, ...]
    others: tuple[Finding, ...]
    gone: int


class MeetingService:
    """Prepares what a committee sees."""

    def __init__(self, networks: NetworkService, insights: InsightService) -> None:
        """Show what ``networks`` reads together with the findings of ``insights``."""
        self._networks = networks
        self._insights = insights

    def choice(
        self,
        principal: Principal,
        network_id: str,
        chosen: Sequence[str] | None = None,
        *,
        as_of: Period | None = None,
    ) -> Choice:
        """The findings with these ids; without any, some that a first meeting may start from.

        What is for the coordinator alone is never among them.

        Raises:
            AccessDeniedError: The principal may not read the network.
            NetworkNotFoundError: There is none with this id.
        """
        listed = self._insights.findings(principal, network_id, as_of=as_of)
        if chosen is None:
            picked = first_choice(listed)
            missing = 0
        else:
            whole = self._insights.findings(principal, network_id, as_of=as_of, complete=True)
            by_id = {each.id: each for each in whole}
            wanted = list(dict.fromkeys(chosen))
            picked = [by_id[each] for each in wanted if each in by_id]
            missing = len(wanted) - len(picked)
        picked.sort(key=lambda each: not each.positive)
        ids = {each.id for each in picked}
        others = tuple(each for each in listed if each.id not in ids)
        return Choice(tuple(picked), others, missing)

    def parts(
        self,
        principal: Principal,
        network_id: str,
        chosen: Sequence[str] | None = None,
        *,
        as_of: Period | None = None,
        language: Language,
        leave: str | None = None,
    ) -> MeetingParts:
        """The slides of a meeting as parts of a page; see `choice` and `meeting_parts`.

        Raises:
            AccessDeniedError: The principal may not read the network.
            NetworkNotFoundError: There is none with this id.
        """
        choice = self.choice(principal, network_id, chosen, as_of=as_of)
        network = self._networks.at(principal, network_id, as_of)
        drawn = self._insights.ask(principal, network_id, as_of, ground)
        return meeting_parts(network, drawn, choice.chosen, language, leave=leave)

    def document(
        self,
        principal: Principal,
        network_id: str,
        chosen: Sequence[str] | None = None,
        *,
        as_of: Period | None = None,
        language: Language,
    ) -> str:
        """The same as one HTML document without a reference to any other file or host.

        Raises:
            AccessDeniedError: The principal may not read the network.
            NetworkNotFoundError: There is none with this id.
        """
        choice = self.choice(principal, network_id, chosen, as_of=as_of)
        network = self._networks.at(principal, network_id, as_of)
        drawn = self._insights.ask(principal, network_id, as_of, ground)
        return meeting_document(network, drawn, choice.chosen, language)


def first_choice(findings: Sequence[Finding]) -> list[Finding]:
    """What a meeting may start from: a few strengths, then two of each kind, or one of many kinds.

    In the order given.
    """
    good = _in_turn([each for each in findings if each.positive], _STRENGTHS)
    open_points = [each for each in findings if not each.positive]
    kinds = len({each.kind for each in open_points})
    some = _in_turn(open_points, max(kinds, min(2 * kinds, _SUGGESTIONS)))
    ids = {each.id for each in (*good, *some)}
    return [each for each in findings if each.id in ids]


def _in_turn(findings: Sequence[Finding], most: int) -> list[Finding]:
    """The first of every kind, then the second of every kind, up to two and ``most`` in all."""
    turn: Counter[FindingKind] = Counter()
    placed: list[tuple[int, Finding]] = []
    for each in findings:
        placed.append((turn[each.kind], each))
        turn[each.kind] += 1
    early = sorted((pair for pair in placed if pair[0] < 2), key=lambda pair: pair[0])
    return [each for _, each in islice(early, most)]
