"""Use cases of looking: overlaps, isolates, missing links, findings and sizes of a network."""

from __future__ import annotations

import sys
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Concatenate, ParamSpec, TypeVar, cast

from netmap.analyses.comparison.change import Change, in_order
from netmap.analyses.comparison.compare import compare
from netmap.analyses.isolation.isolates import isolates
from netmap.analyses.isolation.rows import Isolate
from netmap.analyses.missing.candidates import LinkCandidate, link_candidates
from netmap.analyses.missing.expectations import EVERY_RULE, Expectations
from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.analyses.missing.paths import missing_exchange_with_paths
from netmap.analyses.overlaps.parts import OverlapBy
from netmap.analyses.overlaps.seats import EVERY_SEAT, Seats
from netmap.analyses.overlaps.shared import Overlap, overlap
from netmap.analyses.summary import Summary, summary
from netmap.dates import Period
from netmap.findings.comparison import finding_changes
from netmap.findings.finding import Finding, FindingKind
from netmap.findings.findings import findings, first_of_each_kind
from netmap.findings.marks import marked, speaking
from netmap.findings.thresholds import Thresholds
from netmap.model import FindingMark
from netmap.network import Network
from netmap.principal import Principal
from netmap.services.collecting import collector_held_back
from netmap.services.networks import NetworkService
from netmap.vocabulary import Kind

_Result = TypeVar("_Result")
_Parameters = ParamSpec("_Parameters")
_KEPT = 64


@dataclass(frozen=True, slots=True)
class Moment:
    """A network at a date, as it stands or as a snapshot froze it; without a date as `at` says."""

    as_of: Period | None = None
    snapshot_id: str | None = None


