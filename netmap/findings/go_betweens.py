"""Sentences on who could make a contact, and what it has in common with whom it introduces."""

from __future__ import annotations

from netmap.analyses.isolation.rows import GoBetween, Ground, GroundKind
from netmap.findings.words import (
    SECTOR_NAMES,
    date_text,
    labelled,
    listed,
    names,
    on_topics,
    quoted,
)
from netmap.language import Text
from netmap.vocabulary import Sector

_GROUNDS: dict[GroundKind, Text] = {
    GroundKind.TIED: Text(
        de="{other} steht schon mit {name} in Verbindung.",
        en="{other} is tied to {name} already.",
    ),
    GroundKind.HOUSE: Text(de="{name} arbeitet für {other}.", en="{name} works for {other}."),
    GroundKind.SAME_BODY: Text(
        de="{other} wirkt auch in {names} mit.", en="{other} takes part in {names}, too."
    ),
    GroundKind.FORMER_BODY: Text(
        de="{name} saß bis {until} in {other}.", en="{name} sat in {other} until {until}."
    ),
    GroundKind.FORMER_MEMBER: Text(
        de="{other} saß bis {until} in {name}.", en="{other} sat in {name} until {until}."
    ),
    GroundKind.FORMER_EXCHANGE: Text(
        de="{name} stand bis {until} mit {other} in Verbindung.",
        en="{name} was in touch with {other} until {until}.",
    ),
    GroundKind.FORMER_COOPERATION: Text(
        de="{name} und {other} waren bis {until} an {names} beteiligt.",
        en="{name} and {other} took part in {names} until {until}.",
    ),
    GroundKind.TOPIC: Text(de="{other} arbeitet auch {topics}.", en="{other} works {topics}, too."),
    GroundKind.WHOLE: Text(de="{name} gehört zu {other}.", en="{name} is part of {other}."),
    GroundKind.SAME_WHOLE: Text(
        de="{other} gehört ebenfalls zu {names}.", en="{other} is part of {names}, too."
    ),
    GroundKind.COORDINATION: Text(
        de="{other} koordiniert das Netzwerk.", en="{other} coordinates the network."
    ),
    GroundKind.TERRITORY: Text(
        de="{other} ist ebenfalls hier tätig: {names}.",
        en="{other} works in the same place: {names}.",
    ),
    GroundKind.SECTOR: Text(
        de="{other} kommt aus demselben Bereich: {names}.",
        en="{other} comes from the same sector: {names}.",
    ),
}

OF_A_PART = Text(de="Ein Partner aus diesem Teil", en="A partner of this part")
"""Whom a go-between of a whole part of the network has something in common with."""


def contact(bridge: GoBetween | None) -> Text:
    """Who could make the contact, or the question who could."""
    if bridge is None:
        return Text(de="Wer könnte den Kontakt herstellen?", en="Who could make the contact?")
    return Text(
        de="{other} könnte den Kontakt herstellen.", en="{other} could make the contact."
    ).format(other=quoted(bridge.name))


def grounds(bridge: GoBetween | None, name: Text) -> list[Text]:
    """Why a go-between suggests itself, a sentence a ground; ``name`` is whom it introduces.

    >>> from netmap.analyses.representation import ActorType
    >>> ground = Ground(kind=GroundKind.FORMER_BODY, until="2023")
    >>> body = GoBetween(id="ak", name="AK", type=ActorType.BODY, grounds=(ground,))
    >>> [text.de for text in grounds(body, quoted("Club"))]
    ['„Club“ saß bis 2023 in „AK“.']
    """
    return [_ground(each, quoted(bridge.name), name) for each in bridge.grounds] if bridge else []


def first_step(bridge: GoBetween | None, name: Text) -> list[Text]:
    """Evidence on who could make a first contact, where the suggestion names nobody."""
    if bridge is None:
        return []
    label = Text(de="Erster Kontakt möglich über", en="First contact possible through")
    return [labelled(label, quoted(bridge.name)), *grounds(bridge, name)[:1]]


def _ground(ground: Ground, other: Text, name: Text) -> Text:
    if ground.kind is GroundKind.SECTOR:
        shared = listed([SECTOR_NAMES[Sector(each)] for each in ground.names])
    else:
        shared = names(ground.names)
    return _GROUNDS[ground.kind].format(
        name=name,
        other=other,
        names=shared,
        topics=on_topics(ground.names),
        until=date_text(ground.until or ""),
    )
