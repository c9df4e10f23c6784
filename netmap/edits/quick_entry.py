"""Quick entry: one line a member, typed or pasted, and what is understood of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from netmap.edits.quick_cells import (
    Cell,
    cells_of,
    headings,
    is_given_name,
    is_one_word,
    without_contact,
)
from netmap.ingest.duplicates.names import names_kind
from netmap.ingest.normalise import folded, is_unknown
from netmap.ingest.person_names import person_name
from netmap.ingest.roles import role
from netmap.language import Text
from netmap.vocabulary import Role

MOST_LINES = 500
_LONGEST_LINE = 1_000

_READ_AS_GIVEN = Text(
    de="„{given}“ wurde als Vorname gelesen.", en='"{given}" was read as the given name.'
)
_SEPARATE = Text(
    de="Stimmt das nicht, bitte mit Semikolon trennen: Nachname, Vorname; Organisation; Rolle.",
    en="If that is wrong, please separate by semicolons: surname, given name; organisation; role.",
)
_READ_AS_ORGANIZATION = Text(
    de="„{name}“ wurde als Organisation gelesen.", en='"{name}" was read as an organisation.'
)
_READ_AS_FUNCTION = Text(
    de="„{name}“ wurde als Funktion gelesen, deren Inhaberin oder Inhaber nicht genannt ist.",
    en='"{name}" was read as a function whose holder is not named.',
)
_WRITE_PERSON = Text(
    de="Ist eine Person gemeint, bitte „Nachname, Vorname“ schreiben.",
    en='If a person is meant, please write "surname, given name".',
)
_NO_PHONE = Text(
    de="Die Telefonnummer wird nicht übernommen.", en="The telephone number is not taken over."
)
_NOT_NEEDED = Text(
    de="netmap braucht sie nicht; es ist nichts zu tun.",
    en="netmap does not need it; nothing is to be done.",
)
_LEFT_OVER = Text(de="Nicht verstanden: „{rest}“.", en='Not understood: "{rest}".')
_IN_ORDER = Text(
    de="Verstanden werden: Name; Organisation; Rolle; Funktion; E-Mail.",
    en="Understood are: name; organisation; role; function; e-mail.",
)
_NOBODY = Text(
    de="Die Zeile nennt weder eine Person noch eine Organisation.",
    en="The line names neither a person nor an organisation.",
)
_GIVE_NAME = Text(
    de="Bitte einen Namen ergänzen oder die Zeile löschen.",
    en="Please add a name, or delete the line.",
)
_TOO_LONG = Text(de="Die Zeile ist zu lang.", en="The line is too long.")
_ONE_LINE_EACH = Text(
    de="Bitte eine Zeile je Mitglied schreiben.", en="Please write one line a member."
)
_TOO_MANY = Text(
    de="Mehr als {most} Zeilen auf einmal sind zu viel.",
    en="More than {most} lines at once are too many.",
)
_IMPORT_IT = Text(
    de="Bitte die Liste teilen oder als Datei importieren.",
    en="Please split the list, or import it as a file.",
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is not sure about a line, and what helps.

    Attributes:
        blocks: The line cannot be entered as it is.
    """

    text: Text
    remedy: Text
    blocks: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """What is understood of one line.

    Attributes:
        number: Its number in the text, from 1.
        text: The line as it was given.
        person: Name of the person; empty where the organisation itself is the member.
        role: The role in the body; the words for it stand in ``role_label``.
        function: What the person is in the own house; without a name the function is the member.
    """

    number: int
    text: str
    person: str = ""
    organization: str = ""
    function: str = ""
    role: Role = Role.MEMBER
    role_label: str = ""
    mail: str = ""
    doubts: tuple[Doubt, ...] = ()

    @property
    def holder(self) -> str:
        """What the person is called who is the member: the name, else the function."""
        return self.person or self.function

    @property
    def is_blocked(self) -> bool:
        """Whether the line cannot be entered as it is."""
        return any(each.blocks for each in self.doubts)


def names_organization(text: str) -> bool:
    """Whether a name says by its words that it is one of an organisation.

    >>> names_organization("Jugendamt Buchenau"), names_organization("Anna Müller")
    (True, False)
    """
    return any(names_kind(word) for word in folded(text).split())


def quick_entry(
    text: str, *, is_organization: Callable[[str], bool] = names_organization
) -> tuple[Line, ...]:
    """What is understood of a text of one member a line.

    Cells stand apart by tabs (as Excel copies them), semicolons or bars, and are read in the order
    name, organisation, role, function; a role, an e-mail address or a known organisation is
    understood wherever it stands. Names may begin with the given or the family name, with titles.
    A first line of headings says what the columns hold. Without a name the organisation is the
    member: "; Jugendamt; Gast". Empty lines are passed over.

    Args:
        text: What was typed or pasted.
        is_organization: Tells a name of an organisation where it may be a person's as well.

    >>> line = quick_entry("Müller, Dr. Anna; Jugendamt; stellv. Vorsitzende")[0]
    >>> (line.person, line.organization, line.role.value)
    ('Dr. Anna Müller', 'Jugendamt', 'deputy_chair')
    """
    lines: list[Line] = []
    columns: list[Cell] | None = None
    for number, raw in enumerate(text.splitlines(), start=1):
        if not raw.strip():
            continue
        if len(lines) == MOST_LINES:
            doubt = Doubt(_TOO_MANY.format(most=MOST_LINES), _IMPORT_IT, blocks=True)
            return (*lines, Line(number, raw[:_LONGEST_LINE], doubts=(doubt,)))
        if len(raw) > _LONGEST_LINE:
            doubt = Doubt(_TOO_LONG, _ONE_LINE_EACH, blocks=True)
            lines.append(Line(number, raw[:_LONGEST_LINE], doubts=(doubt,)))
            continue
        cells = cells_of(raw)
        titles = headings(cells)
        if titles is not None and not lines:
            columns = titles
            continue
        line = Line(number, raw.strip())
        lines.append(
            _by_columns(line, cells, columns)
            if columns and len(cells) > 1
            else _by_order(line, cells, is_organization)
        )
    return tuple(lines)


