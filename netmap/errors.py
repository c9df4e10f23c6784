"""Errors: one base class with a stable code, cause and remedy, and those of the inner part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from netmap.language import Language, Text


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the input something was found; parts that do not apply are ``None``.

    Attributes:
        file: Name of the file as the user gave it.
        sheet: Sheet of a workbook or name of the CSV file in a folder.
        line: Line as a spreadsheet numbers it: the header is line 1.
        column: Title of the column as it stands in the file.
        field: Path of a JSON field, e.g. ``memberships[3].person_id``.
    """

    file: str | None = None
    sheet: str | None = None
    line: int | None = None
    column: str | None = None
    field: str | None = None

    def text(self) -> Text:
        """The place in words, e.g. "liste.xlsx, Blatt Personen, Zeile 7, Spalte Rolle"."""
        parts = [
            Text(de=words.de.format(value), en=words.en.format(value))
            for words, value in (
                (Text(de="{}", en="{}"), self.file),
                (Text(de="Blatt {}", en="sheet {}"), self.sheet),
                (Text(de="Zeile {}", en="line {}"), self.line),
                (Text(de="Spalte {}", en="column {}"), self.column),
                (Text(de="Feld {}", en="field {}"), self.field),
            )
            if value is not None
        ]
        return Text(de=", ".join(p.de for p in parts), en=", ".join(p.en for p in parts))


class RuleError(ValueError):
    """A value breaks a rule of the model; pydantic carries it to where the field is known."""

    def __init__(self, rule: Text) -> None:
        """Say what is wrong, in both languages."""
        super().__init__(rule.en)
        self.rule = rule


