"""The slides of a meeting: what works well, then suggestions, each with its part of the map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup

from netmap import __version__
from netmap.findings.finding import Finding
from netmap.language import Language
from netmap.network import Network
from netmap.views.map_templates import render
from netmap.views.map_words import days
from netmap.views.meeting_ground import Ground
from netmap.views.meeting_picture import Picture, picture
from netmap.views.meeting_scene import focus_of, scene_of, whole_scene
from netmap.views.meeting_words import KEYS, meeting_texts, told

STYLESHEETS = ("map/map.css", "meeting/stage.css")
SCRIPTS = ("meeting/travel.js", "meeting/stage.js")
_POINTS_ON_SLIDE = 5
_LETTERS = {140: "short", 300: "usual", 450: "long"}
"""How many letters fit beside the map in which size; the more there are, the smaller."""


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide.

    Attributes:
        title: What kind of finding it shows, or what comes now.
        said: One or two sentences.
        about: Names of those concerned.
        points: What an opening slide announces.
        more: What is said on demand.
        evidence: What can be checked by hand, on demand.
        described: The picture in words.
    """

    title: str
    said: str
    good: bool
    opening: bool
    picture: Picture
    described: str
    about: str = ""
    points: tuple[str, ...] = ()
    more: str = ""
    evidence: tuple[str, ...] = ()

    @property
    def length(self) -> str:
        """How much is said, as the style sheet calls it."""
        return next((name for most, name in _LETTERS.items() if len(self.said) <= most), "longest")


@dataclass(frozen=True, slots=True)
class MeetingParts:
    """What a page needs to show a meeting.

    Attributes:
        title: Name of the network.
        data_date: The date the map shows, in words.
        markup: All slides and the controls; neither script nor style is in it.
        stylesheets: Paths below the folder of static files.
        scripts: Likewise, in the order in which they have to run.
    """

    title: str
    data_date: str
    markup: Markup
    stylesheets: tuple[str, ...] = STYLESHEETS
    scripts: tuple[str, ...] = SCRIPTS


def meeting_parts(
    network: Network,
    ground: Ground,
    findings: Sequence[Finding],
    language: Language,
    *,
    leave: str | None = None,
) -> MeetingParts:
    """The slides of a meeting about some findings, in the order given, what works well first.

    Findings for the coordinator alone are left out. The same input gives the same markup.

    Args:
        network: Snapshot at one date.
        ground: Its map.
        findings: What the meeting is to talk about.
        language: The language of the slides.
        leave: Where to go from the slides; nowhere in a file.
    """
    words = meeting_texts(language)
    shown = [each for each in findings if not each.confidential]
    good = [each for each in shown if each.positive]
    others = [each for each in shown if not each.positive]
    slides: list[Slide] = []
    for part, title, lead in (
        (good, words["well"], words["well_lead"]),
        (others, words["suggestions"], words["suggestions_lead"]),
    ):
        if part:
            slides.append(_opening(ground, part, title, lead, language))
            slides += [_slide(ground, each, language) for each in part]
    if not slides:
        whole = picture(ground, whole_scene(ground, ()), language)
        slides.append(
            Slide(network.name, words["nothing"], True, True, whole, words["picture_whole"])
        )
    markup = render(
        "meeting_content.html",
        t=words,
        title=network.name,
        data_date=words["as_of"].format(date=days(network.as_of, language)),
        slides=slides,
        ground=ground,
        keys=[
            (german if language is Language.DE else english, what.in_language(language))
            for german, english, what in KEYS
        ],
        leave=leave,
        made_with=words["made_with"].format(version=__version__, revision=network.revision),
    )
    return MeetingParts(
        title=network.name,
        data_date=words["as_of"].format(date=days(network.as_of, language)),
        markup=Markup(markup),  # noqa: S704 (rendered with everything escaped)
    )


def _opening(
    ground: Ground, findings: Sequence[Finding], title: str, lead: str, language: Language
) -> Slide:
    """The slide before a part: all it is about on the whole map, and what comes."""
    words = meeting_texts(language)
    focus = chain.from_iterable(focus_of(ground, each) for each in findings)
    kinds = Counter(each.title.in_language(language) for each in findings)
    points = [f"{kind} ({count})" if count > 1 else kind for kind, count in kinds.items()]
    if len(points) > _POINTS_ON_SLIDE + 1:
        rest = len(points) - _POINTS_ON_SLIDE
        points = [*points[:_POINTS_ON_SLIDE], words["more_names"].format(count=rest)]
    return Slide(
        title=title,
        said=lead,
        good=findings[0].positive,
        opening=True,
        picture=picture(ground, whole_scene(ground, focus), language),
        described=words["picture_whole"],
        points=tuple(points),
    )


def _slide(ground: Ground, finding: Finding, language: Language) -> Slide:
    words = meeting_texts(language)
    names = [each.name for each in finding.subjects]
    said, more = told(finding, language)
    return Slide(
        title=finding.title.in_language(language),
        said=said,
        good=finding.positive,
        opening=False,
        picture=picture(ground, scene_of(ground, finding), language),
        described=words["picture"].format(names=", ".join(names)),
        about=" · ".join(names),
        more=more,
        evidence=tuple(line.in_language(language) for line in finding.evidence),
    )