class InsightService:
    """Runs analyses; keeps their results for as long as nothing but marks of findings changes."""

    def __init__(
        self,
        networks: NetworkService,
        thresholds: Thresholds,
        *,
        rules: frozenset[MissingLinkRule] = EVERY_RULE,
    ) -> None:
        """Analyse networks that ``networks`` reads; findings speak from ``thresholds`` on.

        Of missing exchange only ``rules`` speak, unless others are asked for by name.
        """
        self._networks = networks
        self._thresholds = thresholds
        self._rules = rules
        self._kept: OrderedDict[tuple[object, ...], object] = OrderedDict()
        self._lock = Lock()

    @property
    def thresholds(self) -> Thresholds:
        """From when on findings speak."""
        return self._thresholds

    @property
    def expectations(self) -> Expectations:
        """Which rules of missing exchange speak, and from when on."""
        return self._thresholds.expectations(self._rules)

    def ask(
        self,
        principal: Principal,
        network_id: str,
        as_of: Period | None,
        analysis: Callable[Concatenate[Network, _Parameters], _Result],
        *args: _Parameters.args,
        **kwargs: _Parameters.kwargs,
    ) -> _Result:
        """What an analysis finds at a date; asked twice of an unchanged network, it runs once.

        Args:
            principal: Who asks.
            network_id: Which network.
            as_of: The date; today where ``None``.
            analysis: A function of a network, told apart from others by its module and name.
            args: Its further arguments, all of them hashable.
            kwargs: Likewise.
        """
        network = self._networks.at(principal, network_id, as_of)
        question = (analysis.__module__, analysis.__qualname__, args, tuple(sorted(kwargs.items())))
        return self._once(network, question, lambda: analysis(network, *args, **kwargs))

    def overlaps(
        self,
        principal: Principal,
        network_id: str,
        *,
        by: OverlapBy = OverlapBy.MEMBERS,
        seats: Seats = EVERY_SEAT,
        min_jaccard: float = 0.0,
        min_containment: float = 0.0,
        as_of: Period | None = None,
    ) -> list[Overlap]:
        """Pairs of bodies that have something of one part in common, most similar first.

        Raises:
            ThresholdError: A threshold lies outside [0, 1].
        """
        return self.ask(
            principal,
            network_id,
            as_of,
            overlap,
            by=by,
            seats=seats,
            min_jaccard=min_jaccard,
            min_containment=min_containment,
        )

    def isolates(
        self,
        principal: Principal,
        network_id: str,
        *,
        as_of: Period | None = None,
        confidential: bool = False,
    ) -> list[Isolate]:
        """Who stands apart, by aspect; what is for the coordinator alone only when asked for."""
        network = self._networks.at(principal, network_id, as_of)
        years = self._thresholds.tie_renewal_years
        found = network.once(isolates, outdated_years=years)
        return [each for each in found if confidential or not each.confidential]

    def missing_exchange(
        self,
        principal: Principal,
        network_id: str,
        *,
        rules: Collection[MissingLinkRule] = (),
        without: Collection[MissingLinkRule] = (),
        as_of: Period | None = None,
    ) -> list[MissingLink]:
        """Links that one would expect and cannot find, by rule, with the ways that there are.

        Args:
            principal: Who asks.
            network_id: Which network.
            rules: These only, switched off or not; all that are not where none is named.
            without: These not.
            as_of: The date; today where ``None``.
        """
        expected = self.expectations.asked(rules, without)
        return self.ask(principal, network_id, as_of, missing_exchange_with_paths, expected)

    def link_candidates(
        self, principal: Principal, network_id: str, *, as_of: Period | None = None
    ) -> list[LinkCandidate]:
        """Links that the shape of the network makes probable, apart from the rules."""
        return self.ask(principal, network_id, as_of, link_candidates)

    def findings(
        self,
        principal: Principal,
        network_id: str,
        *,
        kind: FindingKind | None = None,
        as_of: Period | None = None,
        confidential: bool = False,
        complete: bool = False,
        intended: bool = False,
    ) -> list[Finding]:
        """Suggestions to talk about, what works well first, with what people said about each.

        Those marked as intended whose data have not changed stay away unless ``intended`` is set.

        Of each kind as many as a committee can go through, by `Thresholds.findings_per_kind`; all
        of them when one ``kind`` is asked for, or ``complete`` is set.
        """
        network = self._networks.at(principal, network_id, as_of)
        # Made whole, once: the short list is cut from it.
        question = ("findings", intended, network.revision)
        found = self._once(network, question, lambda: self._spoken(network, intended=intended))
        if not complete and kind is None:
            found = first_of_each_kind(found, self._thresholds.findings_per_kind)
        return [
            each
            for each in found
            if (kind is None or each.kind is kind) and (confidential or not each.confidential)
        ]

    def quiet_findings(
        self, principal: Principal, network_id: str, *, as_of: Period | None = None
    ) -> list[Finding]:
        """The findings that stay away because they are marked as intended."""
        found = self.findings(principal, network_id, as_of=as_of, complete=True, intended=True)
        return [each for each in found if each.is_quiet]

    def of_findings(
        self,
        principal: Principal,
        network_id: str,
        as_of: Period | None,
        tell: Callable[Concatenate[Sequence[Finding], _Parameters], _Result],
        *args: _Parameters.args,
        **kwargs: _Parameters.kwargs,
    ) -> _Result:
        """What a function makes of all findings, quiet or not, but for the confidential ones.

        It runs once for as long as the findings stay the same, as with `ask`; it sees no marks.
        """
        network = self._networks.at(principal, network_id, as_of)
        question = (tell.__module__, tell.__qualname__, args, tuple(sorted(kwargs.items())))

        def told() -> _Result:
            found = self._once(network, ("findings",), lambda: self._findings_of(network))
            return tell([each for each in found if not each.confidential], *args, **kwargs)

        return self._once(network, question, told)

    def _spoken(self, network: Network, *, intended: bool) -> list[Finding]:
        found = self._once(network, ("findings",), lambda: self._findings_of(network))
        marks = cast("Iterable[FindingMark]", network.records(Kind.FINDING_MARK))
        said = marked(found, marks)
        return said if intended else speaking(said)

    def compare(
        self,
        principal: Principal,
        network_id: str,
        before: Moment,
        after: Moment,
        *,
        confidential: bool = False,
    ) -> list[Change]:
        """What came, went and changed between two dates or snapshots, findings included.

        Raises:
            SnapshotNotFoundError: There is no such snapshot.
        """
        old, new = (
            self._networks.at(principal, network_id, each.as_of, snapshot_id=each.snapshot_id)
            for each in (before, after)
        )

        def compared() -> list[Change]:
            was, now = (
                [each for each in self._findings_of(net) if confidential or not each.confidential]
                for net in (old, new)
            )
            rows = compare(old, new, confidential=confidential)
            return in_order([*rows, *finding_changes(was, now, new)])

        question = ("compare", before, old.revision, old.as_of, after, confidential)
        return self._once(new, question, compared)

    def _findings_of(self, network: Network) -> list[Finding]:
        whole = self._thresholds.model_copy(update={"findings_per_kind": sys.maxsize})
        return findings(network, thresholds=whole, rules=self._rules)

    def summary(
        self, principal: Principal, network_id: str, *, as_of: Period | None = None
    ) -> Summary:
        """Sizes and balance of a network."""
        network = self._networks.at(principal, network_id, as_of)
        return self._once(network, ("summary",), lambda: summary(network))

    def _once(
        self, network: Network, question: tuple[object, ...], answer: Callable[[], _Result]
    ) -> _Result:
        key = (network.id, network.data_revision, network.as_of, *question)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return cast(_Result, self._kept[key])
        with collector_held_back:
            result = answer()
        with self._lock:
            self._kept[key] = result
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return result
