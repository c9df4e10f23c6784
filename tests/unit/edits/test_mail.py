"""Mailing lists: own addresses, else those of the house, and who has none."""

from __future__ import annotations

from netmap.edits.mail import mail_of, mailing_list
from netmap.model import Membership, Organization, Person
from netmap.network import Network
from netmap.vocabulary import Role

_NETWORK = Network.from_records(
    [
        Organization(id="body", name="AG", meets=True),
        Organization(id="office", name="Jugendamt", attributes={"Kontakt": "amt@stadt.example"}),
        Person(id="ada", name="Ada", attributes={"Dienstliche Mail": "Ada <ada@stadt.example>"}),
        Person(id="eva", name="Eva", organization_id="office"),
        Person(id="uwe", name="Uwe"),
        Person(id="old", name="Otto", attributes={"E-Mail": "otto@stadt.example"}),
        Membership(id="1", member_id="ada", organization_id="body"),
        Membership(id="2", member_id="eva", organization_id="body", role=Role.GUEST),
        Membership(id="3", member_id="uwe", organization_id="body", role=Role.DEPUTY_MEMBER),
        Membership(id="4", member_id="old", organization_id="body", end_date="2019"),
        Membership(id="5", member_id="ada", organization_id="body", role=Role.CHAIR),
        Membership(id="6", member_id="office", organization_id="body"),
    ]
)


def test_everybody_stands_once_with_the_own_address_or_that_of_the_house() -> None:
    """Whoever has left is not on it, and who has no address is named."""
    listed = mailing_list(_NETWORK, ("body",))
    assert [(each.name, each.mail, each.house) for each in listed.recipients] == [
        ("Ada", "ada@stadt.example", ""),
        ("Eva", "amt@stadt.example", "Jugendamt"),
        ("Jugendamt", "amt@stadt.example", ""),
    ]
    assert listed.addresses == ("ada@stadt.example", "amt@stadt.example")
    assert listed.without == (("uwe", "Uwe"),)


def test_deputies_and_guests_are_on_it_as_chosen() -> None:
    """An invitation may go to those alone who are expected."""
    listed = mailing_list(_NETWORK, ("body",), deputies=False, guests=False)
    assert [each.id for each in listed.recipients] == ["ada", "office"]
    assert listed.without == ()


def test_actors_are_meant_themselves() -> None:
    """A filtered list of partners needs no body."""
    listed = mailing_list(_NETWORK, (), ("old", "uwe", "nobody"))
    assert [each.id for each in listed.recipients] == ["old"]
    assert listed.without == (("uwe", "Uwe"),)


def test_only_what_is_an_address_counts() -> None:
    """Details of an import may hold an at-sign for other reasons."""
    assert mail_of(Person(id="p", name="P", attributes={"X": "@home", "Zahl": 3})) == ""
