"""Findings about sectors of the network that have no seat at the steering level."""

from __future__ import annotations

from collections.abc import Iterator

from netmap.analyses.participation.levels import Participation, participation
from netmap.findings.finding import Finding, Subject, SubjectType, finding
from netmap.findings.kinds import FindingKind
from netmap.findings.material import Material
from netmap.findings.words import NAMES_IN_SENTENCE, SECTOR_NAMES, labelled, listed, names
from netmap.language import Text
from netmap.vocabulary import Level, Sector


def sector_not_in_steering(material: Material) -> Iterator[Finding]:
    """Sectors with some partners in the network, but without a seat in any steering body.

    Where nothing is known of who sits there, nothing follows.
    """
    rows = [row for row in participation(material.network) if row.level is Level.STEERING]
    known = sum(row.seats for row in rows if row.group is not None)
    seats = sum(row.seats for row in rows)
    least = material.thresholds.sector_min_partners
    for row in rows:
        absent = row.group not in {None, Sector.OTHER} and not row.seats
        if known and absent and row.partners >= least:
            yield _finding(material, row, rows, known / seats)


def _finding(
    material: Material, row: Participation, rows: list[Participation], strength: float
) -> Finding:
    sector = Sector(row.group or Sector.OTHER)
    name = SECTOR_NAMES[sector]
    levels = material.values("level")
    steering = material.names(
        body
        for body in material.network.bodies.tolist()
        if levels[body] == Level.STEERING and material.spoken_of(body)
    )
    statement = Text(
        de="Aus dem Bereich {sector} sind {count} Partner erfasst, auf der Steuerungsebene aber "
        "kein Sitz. Ist das so gewollt?",
        en="{count} partners from the sector {sector} are recorded, but no seat at the steering "
        "level. Is this intended?",
    ).format(sector=name, count=row.partners)
    place = names(steering, most=NAMES_IN_SENTENCE, dative=True)
    if row.suggested_names:
        gain = Text(
            de="Als Gast in {place} könnte eine Stimme von dort eine weitere Sicht einbringen und "
            "früh erfahren, was geplant ist; schon in anderen Runden dabei: {names}.",
            en="As a guest in {place}, a voice from there could bring in another view and hear "
            "early what is planned; taking part elsewhere already: {names}.",
        ).format(place=place, names=names(row.suggested_names, most=NAMES_IN_SENTENCE))
    else:
        gain = Text(
            de="Als Gast in {place} könnte eine Stimme von dort eine weitere Sicht einbringen und "
            "früh erfahren, was geplant ist.",
            en="As a guest in {place}, a voice from there could bring in another view and hear "
            "early what is planned.",
        ).format(place=place)
    return finding(
        FindingKind.SECTOR_NOT_IN_STEERING,
        [Subject(id=sector.value, name=name.de, type=SubjectType.SECTOR)],
        [statement, gain],
        evidence=_evidence(row, rows, steering),
        strength=strength,
        thresholds=material.thresholds,
    )


def _evidence(row: Participation, rows: list[Participation], steering: list[str]) -> Iterator[Text]:
    yield labelled(
        Text(de="Gremien der Steuerungsebene", en="Bodies at the steering level"), names(steering)
    )
    yield labelled(
        Text(de="Sitze dort nach Bereichen", en="Seats there by sector"),
        listed([_counted(each) for each in rows if each.seats]),
    )
    if row.suggested_names:
        yield labelled(
            Text(de="Aus dem Bereich schon beteiligt", en="Of the sector, taking part already"),
            names(row.suggested_names),
        )


def _counted(row: Participation) -> Text:
    name = (
        Text(de="nicht bekannt", en="not known")
        if row.group is None
        else SECTOR_NAMES[Sector(row.group)]
    )
    return Text(de=f"{name.de} {row.seats}", en=f"{name.en} {row.seats}")
