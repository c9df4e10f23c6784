"""Use case of charts: those of a network at a date, and what changed since the last snapshot."""

from __future__ import annotations

from netmap.dates import Period
from netmap.errors import RecordNotFoundError
from netmap.language import Language
from netmap.principal import Principal
from netmap.services.insights import InsightService
from netmap.services.networks import NetworkService
from netmap.services.records import RecordService
from netmap.views.charts.change import change_chart
from netmap.views.charts.chart import Chart
from netmap.views.charts.standing import standing_charts


class ChartService:
    """Draws charts of a network; keeps their numbers for as long as nothing in it changes."""

    def __init__(
        self, networks: NetworkService, records: RecordService, insights: InsightService
    ) -> None:
        """Read networks and snapshots through these use cases."""
        self._networks = networks
        self._records = records
        self._insights = insights

    def all(
        self,
        principal: Principal,
        network_id: str,
        language: Language,
        *,
        as_of: Period | None = None,
    ) -> list[Chart]:
        """Every chart; that of changes only where there is a snapshot."""
        charts = self._insights.ask(principal, network_id, as_of, standing_charts, language)
        return [*charts, *self._since_last_snapshot(principal, network_id, language, as_of)]

    def one(
        self,
        principal: Principal,
        network_id: str,
        name: str,
        language: Language,
        *,
        as_of: Period | None = None,
    ) -> Chart:
        """The chart of a name.

        Raises:
            RecordNotFoundError: There is none.
        """
        for each in self.all(principal, network_id, language, as_of=as_of):
            if each.name == name:
                return each
        raise RecordNotFoundError(network_id=network_id, record_id=name)

    def _since_last_snapshot(
        self, principal: Principal, network_id: str, language: Language, as_of: Period | None
    ) -> list[Chart]:
        snapshots = self._records.snapshots(principal, network_id)
        if not snapshots:
            return []
        last = snapshots[0]
        before = self._networks.at(principal, network_id, snapshot_id=last.id)
        return [
            self._insights.ask(
                principal, network_id, as_of, change_chart, before, last.label, language
            )
        ]
