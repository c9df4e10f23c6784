"""What a network says to a body that does not exist yet, as text for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from netmap.analyses.overlaps.candidate.answer import (
    CandidateOverlap,
    CandidateRow,
    Invitation,
    MeetingOption,
    RecognizedTopic,
    SharedPart,
    UnknownName,
    UnknownReason,
)
from netmap.findings.words import (
    LEVEL_NAMES,
    facts,
    labelled,
    names,
    number,
    on_topics,
    quoted,
    sentences,
)
from netmap.language import Language, Text, decimal

_NOTHING = Text(
    de="Zu diesem Vorhaben ist im Netzwerk noch nichts erfasst.",
    en="The network holds nothing yet about this.",
)
_TITLES = {
    "unknown": Text(de="Bitte prüfen (zählt noch nicht mit)", en="Please check (not counted yet)"),
    "topic": Text(
        de="Themen, die Name oder Zweck nennen – bitte prüfen",
        en="Topics that the name or purpose mentions, please check",
    ),
    "overlap": Text(
        de="Mögliche Überschneidungen mit bestehenden Gremien",
        en="Possible overlaps with existing bodies",
    ),
    "meeting": Text(
        de="Bestehende Termine, die das Anliegen aufgreifen könnten",
        en="Existing meetings that could take the matter up",
    ),
    "invitation": Text(de="Wer noch eingeladen werden könnte", en="Who else could be invited"),
}
_SOME = Text(de="{title} ({shown} von {total}):", en="{title} ({shown} of {total}):")
_FIELDS = {
    "members": Text(de="Mitglieder", en="Members"),
    "organizations": Text(de="Organisationen", en="Organisations"),
    "topics": Text(de="Themen", en="Topics"),
    "purpose": Text(de="Zweck", en="Purpose"),
}
_OF = {
    "members": Text(de="Mitgliedern", en="members"),
    "organizations": Text(de="Organisationen", en="organisations"),
    "topics": Text(de="Themen", en="topics"),
}
_UNKNOWN = {
    UnknownReason.NOT_FOUND: Text(
        de="{given} ist im Netzwerk nicht erfasst.", en="{given} is not recorded in the network."
    ),
    UnknownReason.AMBIGUOUS: Text(
        de="{given} passt mehrfach: {possible}. Die Kennung sagt, was gemeint ist.",
        en="{given} fits several: {possible}. The id says which one is meant.",
    ),
    UnknownReason.NO_TOPIC_MENTIONED: Text(
        de="{given} nennt kein Thema, das im Netzwerk erfasst ist.",
        en="{given} mentions no topic that the network holds.",
    ),
}
_QUESTION = Text(
    de="Könnte das Anliegen dort auf die Tagesordnung?",
    en="Could the matter go on its agenda?",
)
_MEETINGS = Text(de="{count} Sitzungen im Jahr", en="{count} meetings a year")
_NOT_COUNTED = Text(de="Zahl der Sitzungen nicht erfasst", en="number of meetings not recorded")
_IN_COMMON = Text(
    de="{shared} von {size} {noun} ({items})", en="{shared} of {size} {noun} ({items})"
)
_SIMILAR = Text(de="; Jaccard {jaccard}", en="; Jaccard {jaccard}")
_WORKS = Text(de="arbeitet {topics}", en="works {topics}")
_SITS = Text(de="ist vertreten in {bodies}", en="is present in {bodies}")
_CONTACT = Text(de="ansprechbar: {contacts}", en="to speak to: {contacts}")


def candidate_text(rows: Sequence[CandidateRow], language: Language) -> str:
    """A paragraph for each kind of rows, in the order given."""
    if not rows:
        return _NOTHING.in_language(language)
    paragraphs = []
    for kind, group in groupby(rows, key=lambda row: row.kind):
        of_kind = list(group)
        total = getattr(of_kind[0], "total_of_kind", len(of_kind))
        title = (
            labelled(_TITLES[kind], Text(de="", en=""))
            if total == len(of_kind)
            else _SOME.format(title=_TITLES[kind], shown=len(of_kind), total=total)
        )
        lines = [title, *(_line(row) for row in of_kind)]
        paragraphs.append("\n".join(line.in_language(language).rstrip() for line in lines))
    return "\n\n".join(paragraphs)


def _line(row: CandidateRow) -> Text:
    text = _said(row)
    return Text(de=f"- {text.de}", en=f"- {text.en}")


def _said(row: CandidateRow) -> Text:
    match row:
        case UnknownName():
            given, possible = quoted(row.given), _possible(row)
            said = _UNKNOWN[row.reason].format(given=given, possible=possible)
            return labelled(_FIELDS[row.part], said)
        case RecognizedTopic():
            return quoted(row.name)
        case CandidateOverlap():
            return labelled(quoted(row.name), facts(list(_common(row, similar=True))))
        case MeetingOption():
            about = facts([_setting(row), *_common(row, similar=False)])
            return labelled(quoted(row.name), sentences(_ended(about), _QUESTION))
        case Invitation():
            return labelled(quoted(row.name), facts(list(_reasons(row))))


def _ended(text: Text) -> Text:
    return Text(de=f"{text.de}.", en=f"{text.en}.")


def _possible(row: UnknownName) -> Text:
    pairs = zip(row.possible_names, row.possible_ids, strict=True)
    return names([f"{name} [{found}]" for name, found in pairs])


def _setting(row: MeetingOption) -> Text:
    meetings = (
        _NOT_COUNTED
        if row.meetings_per_year is None
        else _MEETINGS.format(count=number(row.meetings_per_year))
    )
    return facts([meetings] if row.level is None else [LEVEL_NAMES[row.level], meetings])


def _common(row: CandidateOverlap | MeetingOption, *, similar: bool) -> Iterator[Text]:
    for field, noun in _OF.items():
        part: SharedPart | None = getattr(row, field)
        if part is not None and part.shared:
            items = names(part.shared_names)
            if similar:
                jaccard = decimal(f"{part.jaccard:.2f}")
                tail = _SIMILAR.format(jaccard=jaccard)
                items = Text(de=items.de + tail.de, en=items.en + tail.en)
            yield _IN_COMMON.format(shared=part.shared, size=part.sizes[0], noun=noun, items=items)


def _reasons(row: Invitation) -> Iterator[Text]:
    if row.topic_names:
        yield _WORKS.format(topics=on_topics(row.topic_names))
    if row.body_names:
        yield _SITS.format(bodies=names(row.body_names))
    if row.contacts:
        yield _CONTACT.format(contacts=names(row.contacts))
