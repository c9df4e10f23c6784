"""Findings about what works well, which come first."""

from __future__ import annotations

from collections.abc import Iterator

from netmap.analyses.participation.bodies import blau_index
from netmap.analyses.strengths import (
    WellConnectedBody,
    level_bridges,
    regular_exchange,
    well_connected_bodies,
)
from netmap.findings.finding import Finding
from netmap.findings.kinds import FindingKind
from netmap.findings.material import Material
from netmap.findings.words import (
    NAMES_IN_SENTENCE,
    SECTOR_NAMES,
    labelled,
    listed,
    names,
    on_topics,
    quoted,
    sentences,
    times,
)
from netmap.language import Text
from netmap.vocabulary import Level, Sector

_STILL_SO = Text(de="Ist das weiterhin so?", en="Is this still so?")
_MONTHLY = 12


def exchange(material: Material) -> Iterator[Finding]:
    """Regular exchange that both sides confirm."""
    least = material.thresholds.regular_contacts_per_year
    for row in regular_exchange(material.network, min_contacts_per_year=least):
        contacts = times(row.contacts_per_year)
        about = material.topic_names_of(row.topic_ids)
        statement = Text(
            de="Was gut läuft: Zwischen {a} und {b} besteht regelmäßiger, von beiden bestätigter "
            "Austausch ({contacts}).",
            en="What works well: between {a} and {b} there is regular exchange that both confirm "
            "({contacts}).",
        ).format(a=quoted(row.source_name), b=quoted(row.target_name), contacts=contacts)
        evidence = [labelled(Text(de="Häufigkeit", en="Frequency"), contacts)]
        if row.channels:
            evidence.append(labelled(Text(de="Wege", en="Channels"), names(row.channels)))
        if about:
            evidence.append(
                sentences(
                    Text(de="Austausch", en="Exchange"),
                    on_topics(about),
                )
            )
        yield material.finding(
            FindingKind.REGULAR_EXCHANGE,
            [material.index(row.source_id), material.index(row.target_id)],
            [statement, _STILL_SO],
            evidence=evidence,
            strength=min(1.0, row.contacts_per_year / _MONTHLY),
        )


def bodies(material: Material) -> Iterator[Finding]:
    """Bodies with a way up and balanced participation."""
    least = material.thresholds.balanced_min_sectors
    for row in well_connected_bodies(material.network, min_sectors=least):
        yield _well_connected(material, row)


def between_levels(material: Material) -> Iterator[Finding]:
    """Who sits on both sides between working level and steering or politics."""
    for row in material.network.once(level_bridges):
        actor = material.index(row.id)
        upper, lower = material.names_of(row.upper_ids), material.names_of(row.lower_ids)
        statement = Text(
            de="Was gut läuft: {name} wirkt in {upper} und zugleich in {lower} mit. So kommen "
            "Entscheidungen in der Praxis an und Ergebnisse in der Steuerung.",
            en="What works well: {name} takes part in {upper} and in {lower} as well. So decisions "
            "reach practice, and results reach those who steer.",
        ).format(
            name=material.name(actor),
            upper=names(upper, most=NAMES_IN_SENTENCE, dative=True),
            lower=names(lower, most=NAMES_IN_SENTENCE, dative=True),
        )
        yield material.finding(
            FindingKind.LEVEL_BRIDGE,
            [actor],
            [statement, _STILL_SO],
            evidence=[
                labelled(
                    Text(de="Steuerung und Politik", en="Steering and politics"), names(upper)
                ),
                labelled(Text(de="Arbeitsebene", en="Working level"), names(lower)),
            ],
            strength=1.0,
        )


def _well_connected(material: Material, row: WellConnectedBody) -> Finding:
    goal = (
        Text(de="in der Politik", en="politics")
        if row.level is Level.STEERING
        else Text(de="im Steuergremium", en="the steering level")
    )
    sectors = listed([SECTOR_NAMES[each.sector] for each in row.sectors])
    statement = Text(
        de="Was gut läuft: {name} ist gut eingebunden. Die Ergebnisse kommen {goal} an ({end}), "
        "und verschiedene Bereiche wirken mit: {sectors}.",
        en="What works well: {name} is well connected. Its results reach {goal} ({end}), and "
        "several sectors take part: {sectors}.",
    ).format(name=quoted(row.name), goal=goal, end=quoted(row.way_names[-1]), sectors=sectors)
    return material.finding(
        FindingKind.WELL_CONNECTED_BODY,
        [material.index(row.id)],
        [statement, _STILL_SO],
        evidence=[
            labelled(
                Text(de="Weg nach oben", en="Way up"),
                Text(
                    de=" → ".join(f"„{name}“" for name in row.way_names),
                    en=" → ".join(f'"{name}"' for name in row.way_names),
                ),
            ),
            labelled(
                Text(
                    de="Beteiligte nach Bereichen (von {count})",
                    en="Taking part by sector (of {count})",
                ).format(count=row.seated),
                listed(
                    [
                        sentences(
                            SECTOR_NAMES[each.sector],
                            Text(de=str(each.count), en=str(each.count)),
                        )
                        for each in row.sectors
                    ]
                ),
            ),
        ],
        strength=blau_index([each.count for each in row.sectors], len(Sector)) or 0.0,
    )
