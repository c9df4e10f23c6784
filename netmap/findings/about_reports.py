"""Findings about exchange on which the two sides say different things."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.analyses.missing.reports import Report, reports
from netmap.findings.finding import Finding
from netmap.findings.kinds import FindingKind
from netmap.findings.material import Material
from netmap.findings.words import date_text, facts, labelled, quoted, sentences, times
from netmap.language import Text

_OLD_PER_ACTOR = 2
"""Whoever has many old reports is asked about all of them at once anyway."""


def one_sided(material: Material) -> Iterator[Finding]:
    """Pairs of which the two sides say different things; one finding a pair."""
    told = reports(material.ground)
    rows: dict[tuple[int, int], float] = defaultdict(float)
    for rule in (MissingLinkRule.ONE_SIDED_REPORT, MissingLinkRule.DIFFERENT_NUMBERS):
        for row in material.missing[rule]:
            pair = (material.index(row.source_id), material.index(row.target_id or ""))
            rows[pair] = max(rows[pair], row.strength)
    for pair, strength in sorted(rows.items()):
        yield _one_sided(material, pair, told[pair], strength)


def not_renewed(material: Material) -> Iterator[Finding]:
    """Pairs whose last report is old, a few for each actor."""
    shown: Counter[str] = Counter()
    for row in material.missing[MissingLinkRule.TIE_NOT_RENEWED]:
        sides = (row.source_id, row.target_id or "")
        if max(shown[side] for side in sides) < _OLD_PER_ACTOR:
            shown.update(sides)
            yield _not_renewed(material, row)


def _not_renewed(material: Material, row: MissingLink) -> Finding:
    pair = (material.index(row.source_id), material.index(row.target_id or ""))
    statement = Text(
        de="Die Angaben zum Austausch zwischen {a} und {b} sind älter. Gelten sie noch?",
        en="The reports on exchange between {a} and {b} are older. Do they still hold?",
    ).format(a=material.name(pair[0]), b=material.name(pair[1]))
    gain = Text(
        de="Eine kurze Bestätigung könnte genügen; beide Seiten wären dann richtig abgebildet.",
        en="A short confirmation could be enough; both sides would then be shown as they are.",
    )
    told = reports(material.ground)[pair]
    return material.finding(
        FindingKind.TIE_NOT_RENEWED,
        pair,
        [statement, gain],
        evidence=[_report(material, each) for each in told],
        strength=row.strength,
    )


def _one_sided(
    material: Material, pair: tuple[int, int], told: list[Report], strength: float
) -> Finding:
    statement = Text(
        de="Die Angaben von {a} und {b} unterscheiden sich – bitte gemeinsam ergänzen.",
        en="The reports of {a} and {b} differ – please complete them together.",
    ).format(a=material.name(pair[0]), b=material.name(pair[1]))
    gain = Text(
        de="Könnte ein kurzer Abgleich helfen? Beide Seiten hätten dann dasselbe Bild davon, wie "
        "oft und wozu sie im Gespräch sind.",
        en="Could a short comparison help? Both sides would then have the same picture of how "
        "often and on what they talk.",
    )
    sides = {each.side for each in told}
    evidence = [_report(material, each) for each in told]
    if len(sides - {None}) == 1 and not any(each.confirmed is False for each in told):
        silent = next(side for side in pair if side not in sides)
        evidence.append(
            Text(
                de="{name} hat geantwortet und diesen Austausch nicht genannt.",
                en="{name} answered and did not name this exchange.",
            ).format(name=material.name(silent))
        )
    return material.finding(
        FindingKind.ONE_SIDED_REPORT,
        pair,
        [statement, gain],
        evidence=evidence,
        strength=strength,
    )


def _report(material: Material, report: Report) -> Text:
    """What one report says: who, how often, by what channel, when, and the other side's answer."""
    columns = material.network.exchange_ties.columns
    row = list(columns["id"]).index(report.tie_id)
    who = (
        Text(de="Angabe ohne bekannte Quelle", en="Report from no known source")
        if report.side is None
        else Text(de="Angabe von {name}", en="Report of {name}").format(
            name=material.name(report.side)
        )
    )
    how_often = Text(de="Häufigkeit nicht genannt", en="frequency not named")
    if report.contacts_per_year is not None:
        how_often = times(report.contacts_per_year)
    elif columns["irregular"][row]:
        how_often = Text(de="unregelmäßig", en="irregular")
    said = [how_often]
    if columns["channel"][row]:
        said.append(labelled(Text(de="Weg", en="channel"), quoted(columns["channel"][row])))
    if columns["reported_at"][row]:
        said.append(
            sentences(Text(de="gemeldet", en="reported"), date_text(columns["reported_at"][row]))
        )
    answers = {
        True: Text(de="von der anderen Seite bestätigt", en="confirmed by the other side"),
        False: Text(
            de="von der anderen Seite nicht bestätigt", en="not confirmed by the other side"
        ),
    }
    if report.confirmed is not None:
        said.append(answers[report.confirmed])
    return labelled(who, facts(said))
