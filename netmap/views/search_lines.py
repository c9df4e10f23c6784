"""What a search finds beside names: ties, seats, findings and changes, a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from netmap.analyses.line_search import LineIndex
from netmap.changes import Noted
from netmap.findings.finding import Finding
from netmap.language import Language
from netmap.model import Cooperation
from netmap.network import Network
from netmap.views.map_groups import TieKind
from netmap.views.map_ties import ties_of
from netmap.views.record_words import KIND_WORDS
from netmap.vocabulary import Kind

_SUBJECTS_NAMED = 3
_LONGEST_DETAIL = 160

_TIES = {
    TieKind.SEAT: (Kind.MEMBERSHIP, "in"),
    TieKind.EXCHANGE: (Kind.EXCHANGE_TIE, "↔"),
    TieKind.REPORTING: (Kind.REPORTING_LINE, "→"),
}
"""Which record each kind of tie is, and what stands between its two ends."""


@dataclass(frozen=True, slots=True)
class SearchLine:
    """One thing that can be found.

    Attributes:
        id: Of the record or finding; of a change set the number of its revision.
        detail: What tells more of it.
        at: When it happened, of a change.
    """

    id: str
    title: str
    detail: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SearchLines:
    """Lines, and how they are found."""

    lines: tuple[SearchLine, ...]
    index: LineIndex

    def find(self, typed: str) -> tuple[list[SearchLine], bool]:
        """The lines that are meant, and whether they are meant as it was typed."""
        rows, as_typed = self.index.find(typed)
        return [self.lines[row] for row in rows], as_typed


def tie_lines(network: Network, language: Language) -> SearchLines:
    """Exchange, reporting lines and cooperations by those whom they join.

    >>> from netmap.model import ExchangeTie, Organization
    >>> network = Network.from_records([
    ...     Organization(id="a", name="Jugendamt"), Organization(id="b", name="Schulamt"),
    ...     ExchangeTie(id="t", source_id="a", target_id="b", contacts_per_year=12),
    ... ])
    >>> [(line.title, line.detail) for line in tie_lines(network, Language.DE).lines]
    [('Jugendamt ↔ Schulamt', 'Austausch · monatlich')]
    """
    kinds = (TieKind.EXCHANGE, TieKind.REPORTING)
    return _by_title([*_ties(network, language, kinds), *_cooperations(network, language)])


def seat_lines(network: Network, language: Language) -> SearchLines:
    """Seats by member and body.

    >>> network = Network.from_pairs([("Ada", "Jugendhilfeausschuss")])
    >>> [(line.title, line.detail) for line in seat_lines(network, Language.DE).lines]
    [('Ada in Jugendhilfeausschuss', 'Mitgliedschaft')]
    """
    return _by_title(_ties(network, language, (TieKind.SEAT,)))


def finding_lines(found: Sequence[Finding], language: Language) -> SearchLines:
    """Findings in their order, by the names that they concern and all that they say."""
    lines, texts = [], []
    for finding in found:
        names = [subject.name for subject in finding.subjects]
        said = [text.in_language(language) for text in (finding.suggestion, *finding.evidence)]
        texts.append(" ".join([*names, *said]))
        shown = " · ".join(names[:_SUBJECTS_NAMED]) + " …" * (len(names) > _SUBJECTS_NAMED)
        lines.append(
            SearchLine(
                finding.id,
                f"{finding.title.in_language(language)}: {shown}",
                _shortened(finding.suggestion.in_language(language)),
            )
        )
    return _indexed(lines, texts)


def change_lines(notes: Sequence[Noted]) -> SearchLines:
    """Past change sets by what was written about them, newest first."""
    lines = [SearchLine(str(each.revision), each.note, at=each.at) for each in notes]
    return _indexed(lines, ("" for _ in lines))


def _ties(network: Network, language: Language, kinds: Sequence[TieKind]) -> Iterator[SearchLine]:
    for tie in ties_of(network, language):
        if tie.kind in kinds:
            kind, between = _TIES[tie.kind]
            title = f"{network.labels[tie.source]} {between} {network.labels[tie.target]}"
            yield SearchLine(tie.record_id, title, _detail(kind, tie.note, language))


def _cooperations(network: Network, language: Language) -> Iterator[SearchLine]:
    for each in cast("Iterable[Cooperation]", network.records(Kind.COOPERATION)):
        parties = [
            network.labels[network.actor_index[party]]
            for party in each.party_ids
            if party in network.actor_index
        ]
        yield SearchLine(
            each.id, each.name, _detail(Kind.COOPERATION, ", ".join(parties), language)
        )


def _detail(kind: Kind, note: str, language: Language) -> str:
    word = KIND_WORDS[kind].in_language(language)
    return f"{word[0].upper()}{word[1:]}" + f" · {note}" * bool(note)


def _by_title(lines: Iterable[SearchLine]) -> SearchLines:
    ordered = sorted(lines, key=lambda line: (line.title.casefold(), line.id))
    return _indexed(ordered, (line.detail for line in ordered))


def _indexed(lines: Sequence[SearchLine], texts: Iterable[str]) -> SearchLines:
    return SearchLines(tuple(lines), LineIndex.of((line.title for line in lines), texts))


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST_DETAIL:
        return text
    return text[:_LONGEST_DETAIL].rsplit(" ", 1)[0] + " …"
