"""Flow as text for people: which way news takes, and where it hangs on one actor."""

from __future__ import annotations

from collections.abc import Sequence

from netmap.analyses.flow import Flow, Route
from netmap.findings.words import NAMES_IN_SENTENCE, names, quoted
from netmap.language import Language, Text

_NONE = Text(
    de="Ein Steuergremium ist nicht erfasst; so gibt es keinen Weg zu verfolgen.",
    en="No steering body is recorded, so there is no way to follow.",
)
_BOTH = Text(
    de="{name}: aus der Steuerung in {down}, zurück in {up}: {route}.",
    en="{name}: from steering in {down}, back in {up}: {route}.",
)
_DOWN = Text(
    de="{name}: aus der Steuerung in {down}: {route}; ein Rückweg ist nicht erfasst.",
    en="{name}: from steering in {down}: {route}; no way back is recorded.",
)
_UP = Text(
    de="{name}: in die Steuerung in {up}: {route}; ein Weg von dort ist nicht erfasst.",
    en="{name}: to steering in {up}: {route}; no way from there is recorded.",
)
_NOTHING = Text(
    de="{name}: Ein Weg aus der Steuerung und zurück ist nicht erfasst. Gibt es einen?",
    en="{name}: no way from steering and back is recorded. Is there one?",
)
_NARROW = Text(
    de="  Jeder Weg führt über {names}.",
    en="  Every way leads over {names}.",
)
_PERSON = Text(de="eine Person", en="a person")


def flow_text(rows: Sequence[Flow], language: Language) -> str:
    """A line a target, and a second where every way leads over one actor."""
    if not rows:
        return _NONE.in_language(language)
    # Some names end with a full stop of their own.
    lines = (line.in_language(language).replace("..", ".") for row in rows for line in _lines(row))
    return "\n".join(lines)


def _lines(row: Flow) -> list[Text]:
    name = quoted(row.name) if row.name else _PERSON
    route = row.down or row.up
    if route is None:
        return [_NOTHING.format(name=name)]
    words = _BOTH if row.down and row.up else _DOWN if row.down else _UP
    lines = [words.format(name=name, down=_steps(row.down), up=_steps(row.up), route=_route(route))]
    if route.bottleneck_names:
        shown = names([each or "–" for each in route.bottleneck_names], most=NAMES_IN_SENTENCE)
        lines.append(_NARROW.format(names=shown))
    return lines


def _steps(route: Route | None) -> Text:
    count = 0 if route is None else route.steps
    if count == 1:
        return Text(de="einem Schritt", en="one step")
    return Text(de="{count} Schritten", en="{count} steps").format(count=count)


def _route(route: Route) -> Text:
    parts = [name or None for name in route.names]
    return Text(
        de=" → ".join(each or _PERSON.de for each in parts),
        en=" → ".join(each or _PERSON.en for each in parts),
    )
