"""Findings about partners that stand apart, as far as anything about them is recorded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from netmap.analyses.isolation import Isolate, IsolationReason
from netmap.findings.finding import Finding, Subject, SubjectType, finding
from netmap.findings.kinds import FindingKind
from netmap.findings.material import Material
from netmap.findings.words import NAMES_IN_SENTENCE, labelled, names, on_topics, quoted
from netmap.language import Text
from netmap.vocabulary import Asked

_KINDS = {
    IsolationReason.NO_TIE: FindingKind.NO_TIE,
    IsolationReason.SEAT_WITHOUT_EXCHANGE: FindingKind.SEAT_WITHOUT_EXCHANGE,
    IsolationReason.EXCHANGE_WITHOUT_SEAT: FindingKind.EXCHANGE_WITHOUT_SEAT,
    IsolationReason.BODY_WITHOUT_MEMBERS: FindingKind.BODY_WITHOUT_MEMBERS,
    IsolationReason.NOT_ASKED: FindingKind.NOT_ASKED,
    IsolationReason.LEFT_OUT: FindingKind.LEFT_OUT,
}

_STRENGTHS: dict[Asked | None, float] = {Asked.ANSWERED: 1.0, Asked.NOT_ASKED: 0.25}
_STRENGTH_UNKNOWN = 0.5

_ASKED_LINES = {
    Asked.ANSWERED: Text(
        de="Nach Verbindungen gefragt: ja, mit Antwort.", en="Asked about ties: yes, and answered."
    ),
    Asked.NO_ANSWER: Text(
        de="Nach Verbindungen gefragt: ja, noch ohne Antwort.",
        en="Asked about ties: yes, no answer yet.",
    ),
    Asked.NOT_ASKED: Text(
        de="Nach Verbindungen gefragt: noch nicht.", en="Asked about ties: not yet."
    ),
    None: Text(de="Nach Verbindungen gefragt: nicht bekannt.", en="Asked about ties: not known."),
}


def isolation(material: Material) -> Iterator[Finding]:
    """One finding for each isolate; of somebody without any tie only that is said.

    Where no exchange is recorded in the whole network, one finding says so instead of one for
    each partner with a seat.
    """
    network = material.network
    unrecorded = not len(network.exchange_ties)
    tieless = {row.id for row in material.isolates if row.reason is IsolationReason.NO_TIE}
    apart = defaultdict(list)
    for row in material.isolates:
        apart[row.reason].append(row)
    seated = apart[IsolationReason.SEAT_WITHOUT_EXCHANGE]
    if unrecorded and seated:
        yield _not_recorded(material, seated)
        seated.clear()
    for reason, rows in apart.items():
        for row in rows:
            if reason is IsolationReason.NOT_ASKED and row.id in tieless:
                continue
            yield _isolate(material, row)


def _isolate(material: Material, row: Isolate) -> Finding:
    actor = material.index(row.id)
    statement, evidence = {
        IsolationReason.NO_TIE: _no_tie,
        IsolationReason.SEAT_WITHOUT_EXCHANGE: _seat_without_exchange,
        IsolationReason.EXCHANGE_WITHOUT_SEAT: _exchange_without_seat,
        IsolationReason.BODY_WITHOUT_MEMBERS: _body_without_members,
        IsolationReason.NOT_ASKED: _not_asked,
        IsolationReason.LEFT_OUT: _left_out,
    }[row.reason](material, actor)
    recorded = row.reason in {IsolationReason.NOT_ASKED, IsolationReason.LEFT_OUT}
    if not recorded:
        evidence = [*evidence, _ASKED_LINES[row.asked]]
    return material.finding(
        _KINDS[row.reason],
        [actor],
        statement,
        evidence=[*evidence, *_topics(material, actor)],
        strength=1.0 if recorded else _STRENGTHS.get(row.asked, _STRENGTH_UNKNOWN),
    )


_Parts = tuple[list[Text], list[Text]]


def _no_tie(material: Material, actor: int) -> _Parts:
    name = material.name(actor)
    statement = Text(
        de="Zu {name} ist noch keine Verbindung erfasst. Stimmt das?",
        en="No tie of {name} is recorded yet. Is that so?",
    ).format(name=name)
    gain = Text(
        de="Das Netzwerk könnte das Angebot kennenlernen, und {name} könnte früh erfahren, was "
        "geplant ist.",
        en="The network could get to know what there is, and {name} could hear early what is "
        "planned.",
    ).format(name=name)
    go_between = _go_between(material, actor)
    if go_between is None:
        contact = Text(de="Wer könnte den Kontakt herstellen?", en="Who could make the contact?")
    else:
        contact = Text(
            de="{other} könnte den Kontakt herstellen.", en="{other} could make the contact."
        ).format(other=material.name(go_between))
    evidence = [
        Text(
            de="Erfasst sind weder Sitz noch Austausch, Berichtsweg oder Kooperation.",
            en="Neither seat nor exchange, reporting line or cooperation is recorded.",
        )
    ]
    if go_between is not None:
        shared = material.topics.get(actor, set()) & material.topics.get(go_between, set())
        if shared:
            evidence.append(
                Text(
                    de="{other} arbeitet ebenfalls {topics}.", en="{other} also works {topics}."
                ).format(
                    other=material.name(go_between),
                    topics=on_topics(material.topic_names(shared)),
                )
            )
    return [statement, contact, gain], evidence


def _seat_without_exchange(material: Material, actor: int) -> _Parts:
    rooms = material.names(sorted(material.ground.meets_in.get(actor, ())))
    statement = Text(
        de="{name} wirkt in {rooms} mit; Austausch außerhalb der Sitzungen ist noch nicht "
        "erfasst. Gibt es ihn?",
        en="{name} takes part in {rooms}; exchange outside the meetings is not recorded yet. Is "
        "there any?",
    ).format(name=material.name(actor), rooms=names(rooms, most=NAMES_IN_SENTENCE, dative=True))
    gain = Text(
        de="Eine feste Ansprechperson könnte beiden Seiten helfen: kurze Wege für {name}, frühe "
        "Rückmeldung für die anderen.",
        en="A fixed contact person could help both sides: quick answers for {name}, early "
        "feedback for the others.",
    ).format(name=material.name(actor))
    return [statement, gain], [labelled(Text(de="Sitze in", en="Seats in"), names(rooms))]


def _exchange_without_seat(material: Material, actor: int) -> _Parts:
    partners = sorted(
        a if b == actor else b for a, b in material.ground.exchange if actor in (a, b)
    )
    others = material.names(each for each in partners if material.spoken_of(each))
    statement = Text(
        de="{name} steht im Austausch mit {others}; ein Sitz in einem Gremium ist nicht erfasst. "
        "Ist das so gewollt?",
        en="{name} is in exchange with {others}; a seat in a body is not recorded. Is this "
        "intended?",
    ).format(name=material.name(actor), others=names(others, most=NAMES_IN_SENTENCE, dative=True))
    places = material.meeting_places(material.topics.get(actor, set()))[:1]
    if places:
        gain = Text(
            de="Ein Gastbeitrag in {place} könnte beiden nützen: {name} könnte eigene Themen "
            "einbringen, das Gremium eine weitere Sicht gewinnen.",
            en="A contribution as a guest in {place} could be of use to both: {name} could bring "
            "in its own topics, and the body could gain another view.",
        ).format(place=material.name(places[0]), name=material.name(actor))
    else:
        gain = Text(
            de="Ein Gastbeitrag in einem bestehenden Gremium könnte beiden Seiten nützen.",
            en="A contribution as a guest in an existing body could be of use to both sides.",
        )
    return [statement, gain], [
        labelled(Text(de="Austausch mit", en="Exchange with"), names(others))
    ]


def _body_without_members(material: Material, actor: int) -> _Parts:
    statement = Text(
        de="Zu {name} sind noch keine Mitglieder erfasst. Tagt das Gremium, und könnte die "
        "Geschäftsführung eine Liste beisteuern?",
        en="No members of {name} are recorded yet. Does the body meet, and could its secretariat "
        "contribute a list?",
    ).format(name=material.name(actor))
    gain = Text(
        de="Dann könnte die Karte zeigen, wen das Gremium verbindet.",
        en="Then the map could show whom the body connects.",
    )
    evidence = [Text(de="Erfasste Sitze: keine.", en="Recorded seats: none.")]
    return [statement, gain], evidence


def _not_asked(material: Material, actor: int) -> _Parts:
    statement = Text(
        de="{name} wurde noch nicht nach Verbindungen gefragt. Könnte ein kurzes Gespräch die "
        "Karte ergänzen?",
        en="{name} has not been asked about its ties yet. Could a short talk add to the map?",
    ).format(name=material.name(actor))
    gain = Text(
        de="{name} könnte die eigene Sicht einbringen, und das Netzwerk ein genaueres Bild "
        "gewinnen.",
        en="{name} could bring in its own view, and the network could gain a truer picture.",
    ).format(name=material.name(actor))
    return [statement, gain], [_ASKED_LINES[Asked.NOT_ASKED]]


def _left_out(material: Material, actor: int) -> _Parts:
    statement = Text(
        de="Nur für die Koordinierungsstelle: {name} bleibt nach Ihren Angaben bewusst außen vor. "
        "Gilt das weiterhin?",
        en="For the coordinating office alone: by your records {name} stays outside on purpose. "
        "Does this still hold?",
    ).format(name=material.name(actor))
    evidence = [Text(de="Vermerk: bewusst außen vor.", en="Note: left out on purpose.")]
    return [statement], evidence


def _not_recorded(material: Material, seated: Iterable[Isolate]) -> Finding:
    network = material.network
    partners = [row.name for row in seated]
    statement = Text(
        de="Im Netzwerk {name} ist noch kein Austausch zwischen Akteuren erfasst. Könnte eine "
        "kurze Abfrage in der nächsten Sitzung ein erstes Bild geben?",
        en="No exchange between actors is recorded in the network {name} yet. Could a short "
        "inquiry at the next meeting give a first picture?",
    ).format(name=quoted(network.name))
    gain = Text(
        de="Alle Beteiligten könnten sehen, mit wem sie schon verbunden sind und wo Wege kürzer "
        "werden.",
        en="All could see with whom they are already connected and where ways become shorter.",
    )
    return finding(
        FindingKind.EXCHANGE_NOT_RECORDED,
        [Subject(id=network.id, name=network.name, type=SubjectType.NETWORK)],
        [statement, gain],
        evidence=[
            Text(de="Erfasster Austausch: keiner.", en="Recorded exchange: none."),
            labelled(
                Text(
                    de="Partner mit Sitz in einem Gremium ({count})",
                    en="Partners with a seat in a body ({count})",
                ).format(count=len(partners)),
                names(partners),
            ),
        ],
        strength=1.0,
        thresholds=material.thresholds,
    )


def _go_between(material: Material, actor: int) -> int | None:
    """Who could make a contact: who works on most of the same topics, else the coordination.

    Only organisations and bodies that are themselves tied to others are named.
    """
    network = material.network
    tieless = {
        material.index(row.id)
        for row in material.isolates
        if row.reason in {IsolationReason.NO_TIE, IsolationReason.BODY_WITHOUT_MEMBERS}
    }
    mine = material.topics.get(actor, set())
    shared = {
        other: len(mine & theirs)
        for other, theirs in material.topics.items()
        if other != actor
        and other not in tieless
        and not network.person_mask[other]
        and material.spoken_of(other)
        and mine & theirs
    }
    if shared:
        return min(shared, key=lambda other: (-shared[other], other))
    return next((office for office in material.offices if office != actor), None)


def _topics(material: Material, actor: int) -> Iterator[Text]:
    known = material.topics.get(actor)
    if known:
        yield labelled(Text(de="Themen", en="Topics"), names(material.topic_names(known)))
