"""Findings about the way of information: bodies that hear nothing, places on every way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from netmap.analyses.flow import Flow, flow
from netmap.analyses.representation import ActorType
from netmap.findings.finding import Finding
from netmap.findings.kinds import FindingKind
from netmap.findings.material import Material
from netmap.findings.words import NAMES_IN_SENTENCE, labelled, names
from netmap.language import Text


def ways(material: Material) -> Iterator[Finding]:
    """Bodies that report and hear nothing back; organisations and bodies on every way."""
    rows = material.network.once(flow)
    yield from _hearing_nothing(material, rows)
    yield from _bottlenecks(material, rows)


def _hearing_nothing(material: Material, rows: list[Flow]) -> Iterator[Finding]:
    # Who has no way up either is asked about as a part of the network that stands alone.
    bodies = [row for row in rows if row.type is ActorType.BODY]
    deaf = [row for row in bodies if row.down is None and row.up is not None]
    for row in deaf:
        assert row.up is not None  # noqa: S101 (chosen above)
        name = material.name(material.index(row.id))
        yield material.finding(
            FindingKind.BODY_HEARS_NOTHING,
            [material.index(row.id)],
            [
                Text(
                    de="Für {name} ist ein Weg in die Steuerung erfasst, aber keiner, auf dem von "
                    "dort etwas zurückkommt. Gibt es ihn?",
                    en="For {name} a way to the steering level is recorded, but none by which "
                    "anything comes back. Is there one?",
                ).format(name=name),
                Text(
                    de="Eine kurze Rückmeldung nach jeder Sitzung könnte {name} zeigen, was aus "
                    "den Ergebnissen wird, und die Steuerung könnte auf Umsetzung bauen.",
                    en="A short note after each meeting could show {name} what becomes of its "
                    "results, and the steering level could count on what is agreed.",
                ).format(name=name),
            ],
            evidence=[
                labelled(
                    Text(de="Erfasster Weg nach oben", en="Recorded way up"),
                    names(list(row.up.names)),
                )
            ],
            strength=(1 + len(bodies) - len(deaf)) / (1 + len(bodies)),
        )


def _bottlenecks(material: Material, rows: list[Flow]) -> Iterator[Finding]:
    """Persons are left to the bridges: there a deputy is the question."""
    behind: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.down is not None:
            for each in row.down.bottleneck_ids:
                behind[each].append(row.id)
    for place in sorted(behind):
        actor, served = material.index(place), behind[place]
        own = [each for each in served if place not in _above(material, each)]
        if (
            material.network.person_mask[actor]
            or not material.spoken_of(actor)
            or len(own) < material.thresholds.bridge_min_part
        ):
            continue
        called = material.names_of(own)
        name = material.name(actor)
        yield material.finding(
            FindingKind.FLOW_BOTTLENECK,
            [actor],
            [
                Text(
                    de="Wichtige Verbindung: Jeder erfasste Weg aus der Steuerung zu {served} "
                    "führt über {name}.",
                    en="Important connection: every recorded way from steering to {served} leads "
                    "over {name}.",
                ).format(name=name, served=names(called, most=NAMES_IN_SENTENCE, dative=True)),
                Text(
                    de="Könnte ein zweiter Weg entlasten, etwa eine Einladung in ein bestehendes "
                    "Gremium? {name} müsste dann nicht alles weitergeben, und alle blieben auch "
                    "bei Ausfällen informiert.",
                    en="Could a second way be a relief, such as an invitation to an existing body? "
                    "{name} would not have to pass on everything, and all would stay informed even "
                    "when somebody is away.",
                ).format(name=name),
            ],
            evidence=[
                labelled(
                    Text(
                        de="Nur über {name} zu erreichen ({count})",
                        en="To be reached over {name} only ({count})",
                    ).format(name=name, count=len(own)),
                    names(called),
                )
            ],
            strength=len(own) / (len(own) + 1),
        )


def _above(material: Material, actor_id: str) -> set[str]:
    """What an actor is part of: a part that hears by its whole is as it should be."""
    network = material.network
    above = material.ground.above[network.actor_index[actor_id]]
    return {network.actor_ids[each] for each in above}
