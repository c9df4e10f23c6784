"""Findings about partners that stand apart, as far as anything about them is recorded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from netmap.analyses.isolation.rows import Aspect, Isolate
from netmap.analyses.missing.link import MissingLinkRule
from netmap.findings.about_parts import component, hangs_on_person, hangs_on_tie, outdated
from netmap.findings.about_seats import exchange_without_seat, seat_without_exchange
from netmap.findings.finding import Finding, Subject, SubjectType, finding
from netmap.findings.go_betweens import OF_A_PART, contact, first_step, grounds
from netmap.findings.isolation_parts import (
    ASKED_LINES,
    Parts,
    Sayer,
    former_ties,
    strength,
    topics,
)
from netmap.findings.kinds import FindingKind
from netmap.findings.material import Material
from netmap.findings.words import labelled, names, quoted
from netmap.language import Text
from netmap.vocabulary import Asked

_RECORDED = frozenset({Aspect.NOT_ASKED, Aspect.LEFT_OUT, Aspect.OUTDATED})
"""Aspects that say what is recorded, whether somebody was asked or not."""


def isolation(material: Material) -> Iterator[Finding]:
    """One finding for each isolate; of somebody without any tie only that is said.

    Where no exchange is recorded in the whole network, one finding says so instead of one for
    each partner with a seat. Who hangs on one tie is asked about that only where it is not asked
    about its seat or its exchange, which is that tie; who hangs on one person only where as many
    hang on it as make a bridge; older reports are asked about where no single exchange is.
    """
    apart: dict[Aspect, list[Isolate]] = defaultdict(list)
    for row in material.isolates:
        apart[row.aspect].append(row)
    asked_already = _asked_already(material, apart)
    for aspect, rows in apart.items():
        if aspect is Aspect.SEAT_WITHOUT_EXCHANGE and not len(material.network.exchange_ties):
            yield _not_recorded(material, rows)
        else:
            silent = asked_already.get(aspect, frozenset())
            yield from (
                _isolate(material, row)
                for row in rows
                if row.id not in silent and _is_enough(material, row)
            )


def _asked_already(
    material: Material, apart: dict[Aspect, list[Isolate]]
) -> dict[Aspect, frozenset[str]]:
    """Who need not be asked about an aspect, because another question says it."""

    def ids(*aspects: Aspect) -> frozenset[str]:
        return frozenset(row.id for aspect in aspects for row in apart.get(aspect, ()))

    renewed = material.missing[MissingLinkRule.TIE_NOT_RENEWED]
    sides = {side for row in renewed for side in (row.source_id, row.target_id)}
    return {
        Aspect.OUTDATED: frozenset(side for side in sides if side is not None),
        Aspect.NOT_ASKED: ids(Aspect.NO_TIE),
        Aspect.HANGS_ON_TIE: ids(Aspect.SEAT_WITHOUT_EXCHANGE, Aspect.EXCHANGE_WITHOUT_SEAT),
    }


def _is_enough(material: Material, row: Isolate) -> bool:
    """Whether as many hang on one person as make a bridge; of other aspects each is enough."""
    least = material.thresholds.bridge_min_part
    return row.aspect is not Aspect.HANGS_ON_PERSON or len(row.part_ids) >= least


def _isolate(material: Material, row: Isolate) -> Finding:
    actor = material.index(row.id)
    kind, say = _SAYERS[row.aspect]
    statement, evidence = say(material, row)
    recorded = row.aspect in _RECORDED
    if not recorded:
        evidence = [*evidence, *former_ties(row), ASKED_LINES[row.asked]]
    name = material.name(actor)
    introducing = [
        *grounds(row.bridge, name),
        *grounds(row.bridge, OF_A_PART),
        *first_step(row.bridge, name),
    ]
    return material.finding(
        kind,
        [actor],
        statement,
        evidence=[*evidence, *topics(material, actor)],
        aside=introducing,
        strength=1.0 if recorded else strength(row.asked),
    )


def _no_tie(material: Material, row: Isolate) -> Parts:
    name = material.name(material.index(row.id))
    statement = Text(
        de="Zu {name} ist noch keine Verbindung erfasst. Stimmt das?",
        en="No tie of {name} is recorded yet. Is that so?",
    ).format(name=name)
    gain = Text(
        de="Das Netzwerk könnte das Angebot kennenlernen, und {name} könnte früh erfahren, was "
        "geplant ist.",
        en="The network could get to know what there is, and {name} could hear early what is "
        "planned.",
    ).format(name=name)
    evidence = [
        Text(
            de="Erfasst sind weder Sitz noch Austausch, Berichtsweg oder Kooperation.",
            en="Neither seat nor exchange, reporting line or cooperation is recorded.",
        ),
        *grounds(row.bridge, name),
    ]
    return [statement, contact(row.bridge), gain], evidence


def _body_without_members(material: Material, row: Isolate) -> Parts:
    statement = Text(
        de="Zu {name} sind noch keine Mitglieder erfasst. Tagt das Gremium, und könnte die "
        "Geschäftsführung eine Liste beisteuern?",
        en="No members of {name} are recorded yet. Does the body meet, and could its secretariat "
        "contribute a list?",
    ).format(name=material.name(material.index(row.id)))
    gain = Text(
        de="Dann könnte die Karte zeigen, wen das Gremium verbindet.",
        en="Then the map could show whom the body connects.",
    )
    evidence = [Text(de="Erfasste Sitze: keine.", en="Recorded seats: none.")]
    return [statement, gain], evidence


def _not_asked(material: Material, row: Isolate) -> Parts:
    name = material.name(material.index(row.id))
    statement = Text(
        de="{name} wurde noch nicht nach Verbindungen gefragt. Könnte ein kurzes Gespräch die "
        "Karte ergänzen?",
        en="{name} has not been asked about its ties yet. Could a short talk add to the map?",
    ).format(name=name)
    gain = Text(
        de="{name} könnte die eigene Sicht einbringen, und das Netzwerk ein genaueres Bild "
        "gewinnen.",
        en="{name} could bring in its own view, and the network could gain a truer picture.",
    ).format(name=name)
    return [statement, gain], [ASKED_LINES[Asked.NOT_ASKED]]


def _left_out(material: Material, row: Isolate) -> Parts:
    statement = Text(
        de="Nur für die Koordinierungsstelle: {name} bleibt nach Ihren Angaben bewusst außen vor. "
        "Gilt das weiterhin?",
        en="For the coordinating office alone: by your records {name} stays outside on purpose. "
        "Does this still hold?",
    ).format(name=material.name(material.index(row.id)))
    evidence = [Text(de="Vermerk: bewusst außen vor.", en="Note: left out on purpose.")]
    return [statement], evidence


_SAYERS: dict[Aspect, tuple[FindingKind, Sayer]] = {
    Aspect.NO_TIE: (FindingKind.NO_TIE, _no_tie),
    Aspect.SEAT_WITHOUT_EXCHANGE: (FindingKind.SEAT_WITHOUT_EXCHANGE, seat_without_exchange),
    Aspect.EXCHANGE_WITHOUT_SEAT: (FindingKind.EXCHANGE_WITHOUT_SEAT, exchange_without_seat),
    Aspect.BODY_WITHOUT_MEMBERS: (FindingKind.BODY_WITHOUT_MEMBERS, _body_without_members),
    Aspect.COMPONENT: (FindingKind.COMPONENT, component),
    Aspect.HANGS_ON_PERSON: (FindingKind.HANGS_ON_PERSON, hangs_on_person),
    Aspect.HANGS_ON_TIE: (FindingKind.HANGS_ON_TIE, hangs_on_tie),
    Aspect.OUTDATED: (FindingKind.OUTDATED, outdated),
    Aspect.NOT_ASKED: (FindingKind.NOT_ASKED, _not_asked),
    Aspect.LEFT_OUT: (FindingKind.LEFT_OUT, _left_out),
}


def _not_recorded(material: Material, seated: Iterable[Isolate]) -> Finding:
    network = material.network
    partners = [row.name for row in seated]
    statement = Text(
        de="Im Netzwerk {name} ist noch kein Austausch zwischen Akteuren erfasst. Könnte eine "
        "kurze Abfrage in der nächsten Sitzung ein erstes Bild geben?",
        en="No exchange between actors is recorded in the network {name} yet. Could a short "
        "inquiry at the next meeting give a first picture?",
    ).format(name=quoted(network.name))
    gain = Text(
        de="Alle Beteiligten könnten sehen, mit wem sie schon verbunden sind und wo Wege kürzer "
        "werden.",
        en="All could see with whom they are already connected and where ways become shorter.",
    )
    return finding(
        FindingKind.EXCHANGE_NOT_RECORDED,
        [Subject(id=network.id, name=network.name, type=SubjectType.NETWORK)],
        [statement, gain],
        evidence=[
            Text(de="Erfasster Austausch: keiner.", en="Recorded exchange: none."),
            labelled(
                Text(
                    de="Partner mit Sitz in einem Gremium ({count})",
                    en="Partners with a seat in a body ({count})",
                ).format(count=len(partners)),
                names(partners),
            ),
        ],
        strength=1.0,
        thresholds=material.thresholds,
    )
