"""The words of the meeting view: a finding in one or two sentences, and what stands around it."""

from __future__ import annotations

import re

from netmap.findings.finding import Finding
from netmap.findings.words import INVITATION
from netmap.language import Language, Text

_QUESTION_END = re.compile(r"\?(?=\s|$)")
_QUOTED = re.compile(r"„[^“]*“|\"[^\"]*\"")
_STRENGTH_MARK = Text(de="Was gut läuft: ", en="What works well: ")

_TEXTS = {
    "meeting": Text(de="Besprechungsansicht", en="Meeting view"),
    "well": Text(de="Was gut läuft", en="What works well"),
    "well_lead": Text(
        de="Darauf lässt sich aufbauen. Ist das weiterhin so?",
        en="This is something to build on. Is it still so?",
    ),
    "suggestions": Text(de="Anregungen zum Gespräch", en="Suggestions to talk about"),
    "suggestions_lead": Text(
        de="Aus dem, was erfasst ist. Nichts davon ist ein Urteil: Bitte bestätigen, ergänzen oder "
        "berichtigen Sie es gemeinsam.",
        en="From what is recorded. None of it is a verdict: please confirm, supplement or revise "
        "it together.",
    ),
    "suggestion": Text(de="Anregung", en="Suggestion"),
    "evidence": Text(de="Belege", en="Evidence"),
    "as_of": Text(de="Stand: {date}", en="As of {date}"),
    "slides": Text(de="Folien", en="Slides"),
    "controls": Text(de="Steuerung", en="Controls"),
    "back": Text(de="Zurück", en="Back"),
    "next": Text(de="Weiter", en="Next"),
    "full_screen": Text(de="Vollbild", en="Full screen"),
    "leave": Text(de="Auswahl", en="Choice"),
    "key_help": Text(de="Tasten", en="Keys"),
    "place": Text(de="{number} von {count}", en="{number} of {count}"),
    "blank": Text(
        de="Bildschirm dunkel. Eine Taste zeigt die Folie wieder.",
        en="Screen blank. Any key brings the slide back.",
    ),
    "picture": Text(de="Karte: {names}", en="Map: {names}"),
    "picture_whole": Text(de="Die ganze Karte des Netzwerks", en="The whole map of the network"),
    "nothing": Text(
        de="Für diese Besprechung ist noch nichts ausgewählt.",
        en="Nothing is chosen for this meeting yet.",
    ),
    "more_names": Text(de="und {count} weitere", en="and {count} more"),
    "made_with": Text(
        de="Erstellt mit netmap {version}, Datenstand {revision}",
        en="Made with netmap {version}, data revision {revision}",
    ),
}

KEYS = (
    (("Bild ↓", "→"), ("Page Down", "→"), Text(de="weiter", en="next")),
    (("Bild ↑", "←"), ("Page Up", "←"), Text(de="zurück", en="back")),
    (("Pos 1", "Ende"), ("Home", "End"), Text(de="erste, letzte Folie", en="first, last slide")),
    (("E", "↓"), ("E", "↓"), Text(de="Belege öffnen, weiterlesen", en="open evidence, read on")),
    (("Esc", "↑"), ("Esc", "↑"), Text(de="Belege schließen", en="close evidence")),
    (("F", "F5"), ("F", "F5"), Text(de="Vollbild", en="full screen")),
    (("B", "."), ("B", "."), Text(de="Bildschirm dunkel", en="blank screen")),
)
"""Keys in German and English, and what they do; those of presenter remotes are among them."""


def meeting_texts(language: Language) -> dict[str, str]:
    """What the meeting view says around the findings."""
    return {name: text.in_language(language) for name, text in _TEXTS.items()}


def told(finding: Finding, language: Language) -> tuple[str, str]:
    """What a slide says of a finding at first, and what it says on demand.

    At first come the statement and the question it leads to; of what works well the statement
    alone. What both sides would gain, and the invitation, follow with the evidence.

    Returns:
        Both parts; the second may be empty.
    """
    text = finding.suggestion.in_language(language)
    invitation = INVITATION.in_language(language)
    text = text.removesuffix(invitation).strip()
    for beginning in (
        _STRENGTH_MARK.in_language(language),
        f"{finding.title.in_language(language)}: ",
    ):
        text = text.removeprefix(beginning)
    text = text[:1].upper() + text[1:]
    # A question mark in a name ends no sentence.
    blind = _QUOTED.sub(lambda found: "x" * len(found[0]), text)
    end = _QUESTION_END.search(blind)
    if end is None:
        return text, invitation
    said, rest = text[: end.end()], text[end.end() :].strip()
    if finding.positive:
        before = blind[: end.start()].rstrip().rfind(". ")
        if before > 0:
            said, rest = text[: before + 1], f"{text[before + 2 :]}"
    return said, f"{rest} {invitation}".strip()
