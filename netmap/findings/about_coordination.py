"""Findings about contact with the coordinating office, and between offices next door."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from netmap.analyses.isolation.rows import Aspect
from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.findings.finding import Finding
from netmap.findings.kinds import FindingKind
from netmap.findings.material import Material
from netmap.findings.words import NAMES_IN_SENTENCE, labelled, names, number
from netmap.language import Text

_PER_OFFICE = 2
"""The aim is not ever more bilateral ties."""

_NONE_RECORDED = Text(de="keine erfasst", en="none recorded")


def without_coordination(material: Material) -> Iterator[Finding]:
    """Partners without exchange with the coordinating office that are tied to others."""
    tieless = {row.id for row in material.isolates if row.aspect is Aspect.NO_TIE}
    rows = material.missing[MissingLinkRule.PARTNER_WITHOUT_EXCHANGE_WITH_COORDINATION]
    for row in sorted(rows, key=lambda row: -len(row.via_ids)):
        if row.source_id not in tieless:
            yield _without_coordination(material, row)


def without_regular_coordination(material: Material) -> Iterator[Finding]:
    """Partners in the same bodies as the office, whose exchange with it follows no rhythm."""
    rows = material.missing[MissingLinkRule.PARTNER_WITHOUT_REGULAR_EXCHANGE_WITH_COORDINATION]
    for row in sorted(rows, key=lambda row: -len(row.via_ids)):
        # Who works along shapes the network; a company that calls once a year need not do more.
        if row.via_ids:
            yield _without_regular(material, row)


def offices_without_contact(material: Material) -> Iterator[Finding]:
    """Coordinating offices of different territories, a few for each."""
    shown: Counter[str] = Counter()
    for row in material.missing[MissingLinkRule.COORDINATING_OFFICES_WITHOUT_CONTACT]:
        sides = (row.source_id, row.target_id or "")
        if max(shown[side] for side in sides) < _PER_OFFICE:
            shown.update(sides)
            yield _offices(material, row)


def _offices_of(material: Material, row: MissingLink) -> list[int]:
    return material.offices if row.target_id is None else [material.index(row.target_id)]


def _without_coordination(material: Material, row: MissingLink) -> Finding:
    partner = material.index(row.source_id)
    offices = _offices_of(material, row)
    fields = {"name": material.name(partner), "office": names(material.names(offices), dative=True)}
    statement = Text(
        de="Zwischen {name} und {office} ist kein Austausch erfasst. Wäre ein kurzer, fester "
        "Kontakt für beide hilfreich?",
        en="No exchange between {name} and {office} is recorded. Would a short, fixed contact "
        "help both?",
    ).format(**fields)
    gain = Text(
        de="{name} könnte eigene Anliegen früh einbringen, und die Koordinierungsstelle könnte "
        "Angebote passender bündeln.",
        en="{name} could bring in its concerns early, and the coordinating office could "
        "match what is on offer better.",
    ).format(**fields)
    seats = material.names(sorted(material.ground.meets_in.get(partner, ())))
    return material.finding(
        FindingKind.PARTNER_WITHOUT_EXCHANGE_WITH_COORDINATION,
        [partner, *offices],
        [statement, gain, *_rooms(material, row)],
        evidence=[
            _common_bodies(material, row),
            labelled(
                Text(de="Sitze von {name} in", en="Seats of {name} in").format(**fields),
                names(seats) if seats else _NONE_RECORDED,
            ),
        ],
        strength=row.strength,
    )


def _without_regular(material: Material, row: MissingLink) -> Finding:
    partner = material.index(row.source_id)
    offices = _offices_of(material, row)
    fields = {"name": material.name(partner), "office": names(material.names(offices), dative=True)}
    statement = Text(
        de="Der Austausch zwischen {name} und {office} ist als selten oder unregelmäßig erfasst. "
        "Wäre ein fester Rhythmus für beide hilfreich?",
        en="Exchange between {name} and {office} is recorded as rare or irregular. Would a fixed "
        "rhythm help both?",
    ).format(**fields)
    gain = Text(
        de="{name} könnte eigene Anliegen früh einbringen, und die Koordinierungsstelle könnte "
        "verlässlicher planen.",
        en="{name} could bring in its concerns early, and the coordinating office could plan more "
        "reliably.",
    ).format(**fields)
    return material.finding(
        FindingKind.PARTNER_WITHOUT_REGULAR_EXCHANGE_WITH_COORDINATION,
        [partner, *offices],
        [statement, gain, *_rooms(material, row)],
        evidence=[
            _common_bodies(material, row),
            labelled(
                Text(de="Erfasste Kontakte im Jahr", en="Recorded contacts a year"),
                _contacts(material, row),
            ),
        ],
        strength=row.strength,
    )


def _contacts(material: Material, row: MissingLink) -> Text:
    columns = material.network.exchange_ties.columns
    told = dict(zip(columns["id"], columns["contacts_per_year"], strict=True))
    known = sorted(told[tie] for tie in row.tie_ids if told[tie] is not None)
    return number(known[-1]) if known else Text(de="unregelmäßig", en="irregular")


def _offices(material: Material, row: MissingLink) -> Finding:
    a, b = material.index(row.source_id), material.index(row.target_id or "")
    fields = {"a": material.name(a), "b": material.name(b)}
    statement = Text(
        de="Zwischen {a} und {b} ist kein Kontakt erfasst. Wäre er für beide hilfreich?",
        en="No contact between {a} and {b} is recorded. Would it help both?",
    ).format(**fields)
    gain = Text(
        de="{a} könnte Lösungen von {b} nutzen, {b} könnte Fragen über die Gemeindegrenze hinweg "
        "mit {a} abstimmen; ein bestehendes regionales Treffen könnte dafür genügen.",
        en="{a} could make use of solutions of {b}, {b} could settle questions across the border "
        "with {a}; an existing regional meeting could be enough for this.",
    ).format(**fields)
    return material.finding(
        FindingKind.COORDINATING_OFFICES_WITHOUT_CONTACT,
        [a, b],
        [statement, gain],
        evidence=[
            labelled(
                Text(de="Gebiet von {name}", en="Territory of {name}").format(
                    name=material.name(each)
                ),
                Text(
                    de=material.value(each, "territory") or "nicht erfasst",
                    en=material.value(each, "territory") or "not recorded",
                ),
            )
            for each in (a, b)
        ],
        strength=row.strength,
    )


def _rooms(material: Material, row: MissingLink) -> Iterator[Text]:
    rooms = material.names_of(row.via_ids)
    if rooms:
        yield Text(
            de="Beide wirken in {rooms} mit; das könnte der Anknüpfungspunkt sein.",
            en="Both take part in {rooms}; this could be where to start.",
        ).format(rooms=names(rooms, most=NAMES_IN_SENTENCE, dative=True))


def _common_bodies(material: Material, row: MissingLink) -> Text:
    rooms = material.names_of(row.via_ids)
    return labelled(
        Text(de="Gemeinsame Gremien", en="Common bodies"), names(rooms) if rooms else _NONE_RECORDED
    )
