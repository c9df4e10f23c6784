"""Use case of the map: one network and its findings, as a document or as parts of a page."""

from __future__ import annotations

from collections.abc import Sequence

from netmap.dates import Period
from netmap.language import Language
from netmap.map_views import MapView
from netmap.principal import Principal
from netmap.services.insights import InsightService, Moment
from netmap.services.networks import NetworkService
from netmap.views.map_base import MapBase, map_base
from netmap.views.map_choice import EVERYTHING, MapChoice
from netmap.views.map_html import map_document
from netmap.views.map_links import MapLinks
from netmap.views.map_opened import OpenedView
from netmap.views.map_parts import MapParts, parts_of
from netmap.views.map_pdf import map_pdf
from netmap.views.map_sheet import map_sheet


class MapService:
    """Draws the map of a network."""

    def __init__(self, networks: NetworkService, insights: InsightService) -> None:
        """Draw what ``networks`` reads together with the findings of ``insights``."""
        self._networks = networks
        self._insights = insights

    def document(
        self,
        principal: Principal,
        network_id: str,
        *,
        as_of: Period | None = None,
        beside: Moment | None = None,
        language: Language,
        choice: MapChoice = EVERYTHING,
        opened: OpenedView | None = None,
    ) -> str:
        """The map as one HTML document without a reference to any other file or host.

        Findings that are for the coordinator alone are left out: the file is made to be shown.
        With another moment ``beside`` everybody stands where the map of that moment has them. It
        opens with what is chosen, marks standing where an ``opened`` view has them; everybody
        else is in it as well.

        Raises:
            AccessDeniedError: The principal may not read the network.
            NetworkNotFoundError: There is none with this id.
        """
        network = self._networks.at(principal, network_id, as_of)
        found = self._insights.findings(principal, network_id, as_of=as_of)
        other = None
        if beside is not None:
            other = self._networks.at(
                principal, network_id, beside.as_of, snapshot_id=beside.snapshot_id
            )
        return map_document(network, found, language, beside=other, choice=choice, opened=opened)

    def parts(
        self,
        principal: Principal,
        network_id: str,
        *,
        as_of: Period | None = None,
        language: Language,
        choice: MapChoice,
        links: MapLinks,
        opened: OpenedView | None = None,
        saved: Sequence[str] = (),
    ) -> MapParts:
        """The same map as parts of a page that serves scripts and style sheets itself.

        Args:
            principal: Who asks.
            network_id: Which network.
            as_of: The date; today where ``None``.
            language: Of the page.
            choice: What of the map is shown; drawn and told is everybody, once for a revision.
            links: Pages of the application that the map leads to.
            opened: The view that is open.
            saved: Ids of those whom something that was just saved is about.

        Raises:
            AccessDeniedError: The principal may not read the network.
            NetworkNotFoundError: There is none with this id.
        """
        base = self._base(principal, network_id, as_of, language, choice)
        found = self._insights.findings(principal, network_id, as_of=as_of)
        return parts_of(base, found, choice=choice, links=links, opened=opened, saved=saved)

    def sheet(
        self,
        principal: Principal,
        network_id: str,
        *,
        as_of: Period | None = None,
        language: Language,
        choice: MapChoice,
        view: MapView | None = None,
    ) -> str:
        """The map for paper, A3 landscape, as an SVG file of its own.

        Marks stand where a ``view`` has them.

        Raises:
            AccessDeniedError: The principal may not read the network.
            NetworkNotFoundError: There is none with this id.
        """
        base = self._base(principal, network_id, as_of, language, choice)
        found = self._insights.findings(principal, network_id, as_of=as_of)
        return map_sheet(base, found, choice, view)

    def pdf(
        self,
        principal: Principal,
        network_id: str,
        *,
        as_of: Period | None = None,
        language: Language,
        choice: MapChoice,
        view: MapView | None = None,
    ) -> bytes:
        """The same as PDF, one page."""
        sheet = self.sheet(
            principal, network_id, as_of=as_of, language=language, choice=choice, view=view
        )
        name = self._networks.at(principal, network_id, as_of).name
        return map_pdf(sheet, name, language)

    def _base(
        self,
        principal: Principal,
        network_id: str,
        as_of: Period | None,
        language: Language,
        choice: MapChoice,
    ) -> MapBase:
        return self._insights.ask(
            principal,
            network_id,
            as_of,
            map_base,
            language,
            arrangement=choice.arrangement,
            still=choice.still,
        )
