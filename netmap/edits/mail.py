"""E-mail addresses: where records hold them, and mailing lists of bodies and of other choices."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from netmap.edits.held import Held, held
from netmap.model import Actor, AnyRecord, Membership, Person
from netmap.network import Network
from netmap.vocabulary import Kind, Role

MAIL = "E-Mail"
"""Title of the open attribute in which quick entry keeps an address."""
# Bounded, so that a long text costs no more than its length.
ADDRESS = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
"""Looks for an address in a text."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody on a mailing list.

    Attributes:
        house: The organisation whose address it is, where the person has none of its own.
    """

    id: str
    name: str
    mail: str
    house: str = ""


@dataclass(frozen=True, slots=True)
class MailingList:
    """Whom a message reaches.

    Attributes:
        recipients: By name; whoever is meant twice stands once.
        without: Id and name of those for whom no address is recorded, by name.
    """

    recipients: tuple[Recipient, ...]
    without: tuple[tuple[str, str], ...]

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address once, in the order of the recipients."""
        return tuple({each.mail.casefold(): each.mail for each in self.recipients}.values())


def mail_of(record: AnyRecord) -> str:
    """The e-mail address among the further details of a record; empty where there is none.

    Whatever the column of an import was called, an address is known by its form.
    """
    for value in record.attributes.values():
        if isinstance(value, str) and "@" in value:
            found = ADDRESS.search(value)
            if found:
                return found.group()
    return ""


def mailing_list(
    network: Network,
    body_ids: tuple[str, ...] = (),
    actor_ids: tuple[str, ...] = (),
    *,
    deputies: bool = True,
    guests: bool = True,
) -> MailingList:
    """The mailing list of bodies, or of actors: their own addresses, else those of their houses.

    Args:
        network: The network at the date of the list.
        body_ids: Bodies whose members are meant.
        actor_ids: Actors who are meant themselves.
        deputies: Deputy members of the bodies are meant, too.
        guests: Guests likewise.
    """
    known = held(network)
    left_out = {Role.DEPUTY_MEMBER: not deputies, Role.GUEST: not guests}
    meant: dict[str, str] = dict.fromkeys(actor_ids, "")
    bodies = frozenset(body_ids)
    for record in network.records(Kind.MEMBERSHIP) if bodies else ():
        if (
            isinstance(record, Membership)
            and record.organization_id in bodies
            and not left_out.get(record.role, False)
        ):
            meant[record.member_id] = meant.get(record.member_id) or mail_of(record)
    return _listed(known, meant.items())


def _listed(known: Held, meant: Iterable[tuple[str, str]]) -> MailingList:
    recipients: list[Recipient] = []
    without: list[tuple[str, str]] = []
    for actor_id, mail_of_seat in meant:
        actor = known.by_id.get(actor_id)
        if not isinstance(actor, Actor):
            continue
        mail, house = mail_of_seat or mail_of(actor), ""
        if not mail and isinstance(actor, Person) and actor.organization_id:
            own_house = known.by_id[actor.organization_id]
            mail, house = mail_of(own_house), known.label(own_house.id)
        if mail:
            recipients.append(Recipient(actor.id, actor.label, mail, house))
        else:
            without.append((actor.id, actor.label))
    return MailingList(
        tuple(sorted(recipients, key=lambda each: (each.name.casefold(), each.id))),
        tuple(sorted(without, key=lambda each: (each[1].casefold(), each[0]))),
    )
