"""Capability: what was written is read back, as it holds at a date."""

from __future__ import annotations

from uuid import uuid4

from hypothesis import HealthCheck, Phase, given, settings

from netmap.dates import today
from netmap.model import MODELS, Membership, Organization, Person, Topic
from netmap.store.protocol import Store
from netmap.values import Identifier, Record, Source
from netmap.vocabulary import Kind
from tests.contract.desk import BO, CITY, STEERING, Desk, by_id, changed
from tests.strategies import networks_of_records

NUMBERS: dict[str, bool | int | float | str | None] = {
    "zero": 0,
    "beyond a double": 2**53 + 1,
    "beyond 64 bits": 2**64,
    "far below": -(10**40),
    "whole float": 1.0,
    "sum": 0.1 + 0.2,
    "largest": 1.7976931348623157e308,
    "smallest": 5e-324,
    "yes": True,
    "no": False,
    "nothing": None,
    "empty": "",
    "digits": "10117.0",
}


class RoundTrip:
    """Every field of every kind comes back as it was written."""

    @given(records=networks_of_records())
    # The store serves all examples, each in a network of its own; shrinking against a server
    # would cost more than it tells.
    @settings(
        max_examples=12,
        deadline=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=[
            HealthCheck.function_scoped_fixture,
            HealthCheck.too_slow,
            # One suite runs over every store, so the same test belongs to several classes.
            HealthCheck.differing_executors,
        ],
    )
    def test_every_field_of_every_kind(self, store: Store, records: list[Record]) -> None:
        """A network of any records reads back equal, as a whole, from the log and frozen."""
        desk = Desk(store, f"any-{uuid4().hex}")
        entry = desk.found(*records)
        written = {record.id: changed(record, version=1) for record in records}
        assert desk.records() == written
        assert {change.record_id: change.after for change in entry.changes} == written
        assert desk.log() == [entry]
        snapshot = desk.freeze()
        assert by_id(store.read_snapshot(desk.network_id, snapshot.id)) == written

    def test_the_examples_reach_every_kind(self, desk: Desk) -> None:
        """One record of each kind is found by its id, as the kind it is."""
        desk.found(*CITY)
        kinds = {type(desk.record(record.id)) for record in CITY}
        assert kinds == set(MODELS.values())

    def test_numbers_keep_their_value_and_type(self, desk: Desk) -> None:
        """Whole and broken numbers, large and small, are not rounded and not turned into text."""
        desk.found(changed(BO, attributes=NUMBERS), changed(STEERING, meetings_per_year=0.1 + 0.2))
        for records in (desk.records(), {"bo": desk.record("bo")}):
            read = records["bo"].attributes
            assert read == NUMBERS
            assert [type(value) for value in read.values()] == [
                type(value) for value in NUMBERS.values()
            ]
        steering = desk.record("steering")
        assert isinstance(steering, Organization)
        assert steering.meetings_per_year == 0.1 + 0.2

    def test_yes_no_and_unknown_stay_apart(self, desk: Desk) -> None:
        """Unknown is never read as no."""
        answers: tuple[bool | None, ...] = (True, False, None)
        desk.found(
            *(Organization(id=str(each), name="O", meets=each) for each in answers),
        )
        for each in answers:
            record = desk.record(str(each))
            assert isinstance(record, Organization)
            assert record.meets is each
        network = desk.store.read(desk.network_id)
        read = dict(zip(network.actor_ids, network.values("meets"), strict=True))
        assert all(read[str(each)] is each for each in answers)

    def test_provenance_and_open_attributes(self, desk: Desk) -> None:
        """Identifiers in order, the source and attributes of any title come back."""
        bo = changed(
            BO,
            identifiers=(
                Identifier(scheme="bioguide", identifier="B1"),
                Identifier(scheme="", identifier="0"),
            ),
            source=Source(label="Mitglieder.xlsx", retrieved_at="2024-05"),
            attributes={"Größe in m²": 1.5, "id": "other", "version": 9, "a.b $c": None, "": ""},
        )
        desk.found(bo)
        assert desk.record("bo") == changed(bo, version=1)
        assert desk.records()["bo"] == changed(bo, version=1)


class Reading:
    """A network is read as it holds at a date."""

    def test_an_empty_network(self, desk: Desk) -> None:
        """A network without records reads as one, with its name, revision and today's date."""
        desk.found(name="Leer")
        network = desk.store.read(desk.network_id)
        assert (network.id, network.name, network.revision) == (desk.network_id, "Leer", 1)
        assert network.as_of == today()
        assert network.actor_ids == ()
        assert [list(network.records(kind)) for kind in Kind] == [[] for _ in Kind]

    def test_dates_partial_and_unknown(self, desk: Desk) -> None:
        """Both ends count, a partial date covers its whole period, unknown excludes nothing."""
        spans = {
            "2020 to May 2021": ("2020", "2021-05"),
            "since 2021-05-31": ("2021-05-31", None),
            "until 2019": (None, "2019"),
            "always": (None, None),
        }
        desk.found(
            STEERING,
            BO,
            *(
                Membership(
                    id=name,
                    member_id="bo",
                    organization_id="steering",
                    start_date=start,
                    end_date=end,
                )
                for name, (start, end) in spans.items()
            ),
        )
        assert {
            date: [record.id for record in desk.at(date).records(Kind.MEMBERSHIP)]
            for date in ("2019-12-31", "2020-01-01", "2021-05-31", "2021-06-01", "2021")
        } == {
            "2019-12-31": ["always", "until 2019"],
            "2020-01-01": ["2020 to May 2021", "always"],
            "2021-05-31": ["2020 to May 2021", "always", "since 2021-05-31"],
            "2021-06-01": ["always", "since 2021-05-31"],
            "2021": ["2020 to May 2021", "always", "since 2021-05-31"],
        }

    def test_a_date_hides_and_loses_nothing(self, desk: Desk) -> None:
        """What does not hold at the date is left out of the picture, not of the network."""
        desk.found(Person(id="late", name="Spät", start_date="2030"), BO)
        network = desk.at("2024")
        assert network.actor_ids == ("bo",)
        assert set(by_id(network)) == {"bo", "late"}
        assert network.at(desk.period("2030-02")).actor_ids == ("bo", "late")

    def test_dates_keep_their_precision(self, desk: Desk) -> None:
        """A year stays a year: nobody invents a day."""
        dates = [None, "0001", "2024", "2024-02", "2024-02-29", "9999-12-31"]
        people = [
            Person(id=f"{index}", name="P", start_date=date, end_date=date)
            for index, date in enumerate(dates)
        ]
        desk.found(*people)
        read = desk.records()
        assert [getattr(read[person.id], "start_date") for person in people] == dates  # noqa: B009 - not all kinds are dated

    def test_a_network_read_earlier_does_not_move(self, desk: Desk) -> None:
        """What a reader holds is not touched by a later change."""
        desk.found(BO, Topic(id="t", name="T"))
        network = desk.store.read(desk.network_id)
        desk.edit("bo", name="Bodo")
        assert network.revision == 1
        assert by_id(network)["bo"] == changed(BO, version=1)
        assert desk.store.read(desk.network_id).revision == 2