def _by_columns(line: Line, cells: list[str], columns: list[Cell]) -> Line:
    held: dict[Cell, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        if cell and not is_unknown(cell):
            held.setdefault(column, cell)
    full = " ".join(held[each] for each in (Cell.TITLE, Cell.NAME) if each in held)
    family, given = held.get(Cell.FAMILY), held.get(Cell.GIVEN)
    person = person_name(full, given=given, family=family) if full or family else ""
    label = held.get(Cell.ROLE, "")
    return _checked(
        replace(
            line,
            person=person,
            organization=held.get(Cell.ORGANIZATION, ""),
            function=held.get(Cell.FUNCTION, ""),
            role=role(label) if label else Role.MEMBER,
            role_label=label,
            mail=without_contact(held.get(Cell.MAIL, ""))[1],
        ),
        [],
    )


def _by_order(line: Line, cells: list[str], is_organization: Callable[[str], bool]) -> Line:
    doubts: list[Doubt] = []
    left: list[str] = []
    mail = ""
    for cell in cells:
        kept, found, phone = without_contact(cell)
        mail = mail or found
        if phone:
            doubts.append(Doubt(_NO_PHONE, _NOT_NEEDED))
        elif kept or not found:
            left.append("" if is_unknown(kept) else kept)
    name, rest = _name_and_rest(left, is_organization, doubts)
    person = person_name(name)
    named: dict[str, Any] = {"organization": ""}
    if person and is_organization(person) and any(map(is_organization, rest)):
        named["function"], person = name, ""
        doubts.append(Doubt(_READ_AS_FUNCTION.format(name=name), _WRITE_PERSON))
    elif person and (is_organization(person) or (not rest and is_one_word(person))):
        named["organization"], person = name, ""
        doubts.append(Doubt(_READ_AS_ORGANIZATION.format(name=name), _WRITE_PERSON))
    said = _said(rest, named, is_organization)
    if over := said.pop(_OVER, ""):
        doubts.append(Doubt(_LEFT_OVER.format(rest=over), _IN_ORDER))
    label = said.get("role_label", "")
    known_role = role(label) if label else Role.MEMBER
    return _checked(replace(line, person=person, role=known_role, mail=mail, **said), doubts)


_OVER = "over"


def _said(
    cells: list[str], named: dict[str, Any], is_organization: Callable[[str], bool]
) -> dict[str, Any]:
    """What the cells beside the name say, by field of the line, and what is left over."""
    said = dict(named)
    over: list[str] = []
    for cell in cells:
        is_role = role(cell) is not Role.OTHER and not is_organization(cell)
        # The third of three cells is the role, in whatever words.
        is_last = len(cells) == 2 and cell is cells[1] and bool(said["organization"])
        if "role_label" not in said and (is_role or is_last):
            said["role_label"] = cell
        elif not said["organization"]:
            said["organization"] = cell
        elif "function" not in said:
            said["function"] = cell
        else:
            over.append(cell)
    return {**said, _OVER: "; ".join(over)}


def _name_and_rest(
    cells: list[str], is_organization: Callable[[str], bool], doubts: list[Doubt]
) -> tuple[str, list[str]]:
    """The cell or cells that hold the name, and the others that hold something."""
    if not cells:
        return "", []
    if len(cells) == 1:
        cells = list(_at_commas(cells[0], is_organization))
    name, others = cells[0], cells[1:]
    second = others[0] if others else ""
    if (
        is_one_word(name)
        and is_given_name(second)
        and role(second) is Role.OTHER
        and not is_organization(second)
        and not is_organization(name)
        # A family name and one more word alone may be "Müller; Jobcenter".
        and (len(others) > 1 or "," not in name)
    ):
        doubts.append(Doubt(_READ_AS_GIVEN.format(given=second), _SEPARATE))
        return f"{name}, {second}", [each for each in others[1:] if each]
    return name, [each for each in others if each]


def _at_commas(text: str, is_organization: Callable[[str], bool]) -> Iterator[str]:
    """A line without other separators: the name first, then what commas set apart."""
    parts = [each.strip() for each in text.split(",")]
    if len(parts) > 1 and (is_one_word(parts[0]) or len(parts) == 2):
        second = parts[1]
        apart = is_organization(second) or role(second) is not Role.OTHER
        if not apart and not is_organization(parts[0]):
            # "Müller, Anna, Jugendamt": the first comma belongs to the name.
            yield f"{parts[0]}, {second}"
            yield from parts[2:]
            return
    yield from parts


def _checked(line: Line, doubts: list[Doubt]) -> Line:
    if not line.holder and not line.organization:
        doubts.append(Doubt(_NOBODY, _GIVE_NAME, blocks=True))
    return replace(line, doubts=tuple(doubts))
