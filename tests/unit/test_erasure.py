"""Erasure: the name goes, the function and the seats stay."""

from netmap.erasure import ERASED_FUNCTION, erased
from netmap.map_views import MapView, PinnedPlace, ViewParameter
from netmap.model import Cooperation, ExchangeTie, Membership, Person
from netmap.values import Identifier, Source
from netmap.vocabulary import MapParameter

ADA = Person(
    id="ada-lovelace",
    version=2,
    name="Ada Lovelace",
    function="Leitung Jugendamt",
    organization_id="youth-office",
    identifiers=(Identifier(scheme="list", identifier="ada-lovelace"),),
    source=Source(label="mail of Ada Lovelace"),
    attributes={"e-mail": "ada@example.org"},
)


def test_name_id_identifiers_source_and_attributes_go() -> None:
    """Nothing is left of the person that could name it."""
    left = erased(ADA, person_id=ADA.id, new_id="f00")
    assert "ada" not in left.model_dump_json().casefold()
    assert left == Person(
        id="f00", version=2, function="Leitung Jugendamt", organization_id="youth-office"
    )


def test_a_person_without_function_stays_as_an_unnamed_one() -> None:
    """A seat whose holder is erased still has a holder."""
    left = erased(Person(id="ada", name="Ada"), person_id="ada", new_id="f00")
    assert isinstance(left, Person)
    assert left.function == ERASED_FUNCTION


def test_references_follow_to_the_new_id() -> None:
    """Seats, ties and lists of parties lead to the function that stays."""
    seat = Membership(id="1", member_id="ada", organization_id="b")
    tie = ExchangeTie(id="2", source_id="o", target_id="ada", reported_by_id="ada")
    deal = Cooperation(id="3", name="C", party_ids=("o", "ada"))
    assert erased(seat, person_id="ada", new_id="f").model_dump()["member_id"] == "f"
    assert erased(tie, person_id="ada", new_id="f") == ExchangeTie(
        id="2", source_id="o", target_id="f", reported_by_id="f"
    )
    assert erased(deal, person_id="ada", new_id="f").model_dump()["party_ids"] == ("o", "f")


def test_what_does_not_concern_the_person_is_left_as_it_is() -> None:
    """Other records come back as the same object."""
    seat = Membership(id="1", member_id="bo", organization_id="b")
    assert erased(seat, person_id="ada", new_id="f") is seat


def test_views_of_the_map_go_on_with_the_function() -> None:
    """A view refers to nobody by a reference, and still says nothing of the person's id."""
    view = MapView(
        id="v",
        name="V",
        query=(
            ViewParameter(name=MapParameter.FOCUS, value="ada"),
            ViewParameter(name=MapParameter.STEPS, value="ada"),
        ),
        places=(PinnedPlace(actor_id="ada", x=1, y=2), PinnedPlace(actor_id="bo", x=3, y=4)),
    )
    left = erased(view, person_id="ada", new_id="f")
    assert isinstance(left, MapView)
    # Only what holds actors can hold the person: an id may look like any other word.
    assert [each.value for each in left.query] == ["f", "ada"]
    assert [(each.actor_id, each.x) for each in left.places] == [("f", 1), ("bo", 3)]
    assert erased(view, person_id="cy", new_id="f") is view
