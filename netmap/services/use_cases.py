"""All use cases over one store, as the web and the command line get them."""

from __future__ import annotations

from dataclasses import dataclass

from netmap.services.charts import ChartService
from netmap.services.edits import EditService
from netmap.services.endpoint_imports import EndpointImportService
from netmap.services.entry import EntryService
from netmap.services.exports import ExportService
from netmap.services.history import HistoryService
from netmap.services.import_desk import ImportDesk
from netmap.services.imports import ImportService
from netmap.services.insights import InsightService
from netmap.services.map_views import MapViewService
from netmap.services.maps import MapService
from netmap.services.marking import MarkingService
from netmap.services.meetings import MeetingService
from netmap.services.networks import NetworkService
from netmap.services.queries import QueryService
from netmap.services.records import RecordService
from netmap.services.removal import RemovalService
from netmap.services.searching import SearchService
from netmap.services.starting import StartService
from netmap.services.telling_apart import TellingApartService
from netmap.services.topics import TopicService
from netmap.store.watched import StoreWatch


@dataclass(frozen=True, slots=True)
class UseCases:
    """What can be done with the networks of one store.

    Attributes:
        watch: Tells whoever listens what the store does.
    """

    starting: StartService
    networks: NetworkService
    records: RecordService
    history: HistoryService
    searching: SearchService
    topics: TopicService
    entry: EntryService
    removal: RemovalService
    edits: EditService
    telling_apart: TellingApartService
    insights: InsightService
    imports: ImportService
    import_desk: ImportDesk
    endpoint_imports: EndpointImportService
    maps: MapService
    map_views: MapViewService
    charts: ChartService
    marking: MarkingService
    meetings: MeetingService
    queries: QueryService
    exports: ExportService
    watch: StoreWatch
