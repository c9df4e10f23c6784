"""Kinds of overlap, the facts behind them and the hours they could free, in words."""

from __future__ import annotations

from collections.abc import Mapping

from netmap.analyses.overlaps.facts import OverlapFact, Reason
from netmap.analyses.overlaps.hours import FreedHours
from netmap.analyses.overlaps.kinds import OverlapKind
from netmap.analyses.overlaps.side_by_side import PartOverlap
from netmap.analyses.overlaps.structure import StructureOverlap
from netmap.findings.words import NAMES_IN_SENTENCE, names, number
from netmap.language import Text

KIND_NAMES = {
    OverlapKind.NEAR_DUPLICATE: Text(
        de="fast dieselben Mitglieder und Themen", en="nearly the same members and topics"
    ),
    OverlapKind.DORMANT_OR_AD_HOC: Text(
        de="ruhend oder ad hoc neben einem ständigen Gremium",
        en="dormant or ad hoc beside a standing body",
    ),
    OverlapKind.SAME_PEOPLE_OTHER_TOPICS: Text(
        de="dieselben Mitglieder, andere Themen", en="the same members, other topics"
    ),
    OverlapKind.SAME_TOPICS_OTHER_PEOPLE: Text(
        de="gleiche Themen, andere Mitglieder", en="the same topics, other members"
    ),
    OverlapKind.SAME_ORGANIZATIONS: Text(
        de="dieselben Organisationen, andere Mitglieder",
        en="the same organisations, other members",
    ),
    OverlapKind.WITHIN: Text(de="fast ganz im anderen", en="almost wholly within the other"),
    OverlapKind.UNCLEAR: Text(de="noch nicht einzuordnen", en="not yet to be told"),
    OverlapKind.OTHER_COMPETENCE: Text(
        de="andere Zuständigkeit oder rechtlich vorgesehen",
        en="another competence, or required by law",
    ),
    OverlapKind.SUBGROUP: Text(de="Untergruppe", en="subgroup"),
    OverlapKind.SUCCESSION: Text(de="Nachfolge oder Umbenennung", en="successor or rename"),
}
"""What each kind is called."""

_FACTS = {
    OverlapFact.SUCCESSOR_RECORDED: Text(
        de="{second} ist als Nachfolge von {first} erfasst",
        en="{second} is recorded as the successor of {first}",
    ),
    OverlapFact.ENDS_AS_OTHER_BEGINS: Text(
        de="{first} endet, als {second} beginnt", en="{first} ends as {second} begins"
    ),
    OverlapFact.PART_OF: Text(de="{first} gehört zu {second}", en="{first} is part of {second}"),
    OverlapFact.LEGAL_BASIS: Text(
        de="{first} ist rechtlich vorgesehen", en="{first} is required by law"
    ),
    OverlapFact.OTHER_COMPETENCE: Text(
        de="ihre Zuständigkeiten sind verschieden erfasst",
        en="their competences are recorded as different",
    ),
    OverlapFact.OTHER_LEVEL: Text(
        de="sie arbeiten auf verschiedenen Ebenen", en="they work on different levels"
    ),
    OverlapFact.DISSOLVED: Text(
        de="{first} ist aufgelöst oder zusammengelegt", en="{first} is dissolved or merged"
    ),
    OverlapFact.DORMANT: Text(de="{first} ruht derzeit", en="{first} is dormant"),
    OverlapFact.NO_MEETINGS: Text(
        de="{first} tagt nach den Angaben derzeit nicht",
        en="by the records, {first} does not meet at present",
    ),
    OverlapFact.AD_HOC: Text(de="{first} ist ein Ad-hoc-Gremium", en="{first} is an ad hoc body"),
    OverlapFact.SAME_MEMBERS: Text(
        de="{members} Mitgliedern sitzen in beiden", en="{members} members sit in both"
    ),
    OverlapFact.SAME_ORGANIZATIONS: Text(
        de="{organizations} Organisationen haben in beiden Sitze",
        en="{organizations} organisations hold seats in both",
    ),
    OverlapFact.WITHIN: Text(
        de="{inner} Mitgliedern von {first} sitzen auch in {second}",
        en="{inner} members of {first} sit in {second} too",
    ),
    OverlapFact.OTHER_MEMBERS: Text(
        de="die meisten Mitglieder sind andere ({members} sitzen in beiden)",
        en="most members are others ({members} sit in both)",
    ),
    OverlapFact.SAME_TOPICS: Text(
        de="gemeinsame Themen ({topics}): {topic_names}",
        en="common topics ({topics}): {topic_names}",
    ),
    OverlapFact.OTHER_TOPICS: Text(
        de="die meisten Themen sind andere ({topics} gemeinsam)",
        en="most topics are others ({topics} in common)",
    ),
    OverlapFact.OTHER_FUNCTIONS: Text(
        de="sie haben andere Funktionen", en="their functions are others"
    ),
    OverlapFact.MEMBERS_NOT_RECORDED: Text(
        de="Mitglieder von {all} sind nicht erfasst", en="members of {all} are not recorded"
    ),
    OverlapFact.TOPICS_NOT_RECORDED: Text(
        de="Themen von {all} sind nicht erfasst", en="topics of {all} are not recorded"
    ),
}


