"""Findings as text for people and CSV for spreadsheets."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from netmap.findings.finding import Assessment, Finding
from netmap.findings.kinds import FindingKind
from netmap.findings.marks import MARK_STATUSES
from netmap.language import Language, Text
from netmap.views.csv_text import csv_text

_WIDTH = 96
_WELL = Text(de="Was gut läuft", en="What works well")
_SUGGESTIONS = Text(de="Anregungen zum Gespräch", en="Suggestions to talk about")
_NOTHING = Text(
    de="Zu diesen Angaben gibt es keine Hinweise.", en="There are no findings for this choice."
)
_EVIDENCE = Text(de="Belege", en="Evidence")
_METHOD = Text(de="Methode", en="Method")
_STRENGTH = Text(de="Deutlichkeit", en="Clarity")
_CONFIDENTIAL = Text(de="nur für die Koordination", en="for the coordinator alone")
_MARK = Text(de="Vermerk", en="Mark")
_CHANGED = Text(de="die Daten haben sich seither geändert", en="the data have changed since")
_MORE = Text(
    de="(… und {count} weitere dieser Art)",
    en="(… and {count} more of this kind)",
)


def findings_text(findings: Sequence[Finding], language: Language) -> str:
    """All findings with evidence and method, in the order given, under the title of their kind."""
    if not findings:
        return _NOTHING.in_language(language)
    blocks: list[str] = []
    for positive, part in groupby(findings, key=lambda finding: finding.positive):
        blocks.append(_heading((_WELL if positive else _SUGGESTIONS).in_language(language), "="))
        for _, same_kind in groupby(part, key=lambda finding: finding.kind):
            shown = list(same_kind)
            blocks.append(_heading(shown[0].title.in_language(language), "-"))
            blocks += [_finding(finding, language) for finding in shown]
            method = f"{_METHOD.in_language(language)}: {shown[0].method.in_language(language)}"
            blocks.append(textwrap.fill(method, _WIDTH))
            more = shown[0].total_of_kind - len(shown)
            if more > 0:
                blocks.append(_MORE.format(count=more).in_language(language))
    return "\n\n".join(blocks)


def highlights_text(
    findings: Sequence[Finding], language: Language, *, each: int = 1, well: int = 3
) -> str:
    """The main findings in plain words: what works well, then ``each`` of every other kind."""
    lines = [_heading(_WELL.in_language(language), "=")]
    lines += [_item(finding, language) for finding in _spread(findings, positive=True)[:well]]
    lines.append(_heading(_SUGGESTIONS.in_language(language), "="))
    taken: Counter[FindingKind] = Counter()
    for finding in findings:
        if not finding.positive and taken[finding.kind] < each:
            taken[finding.kind] += 1
            lines.append(_item(finding, language))
    return "\n\n".join(lines)


def findings_csv(findings: Sequence[Finding], language: Language) -> str:
    """A row a finding; several subjects or pieces of evidence stand in one cell, a line each."""
    return csv_text(
        (
            "id",
            "kind",
            "subjects",
            "suggestion",
            "evidence",
            "strength",
            "method",
            "confidential",
            "mark",
            "note",
        ),
        (
            (
                finding.id,
                finding.kind.value,
                "\n".join(subject.name for subject in finding.subjects),
                finding.suggestion.in_language(language),
                "\n".join(line.in_language(language) for line in finding.evidence),
                round(finding.strength, 4),
                finding.method.in_language(language),
                "true" if finding.confidential else "false",
                finding.assessment.status.value if finding.assessment else "",
                finding.assessment.note if finding.assessment else "",
            )
            for finding in findings
        ),
    )


def _spread(findings: Sequence[Finding], *, positive: bool) -> list[Finding]:
    """One of each kind first, then the second of each, and so on."""
    place: Counter[FindingKind] = Counter()
    ranked: list[tuple[int, Finding]] = []
    for finding in findings:
        if finding.positive is positive:
            ranked.append((place[finding.kind], finding))
            place[finding.kind] += 1
    return [finding for _, finding in sorted(ranked, key=lambda pair: pair[0])]


def _heading(title: str, underline: str) -> str:
    return f"{title}\n{underline * len(title)}"


def _item(finding: Finding, language: Language) -> str:
    return textwrap.fill(
        finding.suggestion.in_language(language),
        _WIDTH,
        initial_indent="• ",
        subsequent_indent="  ",
    )


def _said(said: Assessment, language: Language) -> str:
    """What people said about a finding, in one line."""
    word = MARK_STATUSES[said.status].in_language(language)
    parts = [f"{_MARK.in_language(language)}: {word}", said.note]
    if said.data_changed:
        parts.append(_CHANGED.in_language(language))
    return " – ".join(" ".join(part.split()) for part in parts if part)


def _finding(finding: Finding, language: Language) -> str:
    lines = [_item(finding, language)]
    if finding.evidence:
        lines.append(f"  {_EVIDENCE.in_language(language)}:")
        lines += [
            textwrap.fill(
                line.in_language(language),
                _WIDTH,
                initial_indent="    – ",
                subsequent_indent="      ",
            )
            for line in finding.evidence
        ]
    if finding.assessment is not None:
        lines.append(f"  {_said(finding.assessment, language)}")
    strength = finding.strength_word.in_language(language)
    lines.append(f"  {_STRENGTH.in_language(language)}: {strength}")
    if finding.confidential:
        lines.append(f"  [{_CONFIDENTIAL.in_language(language)}]")
    return "\n".join(lines)
