"""Findings about ad hoc bodies whose occasion may have passed."""

from __future__ import annotations

from collections.abc import Iterator

from netmap.analyses.ad_hoc import LastingAdHocBody, LastingReason
from netmap.findings.finding import Finding
from netmap.findings.kinds import FindingKind
from netmap.findings.material import Material
from netmap.findings.words import counted, date_text, labelled, names, number, quoted
from netmap.language import Text


def lasting_ad_hoc(material: Material) -> Iterator[Finding]:
    """Ad hoc bodies that nobody brought to an end; those required by law are left alone."""
    for body, row in material.lasting.items():
        heirs = material.meeting_places(material.topics.get(body, set()))[:1]
        question = Text(
            de="Ist der Auftrag erfüllt? Dann könnte die Arbeit mit Dank abgeschlossen werden:",
            en="Is its task done? Then its work could be brought to a close with thanks:",
        )
        gain = Text(
            de="Die Mitglieder könnten Zeit gewinnen, und die Ergebnisse an anderer Stelle "
            "weiterleben.",
            en="Its members could gain time, and the results could live on elsewhere.",
        )
        if heirs:
            gain = Text(
                de="Die Mitglieder könnten Zeit gewinnen, und {heir} könnte die Ergebnisse "
                "weiterführen.",
                en="Its members could gain time, and {heir} could carry the results on.",
            ).format(heir=material.name(heirs[0]))
        yield material.finding(
            FindingKind.LASTING_AD_HOC_BODY,
            [body],
            [_ad_hoc_statement(row), question, gain],
            evidence=_ad_hoc_evidence(material, row, heirs),
            strength=len(row.reasons) / len(LastingReason),
        )


def _ad_hoc_statement(row: LastingAdHocBody) -> Text:
    name = quoted(row.name)
    if LastingReason.DORMANT in row.reasons:
        return Text(
            de="Das Ad-hoc-Gremium {name} ruht derzeit.", en="The ad hoc body {name} is dormant."
        ).format(name=name)
    if LastingReason.NO_MEETINGS in row.reasons:
        return Text(
            de="Das Ad-hoc-Gremium {name} tagt nach den Angaben derzeit nicht.",
            en="By the records, the ad hoc body {name} does not meet at present.",
        ).format(name=name)
    return Text(
        de="Das Ad-hoc-Gremium {name} besteht seit {date}.",
        en="The ad hoc body {name} has existed since {date}.",
    ).format(name=name, date=date_text(row.start_date or ""))


def _ad_hoc_evidence(material: Material, row: LastingAdHocBody, heirs: list[int]) -> Iterator[Text]:
    yield Text(
        de="Ebene: ad hoc; ein Ende ist nicht erfasst.", en="Level: ad hoc; no end is recorded."
    )
    if row.start_date is not None:
        yield labelled(Text(de="Beginn", en="Start"), date_text(row.start_date))
    if LastingReason.DORMANT in row.reasons:
        yield Text(de="Status: ruhend.", en="Status: dormant.")
    if row.meetings_per_year is not None:
        yield labelled(
            Text(de="Sitzungen im Jahr", en="Meetings a year"), number(row.meetings_per_year)
        )
    members = material.ground.members.get(material.index(row.id), set())
    member = Text(de="Mitglied", en="member")
    yield counted(len(members), member, Text(de="Mitglieder", en="members"))
    for heir in heirs:
        shared = material.topics.get(heir, set()) & material.topics.get(
            material.index(row.id), set()
        )
        yield Text(
            de="{heir} arbeitet ebenfalls an: {topics}", en="{heir} also works on: {topics}"
        ).format(heir=material.name(heir), topics=names(material.topic_names(shared)))