def reason_texts(row: StructureOverlap) -> list[Text]:
    """The reasons of a kind, each as a clause without a full stop."""
    called = dict(zip(row.bodies, row.names, strict=True))
    return [_reason(row, reason, called) for reason in row.reasons]


def _reason(row: StructureOverlap, reason: Reason, called: Mapping[str, str]) -> Text:
    about = [called[each] for each in reason.bodies]
    inner = row.bodies.index(reason.bodies[0])
    fields: dict[str, object] = {
        "first": names(about[:1]),
        "second": names(about[1:]),
        "all": names(about),
        "inner": of(row.members.shared, row.members.sizes[inner]),
        "members": of_all(row.members),
        "organizations": of_all(row.organizations),
        "topics": of_all(row.topics),
        "topic_names": names(row.topics.shared_names, most=NAMES_IN_SENTENCE),
    }
    return _FACTS[reason.fact].format(**fields)


def of(shared: int, total: int) -> Text:
    """A number of a total.

    >>> of(4, 5).de, of(4, 5).en
    ('4 von 5', '4 of 5')
    """
    return Text(de=f"{shared} von {total}", en=f"{shared} of {total}")


def of_all(part: PartOverlap) -> Text:
    """How many both have, of all that at least one has."""
    return of(part.shared, sum(part.sizes) - part.shared)


def hours_texts(hours: FreedHours | None) -> list[Text]:
    """What meetings on one day and one meeting in place of all would free, and what that assumes.

    Nothing where members or meetings are not known, and nothing where there is nothing to free.
    """
    return _hours(hours, _JOINT_DATE, _MERGER)


def hours_in_short(hours: FreedHours | None) -> list[Text]:
    """The same as numbers that are multiplied, for lists."""
    return _hours(hours, _JOINT_DATE_IN_SHORT, _MERGER_IN_SHORT)


def _hours(hours: FreedHours | None, joint_date: Text, merger: Text) -> list[Text]:
    if hours is None or hours.fewer_meetings is None:
        return []
    return [
        text.format(
            freed=number(freed),
            meetings=number(hours.fewer_meetings),
            members=hours.members_in_all,
            each=number(each),
        )
        for text, freed, each in (
            (joint_date, hours.joint_date, hours.hours_per_journey),
            (merger, hours.merger, hours.hours_per_meeting),
        )
        if freed
    ]


_JOINT_DATE = Text(
    de="Stunden im Jahr, die Termine am selben Tag freigäben (Annahme): {freed} = Sitzungen "
    "{meetings} × gemeinsame Mitglieder mit regulärem Sitz {members} × Stunden je Weg {each}",
    en="Hours a year that meetings on the same day would free (assumption): {freed} = meetings "
    "{meetings} × common members with an ordinary seat {members} × hours a journey {each}",
)
_MERGER = Text(
    de="Stunden im Jahr, die eine gemeinsame Sitzung freigäbe (Annahme): {freed} = Sitzungen "
    "{meetings} × gemeinsame Mitglieder mit regulärem Sitz {members} × Stunden je Sitzung {each}",
    en="Hours a year that one common meeting would free (assumption): {freed} = meetings "
    "{meetings} × common members with an ordinary seat {members} × hours a meeting {each}",
)
_JOINT_DATE_IN_SHORT = Text(
    de="am selben Tag: {meetings} Sitzungen × {members} Mitglieder × {each} h Weg = {freed} h im "
    "Jahr",
    en="on the same day: {meetings} meetings × {members} members × {each} h journey = {freed} h a "
    "year",
)
_MERGER_IN_SHORT = Text(
    de="gemeinsam: {meetings} Sitzungen × {members} Mitglieder × {each} h = {freed} h im Jahr",
    en="as one: {meetings} meetings × {members} members × {each} h = {freed} h a year",
)
