"""Records of one name are found by what their rows say, as comparing all with all would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from netmap.ingest.workbook.namesakes import Namesakes

SAID = st.dictionaries(
    st.sampled_from(("house", "town", "post")), st.sampled_from("ab"), max_size=3
)
ROWS = st.lists(SAID, max_size=12)


def agree(rows: list[dict[str, str]], said: dict[str, str]) -> bool:
    """Whether no row says anything else than ``said``."""
    return all(row.get(key, value) == value for row in rows for key, value in said.items())


@given(first=ROWS, later=st.lists(st.tuples(st.integers(0, 11), SAID), max_size=12), asked=ROWS)
def test_those_are_found_that_say_nothing_else(
    first: list[dict[str, str]],
    later: list[tuple[int, dict[str, str]]],
    asked: list[dict[str, str]],
) -> None:
    """Whatever was said first and later, and asked in between."""
    found: Namesakes[int] = Namesakes()
    rows: dict[int, list[dict[str, str]]] = {}
    for number, said in enumerate(first):
        found.add(number, said)
        rows[number] = [said]
        list(found.agreeing(said))
    for number, said in later:
        found.add_row(number, said)
        if number in rows:
            rows[number].append(said)
    for said in asked:
        agreeing = sorted(found.agreeing(said), key=found.position)
        assert agreeing == [number for number, known in rows.items() if agree(known, said)]
