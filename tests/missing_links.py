"""A network in which every rule about missing exchange has something to say."""

from __future__ import annotations

from netmap.model import Coordination
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Asked, HouseLevel, Level
from tests.small_networks import (
    body,
    exchange,
    line,
    network,
    organization,
    person,
    seat,
    topic,
    work,
)


def speaking() -> Network:
    """Small, and every rule is met."""
    return network(speaking_records())


def speaking_records() -> list[Record]:
    """Its records."""
    talks = (("club", "union"), ("club", "firm"), ("club", "asked"), ("union", "firm"))
    return [
        topic("jobs"),
        organization("koko", coordination=Coordination()),
        organization("neighbour", classification="Koordinierungsstelle"),
        *(organization(each) for each in ("chamber", "school", "club", "union", "firm", "rare")),
        organization("asked", asked=Asked.ANSWERED),
        *work("chamber", "jobs"),
        *work("school", "jobs"),
        body("SG", Level.STEERING),
        body("SG 2", Level.STEERING),
        body("Rat", Level.POLITICAL),
        body("AK", Level.OPERATIONAL),
        person("ada", "chamber"),
        seat("ada", "SG", house_level=HouseLevel.LEADERSHIP),
        *(seat(each, "AK") for each in ("school", "koko", "rare")),
        line("SG", "Rat", returns_decisions=False),
        *(exchange(a, b, topic_ids=("jobs",)) for a, b in talks),
        exchange("koko", "chamber", contacts_per_year=1, reported_by_id="koko"),
        exchange("koko", "chamber", contacts_per_year=3, reported_by_id="chamber"),
        exchange("koko", "rare", irregular=True),
        exchange("koko", "asked", reported_by_id="koko", reported_at="2015"),
    ]