class NamelessPersonError(RuleError):
    """A person is known by a name or a function."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            Text(
                de="eine Person braucht einen Namen oder eine Funktion",
                en="a person needs a name or a function",
            )
        )


class NetmapError(Exception):
    """Base of every error that netmap raises on purpose.

    Subclasses set ``code`` (stable, documented, used by programs), ``cause`` and ``remedy``
    with placeholders; the instance fills them with ``fields``.
    """

    code: ClassVar[str] = "netmap.error"
    cause: ClassVar[Text]
    remedy: ClassVar[Text]

    def __init__(self, *, place: Place | None = None, **fields: object) -> None:
        """Fill cause and remedy with ``fields``; ``place`` says where in the input."""
        self.place = place
        self.fields = fields
        self.cause_text = self.cause.format(**fields)
        self.remedy_text = self.remedy.format(**fields)
        super().__init__(self.message(Language.EN))

    def message(self, language: Language) -> str:
        """Place and cause in one line."""
        cause = self.cause_text.in_language(language)
        if self.place is None:
            return cause
        return f"{self.place.text().in_language(language)}: {cause}"


class NetworkNotFoundError(NetmapError):
    """No network has this id."""

    code = "network.not_found"
    cause = Text(
        de="Es gibt kein Netzwerk mit der Kennung „{network_id}“.",
        en='There is no network with the id "{network_id}".',
    )
    remedy = Text(
        de="„netmap networks“ zeigt die vorhandenen Kennungen; "
        "„netmap import“ legt ein neues Netzwerk an.",
        en='"netmap networks" lists the ids there are; "netmap import" creates a new network.',
    )


class NetworkExistsError(NetmapError):
    """A network with this id was created by somebody else in the meantime."""

    code = "network.exists"
    cause = Text(
        de="Ein Netzwerk mit der Kennung „{network_id}“ gibt es bereits.",
        en='A network with the id "{network_id}" already exists.',
    )
    remedy = Text(
        de="Den Vorgang wiederholen: Er arbeitet dann mit dem vorhandenen Netzwerk.",
        en="Run the operation again: it will then work on the existing network.",
    )


class NetworkIdError(NetmapError):
    """A network id has characters that do not fit into addresses."""

    code = "network.id_invalid"
    cause = Text(
        de="„{network_id}“ eignet sich nicht als Kennung eines Netzwerks.",
        en='"{network_id}" cannot be the id of a network.',
    )
    remedy = Text(
        de="Erlaubt sind 1 bis 64 Buchstaben (a–z), Ziffern, Bindestrich, Punkt und "
        "Unterstrich; am Anfang steht ein Buchstabe oder eine Ziffer.",
        en="Use 1 to 64 letters (a-z), digits, hyphens, dots and underscores, "
        "starting with a letter or digit.",
    )


class RecordNotFoundError(NetmapError):
    """The network holds no such record."""

    code = "record.not_found"
    cause = Text(
        de="Im Netzwerk „{network_id}“ gibt es keinen Eintrag „{record_id}“.",
        en='The network "{network_id}" holds no record "{record_id}".',
    )
    remedy = Text(
        de="Bitte die Kennung prüfen; vielleicht wurde der Eintrag inzwischen gelöscht.",
        en="Check the id; the record may have been deleted in the meantime.",
    )


class SnapshotNotFoundError(NetmapError):
    """The network has no such snapshot."""

    code = "snapshot.not_found"
    cause = Text(
        de="Im Netzwerk „{network_id}“ gibt es keinen Stand „{snapshot_id}“.",
        en='The network "{network_id}" has no snapshot "{snapshot_id}".',
    )
    remedy = Text(
        de="Die Liste der Stände des Netzwerks zeigt die vorhandenen Kennungen.",
        en="The network's list of snapshots shows the ids there are.",
    )


class ChangeSetNotFoundError(NetmapError):
    """The change log has no such change set."""

    code = "change_set.not_found"
    cause = Text(
        de="Im Netzwerk „{network_id}“ gibt es keine Änderung „{change_set_id}“.",
        en='The network "{network_id}" has no change set "{change_set_id}".',
    )
    remedy = Text(
        de="Das Änderungsprotokoll des Netzwerks zeigt die vorhandenen Kennungen.",
        en="The network's change log shows the ids there are.",
    )


class ConflictError(NetmapError):
    """Somebody else changed the record since it was read; nothing was written.

    ``fields`` hold ``yours`` and ``theirs``: both versions as records or ``None``.
    """

    code = "record.conflict"
    cause = Text(
        de="Der Eintrag „{record_id}“ wurde inzwischen von anderer Seite geändert.",
        en='The record "{record_id}" has been changed by somebody else in the meantime.',
    )
    remedy = Text(
        de="Beide Fassungen vergleichen und die Änderung auf der neuen Fassung wiederholen.",
        en="Compare both versions and repeat the change on the newer one.",
    )


class UndoConflictError(ConflictError):
    """A change set cannot be taken back, as its records have changed since; nothing was written."""

    code = "change_set.conflict"
    cause = Text(
        de="Die Änderung lässt sich nicht mehr zurücknehmen: Der Eintrag „{record_id}“ steht nicht "
        "mehr so da, wie sie ihn hinterlassen hat.",
        en='The change can no longer be taken back: the record "{record_id}" does not stand as it '
        "was left.",
    )
    remedy = Text(
        de="„netmap history“ zeigt, was seither geschah. Ist die Änderung dort schon "
        "zurückgenommen, ist nichts zu tun; sonst die späteren Änderungen zuerst zurücknehmen.",
        en='"netmap history" shows what happened since. If the change has been taken back already, '
        "nothing is to be done; else take back the later changes first.",
    )


class DanglingReferenceError(NetmapError):
    """A change set would leave a reference that leads nowhere; nothing was written."""

    code = "record.dangling_reference"
    cause = Text(
        de="Der Eintrag „{record_id}“ verweist im Feld {field} auf „{target_id}“, "
        "das es im Netzwerk so nicht gibt.",
        en='The record "{record_id}" refers in {field} to "{target_id}", '
        "which the network does not hold as such.",
    )
    remedy = Text(
        de="Den fehlenden Eintrag zuerst (oder zugleich) anlegen oder den Verweis entfernen.",
        en="Create the missing record first (or together with it), or remove the reference.",
    )


class RecordKindError(NetmapError):
    """An id is already used by a record of another kind in the same network."""

    code = "record.kind_mismatch"
    cause = Text(
        de="Die Kennung „{record_id}“ gehört bereits zu einem Eintrag anderer Art ({kind}).",
        en='The id "{record_id}" already belongs to a record of another kind ({kind}).',
    )
    remedy = Text(
        de="Für den neuen Eintrag eine andere Kennung wählen.",
        en="Choose another id for the new record.",
    )


class InvalidRecordError(NetmapError):
    """A record or change set breaks a rule of the model; nothing was written."""

    code = "record.invalid"
    cause = Text(de="Ungültiger Eintrag: {problem}", en="Invalid record: {problem}")
    remedy = Text(
        de="Die genannte Angabe berichtigen und erneut speichern.",
        en="Correct what is named and save again.",
    )


class DateError(NetmapError):
    """A text is not a date."""

    code = "date.invalid"
    cause = Text(de="„{value}“ ist kein Datum.", en='"{value}" is not a date.')
    remedy = Text(
        de="Erlaubt sind Jahr (2024), Monat (2024-05) oder Tag (2024-05-31).",
        en="Give a year (2024), a month (2024-05) or a day (2024-05-31).",
    )


class ThresholdError(NetmapError):
    """A threshold lies outside its range."""

    code = "analysis.threshold"
    cause = Text(
        de="{name} = {value} liegt außerhalb von {low} bis {high}.",
        en="{name} = {value} lies outside {low} to {high}.",
    )
    remedy = Text(de="Einen Wert in diesem Bereich angeben.", en="Give a value within this range.")


class AccessDeniedError(NetmapError):
    """The principal may not do this in this network."""

    code = "access.denied"
    cause = Text(
        de="„{principal}“ darf das im Netzwerk „{network_id}“ nicht.",
        en='"{principal}" may not do this in the network "{network_id}".',
    )
    remedy = Text(
        de="Die zuständige Person um die Berechtigung bitten.",
        en="Ask the person in charge for permission.",
    )


class SettingsError(NetmapError):
    """A setting cannot be used as it is."""

    code = "settings.invalid"
    cause = Text(
        de="Die Einstellung {setting} ist so nicht verwendbar: {problem}",
        en="The setting {setting} cannot be used as it is: {problem}",
    )
    remedy = Text(
        de="Den Wert berichtigen; „netmap --help“ nennt die möglichen Formen.",
        en='Correct the value; "netmap --help" names the forms there are.',
    )
